import { sqlStateOf } from '@sasaeai/db/sql-state'
import { writeCsv, type CsvCell } from '@sasaeai/documents/write-csv'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { incomeComposition } from '@sasaeai/domain/funding-indicator/income/income-composition'
import type { IncomeCell } from '@sasaeai/domain/funding-indicator/income/income-input'
import { formatTenths } from '@sasaeai/domain/funding-indicator/income/share-tenths'
import { id, type IncomeLineId, type IncomeTotalId } from '@sasaeai/domain/ids'
import { formatYenDelta, yen } from '@sasaeai/domain/money/yen'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { csvRows } from '@sasaeai/testing/csv-rows'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { saveGroundItem } from '../../council/save-ground-item.ts'
import { totalPostings } from '../../ledger/posting-totals.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { readGroundData } from '../../ledger/read-ground-data.ts'
import { reverseEntry } from '../../ledger/reverse-entry.ts'
import { selectPostings } from '../../ledger/select-postings.ts'
import { applyIncomeImport } from './apply-income-import.ts'
import { exportIncomeYear } from './export-income-year.ts'
import { exportIncome } from './export-income.ts'
import { incomeLineTable } from './income-line-table.ts'
import { layStandardLines } from './lay-standard-lines.ts'
import { listIncomeLines } from './list-income-lines.ts'
import { previewIncomeImport } from './preview-income-import.ts'
import { readIncomeHistory } from './read-income-history.ts'
import { readIncomeSheet } from './read-income-sheet.ts'
import { readIncomeYears } from './read-income-years.ts'
import { saveFigureAccounts } from './save-figure-accounts.ts'
import { saveIncomeYear } from './save-income-year.ts'

let database: TestDatabase
let council: ACouncil
let lines: Map<string, IncomeLineId>

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  lines = new Map((await listIncomeLines(database.db)).map((line) => [line.name, line.id]))
})
afterEach(() => database.drop())

const year = fiscalYear(2026)
const lastYear = fiscalYear(2025)

function cell(name: string, amount: number | null, change: Partial<IncomeCell> = {}): IncomeCell {
  const lineId = lines.get(name)
  if (lineId === undefined) throw new Error(`no line ${name}`)
  return {
    lineId, kind: 'settled', amountYen: amount === null ? null : yen(amount), source: '令和8年度 決算書', asOf: localDate('2027-03-31'), note: '',
    replacesId: null, ...change,
  }
}

async function save(...totals: IncomeCell[]) {
  return saveIncomeYear(council.deps, council.actors.accountant, { fiscalYear: year, totals, figures: [] })
}

async function newestId(name: string): Promise<IncomeTotalId> {
  const { lines: told } = await readIncomeSheet(council.deps, year)
  return told.find((line) => line.name === name)?.settled?.id ?? id('00000000-0000-7000-8000-000000000000')
}

/** The composition as a board reads it: line, amount, share. */
async function printed(asOf?: string): Promise<string[]> {
  const income = await readIncomeYears(council.deps, { first: year, last: year, at: await readReportMoment(council.deps, asOf) })
  const { rows, totals } = incomeComposition(income, 'settled')
  const said = rows.map(({ of, cells: [only] }) => `${of.name} ${formatYenDelta(only?.amountYen ?? yen(0))} ${formatTenths(only?.tenths ?? null)}`)
  return [...said, `計 ${formatYenDelta(totals[0] ?? yen(0))}`]
}

test('the ledger and what is booked elsewhere make one income; money held for others is in neither', async () => {
  await bookSlip(council, aSlip(council))
  const held = { fundingSourceId: council.source('共同募金'), campaignId: council.campaign('赤い羽根共同募金'), methodId: council.method('戸別募金') }
  await bookSlip(council, aSlip(council, { duesKindId: undefined, fundingSourceId: held.fundingSourceId, campaignId: held.campaignId, collectionMethodId: held.methodId, amountYen: yen(90_000) }))
  expect(await save(cell('介護保険サービス', 60_000), cell('会費', 4_500), cell('受取利息', -3))).toEqual({ ok: true, value: { saved: 3 } })
  expect(await printed()).toEqual(['会費 30,000 33.3%', '介護保険サービス 60,000 66.7%', '受取利息 △3 0.0%', '計 89,997'])

  const written = await csvRows(exportIncomeYear(council.deps, { fiscalYear: year, format: 'csv' }))
  expect(written.find(([, name]) => name === '会費')?.slice(3, 9)).toEqual(['', '25500', '4500', '30000', '令和8年度 決算書', '2027-03-31'])
  expect(written.find(([, name]) => name === '受取利息')?.slice(3, 7)).toEqual(['', '0', '-3', '-3'])

  // The ledger's part opens exactly the entries that it is made of.
  const income = await readIncomeYears(council.deps, { first: year, last: year, at: { moment: null, position: null } })
  const [part] = income.years[0]?.amounts[0]?.parts ?? []
  expect(part).toMatchObject({ name: '社協会費', amountYen: 25_500 })
  const ground = await readGroundData(database.db)
  expect(part && (await totalPostings(database.db, selectPostings(part.filter, ground)))).toEqual({ count: 1, totalYen: 25_500 })
})

