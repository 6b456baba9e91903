import { toDateColumn } from '@sasaeai/db/local-date-column'
import { daysBetween } from '@sasaeai/domain/calendar/days-between'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { differenceOf, splitDifference, wholeOfParts, wordsOfSplit } from '@sasaeai/domain/funding-indicator/executive/difference'
import type { DifferencePart } from '@sasaeai/domain/funding-indicator/executive/explanation'
import { id } from '@sasaeai/domain/ids'
import { fundingCategoryNames } from '@sasaeai/domain/ledger/funding-category'
import { membershipFilterSchema, membershipListSchema } from '@sasaeai/domain/membership-dues/member/membership-list-input'
import { formatYenDelta, type Yen, yen } from '@sasaeai/domain/money/yen'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { aMember } from '@sasaeai/testing/an-asking'
import { aChestSlip } from '@sasaeai/testing/a-chest-slip'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { done } from '@sasaeai/testing/a-grant'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { momentOfBooks } from '@sasaeai/testing/moment-of-books'
import { payFromCustody } from '@sasaeai/testing/pay-from-custody'
import { printedTable } from '@sasaeai/testing/printed-table'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFiscalYear } from '../../council/open-fiscal-year.ts'
import { custodyOfYear } from '../../community-chest/remittance/custody-queries.ts'
import { reverseEntry } from '../../ledger/reverse-entry.ts'
import { inOneState } from '../../ledger/in-one-state.ts'
import { readLastEntries } from '../../ledger/read-new-postings.ts'
import { ofNow, readReportMoment, type ReportMoment } from '../../ledger/report-moment.ts'
import { exportMembers } from '../../membership-dues/member/export-members.ts'
import { listMembers } from '../../membership-dues/member/list-members.ts'
import { recipientsOfMembers } from '../../membership-dues/member/recipients-of-members.ts'
import { readSupporter } from '../../supporter/list-supporters.ts'
import { mergeSupporters } from '../../supporter/merge/merge-supporters.ts'
import { explainDifference } from './explain-difference.ts'
import { exportExecutivePage, exportExplanation } from './export-executive.ts'
import { readExecutivePage } from './read-executive-page.ts'

let database: TestDatabase
let council: ACouncil
const year = fiscalYear(2026)
/** As the books stood before the last slips came. */
let before: ReportMoment

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  for (const earlier of [2025, 2024]) {
    await done(openFiscalYear(council.deps, council.actors.administrator, {
      year: fiscalYear(earlier), copyCampaigns: true, campaignGoals: 'none', copyHouseholds: false, copyTargets: false, copyDuesTerms: false,
    }))
  }
  const campaigns = await database.db.prisma.campaign.findMany({ where: { name: '赤い羽根共同募金' } })
  const chest = async (of: number, day: string, slip: Partial<Parameters<typeof aChestSlip>[1]>) => {
    const campaign = campaigns.find((each) => each.fiscalYear === of)
    const calendarYear = day < '04' ? of + 1 : of
    await bookSlip(council, aChestSlip(council, { campaignId: id(campaign?.id ?? ''), entryDate: localDate(`${calendarYear}-${day}`), ...slip }))
  }
  const [first, second, third] = [council.area('日吉一丁目自治会'), council.area('日吉二丁目自治会'), council.area('篠山町自治会')]
  const [street, corporate] = [council.method('街頭募金'), council.method('法人募金')]
  await chest(2024, '10-05', { areaId: first, amountYen: yen(50_000), count: 100 })
  await chest(2024, '12-20', { areaId: first, amountYen: yen(50_000), count: 100 })
  for (const [areaId, households] of [[first, 200], [second, 120], [third, 80]] as const) await chest(2025, '10-05', { areaId, amountYen: yen(households * 500), count: households })
  await chest(2025, '10-10', { areaId: undefined, collectionMethodId: street, amountYen: yen(31_000), count: 2 })
  await chest(2025, '11-30', { areaId: third, collectionMethodId: corporate, amountYen: yen(80_000), count: 4 })
  for (const [areaId, households, each] of [[first, 140, 503], [second, 100, 500]] as const) await chest(2026, '10-05', { areaId, amountYen: yen(households * each), count: households })
  await bookSlip(council, aSlip(council, { entryDate: localDate('2026-06-15') }))
  before = { moment: new Date('2026-10-15T01:00:00Z'), position: await inOneState(database.db, (books) => readLastEntries(books, {})) }
  await chest(2026, '10-06', { areaId: third, amountYen: yen(40_000), count: 80 })
  const undone = await bookSlip(council, aChestSlip(council, { entryDate: localDate('2026-10-01'), areaId: third, amountYen: yen(5_000), count: 10 }))
  await done(reverseEntry(council.deps, council.actors.accountant, { entryId: undone.id, reversalDate: localDate('2026-10-14'), reason: '二重の記帳' }))
  await payFromCustody(council, { campaign: '赤い羽根共同募金', account: '預り金（共同募金）', on: localDate('2026-10-12'), amountYen: 60_000, description: '直接支払' })
})
afterAll(() => database.drop())

