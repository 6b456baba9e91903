import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { anOnlineGift } from '@sasaeai/testing/an-online-gift'
import { applyEvents } from '@sasaeai/testing/apply-events'
import { gatewaySays, type SaidEvent } from '@sasaeai/testing/gateway-says'
import { tell, tellingGateways } from '@sasaeai/testing/telling-gateways'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Deps } from '../../deps.ts'

let database: TestDatabase
let council: ACouncil
let deps: Deps
let clock = new Date('2026-10-20T00:00:00Z')

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  deps = { ...council.deps, now: () => clock, gateways: tellingGateways() }
})
afterAll(() => database.drop())

/** A life of a gift, as whoever gives has it; the model of what must be in the books in the end is made from it. */
type Life =
  | { readonly kind: 'card' | 'later' | 'lapsed' | 'left' }
  | { readonly kind: 'monthly'; readonly months: readonly { readonly failures: number; readonly amountYen: number }[]; readonly hasEnded: boolean }

const life: fc.Arbitrary<Life> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('card', 'later', 'lapsed', 'left') }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('monthly'), hasEnded: fc.boolean(),
      months: fc.array(fc.record({ failures: fc.integer({ min: 0, max: 2 }), amountYen: fc.constantFrom(1_000, 2_000, 3_000) }), { minLength: 1, maxLength: 4 }),
    }),
  },
)

/** What must be there in the end. */
interface Model {
  readonly state: string
  readonly payments: readonly string[]
  /** 状態, 金額, 次回, 引き落とせなかった回数. */
  readonly recurring: readonly unknown[] | null
}

interface Told {
  readonly giftId: string
  /** Each can be said again, in an envelope of its own. */
  readonly says: readonly (() => SaidEvent)[]
  readonly model: Model
}

let count = 0

async function live(each: Life): Promise<Told> {
  count += 1
  return each.kind === 'monthly' ? liveMonthly(each) : liveOnce(each.kind)
}

async function liveOnce(kind: 'card' | 'later' | 'lapsed' | 'left'): Promise<Told> {
  const giftId = await anOnlineGift(council, { email: `giver${count % 5}@example.jp`, name: `寄附者 ${count % 5}` })
  const word = { giftId, sessionId: `cs_${count}`, paymentIntentId: `pi_${count}`, amountYen: 3_000, at: '2026-05-02T03:00:00Z' }
  const charged = () => gatewaySays.charged({ ...word, method: kind === 'card' ? 'card' : 'konbini' })
  const chosen = [() => gatewaySays.awaiting(word), () => gatewaySays.voucher(word)]
  const nothing: Model = { state: kind === 'left' ? 'expired' : 'failed', payments: [], recurring: null }
  switch (kind) {
    case 'card':
      return { giftId, says: [() => gatewaySays.paid(word), charged], model: { ...nothing, state: 'paid', payments: [`pi_${count} pi_${count} 3000 card`] } }
    case 'later':
      return { giftId, says: [...chosen, () => gatewaySays.paidLater(word), charged], model: { ...nothing, state: 'paid', payments: [`pi_${count} pi_${count} 3000 konbini`] } }
    case 'lapsed':
      return { giftId, says: [...chosen, () => gatewaySays.notPaidLater(word)], model: nothing }
    case 'left':
      return { giftId, says: [() => gatewaySays.expired(word)], model: nothing }
  }
}

async function liveMonthly({ months, hasEnded }: Extract<Life, { kind: 'monthly' }>): Promise<Told> {
  const [first] = months
  if (first === undefined) throw new Error('no months')
  const giftId = await anOnlineGift(council, { frequency: 'monthly', amountYen: first.amountYen })
  const subscriptionId = `sub_${count}`
  const at = (month: number, day: number) => `2026-${String(5 + month).padStart(2, '0')}-${String(day).padStart(2, '0')}T00:00:00Z`
  const words = months.map(({ amountYen }, month) => ({ giftId, subscriptionId, amountYen, at: at(month, 1), nextAt: at(month + 1, 10) }))
  const last = words.at(-1)
  const says = months.flatMap(({ failures, amountYen }, month) => {
    const invoice = { giftId, subscriptionId, invoiceId: `in_${subscriptionId}_${month}`, amountYen }
    const paymentIntentId = `pi_${subscriptionId}_${month}`
    const word = words[month]
    return [
      ...(word === undefined ? [] : [() => gatewaySays.recurring(word)]),
      ...Array.from({ length: failures }, (_, n) => () => gatewaySays.monthFailed({ ...invoice, attempts: n + 1, at: at(month, 10 + n) })),
      () => gatewaySays.monthPaid({ ...invoice, at: at(month, 14) }),
      () => gatewaySays.monthLinked({ invoiceId: invoice.invoiceId, paymentIntentId, at: at(month, 14) }),
      () => gatewaySays.charged({ paymentIntentId, at: at(month, 14) }),
    ]
  })
  const sessionId = `cs_${subscriptionId}`
  const end = hasEnded && last !== undefined ? [() => gatewaySays.recurring({ ...last, status: 'canceled' as const, at: at(months.length, 20) })] : []
  const failed = months.reduce((sum, { failures }) => sum + failures, 0)
  return {
    giftId,
    says: [() => gatewaySays.started({ giftId, subscriptionId, sessionId, at: at(0, 1) }), ...says, ...end],
    model: {
      state: 'paid',
      payments: months.map(({ amountYen }, month) => `in_${subscriptionId}_${month} pi_${subscriptionId}_${month} ${amountYen} card`),
      recurring: [hasEnded ? 'ended' : 'active', last?.amountYen, hasEnded ? null : last?.nextAt.slice(0, 10), failed],
    },
  }
}

