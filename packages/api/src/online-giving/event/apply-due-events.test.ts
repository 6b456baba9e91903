import { id } from '@sasaeai/domain/ids'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { tell, tellingGateways } from '@sasaeai/testing/telling-gateways'
import { anOnlineGift } from '@sasaeai/testing/an-online-gift'
import { gatewaySays, type SaidEvent } from '@sasaeai/testing/gateway-says'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Deps } from '../../deps.ts'
import { applyDueEvents } from './apply-due-events.ts'

let database: TestDatabase
let council: ACouncil
let deps: Deps
let clock = new Date('2026-10-15T01:00:00Z')
const faults: unknown[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  deps = { ...council.deps, now: () => clock, gateways: tellingGateways() }
})
afterAll(() => database.drop())

async function apply(...events: SaidEvent[]): Promise<void> {
  await tell(deps, events)
  while ((await applyDueEvents(deps, (fault) => faults.push(fault))) > 0);
}

const stateOf = async ({ eventId }: SaidEvent) => {
  const [event] = await database.db.prisma.gatewayEvent.findMany({ where: { eventId }, select: { state: true, reason: true } })
  return event === undefined ? 'unknown' : `${event.state} ${event.reason}`.trim()
}
const giftOf = (giftId: string) => database.db.prisma.onlineGift.findUniqueOrThrow({ where: { id: giftId }, include: { payments: { include: { entry: { include: { postings: true, donation: true } } } }, supporter: true } })
const at = '2026-10-14T20:00:00Z'

test('a gift by card is booked once: 未収金 against the gift, with a new supporter, by the program itself', async () => {
  const giftId = await anOnlineGift(council, { slug: 'kodomo-shokudo', consent: 'named' })
  const paid = gatewaySays.paid({ giftId, sessionId: 'cs_1', paymentIntentId: 'pi_1', amountYen: 3_000, at })
  // The charge is told of first, as it is nearly always.
  const charged = gatewaySays.charged({ paymentIntentId: 'pi_1', at })
  await apply(charged)
  expect(await stateOf(charged)).toBe('waiting waits_for_payment')
  await apply(paid, paid, { ...paid })
  await apply(gatewaySays.paid({ giftId, sessionId: 'cs_1', paymentIntentId: 'pi_1', amountYen: 3_000, at }))
  expect([await stateOf(paid), await stateOf(charged)]).toEqual(['applied', 'applied'])
  const { state, payments: [payment, ...more], supporter } = await giftOf(giftId)
  expect([state, more, faults]).toEqual(['paid', [], []])
  expect(payment).toMatchObject({ moneyId: 'pi_1', paymentIntentId: 'pi_1', method: 'card', amountYen: 3_000n, care: 'receipt' })
  expect(payment?.paidOn.toISOString()).toContain('2026-10-15')
  expect(payment?.entry).toMatchObject({ sourceKind: 'online_payment', sourceId: 'council:pi_1', description: '寄附金 子ども食堂応援 オンライン', payerId: supporter?.id })
  expect(payment?.entry?.donation).toMatchObject({ kind: 'designated', consent: 'named' })
  expect(payment?.entry?.postings.map(({ accountId, amountYen }) => [accountId, amountYen])).toEqual([
    [council.account('未収金'), 3_000n], [expect.anything(), -3_000n],
  ])
  expect(supporter).toMatchObject({ kind: 'person', name: '髙﨑 花子', email: 'hanako@example.jp', receiptDelivery: 'pdf' })
})

test('who has given before is the same supporter, however the name is written; 匿名 is nobody', async () => {
  const again = await anOnlineGift(council, { name: '高崎　花子', email: 'Hanako@example.jp' })
  const other = await anOnlineGift(council, { name: '高崎 太郎' })
  const twin = await anOnlineGift(council, { name: '高崎太郎' })
  const unnamed = await anOnlineGift(council, { giverKind: 'anonymous' })
  await apply(...[again, other, twin, unnamed].map((giftId, n) => gatewaySays.paid({ giftId, sessionId: `cs_w${n}`, paymentIntentId: `pi_w${n}`, amountYen: 3_000, at })))
  const [first, second, third, fourth] = await Promise.all([again, other, twin, unnamed].map(giftOf))
  expect([first?.supporter?.name, second?.supporter?.name, third?.supporter?.id, fourth?.supporter]).toEqual(['髙﨑 花子', '高崎 太郎', second?.supporter?.id, null])
  expect(fourth?.payments).toHaveLength(1)
})