const explain = (within: Partial<Parameters<typeof explainDifference>[1]> = {}, at = ofNow) =>
  explainDifference(council.deps, { fiscalYear: year, category: 'community_chest', ...within }, at)

function printed(parts: readonly DifferencePart<unknown>[]): string {
  const columns = ['名前', '今年度', '前年同日', '増減', '数', '前年の数', '数による', '1件当たりによる']
  return printedTable(columns.map((heading, place) => ({ heading, isRight: place > 0 })), parts.map((part) => {
    const split = part.counter === null ? null : splitDifference(part)
    const amount = (amountYen: Yen | undefined) => (amountYen === undefined ? '—' : formatYenDelta(amountYen))
    return [part.name, amount(part.thisYen), amount(part.lastYen), amount(differenceOf(part)), `${part.thisCount}${part.counter ?? ''}`, `${part.lastCount}${part.counter ?? ''}`,
      amount(split?.byCountYen), amount(split?.byAverageYen)]
  }))
}

test('なぜ減った: the difference by 校区, by 自治会, by method, and down to households and what each gave', async () => {
  const { areas, ways, whole } = await explain()
  expect(printed(areas)).toMatchInlineSnapshot(`
    名前               今年度  前年同日      増減   数  前年の数  数による  1件当たりによる
    日吉校区          120,420   160,000  △39,580  240       320         —                —
    地域のない受入れ        0    31,000  △31,000    0         2         —                —
    篠山校区           40,000    40,000         0   80        80         —                —
  `)
  expect(printed([...ways, whole])).toMatchInlineSnapshot(`
    名前       今年度  前年同日      増減       数  前年の数  数による  1件当たりによる
    戸別募金  160,420   200,000  △39,580  320世帯   400世帯  △40,000              420
    街頭募金        0    31,000  △31,000      0回       2回         —                —
    計        160,420   231,000  △70,580      320       402         —                —
  `)
  const inDistrict = await explain({ areaId: council.area('日吉校区'), methodId: council.method('戸別募金') })
  expect(inDistrict.path.map(({ name }) => name)).toEqual(['日吉校区'])
  expect(inDistrict.areaTypeName).toBe('自治会')
  expect(printed([...inDistrict.areas, inDistrict.whole])).toMatchInlineSnapshot(`
    名前               今年度  前年同日      増減       数  前年の数  数による  1件当たりによる
    日吉一丁目自治会   70,420   100,000  △29,580  140世帯   200世帯  △30,000              420
    日吉二丁目自治会   50,000    60,000  △10,000  100世帯   120世帯  △10,000                0
    計                120,420   160,000  △39,580  240世帯   320世帯  △40,000              420
  `)
  expect(wordsOfSplit(inDistrict.whole, inDistrict.whole.counter ?? '')).toMatchInlineSnapshot(`世帯数が△80減り、1世帯当たりは2円増えました`)
})

test('the parts add up to the whole wherever one looks, and the whole is what the postings say', async () => {
  for (const within of [{}, { areaId: council.area('日吉校区') }, { methodId: council.method('戸別募金') }, { category: 'membership_dues' as const }]) {
    const { areas, ways, whole, way, cut } = await explain(within)
    const { key: _key, name: _name, counter: _counter, ...figures } = whole
    expect(wholeOfParts(areas)).toEqual(figures)
    if (way === null) expect(wholeOfParts(ways)).toEqual(figures)
    expect([cut.asOf, cut.lastAsOf]).toEqual(['2026-10-15', '2025-10-15'])
  }
  const { rows } = await database.db.pool.query<{ yen: number }>(
    `SELECT (-sum(p.amount_yen))::bigint AS yen FROM posting p JOIN funding_source s ON s.id = p.funding_source_id WHERE s.category = 'community_chest' AND p.fiscal_year = 2026`,
  )
  expect((await explain()).whole.thisYen).toBe(rows[0]?.yen)
})

