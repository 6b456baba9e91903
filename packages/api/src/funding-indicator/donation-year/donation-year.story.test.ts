import { drawPdf } from '@sasaeai/documents/drawn-pdf'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { correctGiftSchema, giftSchema } from '@sasaeai/domain/donation/gift/gift-input'
import type { DonationYear } from '@sasaeai/domain/funding-indicator/donation-year/donation-year'
import { donationYearOrderSchema } from '@sasaeai/domain/funding-indicator/donation-year/donation-year-input'
import { bracketTable, controlTable, headlineTable, retentionTable, sumTables, fundTable } from '@sasaeai/domain/funding-indicator/donation-year/donation-year-tables'
import { printedCell, type ReportTable } from '@sasaeai/domain/funding-indicator/report-table'
import type { JournalEntryId, SupporterId } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { aChestSlip } from '@sasaeai/testing/a-chest-slip'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aFundUse } from '@sasaeai/testing/a-fund-use'
import { aGift } from '@sasaeai/testing/a-gift'
import { done } from '@sasaeai/testing/a-grant'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { printedTable } from '@sasaeai/testing/printed-table'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFiscalYear } from '../../council/open-fiscal-year.ts'
import { readDocumentRun } from '../../document/document-run-queries.ts'
import { orderDocument } from '../../document/order-document.ts'
import { readStoredDocument } from '../../document/read-stored-document.ts'
import { workOffRun } from '../../document/work-off-run.ts'
import { useFund } from '../../donation/fund/use-fund.ts'
import { correctGift } from '../../donation/gift/correct-gift.ts'
import { postGift } from '../../donation/gift/post-gift.ts'
import { listPostings } from '../../ledger/posting-list-queries.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { reverseEntry } from '../../ledger/reverse-entry.ts'
import { paperMakers } from '../../paper-makers.ts'
import { createSupporter } from '../../supporter/create-supporter.ts'
import { listSavedReports, readSavedReport } from '../saved-report/saved-report-queries.ts'
import { exportDonationYear } from './export-donation-year.ts'
import { readDonationYear } from './read-donation-year.ts'
import { readYearNames } from './read-year-names.ts'

let database: TestDatabase
let council: ACouncil
let mistaken: JournalEntryId
let family: SupporterId
/** Before the 訂正, the 取消 and the use. */
let early: string

const asked = { fiscalYear: fiscalYear(2026), asOf: localDate('2026-10-31') }

beforeAll(async () => {
  database = await createTestDatabase()
  const laid = await aCouncil(database.db)
  council = { ...laid, deps: { ...laid.deps, now: () => new Date() } }
  const { deps, actors } = council
  await done(openFiscalYear(deps, actors.administrator, { year: fiscalYear(2025), copyCampaigns: false, copyHouseholds: false, copyTargets: false, copyDuesTerms: false }))
  const [first, second] = [await aGiver('髙橋 一郎'), await aGiver('株式会社みらい')]
  family = await aGiver('家族 二子')
  const meals = council.fund('子ども食堂応援')
  await give({ supporterId: first, receivedOn: '2025-06-10', shares: [[null, 8_000]], details: { consent: 'named' } })
  const lastYears = await give({ supporterId: second, receivedOn: '2025-09-01', shares: [[null, 3_000]] })
  await give({ supporterId: first, receivedOn: '2026-06-10', shares: [[null, 5_000], [meals, 7_000]], details: { consent: 'named' } })
  mistaken = await give({ supporterId: family, receivedOn: '2026-06-20', shares: [[meals, 100_000]], cash: '普通預金', details: { consent: 'amount_hidden' } })
  await give({ supporterId: null, receivedOn: '2026-07-01', shares: [[null, 900]], details: { consent: 'anonymous' } })
  await give({ supporterId: second, receivedOn: '2026-08-05', shares: [[null, 30_000]] })
  await done(postGift(deps, actors.accountant, { giftId: deps.newId(), gift: giftSchema.parse({
    receivedOn: '2026-09-01', supporterId: second, fundingSourceId: council.source('寄附金'),
    given: { form: 'goods', expenseAccountId: council.account('事業費支出'), fundId: null, fairValueYen: 40_000 }, details: { kind: 'in_kind', goods: '米 60kg', consent: 'named' },
  }) }))
  await bookSlip(council, aSlip(council, { entryDate: localDate('2026-07-10'), fundingSourceId: council.source('寄附金'), duesKindId: undefined, amountYen: yen(15_000), count: 30 }))
  // Another body's money.
  await bookSlip(council, aChestSlip(council, { amountYen: yen(62_500) }))
  early = await aMoment()
  const correction = { entryId: mistaken, reversalDate: '2026-10-12', reason: '金額の誤り', gift: aGift(council, { supporterId: family, receivedOn: '2026-06-20', shares: [[meals, 10_000]], cash: '普通預金', details: { consent: 'amount_hidden' } }) }
  await done(correctGift(deps, actors.accountant, correctGiftSchema.parse(correction)))
  await done(reverseEntry(deps, actors.accountant, { entryId: lastYears, reversalDate: localDate('2026-10-13'), reason: '二重の記帳' }))
  await done(useFund(deps, actors.accountant, aFundUse(council)))
})
afterAll(() => database.drop())

