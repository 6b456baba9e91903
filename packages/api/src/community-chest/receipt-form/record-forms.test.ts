import { drawPdf } from '@sasaeai/documents/drawn-pdf'
import { type FormBlockDetails, type RecordFormsInput, recordFormsSchema } from '@sasaeai/domain/community-chest/receipt-form/receipt-form-input'
import { differenceOf } from '@sasaeai/domain/community-chest/receipt-form/receipt-form-account'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { permissionToRead } from '@sasaeai/domain/document/document-kind'
import { documentOrderSchema } from '@sasaeai/domain/document/document-order-input'
import { id, type ReceiptFormBlockId } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { failureMessage } from '@sasaeai/domain/outcome/failure-message'
import { aChestSlip } from '@sasaeai/testing/a-chest-slip'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { lastYearsDrives } from '@sasaeai/testing/a-drive'
import { aFormBlock, formBlockDetails } from '@sasaeai/testing/a-form-block'
import { bookSlip } from '@sasaeai/testing/a-slip'
import { databaseThatBreaks } from '@sasaeai/testing/database-that-breaks'
import { csvRows } from '@sasaeai/testing/csv-rows'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { reverseEntry } from '../../ledger/reverse-entry.ts'
import { paperMakers } from '../../paper-makers.ts'
import { exportFormBlock } from './export-forms.ts'
import { formsOfYear, readFormBlock } from './form-queries.ts'
import { putBackForms, recordForms } from './record-forms.ts'
import { removeFormBlock, saveFormBlock } from './save-form-block.ts'

let database: TestDatabase
let council: ACouncil
let blockId: ReceiptFormBlockId

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  blockId = await aBlock()
})
afterEach(() => database.drop())

const save = (change: Partial<FormBlockDetails> = {}) => saveFormBlock(council.deps, council.actors.receptionist, { change: null, details: formBlockDetails(council, change) })
const aBlock = (change: Partial<FormBlockDetails> = {}) => aFormBlock(council, change)

/** No. 1201, issued to a company on 10 October for 30,000円, unless told otherwise. */
const wanted = (change: Partial<RecordFormsInput> = {}) =>
  recordFormsSchema.parse({
    blockId, state: 'issued', firstNumber: 1_201, lastNumber: change.firstNumber ?? 1_201, usedOn: localDate('2026-10-10'), recipient: '株式会社ささえ商事', amountYen: 30_000, ...change,
  })
const record = (change: Partial<RecordFormsInput> = {}) => recordForms(council.deps, council.actors.receptionist, wanted(change))
const nobody = { recipient: '', amountYen: null } as const

async function account() {
  const { accounts } = await formsOfYear(council.deps, council.fiscalYear)
  return accounts.map((each) => ({ series: each.series, ...each.account, difference: differenceOf(each.account) }))
}

test('every number of a block is accounted for: received = issued + spoiled + returned + on hand', async () => {
  await record()
  await record({ firstNumber: 1_202, recipient: '個人 髙橋' })
  await record({ state: 'spoiled', firstNumber: 1_203, lastNumber: 1_204, note: '雨ぬれ', ...nobody })
  await record({ state: 'returned', firstNumber: 1_231, lastNumber: 1_250, usedOn: localDate('2027-01-20'), ...nobody })
  expect(await account()).toEqual([{ series: '領収書 A', carried: 0, received: 50, issued: 2, spoiled: 2, returned: 20, onHand: 26, difference: 0 }])
  const written = await csvRows(exportFormBlock(council.deps, council.actors.receptionist, { blockId, format: 'csv' }))
  expect(written.map(([, numbers, forms, state, , recipient]) => [numbers, forms, state, recipient])).toEqual([
    ['1201', '1', '交付', '株式会社ささえ商事'], ['1202', '1', '交付', '個人 髙橋'], ['1203～1204', '2', '書き損じ', ''], ['1205～1230', '26', '手元', ''], ['1231～1250', '20', '返納', ''],
  ])
  expect(await database.db.prisma.auditEvent.findFirst({ where: { action: 'receipt_form_block.export' } })).toMatchObject({ subjectId: blockId, after: { count: 5 } })
  expect(await putBackForms(council.deps, council.actors.receptionist, { blockId, state: 'returned', firstNumber: 1_231, lastNumber: 1_250 })).toMatchObject({ ok: true })
  expect(await account()).toMatchObject([{ returned: 0, onHand: 46, difference: 0 }])
  // Somebody has put it back already.
  expect(await putBackForms(council.deps, council.actors.receptionist, { blockId, state: 'returned', firstNumber: 1_231, lastNumber: 1_250 })).toMatchObject({ code: 'changed_meanwhile' })
})

