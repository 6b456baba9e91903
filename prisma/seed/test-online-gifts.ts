import { randomBytes } from 'node:crypto'
import type { Deps } from '@sasaeai/api/deps'
import { careForPayments } from '@sasaeai/api/online-giving/care/care-for-payments'
import { demoStoreInDatabase } from '@sasaeai/api/online-giving/demo/demo-store-in-database'
import { createDemoGateway } from '@sasaeai/stripe-gateway/demo/demo-gateway'
import { demoKeys } from '@sasaeai/stripe-gateway/demo/demo-keys'
import { applyDueEvents } from '@sasaeai/api/online-giving/event/apply-due-events'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { TestDatabase } from '@sasaeai/testing/test-database'
import { uuidV7 } from '@sasaeai/domain/uuid-v7'
import { expect, test } from 'vitest'
import { randomStream } from './random-stream.ts'

/** What must be true of the demo's online gifts: tests for whoever has a seeded database already, which takes seconds to make. */
export function testOnlineGifts(database: () => TestDatabase, today: LocalDate): void {
  test('online gifts have their receipts and mails by the council’s rule, one after the other, and a refunded one was issued anew', async () => {
    const { rows } = await database().db.pool.query<{ kind: string; receipts: number; mails: number; left: number; back: number }>(
      `SELECT g.giver_kind AS kind, (p.amount_yen - p.refunded_yen)::int AS left, p.refunded_yen::int AS back, (SELECT count(*)::int FROM receipt_entry r WHERE r.entry_id = p.entry_id AND r.is_live) AS receipts,
         (SELECT count(*)::int FROM outgoing_mail m WHERE m.order_id = p.id AND m.state = 'sent') AS mails FROM online_payment p JOIN online_gift g ON g.id = p.gift_id WHERE p.care = 'done'`)
    expect(rows.length).toBeGreaterThan(15)
    for (const { kind, left, back, receipts, mails } of rows) {
      // Where a part was given back, the receipt for what is left has its own mail.
      expect([kind, left, receipts, mails]).toEqual([kind, left, kind === 'anonymous' || left === 0 ? 0 : 1, back > 0 && left > 0 ? 2 : 1])
    }
    expect(await figureIn(database(), `SELECT count(*)::int AS figure FROM online_payment WHERE care <> 'done'`)).toBe(0)
    expect(await figureIn(database(), `SELECT count(*)::int AS figure FROM receipt r JOIN receipt_entry e ON e.receipt_id = r.id JOIN journal_entry j ON j.id = e.entry_id WHERE NOT e.is_live AND j.source_kind = 'online_payment'`)).toBe(2)
    const days = await database().db.pool.query<{ issuedOn: string }>(`SELECT r.issued_on AS "issuedOn" FROM receipt r WHERE EXISTS (SELECT 1 FROM receipt_entry e JOIN journal_entry j ON j.id = e.entry_id WHERE e.receipt_id = r.id AND j.source_kind = 'online_payment') ORDER BY r.printed_number`)
    expect(days.rows).toEqual(days.rows.toSorted((left, right) => (left.issuedOn < right.issuedOn ? -1 : 1)))
  })

  test('the demo gateway knows what was given: it takes the next month, gives back, is denied and pays out', async () => {
    const told: string[] = []
    const demo = createDemoGateway({
      store: demoStoreInDatabase(database().db), keys: demoKeys('a secret'),
      deliver: async (_account, body) => (told.push(String(JSON.parse(Buffer.from(body).toString()).type)), 200),
      wallNow: () => Date.parse(`${today}T03:00:00Z`),
    })
    const before = await demo.overview('council')
    expect([before.payments.length, before.payouts.every(({ state }) => state === 'paid'), before.refunds.length, before.openPages.length]).toEqual([18, true, 2, 1])
    expect(before.subscriptions).toMatchObject([{ status: 'past_due', fails: true }, { status: 'active', fails: false }])
    // What the gateway has sent is what the bank was told to wait for.
    expect(await figureIn(database(), `SELECT count(*)::int AS figure FROM payout p JOIN demo_gateway_object o ON o.id = p.gateway_payout_id WHERE (o.body->>'amount')::bigint = p.amount_yen`)).toBe(before.payouts.length)
    const pending = await figureIn(database(), `SELECT sum((body->>'net')::bigint)::int AS figure FROM demo_gateway_object WHERE kind = 'balance_pending'`)
    expect(before.balanceYen).toBe(pending)
    await demo.catchUp('council')
    expect(told).toEqual([])
    await demo.moveToNextMonth('council')
    expect(told.filter((type) => type === 'invoice.paid')).toHaveLength(1)
    const [newest] = (await demo.overview('council')).payments.filter(({ refundedYen, isDisputed }) => refundedYen === 0 && !isDisputed)
    expect(await demo.openDispute('council', newest?.paymentIntentId ?? '')).toMatch(/^du_/)
    expect(await demo.makePayout('council')).toMatch(/^po_/)
    await demo.close()
  })
}

