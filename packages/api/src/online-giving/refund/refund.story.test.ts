import { id, type OnlineRefundId, type PaymentAccountId } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { onlineGiftListSchema } from '@sasaeai/domain/online-giving/gift/online-gift-list-input'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aGateway, type AGateway } from '@sasaeai/testing/a-gateway'
import { anOnlinePayment } from '@sasaeai/testing/an-online-payment'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Deps } from '../../deps.ts'
import { retryEvent, settleEvent } from '../event/settle-put-aside-event.ts'
import { countPutAside, listGatewayEvents } from '../event/list-gateway-events.ts'
import { gatewayEventListSchema } from '@sasaeai/domain/online-giving/event/gateway-event-input'
import { sendLinkForGift } from '../giver/send-link-for-gift.ts'
import { listOnlineGifts } from '../gift/list-online-gifts.ts'
import { readOnlineGift } from '../gift/read-online-gift.ts'
import { changeRecurring } from '../recurring/change-recurring.ts'
import { listRecurring } from '../recurring/list-recurring.ts'
import { approveRefund, withdrawRefund } from './approve-refund.ts'
import { requestRefund } from './request-refund.ts'

let database: TestDatabase
let council: ACouncil
let gateway: AGateway
let deps: Deps

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  gateway = aGateway()
  deps = { ...council.deps, gateways: gateway.gateways }
})
afterAll(() => database.drop())

const newRefundId = (): OnlineRefundId => id(council.deps.newId())

test('a small refund goes to the gateway at once and only once; from the threshold on a second person lets it go', async () => {
  const { accountant, administrator } = council.actors
  const { paymentId, giftId } = await anOnlinePayment(council, { paymentIntentId: 'pi_small', amountYen: 15_000 })
  const small = { refundId: newRefundId(), paymentId, amountYen: yen(3_000), reason: '二重に申し込まれたため' }
  expect(await requestRefund(deps, accountant, small)).toEqual({ ok: true, value: { refundId: small.refundId, state: 'sent' } })
  expect(await requestRefund(deps, accountant, small)).toMatchObject({ ok: true })
  expect(await requestRefund(deps, accountant, { ...small, amountYen: yen(4_000) })).toMatchObject({ ok: false, code: 'refund_other_id' })
  expect(gateway.requests).toMatchObject([{ what: 'refund', order: { paymentIntentId: 'pi_small', amountYen: 3_000, refundId: small.refundId } }])

  expect(await requestRefund(deps, accountant, { ...small, refundId: newRefundId(), amountYen: yen(12_001) })).toEqual({ ok: false, code: 'refund_above_rest', field: 'amountYen', about: '12,000円' })
  const large = { ...small, refundId: newRefundId(), amountYen: yen(12_000) }
  expect(await requestRefund(deps, accountant, large)).toMatchObject({ ok: true, value: { state: 'requested' } })
  expect(await approveRefund(deps, accountant, large)).toMatchObject({ ok: false, code: 'refund_own' })
  expect(gateway.requests).toHaveLength(1)
  expect(await approveRefund(deps, administrator, large)).toMatchObject({ ok: true })
  expect(await approveRefund(deps, administrator, large)).toMatchObject({ ok: false, code: 'refund_not_requested' })
  expect(await withdrawRefund(deps, accountant, large)).toMatchObject({ ok: false, code: 'refund_not_requested' })
  expect(gateway.requests).toHaveLength(2)

  const gift = await readOnlineGift(deps, giftId)
  expect(gift?.paymentsMade).toMatchObject([{ amountYen: 15_000, entries: [{ description: '寄附金 オンライン' }], refunds: [{ amountYen: 3_000, state: 'sent', requestedByName: '会計担当' }, { amountYen: 12_000, approvedByName: '管理者' }] }])
})

test('a refund that waits is taken back, and what the gateway refuses is told', async () => {
  const { accountant, administrator } = council.actors
  const { paymentId } = await anOnlinePayment(council, { paymentIntentId: 'pi_refused', amountYen: 20_000 })
  const input = { refundId: newRefundId(), paymentId, amountYen: yen(20_000), reason: '申し出のため' }
  await requestRefund(deps, accountant, input)
  expect(await withdrawRefund(deps, administrator, input)).toMatchObject({ ok: true })
  gateway.mood = 'refuses'
  expect(await requestRefund(deps, accountant, { ...input, refundId: newRefundId(), amountYen: yen(5_000) })).toMatchObject({ ok: false, code: 'gateway_refused', about: 'この内容では受け付けられません。' })
  gateway.mood = 'down'
  expect(await requestRefund(deps, accountant, { ...input, refundId: newRefundId(), amountYen: yen(5_000) })).toMatchObject({ ok: true, value: { state: 'sent' } })
  gateway.mood = 'well'
  const states = await database.db.prisma.onlineRefund.findMany({ where: { paymentId }, orderBy: { requestedAt: 'asc' }, select: { state: true, failure: true } })
  expect(states).toMatchObject([{ state: 'withdrawn' }, { state: 'failed', failure: 'この内容では受け付けられません。' }, { state: 'sent' }])
})

