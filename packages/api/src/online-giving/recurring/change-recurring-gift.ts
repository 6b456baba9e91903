import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import type { GatewayCallRequest } from '@sasaeai/domain/online-giving/call/gateway-call'
import type { ChangeRecurringInput } from '@sasaeai/domain/online-giving/giver/giver-page-input'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import { formatYen, yen } from '@sasaeai/domain/money/yen'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { answerCall, type UnansweredCall } from '../call/answer-call.ts'

/** Who changes a monthly gift: the giver, by the e-mail address that their page was opened for, or somebody of the staff. */
export type RecurringChanger = { readonly email: string } | { readonly actor: Actor }

export type ChangeRecurringFailure = UnansweredCall | 'giver_gift_not_found' | 'recurring_ended' | 'recurring_unchanged' | 'recurring_changed_otherwise'
  | 'gift_below_minimum' | 'gift_above_maximum'

/**
 * Changes, rests, resumes or ends a monthly gift. It is written down with its key before the gateway is asked, and holds as
 * soon as the gateway says so; an answer that is lost is asked for again by the worker.
 */
export async function changeRecurringGift(deps: Deps, by: RecurringChanger, input: ChangeRecurringInput): Promise<Outcome<null, ChangeRecurringFailure>> {
  const written = await inTransaction(deps.db, (tx) => writeChange({ deps, tx }, by, input))
  if (!written.ok) return written
  const answer = await answerCall(deps, written.value)
  return answer.ok ? succeed(null) : answer
}

async function writeChange({ deps, tx }: { deps: Deps; tx: Tx }, by: RecurringChanger, { giftId, changeId, change }: ChangeRecurringInput): Promise<Outcome<string, ChangeRecurringFailure>> {
  const gift = await tx.onlineGift.findFirst({ where: { id: giftId, ...('email' in by ? { email: by.email } : {}) }, include: { recurring: true } })
  if (gift?.recurring == null) return fail('giver_gift_not_found')
  const { subscriptionId, state, amountYen } = gift.recurring
  const known = await tx.gatewayCall.findFirst({ where: { subjectId: changeId, kind: { not: 'checkout' } }, select: { id: true, giftId: true, kind: true } })
  if (known !== null) return known.giftId === giftId && known.kind === change.kind ? succeed(known.id) : fail('recurring_changed_otherwise')
  if (state === 'ended') return fail('recurring_ended')
  const isAsItIs = change.kind === 'amount' ? Number(amountYen) === change.amountYen : (change.kind === 'pause' && state === 'paused') || (change.kind === 'resume' && state !== 'paused')
  if (isAsItIs) return fail('recurring_unchanged')
  const { minimumYen, maximumYen } = await tx.givingSettings.findUniqueOrThrow({ where: { id: 1 } })
  if (change.kind === 'amount' && change.amountYen < minimumYen) return fail('gift_below_minimum', { field: 'amountYen', about: `${formatYen(yen(Number(minimumYen)))}円` })
  if (change.kind === 'amount' && change.amountYen > maximumYen) return fail('gift_above_maximum', { field: 'amountYen', about: `${formatYen(yen(Number(maximumYen)))}円` })
  const now = deps.now()
  const callId = deps.newId()
  const request: GatewayCallRequest = { ...change, subscriptionId, by: 'email' in by ? 'giver' : by.actor.userId }
  await tx.gatewayCall.create({ data: { id: callId, paymentAccountId: gift.paymentAccountId, kind: change.kind, giftId, subjectId: changeId, request, wantedAt: now, dueAt: now } })
  await recordAuditEvent(deps, tx, {
    actor: 'email' in by ? null : by.actor, action: 'recurring_gift.update', subjectKind: 'recurring_gift', subjectId: giftId,
    before: { state, amountYen: Number(amountYen) }, after: change, reason: 'email' in by ? 'マイページで本人が変更' : '',
  })
  return succeed(callId)
}
