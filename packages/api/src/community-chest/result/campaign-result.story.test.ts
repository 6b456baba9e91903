import { toDateColumn } from '@sasaeai/db/local-date-column'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { changeYen, type CampaignResult, methodRows, totalOfResult, yearAsked } from '@sasaeai/domain/community-chest/result/campaign-result'
import type { CampaignResultInput } from '@sasaeai/domain/community-chest/result/campaign-result-input'
import { countText } from '@sasaeai/domain/community-chest/result/count-text'
import { printedRate } from '@sasaeai/domain/community-chest/result/printed-rate'
import { type AreaRow, areaRows, yenPerHousehold } from '@sasaeai/domain/community-chest/result/result-areas'
import { areaFilter, methodFilter, resultYearFilter } from '@sasaeai/domain/community-chest/result/result-figure-filter'
import { resultNotes } from '@sasaeai/domain/community-chest/result/result-words'
import { type CampaignId, id } from '@sasaeai/domain/ids'
import type { PostingFilter } from '@sasaeai/domain/ledger/posting-filter'
import { formatYenDelta, type Yen, yen } from '@sasaeai/domain/money/yen'
import { aChestSlip } from '@sasaeai/testing/a-chest-slip'
import { type ACouncil, aCouncil } from '@sasaeai/testing/a-council'
import { done } from '@sasaeai/testing/a-grant'
import { lastYearsDrives, setGoals } from '@sasaeai/testing/a-drive'
import { bookSlip } from '@sasaeai/testing/a-slip'
import { printedLedger } from '@sasaeai/testing/printed-ledger'
import { printedTable } from '@sasaeai/testing/printed-table'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ExportOutcome } from '../../document/table-file.ts'
import { correctEntry } from '../../ledger/correct-entry.ts'
import { listPostings } from '../../ledger/posting-list-queries.ts'
import { exportCampaigns } from '../campaign/export-campaigns.ts'
import { readCampaignResult } from './campaign-result-query.ts'
import { exportDays } from './export-days.ts'

let database: TestDatabase
let council: ACouncil
let redFeather: CampaignId
/** NHK歳末: another body's. */
let nhk: CampaignId
let lastYears: (name: string) => CampaignId

const day = (text: string) => localDate(text)
const result = (change: Partial<CampaignResultInput> = {}) =>
  readCampaignResult(council.deps, { fiscalYear: council.fiscalYear, campaignId: redFeather, until: day('2026-11-15'), years: 1, ...change })

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  redFeather = council.campaign('赤い羽根共同募金')
  lastYears = await lastYearsDrives(council)
  nhk = id(council.deps.newId())
  await database.db.prisma.campaign.create({
    data: {
      id: nhk, code: '3', name: 'NHK歳末', drive: 'other', custodyAccountId: council.account('預り金（その他）'),
      fiscalYear: council.fiscalYear, opensOn: toDateColumn(day('2026-12-01')), closesOn: toDateColumn(day('2026-12-25')),
    },
  })
  await aYearOfCollecting()
})
afterEach(() => database.drop())

const book = (on: string, change: Parameters<typeof aChestSlip>[1]) => bookSlip(council, aChestSlip(council, { entryDate: day(on), ...change }))

async function aYearOfCollecting(): Promise<void> {
  await database.db.prisma.campaign.update({ where: { id: redFeather }, data: { goalYen: 150_000, goalPublishedOn: toDateColumn(day('2026-06-01')) } })
  await setGoals(council, [
    { campaign: redFeather, method: '戸別募金', area: '日吉一丁目自治会', targetYen: 60_000 },
    { campaign: redFeather, method: '戸別募金', area: '篠山町自治会', targetYen: 40_000 },
    { campaign: redFeather, method: '街頭募金', area: 'ささえ市', targetYen: 50_000 },
  ])
  await database.db.prisma.areaHousehold.createMany({
    data: [['日吉一丁目自治会', 150], ['日吉二丁目自治会', 50], ['篠山町自治会', 80]].map(([name, households]) => ({
      areaId: council.area(String(name)), fiscalYear: council.fiscalYear, basis: 'association_membership' as const,
      households: Number(households), asOf: toDateColumn(day('2026-04-01')),
    })),
  })
  // 令和7年度：一丁目と街頭。12月の街頭は、前年同日にはまだ入らない。
  const last = { campaignId: lastYears('赤い羽根共同募金') }
  await book('2025-10-10', { ...last, amountYen: yen(50_000), count: 100 })
  await book('2025-12-20', { ...last, ...onStreet(), amountYen: yen(8_000), count: 1 })
}

