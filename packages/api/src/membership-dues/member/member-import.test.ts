import { readTableFile } from '@sasaeai/documents/read-table-file'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import type { MemberImportInput } from '@sasaeai/domain/membership-dues/member/member-import-input'
import { membershipFilterSchema, membershipListSchema } from '@sasaeai/domain/membership-dues/member/membership-list-input'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { done } from '@sasaeai/testing/a-grant'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyMemberImport } from './apply-member-import.ts'
import { exportMembers } from './export-members.ts'
import { listMembers } from './list-members.ts'
import { previewMemberImport } from './preview-member-import.ts'

let database: TestDatabase
let council: ACouncil

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterAll(() => database.drop())

const headings = ['支援者番号', '名称', 'フリガナ', '電話', '種別', '口数', '入会日', '経路', '自治会番号']
const fileOf = (...lines: string[][]): MemberImportInput => ({
  file: Buffer.from([headings, ...lines].map((line) => line.join(',')).join('\r\n')).toString('base64'),
  joinedOn: localDate('2026-04-01'),
})
const register = fileOf(
  ['', '有限会社みずほ', 'ミズホ', '0942-11-2222', '法人会費', '2', 'H30.4.1', '直接', ''],
  ['', '有限会社みずほ', 'ミズホ', '0942-11-2222', '特別会費', '1', '', '直接', ''],
  ['', '支援 花子', 'シエン ハナコ', '', '特別会費', '1', '', '自治会', '01-01'],
  ['', '支援 太郎', 'シエン タロウ', '', 'どれでもない', '1', '', '', ''],
)

const preview = async (input: MemberImportInput) => {
  const plan = await previewMemberImport(council.deps, input)
  if (!plan.ok) throw new Error(plan.code)
  return plan.value
}
const apply = (input: MemberImportInput, change: { fingerprint: string; leaveOutErrors?: boolean; leaveOutNamesakes?: boolean }) =>
  applyMemberImport(council.deps, council.actors.receptionist, { leaveOutErrors: false, leaveOutNamesakes: false, ...input, ...change })

test('a register out of Excel becomes members once: the second time nothing is left to do', async () => {
  const { lines, fingerprint } = await preview(register)
  expect(lines.map(({ status }) => status)).toEqual(['new', 'new', 'new', 'error'])
  expect(await apply(register, { fingerprint })).toEqual({ ok: false, code: 'import_has_errors' })
  expect(await apply(register, { fingerprint: 'another' })).toEqual({ ok: false, code: 'import_preview_outdated' })
  expect(await apply(register, { fingerprint, leaveOutErrors: true })).toEqual({ ok: true, value: { added: 3, supporters: 2, leftOut: 1 } })
  const listed = await listMembers(council.deps, membershipListSchema.parse({ fiscalYear: 2026 }))
  const told = listed.rows.map((row) => `${row.supporterNumber} ${row.name} ${row.duesKindName} ${row.units}口 ${row.joinedOn} ${row.areaName ?? '直接'}`)
  expect(told.toSorted()).toEqual([
    '1 有限会社みずほ 法人会費 2口 2018-04-01 直接',
    '1 有限会社みずほ 特別会費 1口 2026-04-01 直接',
    '2 支援 花子 特別会費 1口 2026-04-01 日吉一丁目自治会',
  ])
  const again = await preview(register)
  expect(again.lines[0]?.isNamesake).toBe(true)
  expect(await apply(register, { fingerprint: again.fingerprint, leaveOutErrors: true, leaveOutNamesakes: true })).toEqual({
    ok: false, code: 'import_nothing_to_do',
  })
})

test('what is exported reads back as it is', async () => {
  const file = await done(exportMembers(council.deps, council.actors.receptionist, { ...membershipFilterSchema.parse({ fiscalYear: 2026 }), format: 'xlsx' }))
  const table = await readTableFile(Buffer.from(file.content, 'base64'))
  if (!table.ok) throw new Error(table.code)
  expect(table.lines).toHaveLength(5)
  expect(table.lines.at(-1)?.cells.slice(1, 7)).toEqual(['合計 3件', '', '', '', '', '4'])
  // The sum below the list is nobody.
  const { lines, ignoredHeadings } = await preview({ file: file.content, joinedOn: localDate('2026-04-01') })
  expect(lines.map(({ status }) => status)).toEqual(['unchanged', 'unchanged', 'unchanged'])
  expect(ignoredHeadings).toEqual(['自治会', '退会日', '状態', '目安額', '納入額', '納入'])
})

test('numbers of supporters follow the lines without a gap, and one audit event tells of the file', async () => {
  const many = fileOf(...Array.from({ length: 200 }, (_, index) => ['', `会社${index}`, '', '', '法人会費', '1', '', '', '']))
  const { fingerprint } = await preview(many)
  expect(await apply(many, { fingerprint })).toEqual({ ok: true, value: { added: 200, supporters: 200, leftOut: 0 } })
  const { rows } = await database.db.pool.query(`SELECT min(number), max(number), count(*) FROM supporter WHERE name LIKE '会社%'`)
  expect(rows).toEqual([{ min: 3, max: 202, count: 200 }])
  expect(await database.db.prisma.auditEvent.count({ where: { action: 'membership.import' } })).toBe(2)
})