test('a link to マイページ goes to the address of the gift, and of one that was never paid to nobody', async () => {
  const { giftId } = await anOnlinePayment(council, { paymentIntentId: 'pi_link' })
  expect(await sendLinkForGift(deps, council.actors.receptionist, { giftId, origin: 'https://shakyo.example.jp' })).toEqual({ ok: true, value: null })
  expect(await database.db.prisma.outgoingMail.findMany({ where: { kind: 'giver_link' } })).toMatchObject([{ toAddress: 'megumi@example.jp', queuedById: council.actors.receptionist.userId }])
  await database.db.prisma.onlineGift.update({ where: { id: giftId }, data: { state: 'expired' } })
  expect(await sendLinkForGift(deps, council.actors.receptionist, { giftId, origin: 'https://shakyo.example.jp' })).toMatchObject({ ok: false, code: 'online_gift_not_given' })
})

test('a monthly gift is changed on the giver’s wish, at the gateway first', async () => {
  const { giftId } = await anOnlinePayment(council, { paymentIntentId: 'pi_month', amountYen: 1_000 })
  await database.db.prisma.recurringGift.create({ data: { giftId, subscriptionId: 'sub_1', amountYen: 1_000n, gatewayChangedAt: new Date('2026-10-01T03:00:00Z') } })
  const change = (kind: 'pause' | 'resume' | 'end') => changeRecurring(deps, council.actors.accountant, { kind, changeId: council.deps.newId(), giftId, wish: '電話で本人から' })
  expect(await changeRecurring(deps, council.actors.accountant, { kind: 'amount', changeId: council.deps.newId(), giftId, amountYen: yen(2_000), wish: '電話で本人から' })).toMatchObject({ ok: true })
  expect(await change('resume')).toMatchObject({ ok: false, code: 'recurring_already_so' })
  expect(await change('pause')).toMatchObject({ ok: true })
  expect(await listRecurring(deps, { state: null, text: '' })).toMatchObject([{ state: 'paused', amountYen: 2_000, months: 1, lastChange: { by: 'staff', changedByName: '会計担当' } }])
  expect(await change('end')).toMatchObject({ ok: true })
  expect(await change('pause')).toMatchObject({ ok: false, code: 'recurring_ended' })
  expect((await readOnlineGift(deps, giftId))?.changes.map(({ kind }) => kind).toSorted()).toEqual(['amount', 'ended', 'paused'])
})

test('the list finds gifts by what was filled in and sums what was paid; what was put aside is tried again or settled', async () => {
  const page = await listOnlineGifts(deps, onlineGiftListSchema.parse({ text: '佐々木', limit: 2 }))
  expect(page.rows).toHaveLength(2)
  expect(page.totals).toEqual({ count: 4, payments: 4, paidYen: 46_000, refundedYen: 0 })
  const rest = await listOnlineGifts(deps, onlineGiftListSchema.parse({ text: '佐々木', limit: 3, cursor: page.next }))
  expect(rest).toMatchObject({ next: null, rows: [{ paidYen: 20_000 }, { paidYen: 15_000 }] })
  expect((await listOnlineGifts(deps, onlineGiftListSchema.parse({ method: 'konbini' }))).rows).toEqual([])

  const paymentAccountId: PaymentAccountId = council.paymentAccount('council')
  const body = Buffer.from(JSON.stringify({ id: 'evt_odd', data: { object: { amount_total: 700 } } }))
  const event = { paymentAccountId, type: 'checkout.session.completed', createdAt: new Date(), receivedAt: new Date(), dueAt: new Date(), body, state: 'quarantined' as const, reason: 'gift_unknown' }
  await database.db.prisma.gatewayEvent.createMany({ data: [{ ...event, eventId: 'evt_odd' }, { ...event, eventId: 'evt_other' }] })
  expect(await countPutAside(deps)).toBe(2)
  expect(await settleEvent(deps, council.actors.accountant, { paymentAccountId, eventId: 'evt_odd', note: '手で記帳（伝票1）' })).toMatchObject({ ok: true })
  expect(await settleEvent(deps, council.actors.accountant, { paymentAccountId, eventId: 'evt_odd', note: 'もう一度' })).toMatchObject({ ok: false, code: 'event_not_put_aside' })
  expect(await retryEvent(deps, council.actors.accountant, { paymentAccountId, eventId: 'evt_other' })).toMatchObject({ ok: true })
  const { rows, counts } = await listGatewayEvents(deps, gatewayEventListSchema.parse({}))
  expect(rows).toHaveLength(2)
  expect(rows.find(({ eventId }) => eventId === 'evt_odd')).toMatchObject({ state: 'ignored', amountYen: 700, note: '手で記帳（伝票1）', settledByName: '会計担当' })
  expect(counts).toEqual({ ignored: 1, waiting: 1 })
})