test('the report of a year: every sum is that of the ledger, and the gifts one by one lead to it', async () => {
  const year = await readDonationYear(council.deps, asked, await readReportMoment(council.deps))
  expect(printed(headlineTable(year))).toMatchInlineSnapshot(`
    項目                          単位       今年度  前年同日      差  前年比
    寄附金額（物品の時価を含む）  円        104,900    11,000  93,900  953.6%
    件数                          件              5         2       3  250.0%
    寄附者（匿名を除く）          人・団体        3         2       1  150.0%
    匿名の寄附                    件              1         0       1       —
    1件の平均                     円         18,580     5,500  13,080  337.8%
    1件の中央値                   円         12,000     5,500   6,500  218.2%
    最も大きい1件                 円         40,000     8,000  32,000  500.0%
  `)
  expect(sumTables(year).map(printed).join('\n')).toMatchInlineSnapshot(`
    使いみち            件数  今年度（円）  前年件数  前年同日（円）  差（円）  前年比  構成比
    子ども食堂応援         2        17,000         0               0    17,000       —   16.2%
    使いみちの指定なし     4        87,900         2          11,000    76,900  799.1%   83.8%
    計                     —       104,900         —          11,000    93,900  953.6%
    種類      件数  今年度（円）  前年件数  前年同日（円）  差（円）  前年比  構成比
    一般寄附     4        64,900         2          11,000    53,900  590.0%   61.9%
    物品         1        40,000         0               0    40,000       —   38.1%
    計           5       104,900         2          11,000    93,900  953.6%
    受け取った科目  件数  今年度（円）  前年件数  前年同日（円）  差（円）  前年比  構成比
    現金               3        54,900         2          11,000    43,900  499.1%   52.3%
    普通預金           1        10,000         0               0    10,000       —    9.5%
    物品（時価）       1        40,000         0               0    40,000       —   38.1%
    計                 5       104,900         2          11,000    93,900  953.6%
    きっかけ  件数  今年度（円）  前年件数  前年同日（円）  差（円）  前年比  構成比
    未記入       5       104,900         2          11,000    93,900  953.6%  100.0%
    計           5       104,900         2          11,000    93,900  953.6%
    月    件数  今年度（円）  前年件数  前年同日（円）   差（円）    前年比   構成比
    4月      0             0         0               0          0         —     0.0%
    5月      0             0         0               0          0         —     0.0%
    6月      3       122,000         1           8,000    114,000  1,525.0%   116.3%
    7月      2        15,900         0               0     15,900         —    15.2%
    8月      1        30,000         0               0     30,000         —    28.6%
    9月      1        40,000         1           3,000     37,000  1,333.3%    38.1%
    10月   △2     △103,000         0               0  △103,000         —  △98.2%
    計       5       104,900         2          11,000     93,900    953.6%
  `)
  expect([bracketTable(year), controlTable(year), retentionTable(year), fundTable(year)].map(printed).join('\n')).toMatchInlineSnapshot(`
    1件の額               件数  今年度（円）  件数の割合  前年件数  前年同日（円）
    1,000円未満              1           900       20.0%         0               0
    1,000円〜2,999円         0             0        0.0%         0               0
    3,000円〜9,999円         0             0        0.0%         2          11,000
    10,000円〜29,999円       2        22,000       40.0%         0               0
    30,000円〜99,999円       2        70,000       40.0%         0               0
    100,000円〜299,999円     0             0        0.0%         0               0
    300,000円〜999,999円     0             0        0.0%         0               0
    1,000,000円以上          0             0        0.0%         0               0
    計                       5        92,900                     2          11,000
    内訳                          今年度（円）  前年同日（円）
    1件ごとの寄附                       92,900          11,000
    戸別などでまとめて受けた寄附        15,000               0
    前の年度の寄附の取消・返金         △3,000               0
    帳簿の寄附金                       104,900          11,000
    区分                             人・団体    割合
    継続（前年度も寄附）                    1   33.3%
    復帰（前々年度より前に寄附）            0    0.0%
    新規（初めての寄附）                    2   66.7%
    前年度は寄附、今年度はまだ              0
    継続率（前年度の寄附者1のうち）         1  100.0%
    基金            繰越（円）  受入れ（円）  振替（円）  使った額（円）  残高（円）
    子ども食堂応援           0        17,000           0          12,000       5,000
  `)
  await equalsLedger(year)
})

