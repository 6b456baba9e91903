import { readTableFile } from '@sasaeai/documents/read-table-file'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import type { JournalExportId, JournalExportProfileId } from '@sasaeai/domain/ids'
import type { JournalSpan } from '@sasaeai/domain/ledger/journal-export/journal-export-input'
import { yen } from '@sasaeai/domain/money/yen'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { csvRows } from '@sasaeai/testing/csv-rows'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { onServer } from '@sasaeai/testing/test-cluster'
import { done } from '@sasaeai/testing/a-grant'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveGroundItem } from '../../council/save-ground-item.ts'
import { reverseEntry } from '../reverse-entry.ts'
import { downloadJournalExport } from './download-journal-export.ts'
import { exportJournalList } from './export-journal-list.ts'
import { exportJournalProfiles } from './export-journal-profiles.ts'
import { journalProfileTable } from './journal-profile-table.ts'
import { listExportedEntries } from './list-exported-entries.ts'
import { listJournalExports } from './list-journal-exports.ts'
import { listJournalProfiles } from './list-journal-profiles.ts'
import { makeJournalExport } from './make-journal-export.ts'
import { previewJournalExport } from './preview-journal-export.ts'

let database: TestDatabase
let council: ACouncil
let firstExport: JournalExportId

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  await bookSlip(council, aSlip(council, { note: '=6月分' }))
  await bookSlip(council, aSlip(council, { entryDate: localDate('2026-10-16'), amountYen: yen(500), fundingSourceId: council.source('寄附金'), duesKindId: undefined, count: 0, note: '髙橋様' }))
})
afterAll(() => database.drop())

test('the preview shows the first lines as the file will hold them, and what it comes to', async () => {
  const preview = await previewed(await span('yayoi'))
  expect(preview).toMatchObject({ entries: 2, postings: 4, debitYen: 26_000, creditYen: 26_000, unwritable: [], exportedAlready: 0, requiresAccounts: false })
  expect(preview.headings).toHaveLength(25)
  expect(preview.unmapped.map(({ name }) => name)).toEqual(['現金', '会費収入', '寄附金収入'])
  expect(preview.lines[0]?.slice(0, 9)).toEqual([2000, 1, '', '2026/10/15', '現金', '', '', '対象外', 25_500])
})

test('an export is numbered and totalled, and its file is what 弥生 reads', async () => {
  firstExport = await made(await span('yayoi'))
  expect(await printedFile(firstExport)).toMatchInlineSnapshot(`
    2000,1,,2026/10/15,現金,,,対象外,25500,,会費収入,社協会費,,対象外,25500,,社協会費 一般会費 日吉一丁目自治会 =6月分,,,0,,,,,no
    2000,2,,2026/10/16,現金,,,対象外,500,,寄附金収入,寄附金,,対象外,500,,寄附金 日吉一丁目自治会 髙橋様,,,0,,,,,no
  `)
  expect(await listJournalExports(database.db)).toMatchObject([{ exportNumber: 1, profileName: '弥生会計（25項目）', firstDay: null, lastDay: '2026-10-31', entries: 2, postings: 4, debitYen: 26_000 }])
  expect((await listExportedEntries(database.db, { exportId: firstExport })).rows.map(({ entryNumber, debitYen }) => [entryNumber, debitYen])).toEqual([[1, 25_500], [2, 500]])
})

test('the list of exports is an Excel file, to be held against what the program took in', async () => {
  const value = await done(exportJournalList(council.deps, { format: 'xlsx' }))
  expect(value.fileName).toBe('会計ソフトへの書き出し_2026-10-15.xlsx')
  const table = await readTableFile(Buffer.from(value.content, 'base64'), value.fileName)
  expect(table.ok ? table.lines.slice(1).map(({ cells }) => cells.slice(0, 7)) : table.code).toEqual([['1', '弥生会計（25項目）', '', '2026-10-31', '2', '4', '26000'], ['', '合計', '', '', '2', '4', '26000']])
})

test('what went out does not go out again, in whatever span', async () => {
  const again = await span('yayoi', '2026-10-15')
  expect(await previewed(again)).toMatchObject({ entries: 0, exportedAlready: 2 })
  expect(await makeJournalExport(council.deps, council.actors.accountant, { span: again, entries: 2, debitYen: yen(26_000) })).toMatchObject({ ok: false, code: 'journal_export_empty' })
})

test('a reversal after the export goes out in the next one; the file of the first stays as it was, whatever is renamed', async () => {
  const before = await printedFile(firstExport)
  const { rows } = await listExportedEntries(database.db, { exportId: firstExport })
  const entryId = rows[1]?.entryId
  if (entryId === undefined) throw new Error('the export has no second entry')
  expect(await reverseEntry(council.deps, council.actors.accountant, { entryId, reversalDate: localDate('2026-10-20'), reason: '入力誤り' })).toMatchObject({ ok: true })
  await database.db.prisma.ledgerAccount.update({ where: { id: council.account('現金') }, data: { name: '小口現金', code: '9999' } })
  const second = await made(await span('yayoi'))
  expect((await printedFile(second)).split('\r\n')[0]).toMatch(/^2000,3,,2026\/10\/\d\d,寄附金収入,.*,500,,小口現金,/)
  expect(await printedFile(firstExport)).toBe(before)
  expect((await listJournalExports(database.db)).map(({ exportNumber, entries }) => [exportNumber, entries])).toEqual([[2, 1], [1, 2]])
})

