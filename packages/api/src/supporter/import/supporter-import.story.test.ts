import { writeCsv } from '@sasaeai/documents/write-csv'
import { yen } from '@sasaeai/domain/money/yen'
import type { SupporterImportId } from '@sasaeai/domain/ids'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { supporterListSchema } from '@sasaeai/domain/supporter/supporter-list-input'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { csvRows } from '@sasaeai/testing/csv-rows'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { z } from 'zod'
import { createSupporter } from '../create-supporter.ts'
import { exportSupporters } from '../export-supporters.ts'
import { chooseImportLines } from './choose-import-lines.ts'
import { exportImportLines, exportSupporterImports } from './export-supporter-imports.ts'
import { mapSupporterImport, startSupporterImport } from './start-supporter-import.ts'
import { listImportLines, listSupporterImports, readSupporterImport } from './supporter-import-queries.ts'
import { takeInSupporters } from './take-in-supporters.ts'
import { discardSupporterImport, undoSupporterImport } from './undo-supporter-import.ts'

let database: TestDatabase
let council: ACouncil

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterEach(() => database.drop())

const register = async (details: Partial<z.input<typeof supporterDetailsSchema>>) => {
  const created = await createSupporter(council.deps, council.actors.receptionist, supporterDetailsSchema.parse({ kind: 'person', ...details }))
  return created.ok ? created.value : expect.unreachable()
}
const start = async (text: string | Buffer, fileName = '名簿.csv') => {
  const started = await startSupporterImport(council.deps, council.actors.accountant, { fileName, file: Buffer.from(text).toString('base64') })
  return started.ok ? started.value.importId : expect.unreachable(started.code)
}
const linesOf = async (importId: SupporterImportId) => (await listImportLines(council.deps, { importId, status: null, cursor: null })).rows
const statusesOf = async (importId: SupporterImportId) => (await linesOf(importId)).map(({ name, status, choice }) => `${name} ${status} ${choice}`)
const takeIn = (importId: SupporterImportId) => takeInSupporters(council.deps, council.actors.accountant, importId)
const registered = () => database.db.prisma.supporter.findMany({ orderBy: { number: 'asc' } })

const inCp932 = (text: string): Buffer => {
  const [headings = [], ...rows] = text.trim().split('\n').map((line) => line.split(','))
  const written = writeCsv({ headings, rows, encoding: 'cp932' })
  return written.ok ? Buffer.from(written.bytes) : expect.unreachable()
}

const file = `番号,氏名,フリガナ,種別,郵便番号,住所,電話,メール,備考,会費
,髙﨑 花子,タカサキ ハナコ,個人,８３０－００２９,久留米市洗町1-2,0942-34-3035,hanako@example.jp,,3000
,株式会社ささえ,ササエ,法人,,久留米市旭町3-4,0942-00-0001,,役員 山田,
,日吉一丁目自治会,,,,,,,,
,髙﨑 花子,タカサキ ハナコ,個人,830-0029,久留米市洗町1-2,0942-34-3035,hanako@example.jp,,
,支援 次郎,,謎,83,,1234,,,
`

test('a register comes in from a CSV of CP932, and the same file a second time changes nothing', async () => {
  const importId = await start(inCp932(file))
  expect(await statusesOf(importId)).toEqual([
    '髙﨑 花子 new create', '株式会社ささえ new create', '日吉一丁目自治会 new create', '髙﨑 花子 twice leave', '支援 次郎 error leave',
  ])
  expect((await linesOf(importId)).at(-1)?.errors.map(({ column }) => column)).toEqual(['種類', '郵便番号', '電話番号'])
  expect(await readSupporterImport(council.deps, importId)).toMatchObject({ columns: expect.arrayContaining([{ heading: '会費', sample: '3000', column: null }]), total: 3, done: 0 })
  expect(await takeIn(importId)).toEqual({ ok: true, value: { done: 3, total: 3 } })
  const after = await registered()
  expect(after.slice(-3)).toMatchObject([
    { name: '髙﨑 花子', kind: 'person', postalCode: '8300029', phone: '0942-34-3035' },
    { name: '株式会社ささえ', kind: 'organization', note: '役員 山田' },
    { name: '日吉一丁目自治会', kind: 'neighborhood_association' },
  ])
  expect(await takeIn(importId)).toMatchObject({ code: 'import_finished' })

  expect((await csvRows(exportSupporterImports(council.deps, { format: 'csv' }))).map((line) => [line[0], ...line.slice(2, 6)])).toEqual([['名簿.csv', '会計担当', '3', '3', '取り込み済み']])
  const written = (status: 'error' | null) => csvRows(exportImportLines(council.deps, council.actors.accountant, { importId, status, format: 'csv' }))
  expect((await written(null)).map(([line, name, , , , taken]) => `${line} ${name} ${taken}`)).toEqual([
    '2 髙﨑 花子 取り込み済み', '3 株式会社ささえ 取り込み済み', '4 日吉一丁目自治会 取り込み済み', '5 髙﨑 花子 ', '6 支援 次郎 ',
  ])
  expect((await written('error')).map((line) => [line[2], line[4], line[3]?.split('\n').length])).toEqual([['誤り', '取り込まない', 3]])
  expect(await database.db.prisma.auditEvent.findFirst({ where: { action: 'supporter_import.export' } })).toMatchObject({ subjectId: importId, after: { rows: 5 } })

  const again = await start(inCp932(file))
  expect(await statusesOf(again)).toEqual(['髙﨑 花子 same leave', '株式会社ささえ same leave', '日吉一丁目自治会 same leave', '髙﨑 花子 twice leave', '支援 次郎 error leave'])
  expect(await takeIn(again)).toMatchObject({ code: 'import_nothing_to_do' })
  expect(await registered()).toEqual(after)
})

