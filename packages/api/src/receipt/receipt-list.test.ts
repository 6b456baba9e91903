import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { SupporterId } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { receiptFilterSchema, receiptListSchema } from '@sasaeai/domain/receipt/receipt-list-input'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSupporter } from '../supporter/create-supporter.ts'
import { recordDeeds } from './deed/record-deeds.ts'
import { exportReceipts } from './export-receipts.ts'
import { issueReceipt } from './issue-receipt.ts'
import { listReceipts } from './receipt-queries.ts'
import { voidReceipt } from './void-receipt.ts'

let database: TestDatabase
let council: ACouncil

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  const [takasaki, sakamoto] = [await aGiver('髙﨑 𠮷男', 'タカサキ ヨシオ'), await aGiver('坂本 由美', 'サカモト ユミ')]
  const first = await aReceiptOf(takasaki, 3_000)
  const second = await aReceiptOf(sakamoto, 5_000)
  await aReceiptOf(takasaki, 7_000)
  await recordDeeds(council.deps, council.actors.accountant, { of: { receiptIds: [first] }, kind: 'handed', doneOn: localDateInTokyo(council.deps.now()), note: '' })
  await voidReceipt(council.deps, council.actors.accountant, { receiptId: second, reason: '宛名の誤り' })
})
afterAll(() => database.drop())

async function aGiver(name: string, kana: string): Promise<SupporterId> {
  const created = await createSupporter(council.deps, council.actors.accountant, supporterDetailsSchema.parse({ kind: 'person', name, kana, address: 'ささえ市城南町1番' }))
  if (!created.ok) throw new Error(created.code)
  return created.value.supporterId
}

async function aReceiptOf(supporterId: SupporterId, amountYen: number) {
  const { id } = await bookSlip(council, aSlip(council, { fundingSourceId: council.source('寄附金'), duesKindId: undefined, supporterId, areaId: undefined, amountYen: yen(amountYen), count: 1 }))
  const outcome = await issueReceipt(council.deps, council.actors.accountant, { entryIds: [id] })
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value.receiptId
}

const numbersOf = async (asked: Readonly<Record<string, unknown>>) =>
  (await listReceipts(council.deps, receiptListSchema.parse({ fiscalYear: council.fiscalYear, ...asked }))).rows.map(({ number }) => number)

test('receipts stand the newest first, page by page, with the sums of all pages', async () => {
  const page = await listReceipts(council.deps, receiptListSchema.parse({ fiscalYear: council.fiscalYear, limit: 2 }))
  expect(page.rows.map(({ number }) => number)).toEqual(['寄附08-00003', '寄附08-00002'])
  expect(page.totals).toEqual({ count: 3, voided: 1, liveYen: 10_000 })
  expect(await numbersOf({ limit: 2, cursor: page.next })).toEqual(['寄附08-00001'])
})

test.each([
  ['08-00002', ['寄附08-00002']],
  ['０８-００００２', ['寄附08-00002']],
  ['高崎吉男', ['寄附08-00003', '寄附08-00001']],
  ['𠮷男', ['寄附08-00003', '寄附08-00001']],
  ['たかさき', ['寄附08-00003', '寄附08-00001']],
  ['坂本由美', ['寄附08-00002']],
  ['おりません', []],
])('「%s」 is looked for in numbers and payers', async (text, found) => {
  expect(await numbersOf({ text })).toEqual(found)
})

test('receipts are told apart by what became of them', async () => {
  expect(await numbersOf({ state: 'live' })).toEqual(['寄附08-00003', '寄附08-00001'])
  expect(await numbersOf({ state: 'to_deliver' })).toEqual(['寄附08-00003'])
  expect(await numbersOf({ state: 'void' })).toEqual(['寄附08-00002'])
})

test('the list goes to Excel as it is narrowed, and leaves a trace', async () => {
  const asked = { ...receiptFilterSchema.parse({ fiscalYear: council.fiscalYear, state: 'live' }), format: 'xlsx' as const }
  expect(await exportReceipts(council.deps, council.actors.accountant, asked)).toMatchObject({ value: { fileName: '領収書_令和8年度.xlsx' } })
  expect(await database.db.prisma.auditEvent.findFirst({ where: { action: 'receipt_list.export' } })).toMatchObject({ after: { rows: 2 } })
})