const onStreet = () => ({ collectionMethodId: council.method('街頭募金'), areaId: undefined })

test('a mistaken method is put right: the result moves from one line to the other, and what is held stays', async () => {
  await book('2026-10-05', { amountYen: yen(45_000), count: 90 })
  await book('2026-10-20', { areaId: council.area('篠山町自治会'), amountYen: yen(41_000), count: 70 })
  // 10月1日の街頭募金を、戸別募金として記帳してしまった。
  const mistaken = await book('2026-10-06', { areaId: undefined, amountYen: yen(12_345), count: 1 })
  expect(printedMethods(await result())).toMatchInlineSnapshot(`
    方法         件数   目標額  実績額  達成率    前年  前年比    増減  構成比
    戸別募金  161世帯  100,000  98,345   98.3%  50,000  196.7%  48,345  100.0%
    街頭募金      0回   50,000       0    0.0%       0       —       0    0.0%
    計              —  150,000  98,345   65.6%  50,000  196.7%  48,345  100.0%
  `)
  expect(printedAreas(await result())).toMatchInlineSnapshot(`
    地域                目標額  実績額  達成率  世帯数  1世帯当たり  戸別比率
    日吉校区            60,000  45,000   75.0%     200          225    100.0%
    　日吉一丁目自治会  60,000  45,000   75.0%     150          300    100.0%
    　日吉二丁目自治会       —       0       —      50            0         —
    篠山校区            40,000  41,000  102.5%      80          512    100.0%
    　篠山町自治会      40,000  41,000  102.5%      80          512    100.0%
    地域の指定なし      50,000  12,345   24.7%       —            —    100.0%
  `)
  const corrected = await correctEntry(council.deps, council.actors.accountant, {
    entryId: mistaken.id,
    reversalDate: day('2026-11-02'),
    reason: '募金方法の誤り',
    contribution: { ...aChestSlip(council), ...onStreet(), entryDate: day('2026-11-02'), amountYen: yen(12_345), count: 1 },
  })
  expect(corrected).toMatchObject({ ok: true })
  expect(printedMethods(await result())).toMatchInlineSnapshot(`
    方法         件数   目標額  実績額  達成率    前年  前年比    増減  構成比
    戸別募金  160世帯  100,000  86,000   86.0%  50,000  172.0%  36,000   87.4%
    街頭募金      1回   50,000  12,345   24.7%       0       —  12,345   12.6%
    計              —  150,000  98,345   65.6%  50,000  196.7%  48,345  100.0%
  `)
  expect(printedAreas(await result())).toMatchInlineSnapshot(`
    地域                目標額  実績額  達成率  世帯数  1世帯当たり  戸別比率
    日吉校区            60,000  45,000   75.0%     200          225    100.0%
    　日吉一丁目自治会  60,000  45,000   75.0%     150          300    100.0%
    　日吉二丁目自治会       —       0       —      50            0         —
    篠山校区            40,000  41,000  102.5%      80          512    100.0%
    　篠山町自治会      40,000  41,000  102.5%      80          512    100.0%
    地域の指定なし      50,000  12,345   24.7%       —            —      0.0%
  `)
  expect(await printedLedger(database.db)).toMatchInlineSnapshot(`
    伝票  日付      借方科目            借方金額  貸方科目            貸方金額  件数  財源・運動・方法・地域                                  摘要
       1  R7.10.10  現金                  50,000  預り金（共同募金）    50,000   100  共同募金・赤い羽根共同募金・戸別募金・日吉一丁目自治会  赤い羽根共同募金 戸別募金 日吉一丁目自治会
       2  R7.12.20  現金                   8,000  預り金（共同募金）     8,000     1  共同募金・赤い羽根共同募金・街頭募金                    赤い羽根共同募金 街頭募金
       1  R8.10.5   現金                  45,000  預り金（共同募金）    45,000    90  共同募金・赤い羽根共同募金・戸別募金・日吉一丁目自治会  赤い羽根共同募金 戸別募金 日吉一丁目自治会
       2  R8.10.20  現金                  41,000  預り金（共同募金）    41,000    70  共同募金・赤い羽根共同募金・戸別募金・篠山町自治会      赤い羽根共同募金 戸別募金 篠山町自治会
       3  R8.10.6   現金                  12,345  預り金（共同募金）    12,345     1  共同募金・赤い羽根共同募金・戸別募金                    赤い羽根共同募金 戸別募金
       4  R8.11.2   預り金（共同募金）    12,345  現金                  12,345   △1  共同募金・赤い羽根共同募金・戸別募金                    取消 赤い羽根共同募金 戸別募金（募金方法の誤り）
       5  R8.11.2   現金                  12,345  預り金（共同募金）    12,345     1  共同募金・赤い羽根共同募金・街頭募金                    赤い羽根共同募金 街頭募金（募金方法の誤り）
  `)
  // 訂正の前日までで見れば、まだ誤ったままである。
  expect(methodRows(await result({ until: day('2026-11-01') })).map(({ name, collectedYen }) => [name, collectedYen])).toEqual([
    ['戸別募金', 98_345],
    ['街頭募金', 0],
  ])
})

