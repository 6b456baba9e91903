import { localDate } from '@sasaeai/domain/calendar/local-date'
import { fundStanding } from '@sasaeai/domain/donation/fund/fund-standing'
import { type TransferFundInput, transferFundSchema } from '@sasaeai/domain/donation/fund/transfer-fund-input'
import { yen } from '@sasaeai/domain/money/yen'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aFundReport, reportOfMeals } from '@sasaeai/testing/a-fund-report'
import { aFundUse, giveToFund } from '@sasaeai/testing/a-fund-use'
import { databaseThatBreaks } from '@sasaeai/testing/database-that-breaks'
import { momentOfBooks } from '@sasaeai/testing/moment-of-books'
import { printedLedger } from '@sasaeai/testing/printed-ledger'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { done } from '@sasaeai/testing/a-grant'
import { readTableFile } from '@sasaeai/documents/read-table-file'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkLedger } from '../../ledger/check-ledger.ts'
import { postEntries } from '../../ledger/post-entries.ts'
import { ofNow, readReportMoment } from '../../ledger/report-moment.ts'
import { reverseEntry } from '../../ledger/reverse-entry.ts'
import { inTransaction } from '@sasaeai/db/in-transaction'
import { entryOfFundTransfer } from '@sasaeai/domain/donation/fund/entry-of-fund-transfer'
import { id } from '@sasaeai/domain/ids'
import { exportFund } from './export-fund.ts'
import { exportFunds } from './export-funds.ts'
import { listFundStandings, readFund } from './fund-queries.ts'
import { publicFundReportsText } from './public-fund-reports.ts'
import { publishFundReport, takeBackFundReport } from './publish-fund-report.ts'
import { removeFundReport, saveFundReport } from './save-fund-report.ts'
import { transferFund } from './transfer-fund.ts'
import { useFund } from './use-fund.ts'

let database: TestDatabase
let council: ACouncil

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  await giveToFund(council, ['子ども食堂応援', 50_000])
})
afterEach(async () => {
  expect((await checkLedger(council.deps)).results.filter(({ faults }) => faults > 0)).toEqual([])
  await database.drop()
})

const wanted = (change: Partial<TransferFundInput> = {}) => transferFundSchema.parse({
  transferId: council.deps.newId(), fundId: council.fund('子ども食堂応援'), toFundId: council.fund('移送サービス'), transferredOn: localDate('2026-10-25'),
  amountYen: 20_000, incomeAccountId: council.account('寄附金収入'), reason: '寄附者の同意による（10月20日 文書）', ...change,
})
const transfer = (change: Partial<TransferFundInput> = {}) => transferFund(council.deps, council.actors.accountant, wanted(change))

async function standingOf(name: string) {
  const found = await readFund(council.deps, { fundId: council.fund(name), fiscalYear: council.fiscalYear })
  if (found === null) throw new Error('the fund is gone')
  return fundStanding(found.fund.movements, council.fiscalYear)
}

test('a gift is partly spent, partly carried to another fund, and every fund adds up', async () => {
  await useFund(council.deps, council.actors.accountant, aFundUse(council))
  const carried = await transfer()
  if (!carried.ok) throw new Error(carried.code)
  expect(await standingOf('子ども食堂応援')).toEqual({ carriedYen: 0, receivedYen: 50_000, transferredYen: -20_000, usedYen: 12_000, balanceYen: 18_000, receivedInAllYen: 50_000 })
  expect(await standingOf('移送サービス')).toMatchObject({ receivedYen: 0, transferredYen: 20_000, balanceYen: 20_000, receivedInAllYen: 0 })
  await reverseEntry(council.deps, council.actors.accountant, { entryId: carried.value.id, reversalDate: localDate('2026-10-26'), reason: '振替先の誤り' })
  expect(await standingOf('移送サービス')).toMatchObject({ transferredYen: 0, balanceYen: 0 })
  expect(await printedLedger(database.db)).toMatchInlineSnapshot(`
    伝票  日付      借方科目    借方金額  貸方科目    貸方金額  件数  財源・運動・方法・地域  摘要
       1  R8.10.15  普通預金      50,000  寄附金収入    50,000     1  寄附金                  寄附金 子ども食堂応援
       2  R8.10.20  事業費支出    12,000  普通預金      12,000                                子ども食堂応援 食材 10月分
       3  R8.10.25  寄附金収入    20,000  寄附金収入    20,000                                基金の振替 子ども食堂応援 → 移送サービス（寄附者の同意による（10月20日 文書））
       4  R8.10.26  寄附金収入    20,000  寄附金収入    20,000                                取消 基金の振替 子ども食堂応援 → 移送サービス（振替先の誤り）
  `)
  const full = await readFund(council.deps, { fundId: council.fund('子ども食堂応援'), fiscalYear: council.fiscalYear })
  expect(full?.movements).toMatchObject([
    { transferredYen: 20_000, isReversal: true }, { transferredYen: -20_000, isReversed: true, reason: '寄附者の同意による（10月20日 文書）' }, { usedYen: 12_000, isReversed: false },
  ])
  expect(full?.choices).toMatchObject({ usualExpenseId: council.account('事業費支出'), usualCashId: council.account('普通預金'), usualIncomeId: council.account('寄附金収入') })
})

