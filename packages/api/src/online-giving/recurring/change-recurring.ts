import { inTransaction } from '@sasaeai/db/in-transaction'
import { id, type OnlineGiftId } from '@sasaeai/domain/ids'
import type { GatewayCallRequest } from '@sasaeai/domain/online-giving/call/gateway-call'
import type { ChangeRecurringInput } from '@sasaeai/domain/online-giving/recurring/recurring-gift-input'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps, Desk } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { answerCall, type UnansweredCall } from '../call/answer-call.ts'
import { wantCall } from '../call/want-call.ts'

type ChangeFailure = 'recurring_not_found' | 'recurring_ended' | 'recurring_already_so'

const actions = { pause: 'recurring_gift.pause', resume: 'recurring_gift.resume', end: 'recurring_gift.end', amount: 'recurring_gift.change_amount' } as const

/** 毎月の寄附の変更 on the giver's wish: written down with its key, asked for at the gateway, and changed here once it has answered. */
export async function changeRecurring(deps: Deps, actor: Actor, input: ChangeRecurringInput): Promise<Outcome<{ giftId: OnlineGiftId }, ChangeFailure | UnansweredCall>> {
  const written = await inTransaction(deps.db, (tx) => writeChange({ deps, actor, tx }, input), { isolation: 'ReadCommitted' })
  if (!written.ok) return written
  const answer = await answerCall(deps, written.value.callId)
  return answer.ok ? succeed({ giftId: input.giftId }) : answer
}

async function writeChange(desk: Desk, input: ChangeRecurringInput): Promise<Outcome<{ callId: string }, ChangeFailure>> {
  const { deps, actor, tx } = desk
  const { giftId, changeId, wish } = input
  const before = await tx.gatewayCall.findUnique({ where: { kind_subjectId: { kind: input.kind, subjectId: changeId } }, select: { id: true } })
  if (before !== null) return succeed({ callId: before.id })
  await tx.$queryRaw`SELECT 1 FROM recurring_gift WHERE gift_id = ${giftId}::uuid FOR UPDATE`
  const recurring = await tx.recurringGift.findUnique({ where: { giftId }, include: { gift: { select: { paymentAccountId: true } } } })
  if (recurring === null) return fail('recurring_not_found')
  if (recurring.state === 'ended') return fail('recurring_ended')
  const amountYen = Number(recurring.amountYen)
  if (isSo(input, { state: recurring.state, amountYen })) return fail('recurring_already_so')
  await recordAuditEvent(deps, tx, {
    actor, action: actions[input.kind], subjectKind: 'recurring_gift', subjectId: giftId, before: { amountYen, state: recurring.state },
    after: { wish, ...(input.kind === 'amount' ? { amountYen: input.amountYen } : {}) },
  })
  const request = requestOf(input, { subscriptionId: recurring.subscriptionId, by: actor.userId })
  return succeed({ callId: await wantCall(desk, { paymentAccountId: id(recurring.gift.paymentAccountId), giftId, subjectId: changeId, request }) })
}

function isSo(input: ChangeRecurringInput, { state, amountYen }: { state: string; amountYen: number }): boolean {
  if (input.kind === 'amount') return input.amountYen === amountYen
  return (input.kind === 'pause' && state === 'paused') || (input.kind === 'resume' && state !== 'paused')
}

function requestOf(input: ChangeRecurringInput, { subscriptionId, by }: { subscriptionId: string; by: string }): GatewayCallRequest {
  return input.kind === 'amount' ? { kind: 'amount', subscriptionId, amountYen: input.amountYen, by } : { kind: input.kind, subscriptionId, by }
}