test('a source that no line counts stays in sight, and a source belongs to one line', async () => {
  await bookSlip(council, aSlip(council))
  const [dues, donation] = ['会費', '寄附金'].map((name) => lines.get(name))
  const known = (await listIncomeLines(database.db)).find((line) => line.id === dues)
  if (known === undefined || donation === undefined) throw new Error('the standard lines are missing')
  const { code, name, category, displayOrder, revision } = known
  const saveLine = (lineId: IncomeLineId, of: number, sourceIds: typeof known.sourceIds) => saveGroundItem(council.deps, council.actors.accountant, {
    table: incomeLineTable, id: lineId, revision: of, details: lineId === dues ? { code, name, category, displayOrder, sourceIds } : { code: '30', name: '寄附金', category: 'donation', displayOrder: 30, sourceIds },
  })
  expect(await saveLine(donation, 2, [council.source('寄附金'), council.source('社協会費')])).toMatchObject({ ok: false, code: 'income_source_taken', about: '社協会費' })
  expect(await saveLine(known.id, revision, [council.source('共同募金')])).toMatchObject({ ok: false, code: 'income_source_held' })
  expect(await saveLine(known.id, revision, [])).toMatchObject({ ok: true })
  expect(await printed()).toEqual(['区分のない財源 25,500 100.0%', '計 25,500'])
  // Two who had the form open: the sources are a part of it, though they stand in rows of their own.
  expect(await saveLine(known.id, revision, [council.source('社協会費')])).toMatchObject({ ok: false, code: 'changed_meanwhile' })
  expect(await layStandardLines(council.deps, council.actors.accountant)).toEqual({ ok: true, value: { added: 0 } })
})

test('what was told stays: corrected by a new row, taken back by an empty one, and readable as of any moment', async () => {
  const slip = await bookSlip(council, aSlip(council))
  await save(cell('貸付事業', 10_000))
  const before = await instantAfter()
  const first = await newestId('貸付事業')
  expect(await save(cell('貸付事業', 12_000, { replacesId: first, note: '監査で直した' }))).toEqual({ ok: true, value: { saved: 1 } })
  // Somebody who still sees the first amount is told, and nothing is lost.
  expect(await save(cell('貸付事業', 11_000, { replacesId: first }))).toMatchObject({ ok: false, code: 'income_changed_meanwhile', about: '「貸付事業」の決算' })
  // The same again is no row.
  expect(await save(cell('貸付事業', 12_000, { replacesId: await newestId('貸付事業'), note: '監査で直した' }))).toEqual({ ok: true, value: { saved: 0 } })
  const reversed = await reverseEntry(council.deps, council.actors.accountant, { entryId: slip.id, reversalDate: localDate('2026-10-15'), reason: '二重' })
  expect(reversed.ok).toBe(true)
  expect(await printed()).toEqual(['貸付事業 12,000 100.0%', '計 12,000'])
  expect(await printed(before)).toEqual(['会費 25,500 71.8%', '貸付事業 10,000 28.2%', '計 35,500'])

  await save(cell('貸付事業', null, { replacesId: await newestId('貸付事業') }))
  expect(await printed()).toEqual(['計 0'])
  const history = await readIncomeHistory(council.deps, { fiscalYear: year, of: { lineId: cell('貸付事業', 1).lineId, kind: 'settled' } })
  expect(history.map(({ amountYen, note, recordedBy }) => [amountYen, note, recordedBy])).toEqual([
    [null, '', '会計担当'], [12_000, '監査で直した', '会計担当'], [10_000, '', '会計担当'],
  ])
})

test('neither the program nor the owner changes what was told', async () => {
  await save(cell('貸付事業', 10_000))
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const refusalOf = (sql: string, by: { query: (text: string) => Promise<unknown> }) => by.query(sql).then(() => null, sqlStateOf)
  for (const sql of ['UPDATE income_total SET amount_yen = 1', 'DELETE FROM income_total', 'TRUNCATE income_total', 'DELETE FROM year_figure']) {
    expect([sql, await refusalOf(sql, owner)]).toEqual([sql, 'SA001'])
  }
  expect(await refusalOf('UPDATE income_total SET amount_yen = 1', database.db.pool)).toBe('42501')
  await owner.end()
})