test('every figure opens the postings that it is made of', async () => {
  await book('2026-10-05', { amountYen: yen(45_000), count: 90 })
  await book('2026-10-07', { areaId: council.area('ささえ市'), amountYen: yen(700) })
  await book('2026-10-08', { areaId: undefined, amountYen: yen(300) })
  await book('2026-10-09', { areaId: council.area('日吉校区'), amountYen: yen(1_000) })
  await book('2026-12-01', { ...yearEnd(), amountYen: yen(9_000) })
  const opened = async (filter: PostingFilter) => (await listPostings(council.deps, { filter })).totalYen
  for (const change of [{}, { campaignId: undefined }, { campaignId: undefined, drive: 'year_end_mutual_aid' as const }]) {
    const shown = await result({ until: day('2026-12-31'), years: 2, ...change })
    const filter = resultYearFilter(shown.scope, yearAsked(shown))
    expect(await opened(filter)).toBe(totalOfResult(shown).collectedYen)
    for (const row of methodRows(shown)) expect(await opened(methodFilter(filter, row.methodId) ?? {})).toBe(row.collectedYen)
    const root = council.area('ささえ市')
    for (const row of withChildren(areaRows(shown))) expect([row.name, await opened(areaFilter(filter, row, root) ?? {})]).toEqual([row.name, row.collectedYen])
    const [, before] = shown.years
    if (before === undefined) throw new Error('no year before')
    expect(await opened(resultYearFilter(shown.scope, before))).toBe(totalOfResult(shown).lastYen)
  }
})

function yearEnd() {
  return { fundingSourceId: council.source('歳末たすけあい'), campaignId: council.campaign('歳末たすけあい') }
}

test('その他 is in no sum: all drives leave it out, and its own result holds it', async () => {
  await book('2026-10-05', { amountYen: yen(45_000) })
  await book('2026-12-05', { ...yearEnd(), amountYen: yen(6_000) })
  await book('2026-12-06', { ...yearEnd(), campaignId: nhk, amountYen: yen(77_000) })
  const sum = async (change: Partial<CampaignResultInput>) => totalOfResult(await result({ until: day('2026-12-31'), campaignId: undefined, ...change })).collectedYen
  expect(await sum({})).toBe(51_000)
  expect(await sum({ campaignId: nhk })).toBe(77_000)
  expect(await sum({ drive: 'red_feather' })).toBe(45_000)
  // 歳末 has no goal: what it brought must not count towards that of 赤い羽根.
  const together = await result({ campaignId: undefined })
  expect([totalOfResult(together).goalYen, resultNotes(together).filter((note) => note.includes('決まっていない運動')).length]).toEqual([0, 1])
})

