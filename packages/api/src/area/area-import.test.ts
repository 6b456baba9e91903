import { exportFormats } from '@sasaeai/domain/document/export-format'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { writeCsv, type CsvCell } from '@sasaeai/documents/write-csv'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { applyAreaImport } from './apply-area-import.ts'
import { listAreas, listHouseholds } from './area-queries.ts'
import { exportAreas } from './export-areas.ts'
import { previewAreaImport } from './preview-area-import.ts'

let database: TestDatabase
let council: ACouncil

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterEach(() => database.drop())

const districtsFile = path.join(import.meta.dirname, '..', '..', '..', '..', 'prisma', 'seed', 'districts.csv')

const inputOf = (bytes: Uint8Array) => ({
  file: Buffer.from(bytes).toString('base64'),
  fiscalYear: council.fiscalYear,
  basis: 'association_membership' as const,
  asOf: localDate('2026-04-01'),
})

function csv(headings: string[], ...rows: CsvCell[][]) {
  const written = writeCsv({ headings, rows, encoding: 'cp932' })
  if (!written.ok) throw new Error('the test file has characters beyond CP932')
  return inputOf(written.bytes)
}

async function preview(input: ReturnType<typeof inputOf>) {
  const outcome = await previewAreaImport(council.deps, input)
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value
}

const apply = (input: ReturnType<typeof inputOf>, fingerprint: string, leaveOutErrors = false) =>
  applyAreaImport(council.deps, council.actors.accountant, { ...input, fingerprint, leaveOutErrors })

test('the 46 districts come in at once, under the root, with their former town as a note', async () => {
  const input = inputOf(await readFile(districtsFile))
  const { lines, fingerprint } = await preview(input)
  expect(lines).toHaveLength(46)
  expect(new Set(lines.map((line) => line.status))).toEqual(new Set(['changed', 'new']))
  expect(lines[0]).toMatchObject({
    code: '01', status: 'changed', changes: [{ label: '名称', before: '日吉校区', after: '日吉' }, { label: '備考' }],
  })
  expect(await apply(input, fingerprint)).toEqual({ ok: true, value: { added: 44, changed: 2, leftOut: 0 } })
  const areas = await listAreas(council.deps)
  expect(areas.filter((area) => area.typeName === '校区')).toHaveLength(46)
  expect(areas.find((area) => area.code === '03')).toMatchObject({ name: '南薫', note: '旧市町：久留米', level: 1 })
  expect(await database.db.prisma.auditEvent.findFirst({ where: { action: 'area.import' } })).toMatchObject({
    actorId: council.actors.accountant.userId, after: { added: 44, changed: 2 },
  })
  expect((await preview(input)).lines.every((line) => line.status === 'unchanged')).toBe(true)
})

test('one faulty line keeps all lines out, unless faulty lines are left out on purpose', async () => {
  const input = csv(['番号', '自治会名', '種類', '親コード', '世帯数'], ['02-07', '新町', '自治会', '02', 310], ['02-08', '', '自治会', '02', 5])
  const { lines, fingerprint } = await preview(input)
  expect(lines.map((line) => [line.status, ...line.errors])).toEqual([['new'], ['error', '名称を入力してください。']])
  expect(await apply(input, fingerprint)).toEqual({ ok: false, code: 'import_has_errors' })
  expect((await listAreas(council.deps)).some((area) => area.code === '02-07')).toBe(false)
  expect(await apply(input, fingerprint, true)).toEqual({ ok: true, value: { added: 1, changed: 0, leftOut: 1 } })
  const added = (await listAreas(council.deps)).find((area) => area.code === '02-07')
  expect(await listHouseholds(council.deps, council.fiscalYear)).toEqual([
    { areaId: added?.areaId, basis: 'association_membership', households: 310, asOf: '2026-04-01' },
  ])
})

test('what somebody changed after the preview is shown before anything is written', async () => {
  const input = csv(['コード', '名称'], ['01', '日吉地区'])
  const { fingerprint } = await preview(input)
  await database.db.prisma.area.update({ where: { code: '01' }, data: { name: '日吉小校区' } })
  expect(await apply(input, fingerprint)).toEqual({ ok: false, code: 'import_preview_outdated' })
})

test('what is exported reads back as unchanged, from Excel and from both kinds of CSV', async () => {
  const input = csv(['コード', '名称', '住基世帯', '加入世帯'], ['01-01', '日吉一丁目自治会', 420, 300])
  await apply(input, (await preview(input)).fingerprint)
  for (const format of exportFormats) {
    const file = await exportAreas(council.deps, { format, fiscalYear: council.fiscalYear })
    if (!file.ok) throw new Error(file.code)
    const { lines, ignoredHeadings } = await preview({ ...input, file: file.value.content })
    expect(lines.map((line) => line.status)).toEqual(Array.from({ length: 6 }, () => 'unchanged'))
    expect(ignoredHeadings).toEqual([])
  }
})

test('an export names the characters that Shift_JIS cannot carry', async () => {
  await database.db.prisma.area.update({ where: { code: '01' }, data: { name: '𠮷井' } })
  expect(await exportAreas(council.deps, { format: 'csv_cp932', fiscalYear: council.fiscalYear })).toEqual({
    ok: false, code: 'not_in_cp932', about: '𠮷（3行目の名称）',
  })
})

test('households of a year that is not open are refused in words', async () => {
  const input = { ...csv(['コード', '名称', '世帯数'], ['01', '日吉校区', 900]), fiscalYear: fiscalYear(2030) }
  expect(await apply(input, (await preview(input)).fingerprint)).toEqual({ ok: false, code: 'year_not_open' })
})

test('a file without a code column is told which heading is missing', async () => {
  expect(await previewAreaImport(council.deps, csv(['校区名', '備考'], ['日吉', '']))).toEqual({
    ok: false, code: 'import_columns_missing', field: 'file', about: 'コード',
  })
})