test('what is left of last year\'s block is carried into this year', async () => {
  await lastYearsDrives(council)
  const old = await aBlock({ firstNumber: 901, lastNumber: 950, receivedOn: localDate('2025-09-25') })
  await record({ blockId: old, firstNumber: 901, usedOn: localDate('2025-12-01') })
  await record({ blockId: old, firstNumber: 902, usedOn: localDate('2026-06-01') })
  expect(await account()).toMatchObject([{ carried: 49, received: 50, issued: 1, onHand: 98, difference: 0 }])
  const lastYear = await formsOfYear(council.deps, fiscalYear(2025))
  expect(lastYear.accounts).toMatchObject([{ account: { carried: 0, received: 50, issued: 1, onHand: 49 } }])
})

test('no number is in two blocks of a series, whoever is quicker; a block keeps the numbers that are recorded', async () => {
  const overlapping = await save({ firstNumber: 1_250, lastNumber: 1_260 })
  expect(overlapping).toEqual({ ok: false, code: 'form_numbers_overlap', field: 'firstNumber' })
  if (!overlapping.ok) expect(failureMessage(overlapping)).toContain('別の冊に入っています')
  expect(await save({ series: '領収書 B', firstNumber: 1_250, lastNumber: 1_260 })).toMatchObject({ ok: true })
  const racing = await Promise.all(Array.from({ length: 16 }, (_, index) => save({ firstNumber: 2_000 + index, lastNumber: 2_049 + index })))
  expect(racing.filter(({ ok }) => ok)).toHaveLength(1)
  await record({ firstNumber: 1_250 })
  const edit = (change: Partial<FormBlockDetails>, revision = 1) =>
    saveFormBlock(council.deps, council.actors.receptionist, { change: { blockId, revision }, details: formBlockDetails(council, change) })
  expect(await edit({ lastNumber: 1_249 })).toMatchObject({ code: 'form_outside_block', field: 'lastNumber' })
  expect(await edit({ receivedOn: localDate('2026-10-11') })).toMatchObject({ code: 'form_before_block', field: 'receivedOn' })
  expect(await edit({ receivedOn: localDate('2040-10-11') })).toMatchObject({ ok: false })
  expect(await edit({ keeper: '会計担当の机' })).toMatchObject({ ok: true })
  expect(await edit({ keeper: '' })).toMatchObject({ code: 'changed_meanwhile' })
  expect(await removeFormBlock(council.deps, council.actors.receptionist, { blockId, revision: 2 })).toMatchObject({ code: 'in_use' })
  expect(await save({ firstNumber: 1, lastNumber: 2, receivedOn: localDate('2040-10-11') })).toMatchObject({ code: 'year_not_open', field: 'receivedOn' })
})

test('a number is recorded once: the second is refused with what it is, a repeat is the same, sixteen at once leave one', async () => {
  const input = wanted()
  const same = await Promise.all(Array.from({ length: 16 }, () => recordForms(council.deps, council.actors.receptionist, input)))
  expect(same).toEqual(same.map(() => ({ ok: true, value: null })))
  expect(await database.db.prisma.auditEvent.count({ where: { action: 'receipt_form.record' } })).toBe(1)
  expect(await record({ recipient: '別の会社' })).toEqual({ ok: false, code: 'form_recorded', field: 'firstNumber', about: '1201番は交付の記録があります' })
  // A range is recorded whole or not at all.
  expect(await record({ state: 'spoiled', firstNumber: 1_200 + 1, lastNumber: 1_205, ...nobody })).toMatchObject({ code: 'form_recorded' })
  const others = await Promise.all(Array.from({ length: 16 }, (_, index) => record({ firstNumber: 1_210, recipient: `会社${index}` })))
  expect(others.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await account()).toMatchObject([{ issued: 2, spoiled: 0, onHand: 48, difference: 0 }])
  expect(await record({ firstNumber: 1_251 })).toMatchObject({ code: 'form_number_unknown', field: 'firstNumber', about: '1201～1250番' })
  expect(await record({ firstNumber: 1_220, usedOn: localDate('2026-09-24') })).toMatchObject({ code: 'form_before_block', field: 'usedOn' })
  expect(await record({ blockId: id(council.deps.newId()) })).toMatchObject({ code: 'row_gone' })
})

