import type { Tx } from '@sasaeai/db/in-transaction'
import type { DueEvent, EventKey } from './due-event.ts'

/** Whether the turn to apply events is ours until the transaction ends: one server at a time does. */
export async function takeTurn(tx: Tx): Promise<boolean> {
  const [turn] = await tx.$queryRaw<{ isOurs: boolean }[]>`SELECT pg_try_advisory_xact_lock(hashtextextended('gateway_event', 0)) AS "isOurs"`
  return turn?.isOurs === true
}

/** Events that are due, in the order in which they happened; or that one of them. */
export async function takeDueEvents(tx: Tx, { now, limit, only }: { now: Date; limit: number; only?: EventKey }): Promise<DueEvent[]> {
  return tx.$queryRawUnsafe<DueEvent[]>(
    `SELECT e.payment_account_id::text AS "paymentAccountId", a.code AS "accountCode", a.gateway_account_id AS "gatewayAccountId", e.event_id AS "eventId",
       e.received_at AS "receivedAt", e.attempts, e.body
     FROM gateway_event e JOIN payment_account a ON a.id = e.payment_account_id
     WHERE e.state = 'waiting' AND e.due_at <= $1 ${only === undefined ? '' : 'AND e.payment_account_id = $3::uuid AND e.event_id = $4'}
     ORDER BY e.due_at, e.received_at, e.created_at, e.event_id LIMIT $2 FOR UPDATE OF e`,
    now, limit, ...(only === undefined ? [] : [only.paymentAccountId, only.eventId]),
  )
}