test('of two people who export the same entries at once, one does and the other is told', async () => {
  await bookSlip(council, aSlip(council, { amountYen: yen(700) }))
  const wanted = { span: await span('yayoi'), entries: 1, debitYen: yen(700) }
  const outcomes = await Promise.all([1, 2].map(() => makeJournalExport(council.deps, council.actors.accountant, wanted)))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ code: expect.stringMatching(/^journal_export_(changed|empty)$/) })
  expect((await listJournalExports(database.db)).map(({ exportNumber }) => exportNumber)).toEqual([3, 2, 1])
})

test('nothing is exported that the preview did not show', async () => {
  await bookSlip(council, aSlip(council, { amountYen: yen(800) }))
  const wanted = await span('yayoi')
  await bookSlip(council, aSlip(council, { amountYen: yen(900) }))
  expect(await makeJournalExport(council.deps, council.actors.accountant, { span: wanted, entries: 1, debitYen: yen(800) })).toMatchObject({ code: 'journal_export_changed' })
})

test('an account without a counterpart keeps a format by codes from going out, and so does what CP932 lacks', async () => {
  const wanted = await span('fukushi_daijin')
  expect(await makeJournalExport(council.deps, council.actors.accountant, { span: wanted, entries: 2, debitYen: yen(1_700) })).toMatchObject({ code: 'journal_export_accounts', about: '小口現金、会費収入' })
  await bookSlip(council, aSlip(council, { amountYen: yen(600), note: '𠮷田様' }))
  expect((await previewed(wanted)).unwritable).toEqual([{ fiscalYear: 2026, entryNumber: 7, characters: '𠮷' }])
  expect(await makeJournalExport(council.deps, council.actors.accountant, { span: await span('yayoi'), entries: 3, debitYen: yen(2_300) })).toMatchObject({ code: 'journal_export_characters' })
})

test('columns that were changed meanwhile are not overwritten', async () => {
  const row = await profile('tkc')
  const { id: profileId, preset: _preset, closedOn: _closedOn, revision, ...details } = row
  const save = (name: string) => saveGroundItem(council.deps, council.actors.accountant, { table: journalProfileTable, id: profileId, revision, details: { ...details, name } })
  expect(await save('TKC（本部）')).toMatchObject({ ok: true })
  expect(await save('TKC')).toMatchObject({ ok: false, code: 'changed_meanwhile' })
  const listed = await csvRows(exportJournalProfiles(council.deps, { format: 'csv' }))
  expect(listed.map(([code]) => code)).toEqual((await listJournalProfiles(database.db)).map(({ code }) => code))
  expect(listed.find(([, name]) => name === 'TKC（本部）')?.slice(2, 4)).toEqual(['未検証', String(row.mapping.columns.length)])
})

test('the database itself refuses to change, delete, reopen or overlap an export', async () => {
  const { ownerUrl } = database
  const refused = (sql: string) => expect(onServer(ownerUrl, sql)).rejects.toThrow(/never changed or deleted|differ from its totals|duplicate key|has no entries/)
  await refused('UPDATE journal_export SET entries = 9')
  await refused('DELETE FROM journal_export_entry')
  await refused(`INSERT INTO journal_export_entry SELECT entry_id, '${firstExport}', 9 FROM journal_export_entry LIMIT 1`)
  await refused(`INSERT INTO journal_export_entry SELECT e.id, '${firstExport}', 9 FROM journal_entry e WHERE NOT EXISTS (SELECT 1 FROM journal_export_entry x WHERE x.entry_id = e.id) LIMIT 1`)
  await refused(`INSERT INTO journal_export SELECT gen_random_uuid(), 99, profile_id, profile, first_day, last_day, entries, postings, debit_yen, sha256, exported_at, exported_by_id FROM journal_export LIMIT 1`)
})

async function profile(wanted: string) {
  const row = (await listJournalProfiles(database.db)).find(({ preset }) => preset === wanted)
  if (row === undefined) throw new Error(`no profile ${wanted}`)
  return row
}

async function span(preset: string, firstDay: string | null = null): Promise<JournalSpan> {
  const profileId: JournalExportProfileId = (await profile(preset)).id
  return { profileId, firstDay: firstDay === null ? null : localDate(firstDay), lastDay: localDate('2026-10-31') }
}

async function previewed(wanted: JournalSpan) {
  const preview = await previewJournalExport(council.deps, wanted)
  if (!preview.ok) throw new Error(preview.code)
  return preview.value
}

/** Makes what the preview shows. */
async function made(wanted: JournalSpan): Promise<JournalExportId> {
  const { entries, debitYen } = await previewed(wanted)
  const outcome = await makeJournalExport(council.deps, council.actors.accountant, { span: wanted, entries, debitYen: yen(debitYen) })
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value.exportId
}


async function printedFile(exportId: JournalExportId): Promise<string> {
  const file = await downloadJournalExport(council.deps, council.actors.auditor, exportId)
  if (file === null) throw new Error('no such export')
  const chunks: Uint8Array[] = []
  for await (const bytes of file.chunks) chunks.push(bytes)
  return new TextDecoder('shift_jis').decode(Buffer.concat(chunks))
}
