import type { Tx } from '@sasaeai/db/in-transaction'
import { type EventVerdict, lookAgainAt } from '@sasaeai/domain/online-giving/event/event-verdict'
import type { GatewayFact } from '@sasaeai/domain/online-giving/event/gateway-fact'
import type { Deps } from '../../deps.ts'
import type { DueEvent } from './due-event.ts'

/** What became of an event. */
export interface JudgedEvent {
  readonly event: DueEvent
  /** Null of one that could not be read, or says nothing. */
  readonly fact: GatewayFact | null
  readonly verdict: EventVerdict
}

/** Writes down what became of events, and has those looked at again that waited for one of them. */
export async function writeVerdicts({ deps, tx }: { deps: Deps; tx: Tx }, judged: readonly JudgedEvent[]): Promise<void> {
  if (judged.length === 0) return
  const now = deps.now()
  await tx.$executeRawUnsafe(
    `UPDATE gateway_event e SET state = n.state::gateway_event_state, reason = n.reason, subject_key = n."subjectKey", attempts = e.attempts + 1,
       due_at = coalesce(n."dueAt", e.due_at), settled_at = n."settledAt"
     FROM jsonb_to_recordset($1::jsonb) AS n("paymentAccountId" uuid, "eventId" text, state text, reason text, "subjectKey" text, "dueAt" timestamptz, "settledAt" timestamptz)
     WHERE e.payment_account_id = n."paymentAccountId" AND e.event_id = n."eventId"`,
    JSON.stringify(judged.map((each) => columnsOf(each, now))),
  )
  const settled = [...new Set(judged.flatMap(({ verdict }) => (verdict.state === 'applied' ? verdict.settles : [])))]
  if (settled.length === 0) return
  await tx.$executeRawUnsafe(
    `UPDATE gateway_event SET state = 'waiting', due_at = $2
     WHERE subject_key = ANY ($1::text[]) AND (state = 'waiting' AND due_at > $2 OR state = 'quarantined' AND settled_by_id IS NULL AND reason IN ('payment_unknown', 'recurring_unknown', 'payout_unknown', 'amount_differs'))`,
    settled, now,
  )
}

function columnsOf({ event, fact, verdict }: JudgedEvent, now: Date) {
  const { paymentAccountId, eventId } = event
  const key = { paymentAccountId, eventId, dueAt: null, settledAt: null, subjectKey: fact === null ? '' : subjectOf(fact) }
  switch (verdict.state) {
    case 'applied':
    case 'ignored':
      return { ...key, state: verdict.state, reason: '', settledAt: now }
    case 'quarantined':
      return { ...key, state: verdict.state, reason: verdict.reason }
    case 'waiting': {
      const { reason, thenReason, subjectKey } = verdict
      const dueAt = lookAgainAt({ attempts: event.attempts, receivedAt: event.receivedAt, now })
      return dueAt === null ? { ...key, state: 'quarantined', reason: thenReason, subjectKey } : { ...key, state: 'waiting', reason, subjectKey, dueAt }
    }
  }
}

/** The gateway's id of what a fact is about. */
function subjectOf(fact: GatewayFact): string {
  if ('gatewayPayoutId' in fact) return fact.gatewayPayoutId
  if ('gatewayRefundId' in fact) return fact.gatewayRefundId
  if ('gatewayDisputeId' in fact) return fact.gatewayDisputeId
  if ('invoiceId' in fact) return fact.invoiceId
  if ('subscriptionId' in fact) return fact.subscriptionId
  return 'paymentIntentId' in fact && fact.paymentIntentId !== null ? fact.paymentIntentId : 'sessionId' in fact ? (fact.sessionId ?? '') : ''
}