/** Comes last: it goes on with the demo for most of a year. */
export function testYearToldAgain(database: () => TestDatabase, today: LocalDate): void {
  test('every event of a year told again, in any order and in envelopes of their own, changes nothing', async () => {
    const { db } = database()
    let clock = Date.parse(`${today}T03:00:00Z`)
    const deps: Deps = { db, now: () => new Date(clock), newId: () => uuidV7(clock, randomBytes(10)) }
    const { id: paymentAccountId } = await db.prisma.paymentAccount.findUniqueOrThrow({ where: { code: 'council' } })
    const store = async (body: Uint8Array<ArrayBuffer>, envelope = '') => {
      const event = JSON.parse(Buffer.from(body).toString())
      const [eventId, at] = [`${event.id}${envelope}`, new Date(Number(event.created) * 1000)]
      await db.prisma.gatewayEvent.create({ data: { paymentAccountId, eventId, type: String(event.type), body: new Uint8Array(Buffer.from(JSON.stringify({ ...event, id: eventId }))), createdAt: at, receivedAt: at, dueAt: at } })
    }
    const work = async () => {
      while ((await applyDueEvents(deps, (fault) => { throw fault })) > 0);
      while (await careForPayments(deps, { mayGoOn: () => true, onFault: (fault) => { throw fault } }));
    }
    const demo = createDemoGateway({ store: demoStoreInDatabase(db), keys: demoKeys('a secret'), wallNow: () => clock, deliver: async (_account, body) => (await store(new Uint8Array(body)), 200) })
    for (let month = 0; month < 8; month += 1) await demo.moveToNextMonth('council')
    const [disputed] = (await demo.overview('council')).payments.filter(({ refundedYen, isDisputed }) => refundedYen === 0 && !isDisputed)
    const disputeId = await demo.openDispute('council', disputed?.paymentIntentId ?? '')
    await demo.closeDispute('council', disputeId ?? '', 'lost')
    await demo.close()
    clock += 300 * 86_400_000
    await work()
    const before = await everythingIn(database())
    const events = await db.prisma.gatewayEvent.findMany({ where: { state: 'applied' } })
    expect(events.length).toBeGreaterThan(80)
    const random = randomStream(20_261_122)
    for (const envelope of ['_again', '_anew']) {
      const shuffled = events.map((event) => ({ event, place: random.next() })).toSorted((left, right) => left.place - right.place)
      for (const { event } of shuffled) await store(new Uint8Array(event.body), envelope)
      await work()
      expect(await everythingIn(database())).toBe(before)
    }
  }, 60_000)
}

/** Everything that a giver, the office or the bank would see a difference in, row by row. */
async function everythingIn({ db }: TestDatabase): Promise<string> {
  const tables = ['journal_entry', 'posting', 'donation', 'supporter', 'online_gift', 'online_payment', 'online_refund', 'online_dispute', 'payout', 'payout_line', 'recurring_gift', 'recurring_change', 'receipt', 'receipt_entry', 'outgoing_mail']
  const { rows } = await db.pool.query<{ all: string }>(`SELECT md5(concat(${tables.map((table) => `(SELECT string_agg(t::text, '' ORDER BY t::text) FROM ${table} t)`).join(', ')})) AS all`)
  return rows[0]?.all ?? ''
}

async function figureIn({ db }: TestDatabase, query: string): Promise<number> {
  const { rows } = await db.pool.query<{ figure: number }>(query)
  return rows[0]?.figure ?? 0
}