test('restricted money goes elsewhere only for a reason, which PostgreSQL asks for as well; general money needs none', async () => {
  expect(await transfer({ reason: '' })).toEqual({ ok: false, code: 'transfer_reason_missing', field: 'reason' })
  const slipped = inTransaction(database.db, (tx) => postEntries({ deps: council.deps, actor: council.actors.accountant, tx }, [{
    entry: entryOfFundTransfer(wanted({ reason: '' }), { fromName: '', toName: '' }, { id: id(council.deps.newId()), postedById: council.actors.accountant.userId }),
    audit: { action: 'ledger.post', subjectKind: 'journal_entry', subjectId: 'x' },
  }]))
  await expect(slipped).rejects.toThrow('gives its reason')
  await giveToFund(council, ['地域福祉全般', 5_000])
  expect(await transfer({ fundId: council.fund('地域福祉全般'), amountYen: yen(5_000), reason: '' })).toMatchObject({ ok: true })
})

test('a transfer never takes more than there is, goes to another fund that is in use, and is booked once', async () => {
  expect(await transfer({ amountYen: yen(50_001) })).toMatchObject({ code: 'fund_exceeded', about: '50,000円' })
  expect(await transfer({ toFundId: council.fund('子ども食堂応援') })).toMatchObject({ code: 'transfer_to_itself' })
  expect(await transfer({ incomeAccountId: council.account('現金') })).toMatchObject({ code: 'transfer_account_unusable' })
  const once = wanted()
  const answers = await Promise.all(Array.from({ length: 6 }, () => transferFund(council.deps, council.actors.accountant, once)))
  expect(new Set(answers.map((answer) => answer.ok && answer.value.id)).size).toBe(1)
  expect(await standingOf('子ども食堂応援')).toMatchObject({ balanceYen: 30_000 })
})

test('a server killed in the middle of a transfer carries nothing, and the next try carries it once', async () => {
  const once = wanted()
  let cutAt = 1
  for (; cutAt < 40; cutAt += 1) {
    const broken = databaseThatBreaks(database.db, database.ownerUrl, cutAt)
    if ((await transferFund({ ...council.deps, db: broken.db }, council.actors.accountant, once).catch(() => null)) !== null) break
    expect(await standingOf('移送サービス')).toMatchObject({ balanceYen: 0 })
  }
  expect(cutAt).toBeGreaterThan(5)
  expect(await standingOf('移送サービス')).toMatchObject({ balanceYen: 20_000 })
})

