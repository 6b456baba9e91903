import { demoStoreInDatabase } from '@sasaeai/api/online-giving/demo/demo-store-in-database'
import { createDemoGateway } from '@sasaeai/stripe-gateway/demo/demo-gateway'
import { demoKeys } from '@sasaeai/stripe-gateway/demo/demo-keys'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { TestDatabase } from '@sasaeai/testing/test-database'
import { expect, test } from 'vitest'

/** What must be true of the demo's online gifts: tests for whoever has a seeded database already, which takes seconds to make. */
export function testOnlineGifts(database: () => TestDatabase, today: LocalDate): void {
  test('online gifts have their receipts and mails by the council’s rule, one after the other, and a refunded one was issued anew', async () => {
    const { rows } = await database().db.pool.query<{ kind: string; receipts: number; mails: number; left: number }>(
      `SELECT g.giver_kind AS kind, (p.amount_yen - p.refunded_yen)::int AS left, (SELECT count(*)::int FROM receipt_entry r WHERE r.entry_id = p.entry_id AND r.is_live) AS receipts,
         (SELECT count(*)::int FROM outgoing_mail m WHERE m.order_id = p.id AND m.state = 'sent') AS mails FROM online_payment p JOIN online_gift g ON g.id = p.gift_id WHERE p.care = 'done'`)
    expect(rows.length).toBeGreaterThan(15)
    for (const { kind, left, receipts, mails } of rows) expect([kind, left, receipts, mails]).toEqual([kind, left, kind === 'anonymous' || left === 0 ? 0 : 1, 1])
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

async function figureIn({ db }: TestDatabase, query: string): Promise<number> {
  const { rows } = await db.pool.query<{ figure: number }>(query)
  return rows[0]?.figure ?? 0
}