test('as of before the correction the year is as it was then, also where money came in and was used', async () => {
  const year = await readDonationYear(council.deps, asked, await readReportMoment(council.deps, early))
  expect(year.total).toMatchObject({ count: 5 + 1, amountYen: 197_900, lastCount: 2, lastYen: 11_000 })
  expect(year.uses).toMatchObject([{ name: '子ども食堂応援', receivedYen: 107_000, usedYen: 0, balanceYen: 107_000 }])
  expect(year.figures.now).toMatchObject({ largestYen: 100_000, earlierYen: 0 })
  await equalsLedger(year)
})

test('those are named who agreed, as they agreed, and nobody else; also on a paper that was saved before', async () => {
  const { deps, actors } = council
  const now = await readReportMoment(deps)
  expect((await readYearNames(deps, asked, now)).gifts.map(({ name, given }) => `${name}　${given}`)).toEqual(['髙橋 一郎 様　12,000円', '家族 二子 様　', '株式会社みらい 様　米 60kg', '匿名　900円'])
  const moment = await aMoment()
  const paper = await made({ postedUntil: moment })
  const text = await textOf(paper)
  for (const words of ['寄附の年次報告', '髙橋 一郎 様', '12,000円', '家族 二子 様', '米 60kg', '帳簿の寄附金', '104,900', '匿名の方から1件']) expect(text).toContain(words)
  expect(text).not.toContain('62,500')
  // Ordered again as of the same moment it is the same to the byte.
  expect(Buffer.compare(paper, await made({ postedUntil: moment }))).toBe(0)

  const [saved] = (await listSavedReports(deps, { limit: 10 })).rows
  if (saved === undefined) throw new Error('nothing was saved')
  expect(saved).toMatchObject({ kind: 'donation_year', moment, title: '令和8年度 寄附の年次報告（令和8年10月31日まで）' })
  expect(JSON.stringify((await database.db.pool.query('SELECT figures FROM saved_report')).rows)).not.toContain('髙橋')
  await database.db.pool.query(`UPDATE donation SET consent = 'undecided' FROM journal_entry e JOIN supporter s ON s.id = e.payer_id WHERE e.id = donation.entry_id AND s.name = '髙橋 一郎'`)
  const again = await textOf(await made({ savedReportId: saved.reportId }))
  expect(again).not.toContain('髙橋')
  expect(again).toContain('104,900')

  await done(postGift(deps, actors.accountant, { giftId: deps.newId(), gift: aGift(council, { receivedOn: '2026-10-20', shares: [[null, 2_000]] }) }))
  const { changes } = (await readSavedReport(deps, saved.reportId)) ?? { changes: [] }
  expect(changes.filter(({ section }) => section === '寄附金')).toMatchObject([{ thenYen: 104_900, nowYen: 106_900 }])
  for (const { since, differenceYen } of changes) if (since !== null) expect((await listPostings(deps, { filter: since })).totalYen).toBe(differenceYen)
})

