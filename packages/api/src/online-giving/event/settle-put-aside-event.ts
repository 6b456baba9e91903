import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import type { GatewayEventInput, SettleEventInput } from '@sasaeai/domain/online-giving/event/gateway-event-input'
import { fail, type Failure, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { ringBell } from '../../document/work-bell.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'

type PutAsideFailure = 'event_not_found' | 'event_not_put_aside'
type PutAsideOutcome = Outcome<{ eventId: string }, PutAsideFailure>

/** やり直す: what was put aside is applied as if it had just come. What it says is believed again only if the reason is gone. */
export async function retryEvent(deps: Deps, actor: Actor, key: GatewayEventInput): Promise<PutAsideOutcome> {
  const outcome = await inTransaction(deps.db, async (tx): Promise<PutAsideOutcome> => {
    const event = await lockPutAside(tx, key)
    if ('ok' in event) return event
    await tx.gatewayEvent.update({ where: { paymentAccountId_eventId: key }, data: { state: 'waiting', reason: '', attempts: 0, dueAt: deps.now() } })
    await recordAuditEvent(deps, tx, { actor, action: 'gateway_event.retry', subjectKind: 'gateway_event', subjectId: key.eventId, before: { eventType: event.type, reason: event.reason } })
    return succeed({ eventId: key.eventId })
  }, { isolation: 'ReadCommitted' })
  if (outcome.ok) ringBell(deps.db, 'gateway_events')
  return outcome
}

/** 対応済み: somebody has dealt with it otherwise, and says how. It is never applied. */
export function settleEvent(deps: Deps, actor: Actor, { note, ...key }: SettleEventInput): Promise<PutAsideOutcome> {
  return inTransaction(deps.db, async (tx): Promise<PutAsideOutcome> => {
    const event = await lockPutAside(tx, key)
    if ('ok' in event) return event
    await tx.gatewayEvent.update({ where: { paymentAccountId_eventId: key }, data: { state: 'ignored', note, settledAt: deps.now(), settledById: actor.userId } })
    await recordAuditEvent(deps, tx, { actor, action: 'gateway_event.settle', subjectKind: 'gateway_event', subjectId: key.eventId, before: { eventType: event.type, reason: event.reason }, after: { note } })
    return succeed({ eventId: key.eventId })
  }, { isolation: 'ReadCommitted' })
}

async function lockPutAside(tx: Tx, { paymentAccountId, eventId }: GatewayEventInput): Promise<{ type: string; reason: string } | Failure<PutAsideFailure>> {
  const [event] = await tx.$queryRaw<{ type: string; reason: string; state: string }[]>`
    SELECT type, reason, state::text AS state FROM gateway_event WHERE payment_account_id = ${paymentAccountId}::uuid AND event_id = ${eventId} FOR UPDATE`
  if (event === undefined) return fail('event_not_found')
  return event.state === 'quarantined' ? event : fail('event_not_put_aside')
}