test('a page for the board: what changed with the year’s end in sight, what is under its goal and what is held', async () => {
  const page = await readExecutivePage(council.deps, { fiscalYear: year }, ofNow)
  const columns = ['区分', '今年度', '前年同日', '見込み', '下限', '上限', '使った年'].map((heading, place) => ({ heading, isRight: place > 0 }))
  expect(printedTable(columns, page.headlines.map(({ holding, category, thisYen, lastYen, forecast }) => [
    category === null ? { own: '収入', custody: '預り金' }[holding] : fundingCategoryNames[category], formatYenDelta(thisYen), formatYenDelta(lastYen),
    ...(forecast === null ? ['—', '—', '—', '—'] : [formatYenDelta(forecast.amountYen), formatYenDelta(forecast.lowYen), formatYenDelta(forecast.highYen), forecast.years.join('・')]),
  ]))).toMatchInlineSnapshot(`
    区分       今年度  前年同日   見込み     下限     上限    使った年
    収入       25,500         0        —        —        —           —
    社協会費   25,500         0        —        —        —           —
    預り金    160,420   231,000  234,636  215,977  320,840  2024・2025
    共同募金  160,420   231,000  234,636  215,977  320,840  2024・2025
  `)
  expect(page.custody.map(({ name, fiscalYear: of, heldYen, days, isLate }) => [name, of, heldYen, days, isLate])).toMatchInlineSnapshot(`
    [
      [
        赤い羽根共同募金,
        2024,
        100000,
        740,
        true,
      ],
      [
        赤い羽根共同募金,
        2025,
        311000,
        375,
        true,
      ],
      [
        赤い羽根共同募金,
        2026,
        100420,
        10,
        false,
      ],
    ]
  `)
  expect(page.retention).toMatchObject({ given: 0, rate: null })
  // The page of 預り金 says the same.
  const { campaigns } = await custodyOfYear(council.deps, year)
  expect(page.custody.map(({ campaignId, heldYen, deadline, days }) => [campaignId, heldYen, deadline, days]))
    .toEqual(campaigns.flatMap(({ campaignId, heldYen, deadline, heldSince }) => (heldSince === null ? [] : [[campaignId, heldYen, deadline, daysBetween(heldSince, localDate('2026-10-15'))]])).toSorted((left, right) => Number(right[3]) - Number(left[3])))
})

test('a company that left, and one that stays and has not paid; the one that has paid is in neither', async () => {
  const duesKindId = council.duesKind('法人会費')
  const since2024 = async (name: string, leftOn?: string) => {
    const member = await aMember(council, { name, duesKindId, units: 1 })
    const joinedOn = toDateColumn(localDate('2024-04-01'))
    await database.db.prisma.membershipUnits.updateMany({ where: { membershipId: member.membershipId }, data: { effectiveOn: joinedOn } })
    await database.db.prisma.membership.update({ where: { id: member.membershipId }, data: { joinedOn, leftOn: leftOn === undefined ? null : toDateColumn(localDate(leftOn)) } })
    return member
  }
  const [gone, paying, waiting] = [await since2024('退会商店', '2026-09-30'), await since2024('納入商店'), await since2024('未納商店')]
  for (const leftOn of ['2025-08-01', '2026-03-01']) await since2024(`${leftOn}退会商店`, leftOn)
  const lost = async (at = ofNow) => (await readExecutivePage(council.deps, { fiscalYear: year }, at)).members.find((kind) => kind.duesKindId === duesKindId)
  expect(await lost()).toMatchObject({ counter: '社', left: 1, lastLeft: 1, unrenewed: 2, now: 2 })
  const postedUntil = await momentOfBooks(database.db)
  const beforePaying = await readReportMoment(council.deps, postedUntil)
  await bookSlip(council, aSlip(council, { duesKindId, areaId: undefined, supporterId: paying.supporterId, amountYen: yen(10_000), count: 1 }))
  expect(await lost()).toMatchObject({ left: 1, unrenewed: 1, now: 2 })
  // Its leaving was a mistake: as of before it has left, and the other has not paid.
  await database.db.prisma.membership.update({ where: { id: gone.membershipId }, data: { leftOn: null } })
  expect(await lost()).toMatchObject({ left: 0, unrenewed: 2, now: 3 })
  expect(await lost(beforePaying)).toMatchObject({ left: 1, unrenewed: 2, now: 2 })
  const asOf = localDate('2026-09-29')
  expect((await readExecutivePage(council.deps, { fiscalYear: year, asOf }, beforePaying)).members.find((kind) => kind.duesKindId === duesKindId)).toMatchObject({ left: 0, now: 3 })
  // The lists that open are as long, and the file holds the same.
  const listed = async (asked: object) => {
    const { rows, totals } = await listMembers(council.deps, membershipListSchema.parse({ fiscalYear: year, duesKindId, ...asked }))
    expect(totals?.count).toBe(rows.length)
    return rows.map(({ name, state, receivedYen, payment }) => `${name} ${state} ${receivedYen} ${payment}`).toSorted()
  }
  const unpaid = { state: 'continuing', payment: 'unpaid' }
  expect(await listed({ ...unpaid, postedUntil })).toEqual(['未納商店 continuing 0 unpaid', '納入商店 continuing 0 unpaid'])
  expect(await listed({ state: 'left', postedUntil })).toEqual(['退会商店 left 0 unpaid'])
  expect(await listed({ state: 'left', postedUntil, asOf })).toEqual([])
  expect([await listed({ postedUntil, asOf }), await listed({ postedUntil })]).toMatchObject({ 0: { length: 3 }, 1: { length: 2 } })
  const { cut: { lastYear, lastAsOf } } = await readExecutivePage(council.deps, { fiscalYear: year }, ofNow)
  expect(await listed({ fiscalYear: lastYear, state: 'left', asOf: lastAsOf, postedUntil })).toEqual(['2025-08-01退会商店 left 0 unpaid'])
  expect(await listed(unpaid)).toEqual(['未納商店 continuing 0 unpaid', '退会商店 continuing 0 unpaid'])
  expect(await listed({})).toEqual(['未納商店 continuing 0 unpaid', '納入商店 continuing 10000 paid', '退会商店 continuing 0 unpaid'])
  const { supporterIds } = await recipientsOfMembers(council.deps, membershipFilterSchema.parse({ fiscalYear: year, duesKindId, ...unpaid, postedUntil }))
  expect(supporterIds.toSorted()).toEqual([paying, waiting].map(({ supporterId }) => supporterId).toSorted())
  const file = exportMembers(council.deps, council.actors.accountant, { ...membershipFilterSchema.parse({ fiscalYear: year, duesKindId, ...unpaid, postedUntil }), format: 'csv' })
  expect(await textOf(file)).toContain('合計 2社')
  // Two registers of one company are made one: what it paid counts for the membership that the other one had then.
  const beforeMerging = await momentOfBooks(database.db)
  const [survivor, merged] = [await readSupporter(council.deps, waiting.supporterId), await readSupporter(council.deps, paying.supporterId)]
  await done(mergeSupporters(council.deps, council.actors.accountant, {
    mergeId: id<'SupporterMergeId'>(council.deps.newId()), survivorId: waiting.supporterId, mergedId: paying.supporterId,
    survivorRevision: survivor?.revision ?? 0, mergedRevision: merged?.revision ?? 0, details: supporterDetailsSchema.parse({ ...survivor }), reason: '同じ会社',
  }))
  expect(await listed({ payment: 'paid', postedUntil: beforeMerging })).toContain('納入商店 continuing 10000 paid')
})