async function standingOf(giftId: string): Promise<Model> {
  const gift = await database.db.prisma.onlineGift.findUniqueOrThrow({ where: { id: giftId }, include: { payments: { orderBy: { moneyId: 'asc' } }, recurring: true } })
  const { recurring } = gift
  return {
    state: gift.state,
    payments: gift.payments.map(({ moneyId, paymentIntentId, amountYen, method }) => `${moneyId} ${paymentIntentId} ${amountYen} ${method}`),
    recurring: recurring === null ? null : [recurring.state, Number(recurring.amountYen), recurring.nextOn?.toISOString().slice(0, 10) ?? null, recurring.failedPayments],
  }
}

/** Everything that the events could have touched, row by row. */
async function everything(): Promise<string> {
  const { rows } = await database.db.pool.query<{ all: string }>(`SELECT md5(concat(
    (SELECT string_agg(g::text, '' ORDER BY id) FROM online_gift g), (SELECT string_agg(p::text, '' ORDER BY id) FROM online_payment p),
    (SELECT string_agg(r::text, '' ORDER BY gift_id) FROM recurring_gift r), (SELECT string_agg(c::text, '' ORDER BY id) FROM recurring_change c),
    (SELECT string_agg(e::text, '' ORDER BY id) FROM journal_entry e), (SELECT string_agg(p::text, '' ORDER BY entry_id, line_number) FROM posting p),
    (SELECT string_agg(d::text, '' ORDER BY entry_id) FROM donation d), (SELECT string_agg(s::text, '' ORDER BY id) FROM supporter s), (SELECT count(*) FROM audit_event))) AS all`)
  return rows[0]?.all ?? ''
}

/** In which order, how often and how late they come. */
const delivery = fc.record({
  order: fc.infiniteStream(fc.nat()),
  /** Of each event: how many times more, and whether in an envelope of its own. */
  repeats: fc.infiniteStream(fc.constantFrom('once', 'once', 'again', 'anew')),
  /** After how many events they are applied, and how many hours go by then: up to five days. */
  pauses: fc.infiniteStream(fc.record({ events: fc.integer({ min: 1, max: 12 }), hours: fc.constantFrom(0, 0, 1, 30, 120) })),
})

test('in whatever order, however often and however late events come, the same is in the books in the end; a second year of them changes nothing', async () => {
  await fc.assert(fc.asyncProperty(fc.array(life, { minLength: 1, maxLength: 4 }), delivery, async (lives, { order, repeats, pauses }) => {
    const told: Told[] = []
    for (const each of lives) told.push(await live(each))
    const says = told.flatMap(({ says: some }) => some)
    const events = says.flatMap((say) => {
      const event = say()
      const how = repeats.next().value
      return how === 'once' ? [event] : [event, how === 'again' ? event : say()]
    })
    const shuffled = events.map((event) => ({ event, place: order.next().value ?? 0 })).toSorted((left, right) => left.place - right.place).map(({ event }) => event)
    while (shuffled.length > 0) {
      const pause = pauses.next().value
      await tell(deps, shuffled.splice(0, pause?.events ?? 1))
      await applyEvents(deps)
      clock = new Date(clock.getTime() + (pause?.hours ?? 0) * 60 * 60_000)
    }
    for (const { giftId, model } of told) expect(await standingOf(giftId)).toEqual(model)
    const entries = await database.db.prisma.journalEntry.findMany({ where: { onlinePayment: { giftId: { in: told.map(({ giftId }) => giftId) } } }, include: { postings: true } })
    const receivable = council.account('未収金')
    expect(entries.flatMap(({ postings }) => postings.filter(({ accountId }) => accountId === receivable).map(({ amountYen }) => String(amountYen))).toSorted())
      .toEqual(told.flatMap(({ model }) => model.payments.map((payment) => String(payment.split(' ')[2]))).toSorted())
    const before = await everything()
    await tell(deps, [...events, ...says.map((say) => say())])
    await applyEvents(deps)
    expect(await everything()).toBe(before)
  }), { numRuns: 15 })
  expect(await database.db.prisma.gatewayEvent.groupBy({ by: ['state'], _count: true })).toMatchObject([{ state: 'applied' }])
})