test('a 基礎数値 is what is told and what its accounts come to', async () => {
  const fee = council.account('支払手数料')
  const { deps, actors: { accountant } } = council
  expect(await saveFigureAccounts(deps, accountant, { figure: 'fundraising_cost', accountIds: [council.account('現金')] })).toMatchObject({ ok: false, code: 'figure_account_unusable' })
  expect(await saveFigureAccounts(deps, accountant, { figure: 'fundraising_cost', accountIds: [fee] })).toEqual({ ok: true, value: { accounts: 1 } })
  const figures = async () => (await readIncomeYears(deps, { first: year, last: year, at: { moment: null, position: null } })).years[0]?.figures
  expect(await figures()).toEqual({ fundraising_cost: null, community_welfare_cost: null, total_expense: null })
  const told = { figure: 'fundraising_cost' as const, amountYen: yen(3_000), source: '', asOf: null, note: '', replacesId: null }
  expect(await saveIncomeYear(deps, accountant, { fiscalYear: year, totals: [], figures: [told] })).toEqual({ ok: true, value: { saved: 1 } })
  expect(await figures()).toMatchObject({ fundraising_cost: 3_000 })
  const written = await csvRows(exportIncomeYear(deps, { fiscalYear: year, format: 'csv' }))
  expect(written).toContainEqual(['募金・寄附集めの経費', '', '支払手数料', '3000', '', '', ''])
})

function fileOf(headings: string[], ...rows: CsvCell[][]) {
  const written = writeCsv({ headings, rows, encoding: 'cp932' })
  if (!written.ok) throw new Error('the test file has characters beyond CP932')
  return { file: Buffer.from(written.bytes).toString('base64') }
}

async function preview(input: ReturnType<typeof fileOf>) {
  const outcome = await previewIncomeImport(council.deps, input)
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value
}

test('several years come in from a file at once; the same file changes nothing the second time', async () => {
  const input = fileOf(
    ['年度', '区分', '予算額', '決算額', '出典', '時点'],
    ['令和6年度', '介護保険サービス', '１７０，０００，０００', '168,400,120', '資金収支計算書', 'R7.3.31'],
    ['R7', '介護保険サービス', 165_000_000, null, '', ''],
    ['2025', '受取利息', '△1,200', 0, '通帳', '20260331'],
  )
  const { lines: planned, fingerprint } = await preview(input)
  expect(planned.map(({ status, year: of, name, cells }) => [status, of, name, cells.length])).toEqual([
    ['new', '令和6年度', '介護保険サービス', 2], ['new', '令和7年度', '介護保険サービス', 1], ['new', '令和7年度', '受取利息', 2],
  ])
  expect(await applyIncomeImport(council.deps, council.actors.accountant, { ...input, fingerprint })).toEqual({ ok: true, value: { saved: 5, years: 2 } })
  const again = await preview(input)
  expect(again.lines.every(({ status }) => status === 'unchanged')).toBe(true)
  expect(await applyIncomeImport(council.deps, council.actors.accountant, { ...input, fingerprint: again.fingerprint })).toMatchObject({ ok: false, code: 'import_nothing_to_do' })

  // What was written out comes in again as it is.
  const written = await exportIncome(council.deps, { first: lastYear, last: year, format: 'csv_cp932' })
  if (!written.ok) throw new Error(written.code)
  const back = await preview({ file: written.value.content })
  expect(back.lines.map(({ status, errors }) => [status, ...errors])).toEqual([['unchanged'], ['unchanged']])
})

test('one faulty line keeps the whole file out, and each fault names its column', async () => {
  const input = fileOf(
    ['年度', 'コード', '決算', '時点'],
    ['令和7年度', '80', '1,000', ''], ['7', '81', '1.5', '2月30日'], ['令和7年度', '77', '5', ''], ['R7', '80', '2,000', ''],
  )
  const { lines: planned, fingerprint } = await preview(input)
  expect(planned.map(({ lineNumber, status, errors }) => [lineNumber, status, ...errors])).toEqual([
    [2, 'new'],
    [3, 'error', '「年度」：年度として読み取れません。例：令和7年度、R7、2025', '「決算（円）」：金額に小数点は使えません。円単位の整数で入力してください。例：1,500',
      '「時点」：その日付は暦にありません。月と日を確かめて入力し直してください。例：R8.2.28'],
    [4, 'error', '「コード」：コード「77」の区分がありません。「収入の区分」の設定で確かめてください。'],
    [5, 'error', '2行目と同じ年度・区分です。どちらかの行を消してください。'],
  ])
  expect(await applyIncomeImport(council.deps, council.actors.accountant, { ...input, fingerprint })).toMatchObject({ ok: false, code: 'income_import_has_errors' })
  expect(await database.db.prisma.incomeTotal.count()).toBe(0)
})

/** The instant after everything that was written so far, by the clock of the database. */
async function instantAfter(): Promise<string> {
  const { rows } = await database.db.pool.query<{ now: Date }>(`SELECT pg_sleep(0.002)::text, clock_timestamp() AS now`)
  await database.db.pool.query('SELECT pg_sleep(0.002)')
  return (rows[0]?.now ?? new Date()).toISOString()
}