test('コンビニ books nothing until it is paid, and what comes late does not turn back what was paid', async () => {
  const giftId = await anOnlineGift(council)
  const word = { giftId, sessionId: 'cs_k', paymentIntentId: 'pi_k', amountYen: 3_000 }
  await apply(gatewaySays.voucher({ ...word, at: '2026-10-14T00:00:01Z' }))
  expect(await giftOf(giftId)).toMatchObject({ state: 'awaiting', voucherUrl: 'https://pay.example.jp/pi_k', payableUntil: new Date('2026-10-17T00:00:01Z'), payments: [] })
  await apply(gatewaySays.paidLater({ ...word, at }))
  await apply(gatewaySays.awaiting({ ...word, at: '2026-10-14T00:00:00Z' }))
  const { state, payments } = await giftOf(giftId)
  expect([state, payments.length]).toEqual(['paid', 1])
  const lapsed = await anOnlineGift(council)
  const not = { giftId: lapsed, sessionId: 'cs_l', paymentIntentId: 'pi_l', amountYen: 3_000, at }
  await apply(gatewaySays.notPaidLater(not), gatewaySays.awaiting(not))
  expect(await giftOf(lapsed)).toMatchObject({ state: 'failed', payments: [] })
  const left = await anOnlineGift(council)
  await apply(gatewaySays.expired({ ...not, giftId: left, sessionId: 'cs_left' }))
  expect(await giftOf(left)).toMatchObject({ state: 'expired', payments: [] })
})

test('what must not be believed is put aside with what to do, and books nothing', async () => {
  const giftId = await anOnlineGift(council)
  const word = { giftId, sessionId: 'cs_q', paymentIntentId: 'pi_q', amountYen: 3_000, at }
  const before = await database.db.prisma.journalEntry.count()
  const cases: [SaidEvent, string][] = [
    [gatewaySays.paid({ ...word, amountYen: 300 }), 'quarantined amount_differs'],
    [gatewaySays.paid({ ...word, currency: 'usd' }), 'quarantined wrong_currency'],
    [gatewaySays.paid({ ...word, livemode: true }), 'quarantined wrong_mode'],
    [gatewaySays.paid({ ...word, account: 'acct_other' }), 'quarantined other_account'],
    [gatewaySays.paid({ ...word, apiVersion: '2020-01-01' }), 'quarantined other_api_version'],
    [gatewaySays.paid({ ...word, giftId: id(deps.newId()) }), 'quarantined gift_unknown'],
    [gatewaySays.monthPaid({ ...word, subscriptionId: 'sub_q', invoiceId: 'in_q' }), 'quarantined gift_of_other_kind'],
    [gatewaySays.somethingElse({ at }), 'ignored'],
  ]
  await apply(...cases.map(([event]) => event))
  for (const [event, expected] of cases) expect(await stateOf(event)).toBe(expected)
  expect(await database.db.prisma.journalEntry.count()).toBe(before)
  await apply(gatewaySays.paid(word))
  expect((await giftOf(giftId)).payments).toHaveLength(1)
})

test('one that the books refuse takes none of the others with it, and is booked once that was put right', async () => {
  const [good, closed] = [await anOnlineGift(council, { slug: 'iso' }), await anOnlineGift(council, { slug: 'saigai' })]
  const fundId = council.fund('災害支援')
  await database.db.prisma.fund.update({ where: { id: fundId }, data: { closedOn: new Date('2026-10-01') } })
  await new Promise((resolve) => setTimeout(resolve, 1_100))
  const [fine, refused] = [good, closed].map((giftId, n) => gatewaySays.paid({ giftId, sessionId: `cs_r${n}`, paymentIntentId: `pi_r${n}`, amountYen: 3_000, at }))
  if (fine === undefined || refused === undefined) throw new Error('no events')
  await apply(fine, refused)
  expect([await stateOf(fine), await stateOf(refused)]).toEqual(['applied', 'quarantined target_unusable'])
  await database.db.prisma.fund.update({ where: { id: fundId }, data: { closedOn: null } })
})

test('a charge of nothing that we know waits with growing pauses, and somebody has to look after three days', async () => {
  const charged = gatewaySays.charged({ paymentIntentId: 'pi_nobody', at })
  clock = new Date('2026-10-15T02:00:00Z')
  await apply(charged)
  const due = async () => (await database.db.prisma.gatewayEvent.findFirstOrThrow({ where: { eventId: charged.eventId } })).dueAt.toISOString()
  expect([await stateOf(charged), await due()]).toEqual(['waiting waits_for_payment', '2026-10-15T02:01:00.000Z'])
  clock = new Date('2026-10-15T02:01:00Z')
  await apply()
  expect(await due()).toBe('2026-10-15T02:06:00.000Z')
  clock = new Date('2026-10-18T02:06:00Z')
  await apply()
  expect(await stateOf(charged)).toBe('quarantined payment_unknown')
  // Late, but not too late.
  const giftId = await anOnlineGift(council)
  await apply(gatewaySays.paid({ giftId, sessionId: 'cs_n', paymentIntentId: 'pi_nobody', amountYen: 3_000, at }))
  expect(await stateOf(charged)).toBe('applied')
  expect((await giftOf(giftId)).payments).toMatchObject([{ method: 'card' }])
})
