import { inTransaction } from '@sasaeai/db/in-transaction'
import { id } from '@sasaeai/domain/ids'
import { formatYen, yen } from '@sasaeai/domain/money/yen'
import type { ChangeRecurringInput } from '@sasaeai/domain/online-giving/giver/giver-page-input'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Deps, Desk } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { answerCall, type UnansweredCall } from '../call/answer-call.ts'
import { wantCall } from '../call/want-call.ts'
import { program } from '../event/program-actor.ts'

export type ChangeOwnRecurringFailure = UnansweredCall | 'giver_gift_not_found' | 'recurring_ended' | 'recurring_unchanged' | 'recurring_changed_otherwise'
  | 'gift_below_minimum' | 'gift_above_maximum'

/**
 * Changes, rests, resumes or ends a monthly gift of the address that マイページ was opened for. It is written down with its key
 * before the gateway is asked, and holds as soon as the gateway says so; an answer that is lost is asked for again by the worker.
 */
export async function changeOwnRecurring(deps: Deps, email: string, input: ChangeRecurringInput): Promise<Outcome<null, ChangeOwnRecurringFailure>> {
  const written = await inTransaction(deps.db, (tx) => writeChange({ deps, actor: program, tx }, email, input))
  if (!written.ok) return written
  const answer = await answerCall(deps, written.value)
  return answer.ok ? succeed(null) : answer
}

async function writeChange(desk: Desk, email: string, { giftId, changeId, change }: ChangeRecurringInput): Promise<Outcome<string, ChangeOwnRecurringFailure>> {
  const { deps, tx } = desk
  const gift = await tx.onlineGift.findFirst({ where: { id: giftId, email }, include: { recurring: true } })
  if (gift?.recurring == null) return fail('giver_gift_not_found')
  const { subscriptionId, state, amountYen } = gift.recurring
  const known = await tx.gatewayCall.findFirst({ where: { subjectId: changeId }, select: { id: true, giftId: true, kind: true } })
  if (known !== null) return known.giftId === giftId && known.kind === change.kind ? succeed(known.id) : fail('recurring_changed_otherwise')
  if (state === 'ended') return fail('recurring_ended')
  const isAsItIs = change.kind === 'amount' ? Number(amountYen) === change.amountYen : (change.kind === 'pause' && state === 'paused') || (change.kind === 'resume' && state !== 'paused')
  if (isAsItIs) return fail('recurring_unchanged')
  const { minimumYen, maximumYen } = await tx.givingSettings.findUniqueOrThrow({ where: { id: 1 } })
  if (change.kind === 'amount' && change.amountYen < minimumYen) return fail('gift_below_minimum', { field: 'amountYen', about: `${formatYen(yen(Number(minimumYen)))}円` })
  if (change.kind === 'amount' && change.amountYen > maximumYen) return fail('gift_above_maximum', { field: 'amountYen', about: `${formatYen(yen(Number(maximumYen)))}円` })
  await recordAuditEvent(deps, tx, {
    actor: null, action: 'recurring_gift.update', subjectKind: 'recurring_gift', subjectId: giftId,
    before: { state, amountYen: Number(amountYen) }, after: change, reason: 'マイページで本人が変更',
  })
  return succeed(await wantCall(desk, { paymentAccountId: id(gift.paymentAccountId), giftId, subjectId: changeId, request: { ...change, subscriptionId, by: 'giver' } }))
}
