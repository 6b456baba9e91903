import { inTransaction } from '@sasaeai/db/in-transaction'
import type { OnlineGiftId } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import type { RefundTold } from '@sasaeai/domain/online-giving/event/gateway-fact'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { anOnlineGift } from '@sasaeai/testing/an-online-gift'
import { applyAndCare } from '@sasaeai/testing/apply-events'
import { gatewaySays } from '@sasaeai/testing/gateway-says'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { tell, tellingGateways } from '@sasaeai/testing/telling-gateways'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Deps } from '../../deps.ts'
import { program } from '../event/program-actor.ts'
import { readGiftStatus } from '../gift/read-gift-status.ts'
import { applyRefund } from '../refund/apply-refund.ts'
import { readGiverPage } from './read-giver-page.ts'

let database: TestDatabase
let council: ACouncil
let deps: Deps

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  deps = { ...council.deps, now: () => new Date('2026-10-15T01:00:00Z'), gateways: tellingGateways() }
})
afterAll(() => database.drop())

async function given(name: string): Promise<OnlineGiftId> {
  const giftId = await anOnlineGift(council, { email: `${name}@example.jp` })
  await tell(deps, [gatewaySays.paid({ giftId, sessionId: `cs_${name}`, paymentIntentId: `pi_${name}`, amountYen: 3_000, at: '2026-10-15T00:00:00Z' })])
  await applyAndCare(deps)
  return giftId
}

async function refund(name: string, amountYen: number, told: Partial<RefundTold> = {}) {
  const fact: RefundTold = {
    kind: 'refund', gatewayRefundId: `re_${name}_${amountYen}`, paymentIntentId: `pi_${name}`, amountYen: yen(amountYen), currency: 'jpy', state: 'succeeded', failure: '', refundId: null, at: '2026-10-20T03:00:00Z', ...told,
  }
  const verdict = await inTransaction(deps.db, (tx) => applyRefund({ deps, actor: program, tx }, council.paymentAccount('council'), fact), { isolation: 'ReadCommitted' })
  await applyAndCare(deps)
  return verdict
}

const mailsTo = async (name: string) =>
  (await database.db.prisma.outgoingMail.findMany({ where: { toAddress: `${name}@example.jp`, kind: { in: ['online_refund', 'receipt'] } }, orderBy: { id: 'asc' }, include: { _count: { select: { attachments: true } } } }))
    .map(({ kind, subject, _count }) => [kind, subject, _count.attachments])

test('what was given back is told to its giver: on both pages, by mail once, and the receipt is valid no more', async () => {
  const giftId = await given('whole')
  const before = await readGiftStatus(deps, { giftId, access: giftId })
  expect(before).toMatchObject({ paidYen: 3_000, refundedYen: 0, voidReceipts: [], recurringState: null })
  const number = before?.receipts[0]?.number
  expect(await refund('whole', 3_000)).toMatchObject({ state: 'applied' })
  await refund('whole', 3_000)
  expect(await readGiftStatus(deps, { giftId, access: giftId })).toMatchObject({ state: 'paid', paidYen: 3_000, refundedYen: 3_000, receipts: [], voidReceipts: [{ number, calendarYear: null }] })
  expect(await readGiverPage(deps, 'whole@example.jp')).toMatchObject({ gifts: [{ payments: [{ amountYen: 3_000, refundedYen: 3_000 }] }], receipts: [], voidReceipts: [{ number }] })
  expect(await mailsTo('whole')).toEqual([['online_refund', 'ご寄附を返金しました', 0]])
})

test('of a part the receipt comes anew, by mail to whom it came by mail; every one before it is shown as void', async () => {
  const giftId = await given('part')
  await refund('part', 1_000)
  await refund('part', 500)
  const status = await readGiftStatus(deps, { giftId, access: giftId })
  expect(status).toMatchObject({ paidYen: 3_000, refundedYen: 1_500, receipts: [{ amountYen: 1_500 }] })
  expect(status?.voidReceipts).toHaveLength(2)
  expect((await mailsTo('part')).map(([kind, , attachments]) => [kind, attachments])).toEqual([['online_refund', 0], ['receipt', 1], ['online_refund', 0], ['receipt', 1]])
  expect((await readGiverPage(deps, 'whole@example.jp')).voidReceipts).toHaveLength(1)
})

test('a refund that fails after it was told as done is told as failed, once', async () => {
  const giftId = await given('failed')
  await refund('failed', 3_000)
  await refund('failed', 3_000, { state: 'failed', failure: '口座がありません', at: '2026-10-25T03:00:00Z' })
  await refund('failed', 3_000, { state: 'failed', failure: '口座がありません', at: '2026-10-25T03:00:00Z' })
  expect(await readGiftStatus(deps, { giftId, access: giftId })).toMatchObject({ refundedYen: 0 })
  expect((await mailsTo('failed')).map(([, subject]) => subject)).toEqual(['ご寄附を返金しました', 'ご返金が完了しませんでした'])
})