test('who is in the register is changed by number and name, whoever is only alike is left to a person', async () => {
  const hanako = await register({ name: '髙﨑 花子', phone: '0942-34-3035', address: '久留米市洗町1-2', note: '電話は午後' })
  const jiro = await register({ name: '支援 次郎', kana: 'シエン ジロウ', address: '久留米市旭町5-6', phone: '0942-11-1111' })
  const importId = await start(`支援者番号,名前,住所,電話番号,備考
${hanako.number},高崎花子,,0942-99-9999,
${jiro.number},支援 三郎,,,
,支援 次郎,久留米市旭町5番6,0942-22-2222,
9999,新 四郎,,,
`)
  expect(await linesOf(importId)).toMatchObject([
    { status: 'changed', choice: 'update', remarks: ['名前：髙﨑 花子 → 高崎花子', '電話番号：0942-34-3035 → 0942-99-9999'] },
    { status: 'unsure', choice: 'leave', supporterId: jiro.supporterId },
    { status: 'unsure', choice: 'leave', supporterId: jiro.supporterId },
    { status: 'new', choice: 'create' },
  ])
  expect((await linesOf(importId))[2]?.remarks[0]).toContain('名前が同じ')
  expect(await chooseImportLines(council.deps, { importId, lineNumber: null, status: 'new', choice: 'leave' })).toMatchObject({ ok: true, value: { lines: 1 } })
  expect(await chooseImportLines(council.deps, { importId, lineNumber: 4, status: 'unsure', choice: 'update' })).toMatchObject({ ok: true })
  expect(await chooseImportLines(council.deps, { importId, lineNumber: 4, status: 'new', choice: 'update' })).toMatchObject({ code: 'import_choice_unfit' })
  expect(await takeIn(importId)).toMatchObject({ value: { done: 2, total: 2 } })
  const [first, second] = (await registered()).slice(-2)
  // What the file leaves empty stays as it was.
  expect(first).toMatchObject({ name: '高崎花子', phone: '0942-99-9999', address: '久留米市洗町1-2', note: '電話は午後' })
  expect(second).toMatchObject({ kana: 'シエン ジロウ', phone: '0942-22-2222' })

  expect(await undoSupporterImport(council.deps, council.actors.accountant, importId)).toEqual({ ok: true, value: { removed: 0, restored: 2 } })
  expect((await registered()).slice(-2)).toMatchObject([{ name: '髙﨑 花子', phone: '0942-34-3035' }, { phone: '0942-11-1111' }])
})

test('an import is undone as long as nothing hangs on whom it registered, and as long as nobody changed them', async () => {
  const before = await registered()
  const importId = await start(file)
  await takeIn(importId)
  const [hanako] = (await registered()).slice(-3)
  if (hanako === undefined) throw new Error('nobody was registered')
  await database.db.prisma.supporter.update({ where: { id: hanako.id }, data: { note: '直した' } })
  expect(await undoSupporterImport(council.deps, council.actors.accountant, importId)).toMatchObject({ code: 'import_undo_changed', about: String(hanako.number) })
  const second = await start(file.replaceAll('花子', '月子').replaceAll('ささえ', 'ほしの').replaceAll('日吉', '篠山').replaceAll('0942-', '0943-').replaceAll('hanako', 'tsukiko').replaceAll('1-2', '9-9'))
  expect(await takeIn(second)).toMatchObject({ value: { done: 3 } })
  expect(await undoSupporterImport(council.deps, council.actors.accountant, second)).toMatchObject({ value: { removed: 3 } })
  expect(await registered()).toHaveLength(before.length + 3)
  expect(await undoSupporterImport(council.deps, council.actors.accountant, second)).toMatchObject({ code: 'import_not_finished' })

  const third = await start(`氏名\n寄附 五郎`)
  await takeIn(third)
  const goro = (await registered()).at(-1)
  await bookSlip(council, { ...aSlip(council), supporterId: goro?.id as never, duesKindId: council.duesKind('賛助会費'), amountYen: yen(3_000), count: 0 })
  expect(await undoSupporterImport(council.deps, council.actors.accountant, third)).toMatchObject({ code: 'import_undo_in_use' })
  expect((await listSupporterImports(council.deps)).map(({ undoneAt }) => undoneAt !== null)).toEqual([false, true, false])
})