test('the tables go out as files: their differences add up as on the page', async () => {
  const { deps } = council
  const page = await textOf(exportExecutivePage(deps, { fiscalYear: year, format: 'csv' }))
  expect(page).toContain('財源ごとの受入額と見込み\r\n財源,今年度（円）,前年同日（円）,増減（円）,前年比,達成率,年度末の見込み（円）')
  expect(page).toContain('共同募金,160420,231000,-70580,69.4%,')
  expect(page).toContain('共同募金の募金方法ごとの増減\r\n募金方法,')
  expect(page).toContain('\r\n街頭募金,0,31000,-31000,0.0%\r\n計,160420,231000,-70580,69.4%')
  expect(page).toContain('預かっているお金\r\n運動,年度,預り残高（円）,最も古い分（日）')
  const why = await textOf(exportExplanation(deps, {
    fiscalYear: year, category: 'community_chest', areaId: council.area('日吉校区'), methodId: council.method('戸別募金'), format: 'csv_cp932',
  }), 'shift_jis')
  expect(why).toContain('共同募金（日吉校区・戸別募金）の自治会別の増減')
  expect(why).toContain('日吉一丁目自治会,70420,100000,-29580,70.4%,140,200,503,500,-30000,420')
  expect(await exportExecutivePage(deps, { fiscalYear: year, format: 'xlsx' })).toMatchObject({ ok: true, value: { fileName: '経営のページ_令和8年度_2026-10-15.xlsx' } })
})

test('as of an earlier moment everything is as it was then', async () => {
  const page = await readExecutivePage(council.deps, { fiscalYear: year }, before)
  expect(page.headlines.find(({ category }) => category === 'community_chest')?.thisYen).toBe(120_420)
  expect((await explain({}, before)).whole.thisYen).toBe(120_420)
  const then = await custodyOfYear(council.deps, year, before)
  expect(then.campaigns.find(({ fiscalYear: of, heldYen }) => of === year && heldYen > 0)).toMatchObject({ collectedYen: 120_420, heldYen: 120_420, remittedYen: 0, heldSince: '2026-10-05' })
})

async function textOf(file: ReturnType<typeof exportExecutivePage>, encoding = 'utf-8'): Promise<string> {
  return new TextDecoder(encoding).decode(Buffer.from((await done(file)).content, 'base64'))
}
