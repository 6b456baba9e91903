import { drawPdf } from '@sasaeai/documents/drawn-pdf'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { id, type ReceiptId } from '@sasaeai/domain/ids'
import { receiptListSchema } from '@sasaeai/domain/receipt/receipt-list-input'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { receiptSheetsMaker } from './paper/receipt-sheets-maker.ts'
import { issueReceipt } from './issue-receipt.ts'
import { listReceipts } from './receipt-queries.ts'
import { reissueReceipt } from './reissue-receipt.ts'
import { voidReceipt } from './void-receipt.ts'

let database: TestDatabase
let council: ACouncil
const reason = '納入者が紛失したため'

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterAll(() => database.drop())

async function issued() {
  const { id: entryId } = await bookSlip(council, aSlip(council))
  const outcome = await issueReceipt(council.deps, council.actors.accountant, { entryIds: [entryId] })
  if (!outcome.ok) throw new Error(outcome.code)
  return { entryId, ...outcome.value }
}

const reissue = (receiptId: ReceiptId) => reissueReceipt(council.deps, council.actors.accountant, { receiptId, reason })
const rowOf = async (receiptId: ReceiptId) =>
  (await listReceipts(council.deps, receiptListSchema.parse({ fiscalYear: council.fiscalYear, limit: 200 }))).rows.find((row) => row.receiptId === receiptId)

async function printed(receiptId: ReceiptId): Promise<string> {
  const desk = { deps: council.deps, day: localDate('2026-12-01'), expect: async () => undefined, advance: async () => undefined, note: () => undefined }
  const paper = await receiptSheetsMaker.make(desk, { kind: 'dues_receipts', receiptIds: [receiptId] })
  const { pages } = await drawPdf(paper?.bytes ?? new Uint8Array())
  return pages.map(({ text }) => text.replaceAll(/\s/g, '')).join('')
}

test('a receipt is handed out once more as it was, with its number, the mark, the day and the count', async () => {
  const { receiptId, number } = await issued()
  const before = await printed(receiptId)
  const stored = () => database.db.prisma.receipt.findUniqueOrThrow({ where: { id: receiptId } })
  const frozen = await stored()
  await database.db.prisma.council.update({ where: { id: 1 }, data: { name: '改名後の社協' } })
  expect(await reissue(receiptId)).toEqual({ ok: true, value: { receiptId, sequence: 1 } })
  const mark = '再発行（1回目令和8年10月15日）'
  const after = await printed(receiptId)
  expect(after.split(mark)).toHaveLength(3)
  expect(after.replaceAll(mark, '')).toBe(before)
  expect(await stored()).toEqual(frozen)
  expect(await rowOf(receiptId)).toMatchObject({ reissues: 1, reissuedOn: '2026-10-15', voidReason: '' })
  const [event] = await database.db.prisma.auditEvent.findMany({ where: { action: 'receipt.reissue' } })
  expect(event).toMatchObject({ subjectId: receiptId, reason, after: { receiptNumber: number, sequence: 1 } })
})

test('eight at once are counted one after another', async () => {
  const { receiptId } = await issued()
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => reissue(receiptId)))
  const counted = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value.sequence] : []))
  expect(counted.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  expect(await rowOf(receiptId)).toMatchObject({ reissues: 8 })
})

test('a void receipt is not handed out once more', async () => {
  const { deps, actors } = council
  const first = await issued()
  expect(await reissue(id(deps.newId()))).toEqual({ ok: false, code: 'receipt_not_found' })
  await voidReceipt(deps, actors.accountant, { receiptId: first.receiptId, reason: '宛名の誤り' })
  expect(await reissue(first.receiptId)).toEqual({ ok: false, code: 'receipt_void_not_reissued' })
})

test('the database says the same, whoever asks, and keeps what it has', async () => {
  const { receiptId } = await issued()
  const row = { receiptId, reissuedOn: new Date('2026-10-15'), reason, reissuedById: council.actors.accountant.userId }
  const { receiptReissue } = database.db.prisma
  await expect(receiptReissue.create({ data: { ...row, sequence: 2 } })).rejects.toThrow('without a gap')
  await receiptReissue.create({ data: { ...row, sequence: 1 } })
  await expect(receiptReissue.updateMany({ where: { receiptId }, data: { reason: '別の理由' } })).rejects.toThrow()
  await expect(receiptReissue.deleteMany({ where: { receiptId } })).rejects.toThrow()
  await voidReceipt(council.deps, council.actors.accountant, { receiptId, reason: '宛名の誤り' })
  await expect(receiptReissue.create({ data: { ...row, sequence: 2 } })).rejects.toThrow('is void')
})