test('the own export comes in again and changes nothing', async () => {
  await register({ name: '髙﨑 𠮷郎', kana: 'タカサキ', honorific: '先生', postalCode: '8300029', address: '久留米市洗町1-2', email: 'y@example.jp', acknowledgment: 'amount_hidden', wantsMail: false, receiptDelivery: 'pdf', attribute: 'officer', note: '一行目\n二行目' })
  await register({ kind: 'anonymous', name: '' })
  await register({ kind: 'organization', name: '株式会社ささえ', mailingName: '総務課', mailingPostalCode: '8300011', mailingAddress: '久留米市旭町' })
  const exported = await exportSupporters(council.deps, council.actors.accountant, { ...supporterListSchema.parse({ withClosed: true }), format: 'xlsx' })
  const importId = await start(Buffer.from(exported.ok ? exported.value.content : expect.unreachable(), 'base64'), '支援者名簿.xlsx')
  expect(new Set((await linesOf(importId)).map(({ status }) => status))).toEqual(new Set(['same']))
})

test('what columns mean can be said anew and is remembered; a file can be thrown away; nothing is registered over a change', async () => {
  const text = '寄附してくれた人,ところ\n支援 花子,久留米市洗町1-2\n'
  const importId = await start(text)
  expect(await linesOf(importId)).toEqual([])
  expect(await mapSupporterImport(council.deps, { importId, columns: ['name', 'name'] })).toMatchObject({ code: 'import_column_twice' })
  expect(await mapSupporterImport(council.deps, { importId, columns: ['kana', null] })).toMatchObject({ code: 'import_name_column_missing' })
  await mapSupporterImport(council.deps, { importId, columns: ['name', 'address'] })
  expect(await statusesOf(importId)).toEqual(['支援 花子 new create'])
  expect(await statusesOf(await start(text))).toEqual(['支援 花子 new create'])
  expect(await discardSupporterImport(council.deps, council.actors.accountant, importId)).toEqual({ ok: true, value: null })
  const [remaining] = await listSupporterImports(council.deps)
  if (remaining === undefined) throw new Error('the other file is gone')

  const hanako = await register({ name: '支援 花子', address: '久留米市洗町1-2', note: '前' })
  const changes = await start(`番号,氏名,備考\n${hanako.number},支援 花子,後\n`)
  await database.db.prisma.supporter.update({ where: { id: hanako.supporterId }, data: { note: '間に変えた' } })
  expect(await takeIn(changes)).toMatchObject({ code: 'import_preview_outdated' })
  expect((await registered()).at(-1)?.note).toBe('間に変えた')
})

test('a broken file is refused in words, and more than 20,000 lines are', async () => {
  const refused = (bytes: Buffer) => startSupporterImport(council.deps, council.actors.accountant, { fileName: 'x', file: bytes.toString('base64') })
  expect(await refused(Buffer.from('氏名\n'))).toMatchObject({ code: 'file_empty' })
  expect(await refused(Buffer.from(`氏名\n${'支援 花子\n'.repeat(20_001)}`))).toMatchObject({ code: 'import_over_20000', about: '20,001' })
})

test('twelve hundred lines come in by shares and go again, indexes of their own included', async () => {
  const before = await registered()
  const importId = await start(`氏名,住所\n${Array.from({ length: 1_200 }, (_, place) => `支援 ${place}郎,久留米市洗町${place}`).join('\n')}`)
  expect(await takeIn(importId)).toEqual({ ok: true, value: { done: 1_000, total: 1_200 } })
  expect(await undoSupporterImport(council.deps, council.actors.accountant, importId)).toMatchObject({ code: 'import_not_finished' })
  expect(await takeIn(importId)).toEqual({ ok: true, value: { done: 1_200, total: 1_200 } })
  const numbers = (await registered()).slice(before.length).map(({ number }) => number)
  expect(numbers).toEqual(Array.from({ length: 1_200 }, (_, place) => (numbers[0] ?? 0) + place))
  expect(await undoSupporterImport(council.deps, council.actors.accountant, importId)).toMatchObject({ value: { removed: 1_200 } })
  expect(await registered()).toEqual(before)
  expect(await database.db.prisma.$queryRaw`SELECT 1 FROM pg_class WHERE relname LIKE 'unregister_helper%'`).toEqual([])
})