test('years stand side by side to the same day, each against its own goal', async () => {
  await book('2026-10-05', { amountYen: yen(45_000), count: 90 })
  const shown = await result({ years: 3 })
  expect(shown.years.map(({ fiscalYear, until, goalYen }) => [fiscalYear, until, goalYen])).toEqual([
    [2026, '2026-11-15', 150_000],
    [2025, '2025-11-15', null],
    [2024, '2024-11-15', null],
  ])
  expect(methodRows(shown).map(({ name, byYear }) => [name, byYear])).toEqual([['戸別募金', [45_000, 50_000, 0]], ['街頭募金', [0, 0, 0]]])
  expect(totalOfResult(await result({ until: day('2027-03-31') })).lastYen).toBe(58_000)
})

function withChildren(rows: readonly AreaRow[]): AreaRow[] {
  return rows.flatMap((row) => [row, ...withChildren(row.children)])
}

const right = (heading: string) => ({ heading, isRight: true })
const goal = (goalYen: Yen) => (goalYen === 0 ? '—' : formatYenDelta(goalYen))

function printedMethods(shown: CampaignResult): string {
  const total = totalOfResult(shown)
  const rates = (row: typeof total | ReturnType<typeof methodRows>[number]) => [
    goal(row.goalYen), formatYenDelta(row.collectedYen), printedRate(row.collectedYen, row.goalYen, shown.rules),
    formatYenDelta(row.lastYen), printedRate(row.collectedYen, row.lastYen, shown.rules), formatYenDelta(changeYen(row)),
    printedRate(row.collectedYen, total.collectedYen, shown.rules),
  ]
  const rows = methodRows(shown).map((row) => [row.name, countText(row.count, row.countMeaning), ...rates(row)])
  return printedTable(
    [{ heading: '方法' }, ...['件数', '目標額', '実績額', '達成率', '前年', '前年比', '増減', '構成比'].map(right)],
    [...rows, ['計', total.count === null ? '—' : countText(total.count.number, total.count.meaning), ...rates(total)]],
  )
}

function printedAreas(shown: CampaignResult): string {
  return printedTable(
    [{ heading: '地域' }, ...['目標額', '実績額', '達成率', '世帯数', '1世帯当たり', '戸別比率'].map(right)],
    withChildren(areaRows(shown)).map((row) => [
      `${'　'.repeat(row.depth)}${row.name}`, goal(row.goalYen), formatYenDelta(row.collectedYen), printedRate(row.collectedYen, row.goalYen, shown.rules),
      `${row.households ?? '—'}`, `${yenPerHousehold(row) ?? '—'}`, printedRate(row.householdYen, row.collectedYen, shown.rules),
    ]),
  )
}

test('the days of a drive and the list of drives go out as the pages show them; the drive of another body stands apart', async () => {
  const text = async (written: Promise<ExportOutcome>) => Buffer.from((await done(written)).content, 'base64').toString('utf8').replace('\ufeff', '').split('\r\n')
  await book('2026-11-10', { campaignId: redFeather, amountYen: yen(30_000), count: 60 })
  const days = await text(exportDays(council.deps, { fiscalYear: council.fiscalYear, campaignId: redFeather, until: day('2026-11-15'), format: 'csv' }))
  expect(days).toEqual([
    '日,この日（円）,令和8年度の累計（円）,達成率,令和7年度の累計（円）,前年との差（円）', '2026-11-10,30000,30000,20.0%,50000,-20000', '',
  ])
  const drives = await text(exportCampaigns(council.deps, { fiscalYear: council.fiscalYear, format: 'csv' }))
  expect(drives.slice(0, 3)).toEqual(['運動の一覧　令和8年度', '', '共同募金の運動'])
  expect(drives.find((line) => line.includes('赤い羽根共同募金'))).toContain(',150000,30000,20.0%,')
  expect(drives.findIndex((line) => line.startsWith(',合計,'))).toBeLessThan(drives.indexOf('その他の運動'))
  expect(drives.at(-2)).toContain('NHK歳末')
})