test('issued for an entry: what was left out is the entry\'s; no second form for it, and none for what was undone', async () => {
  const slip = await bookSlip(council, aChestSlip(council, { amountYen: yen(50_000), collectionMethodId: council.method('法人募金') }))
  const forEntry = { entryNumber: slip.entryNumber, amountYen: null }
  expect(await record({ ...forEntry, recipient: '' })).toMatchObject({ code: 'form_recipient_missing', field: 'recipient' })
  expect(await record(forEntry)).toMatchObject({ ok: true })
  expect((await readFormBlock(council.deps, blockId))?.forms).toMatchObject([{ number: 1_201, recipient: '株式会社ささえ商事', amountYen: 50_000, entryNumber: slip.entryNumber }])
  expect(await record({ ...forEntry, firstNumber: 1_202 })).toEqual({ ok: false, code: 'form_entry_taken', field: 'entryNumber', about: '領収書 A 1201番' })
  const undone = await bookSlip(council, aChestSlip(council))
  await reverseEntry(council.deps, council.actors.accountant, { entryId: undone.id, reversalDate: localDate('2026-10-12'), reason: '二重' })
  expect(await record({ firstNumber: 1_203, usedOn: localDate('2026-10-20'), entryNumber: undone.entryNumber })).toMatchObject({ code: 'form_entry_unusable', field: 'entryNumber' })
  expect(await record({ firstNumber: 1_203, entryNumber: 999 })).toMatchObject({ code: 'form_entry_unusable' })
  const blocks = await Promise.all(Array.from({ length: 8 }, (_, index) => aBlock({ series: `記号${index}` })))
  const fresh = await bookSlip(council, aChestSlip(council))
  const racing = await Promise.all(blocks.map((each) => record({ blockId: each, entryNumber: fresh.entryNumber })))
  expect(racing.filter(({ ok }) => ok)).toHaveLength(1)
})

test('a form is issued to somebody and one at a time; what is spoiled or returned went to nobody', () => {
  const refused = (change: object) => recordFormsSchema.safeParse({ blockId, state: 'issued', firstNumber: '１２０１', lastNumber: 1_201, usedOn: localDate('2026-10-10'), ...change }).error?.issues[0]?.path
  expect(refused({ recipient: '山田' })).toBeUndefined()
  expect(refused({ recipient: '' })).toEqual(['recipient'])
  expect(refused({ recipient: '山田', lastNumber: 1_202 })).toEqual(['lastNumber'])
  expect(refused({ state: 'spoiled', recipient: '山田' })).toEqual(['state'])
  expect(refused({ state: 'returned', lastNumber: 1_200 })).toEqual(['lastNumber'])
})

test('a server killed between any two statements leaves the whole range or none of it', async () => {
  const { deps, actors } = council
  const input = wanted({ state: 'returned', firstNumber: 1_231, lastNumber: 1_250, ...nobody })
  let cutAt = 1
  for (; cutAt < 30; cutAt += 1) {
    const broken = databaseThatBreaks(database.db, database.ownerUrl, cutAt)
    const answer = await recordForms({ ...deps, db: broken.db }, actors.receptionist, input).catch(() => null)
    if (answer !== null) break
    expect(await database.db.prisma.receiptForm.count()).toBe(0)
    expect(await database.db.prisma.auditEvent.count({ where: { action: 'receipt_form.record' } })).toBe(0)
  }
  expect(cutAt).toBeGreaterThan(4)
  expect(await database.db.prisma.receiptForm.count()).toBe(20)
})

test('the paper of a year accounts for every number, with names and amounts', async () => {
  const order = documentOrderSchema.parse({ kind: 'receipt_form_account', fiscalYear: council.fiscalYear })
  await record()
  await record({ state: 'spoiled', firstNumber: 1_203, lastNumber: 1_204, note: '雨ぬれ', ...nobody })
  const desk = { deps: council.deps, day: localDate('2027-01-20'), expect: async () => undefined, advance: async () => undefined, note: () => undefined }
  const paper = await paperMakers[order.kind].make(desk, order)
  const text = (await drawPdf(paper?.bytes ?? new Uint8Array())).pages.map((page) => page.text.replaceAll(/\s/g, '')).join()
  for (const said of [
    '令和8年度領収書用紙の受払簿', '令和9年1月20日現在', '繰越0＋受入50＝交付1＋書き損じ2＋返納0＋手元47差0', '12011交付R8.10.10株式会社ささえ商事30,000', '12021手元',
    '1203～12042書き損じR8.10.10雨ぬれ', '1205～125046手元', '合計50手元47枚',
  ]) expect(text).toContain(said)
  expect(permissionToRead(order.kind)).toBe('receipt.read')
})