test('a report is written, published with the figures of that day, read by anybody, and taken back before it is changed', async () => {
  const { deps, actors, fiscalYear } = council
  await useFund(deps, actors.accountant, aFundUse(council))
  const reportId = await aFundReport(council)
  expect(JSON.parse((await publicFundReportsText(deps)).text)).toEqual({ council: 'ささえ市社会福祉協議会', reports: [] })
  expect(await publishFundReport(deps, actors.accountant, { reportId, revision: 1 })).toEqual({ ok: true, value: null })
  await useFund(deps, actors.accountant, aFundUse(council, { amountYen: yen(8_000) }))
  expect(JSON.parse((await publicFundReportsText(deps)).text)).toMatchObject({
    reports: [{ fund: '子ども食堂応援', title: reportOfMeals.title, figures: { receivedYen: 50_000, usedYen: 12_000, balanceYen: 38_000, asOf: '2026-10-15' } }],
  })
  const change = { reportId, revision: 2 }
  const edit = () => saveFundReport(deps, actors.receptionist, { fundId: council.fund('子ども食堂応援'), fiscalYear, change, details: { ...reportOfMeals, beneficiaries: 250 } })
  expect(await edit()).toMatchObject({ code: 'report_published' })
  expect(await removeFundReport(deps, actors.receptionist, change)).toMatchObject({ code: 'report_published' })
  await expect(database.db.pool.query(`UPDATE fund_report SET body = 'x' WHERE id = $1`, [reportId])).rejects.toMatchObject({ code: 'SA001' })
  expect(await takeBackFundReport(deps, actors.accountant, { reportId, reason: '人数の誤り' })).toMatchObject({ ok: true })
  expect(await takeBackFundReport(deps, actors.accountant, { reportId, reason: '人数の誤り' })).toMatchObject({ code: 'report_not_published' })
  expect(JSON.parse((await publicFundReportsText(deps)).text)).toMatchObject({ reports: [] })
  change.revision = 3
  expect(await edit()).toMatchObject({ ok: true })
  expect(await edit()).toMatchObject({ code: 'changed_meanwhile' })
  change.revision = 4
  expect(await removeFundReport(deps, actors.receptionist, change)).toMatchObject({ ok: true })
})

test('what stood at a moment is read as it was then, whatever is given, spent, carried and taken back since', async () => {
  const { deps, actors, fiscalYear } = council
  const used = await useFund(deps, actors.accountant, aFundUse(council))
  if (!used.ok) throw new Error(used.code)
  const fundId = council.fund('子ども食堂応援')
  const seen = async (at = ofNow) => {
    const full = await readFund(deps, { fundId, fiscalYear }, at)
    return { funds: await listFundStandings(deps, at), fund: full?.fund, movements: full?.movements }
  }
  const then = await seen()
  const postedUntil = await momentOfBooks(database.db)
  const at = await readReportMoment(deps, postedUntil)
  expect(await seen(at)).toEqual(then)
  await giveToFund(council, ['移送サービス', 7_000])
  await transfer()
  await reverseEntry(deps, actors.accountant, { entryId: used.value.id, reversalDate: localDate('2026-10-26'), reason: '二重の記帳' })
  expect(await seen(at)).toEqual(then)
  expect(await readReportMoment(deps, postedUntil)).toEqual(at)
  expect((await seen()).movements).toHaveLength(3)
  expect(await standingOf('移送サービス')).toMatchObject({ receivedYen: 7_000, balanceYen: 27_000 })

  const value = await done(exportFunds(deps, { fiscalYear, postedUntil, format: 'xlsx' }))
  const table = await readTableFile(Buffer.from(value.content, 'base64'))
  if (!table.ok) throw new Error(table.code)
  expect(table.lines.find(({ cells: [, name] }) => name === '子ども食堂応援')?.cells.slice(4, 9)).toEqual(['0', '50000', '0', '12000', '38000'])
  expect(table.unreadSheets).toEqual(['時点'])
  const one = Buffer.from((await done(exportFund(deps, { fundId, fiscalYear, postedUntil, format: 'csv' }))).content, 'base64').toString('utf8').split('\r\n')
  expect(one.filter((line) => line.startsWith(',合計'))).toEqual([',合計,,,12000,0,,'])
  expect(one).toEqual(expect.arrayContaining(['使用と振替', '年度ごとの収支', '令和8年度,0,50000,0,12000,38000', 'この表の時点']))
})

test('the list goes out as Excel with its totals', async () => {
  await useFund(council.deps, council.actors.accountant, aFundUse(council))
  const value = await done(exportFunds(council.deps, { fiscalYear: council.fiscalYear, format: 'xlsx' }))
  const table = await readTableFile(Buffer.from(value.content, 'base64'))
  if (!table.ok) throw new Error(table.code)
  const lines = table.lines.map(({ cells }) => cells)
  expect(lines.find(([, name]) => name === '子ども食堂応援')?.slice(3, 9)).toEqual(['指定あり', '0', '50000', '0', '12000', '38000'])
  expect(lines.at(-1)?.slice(4, 9)).toEqual(['0', '50000', '0', '12000', '38000'])
})