test('the tables go out as Excel and CSV with the names, and it is written down who took them', async () => {
  const [xlsx, csv] = [await exportDonationYear(council.deps, council.actors.auditor, { ...asked, format: 'xlsx' }), await exportDonationYear(council.deps, council.actors.auditor, { ...asked, format: 'csv_cp932' })]
  expect(xlsx).toMatchObject({ ok: true, value: { fileName: '寄附の年次報告_令和8年度_2026-10-31.xlsx' } })
  const text = csv.ok ? new TextDecoder('shift_jis').decode(Buffer.from(csv.value.content, 'base64')) : ''
  expect(text).toContain('帳簿の寄附金,')
  expect(text).toContain('家族 二子 様,')
  expect(await database.db.prisma.auditEvent.count({ where: { action: 'donation_list.export' } })).toBe(2)
})

async function aGiver(name: string): Promise<SupporterId> {
  return (await done(createSupporter(council.deps, council.actors.accountant, supporterDetailsSchema.parse({ kind: 'person', name, kana: 'キフ' })))).supporterId
}

async function give(gift: Parameters<typeof aGift>[1]): Promise<JournalEntryId> {
  return (await done(postGift(council.deps, council.actors.accountant, { giftId: council.deps.newId(), gift: aGift(council, gift) }))).id
}

/** Each amount with a filter is that of the list it opens, each table adds up, and the single gifts leave nothing of the ledger unexplained. */
async function equalsLedger(year: DonationYear): Promise<void> {
  const { total, funds, kinds, ways, channels, months, figures, cut } = year
  const { rows } = await database.db.pool.query<{ sum: number }>(
    `SELECT coalesce(-sum(p.amount_yen), 0)::bigint AS sum FROM posting p JOIN journal_entry e ON e.id = p.entry_id
      WHERE p.account_id = $1 AND p.fiscal_year = 2026 AND p.entry_date <= $2 AND ($3::timestamptz IS NULL OR e.posted_at <= $3)`,
    [council.account('寄附金収入'), cut.asOf, cut.postedUntil ?? null],
  )
  expect(total.amountYen).toBe(rows[0]?.sum)
  for (const sums of [funds, kinds, ways, channels, months]) {
    expect(sums.reduce((sum, each) => sum + each.amountYen, 0)).toBe(total.amountYen)
    expect(sums.reduce((sum, each) => sum + each.lastYen, 0)).toBe(total.lastYen)
  }
  for (const { filter, lastFilter, amountYen, lastYen } of [total, ...funds, ...months]) {
    if (filter !== null) expect((await listPostings(council.deps, { filter })).totalYen).toBe(amountYen)
    if (lastFilter !== null) expect((await listPostings(council.deps, { filter: lastFilter })).totalYen).toBe(lastYen)
  }
  for (const [{ amountYen, batchYen, earlierYen }, ledgerYen] of [[figures.now, total.amountYen], [figures.last, total.lastYen]] as const) expect(amountYen + batchYen + earlierYen).toBe(ledgerYen)
}

function printed({ columns, rows, total }: ReportTable): string {
  const lines = [...rows, ...(total === null ? [] : [total])]
  return printedTable(columns.map(({ heading, kind }) => ({ heading, isRight: kind !== 'text' })), lines.map((line) => line.map(printedCell)))
}

async function made(change: { postedUntil?: string; savedReportId?: string }): Promise<Buffer> {
  const { deps, actors } = council
  const order = donationYearOrderSchema.parse({ kind: 'donation_year', ...asked, ...change })
  const { runId } = await done(orderDocument(deps, actors.accountant, { order, makers: paperMakers }))
  expect(await workOffRun({ deps, makers: paperMakers, runId })).toBeNull()
  const run = await readDocumentRun(deps, 'accountant', runId)
  const stored = run?.documentId == null ? null : await readStoredDocument(deps, run.documentId)
  if (stored === null) throw new Error('no document was kept')
  return stored.bytes
}

async function textOf(paper: Uint8Array): Promise<string> {
  return (await drawPdf(paper)).pages.map(({ text }) => text).join('\n')
}

async function aMoment(): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, 5))
  const { rows } = await database.db.pool.query<{ now: Date }>('SELECT clock_timestamp() AS now')
  await new Promise((resolve) => setTimeout(resolve, 5))
  return rows[0]?.now.toISOString() ?? ''
}
