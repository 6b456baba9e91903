import { localDate } from '@sasaeai/domain/calendar/local-date'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { yen } from '@sasaeai/domain/money/yen'
import { type ACouncil, aCouncil } from '@sasaeai/testing/a-council'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { printedTable } from '@sasaeai/testing/printed-table'
import { csvRows } from '@sasaeai/testing/csv-rows'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { correctEntry } from '../../ledger/correct-entry.ts'
import { listPostings } from '../../ledger/posting-list-queries.ts'
import { exportDashboard } from '../export-dashboard.ts'
import { exportSavedReport } from './export-saved-report.ts'
import { exportSavedReports } from './export-saved-reports.ts'
import { listSavedReports, readSavedReport } from './saved-report-queries.ts'
import { saveReport } from './save-report.ts'

let database: TestDatabase
let council: ACouncil

beforeAll(async () => {
  database = await createTestDatabase()
  const laid = await aCouncil(database.db)
  // Reports are saved as of the present: the clock of the entries.
  council = { ...laid, deps: { ...laid.deps, now: () => new Date() } }
})
afterAll(() => database.drop())

const asOf = localDate('2026-10-31')
const columns = [{ heading: '区分' }, { heading: '数字' }, ...['保存したとき', 'いま', '差'].map((heading) => ({ heading, isRight: true }))]

test('a saved report keeps its figures and the names of its day, and says what has changed since, with the entries behind it', async () => {
  const { deps, actors, fiscalYear } = council
  const slip = aSlip(council, { amountYen: yen(25_000) })
  const { id } = await bookSlip(council, slip)
  await aMoment()
  const saved = await saveReport(deps, actors.executive, { kind: 'funding_dashboard', fiscalYear, asOf })
  if (!saved.ok) throw new Error(saved.code)
  const before = await readSavedReport(deps, saved.value.reportId)
  expect(before?.changes).toEqual([])
  expect(before?.figures).toContainEqual(expect.objectContaining({ label: '社協会費　令和8年度', amountYen: 25_000 }))

  await aMoment()
  const { slipId: _slip, ...contribution } = slip
  const corrected = await correctEntry(deps, actors.accountant, {
    entryId: id, reversalDate: localDate('2026-10-20'), reason: '金額の入力誤り', contribution: { ...contribution, entryDate: localDate('2026-10-20'), amountYen: yen(52_000) },
  })
  expect(corrected.ok).toBe(true)
  await database.db.prisma.fundingSource.update({ where: { id: council.source('社協会費') }, data: { name: '会費収入（新）' } })
  const after = await readSavedReport(deps, saved.value.reportId)
  expect(after?.figures).toEqual(before?.figures)
  expect(printedTable(columns, (after?.changes ?? []).map(({ section, label, thenYen, nowYen, differenceYen }) => [section, label, thenYen, nowYen, differenceYen].map(String)))).toMatchInlineSnapshot(`
    区分  数字                                     保存したとき   いま     差
    合計  収入（会費・寄附・補助など）　令和8年度         25000  52000  27000
    財源  社協会費　令和8年度                             25000  52000  27000
    校区  日吉校区　社協会費　令和8年度                   25000  52000  27000
  `)
  for (const { since, differenceYen } of after?.changes ?? []) {
    if (since === null) continue
    expect(await listPostings(deps, { filter: since })).toMatchObject({ count: 2, totalYen: differenceYen })
  }
  expect((await listSavedReports(deps, { limit: 10 })).rows).toMatchObject([{ title: '令和8年度 財源ダッシュボード（令和8年10月31日まで）', savedByName: '役員', documentId: null }])
  const written = await csvRows(exportSavedReport(deps, { reportId: saved.value.reportId, format: 'csv' }))
  expect(written).toContainEqual(['財源', '社協会費　令和8年度', '25000'])
  expect(written).toContainEqual(['校区', '日吉校区　社協会費　令和8年度', '25000', '52000', '27000'])
  const list = await exportSavedReports(deps, { format: 'csv' })
  expect(list.ok && Buffer.from(list.value.content, 'base64').toString('utf8').split('\r\n')[1]).toMatch(/^令和8年度 財源ダッシュボード（令和8年10月31日まで）,財源ダッシュボード,令和8年度,.*,役員,$/)
  expect(postedUntilWords(after?.moment ?? '')).toContain('までに記帳した分')
})

test('what was saved cannot be changed, and nothing is saved of a moment that lies ahead', async () => {
  const { deps, actors, fiscalYear } = council
  await expect(database.db.pool.query("UPDATE saved_report SET title = 'x'")).rejects.toThrow()
  await expect(database.db.pool.query('DELETE FROM saved_report')).rejects.toThrow()
  const ahead = await saveReport(deps, actors.accountant, { kind: 'funding_dashboard', fiscalYear, postedUntil: '2150-01-01T00:00:00.000Z' })
  expect(ahead).toMatchObject({ ok: false, code: 'moment_ahead' })
})

test('the tables go out as Excel and as CSV in both codes; a name that CP932 cannot carry is told', async () => {
  const { deps, fiscalYear } = council
  const [xlsx, utf8, cp932] = await Promise.all((['xlsx', 'csv', 'csv_cp932'] as const).map((format) => exportDashboard(deps, { fiscalYear, asOf, format })))
  expect(xlsx).toMatchObject({ ok: true, value: { fileName: '財源ダッシュボード_令和8年度_2026-10-31.xlsx' } })
  const text = utf8?.ok === true ? Buffer.from(utf8.value.content, 'base64').toString('utf8') : ''
  expect(text).toContain('収入の内訳\r\n財源,今年度（円）,前年同日（円）')
  // Shift_JIS has one dash for both.
  const bytes = cp932?.ok === true ? Buffer.from(cp932.value.content, 'base64') : Buffer.of()
  expect(new TextDecoder('shift_jis').decode(bytes).replace(/^\ufeff/, '')).toBe(text.replace(/^\ufeff/, '').replaceAll('—', '―'))
  await database.db.prisma.fundingSource.update({ where: { id: council.source('社協会費') }, data: { name: '𠮷田会費' } })
  expect(await exportDashboard(deps, { fiscalYear, asOf, format: 'csv_cp932' })).toMatchObject({ ok: false, code: 'not_in_cp932' })
})

/** Entries are told apart by the millisecond. */
function aMoment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5))
}
