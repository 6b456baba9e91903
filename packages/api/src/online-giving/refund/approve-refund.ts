import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { id, type OnlineGiftId, type OnlineRefundId, type PaymentAccountId, type UserId } from '@sasaeai/domain/ids'
import { yen, type Yen } from '@sasaeai/domain/money/yen'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps, Desk } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { wantCall } from '../call/want-call.ts'
import { sendRefund } from './send-refund.ts'

type RefundDecisionFailure = 'refund_not_found' | 'refund_not_requested'

/** 承認: a second person lets a refund go to the gateway. Nobody approves what they asked for themselves. */
export async function approveRefund(
  deps: Deps,
  actor: Actor,
  { refundId }: { refundId: OnlineRefundId },
): Promise<Outcome<{ refundId: OnlineRefundId }, RefundDecisionFailure | 'refund_own' | 'gateway_refused'>> {
  const approved = await inTransaction(deps.db, (tx) => writeApproval({ deps, actor, tx }, refundId), { isolation: 'ReadCommitted' })
  if (!approved.ok) return approved
  const sent = await sendRefund(deps, { refundId, callId: approved.value.callId })
  return sent.ok ? succeed({ refundId }) : sent
}

/** 取り下げ: one that waits for approval is not made after all. */
export function withdrawRefund(deps: Deps, actor: Actor, { refundId }: { refundId: OnlineRefundId }): Promise<Outcome<{ refundId: OnlineRefundId }, RefundDecisionFailure>> {
  return inTransaction(deps.db, async (tx) => {
    const refund = await lockRequested(tx, refundId)
    if ('ok' in refund) return refund
    await tx.onlineRefund.update({ where: { id: refundId }, data: { state: 'withdrawn', settledAt: deps.now() } })
    await recordAuditEvent(deps, tx, { actor, action: 'online_refund.withdraw', subjectKind: 'online_refund', subjectId: refundId, after: { amountYen: refund.amountYen } })
    return succeed({ refundId })
  }, { isolation: 'ReadCommitted' })
}

async function writeApproval({ deps, actor, tx }: Desk, refundId: OnlineRefundId): Promise<Outcome<{ callId: string }, RefundDecisionFailure | 'refund_own'>> {
  const refund = await lockRequested(tx, refundId)
  if ('ok' in refund) return refund
  if (refund.requestedById === actor.userId) return fail('refund_own')
  await tx.onlineRefund.update({ where: { id: refundId }, data: { state: 'sent', approvedAt: deps.now(), approvedById: actor.userId } })
  await recordAuditEvent(deps, tx, { actor, action: 'online_refund.approve', subjectKind: 'online_refund', subjectId: refundId, after: { amountYen: refund.amountYen } })
  const { paymentAccountId, giftId, paymentIntentId, amountYen } = refund
  return succeed({ callId: await wantCall({ deps, tx }, { paymentAccountId, giftId, subjectId: refundId, request: { kind: 'refund', paymentIntentId, amountYen } }) })
}

interface RequestedRefund {
  readonly amountYen: Yen
  readonly requestedById: UserId | null
  readonly paymentAccountId: PaymentAccountId
  readonly giftId: OnlineGiftId
  readonly paymentIntentId: string
}

/** The refund, held until the end of the transaction, as long as nobody has decided on it. */
async function lockRequested(tx: Tx, refundId: OnlineRefundId): Promise<RequestedRefund | Extract<Outcome<never, RefundDecisionFailure>, { ok: false }>> {
  await tx.$queryRaw`SELECT 1 FROM online_refund WHERE id = ${refundId}::uuid FOR UPDATE`
  const refund = await tx.onlineRefund.findUnique({ where: { id: refundId }, include: { payment: true } })
  if (refund === null) return fail('refund_not_found')
  const { state, amountYen, requestedById, payment: { paymentAccountId, giftId, paymentIntentId } } = refund
  if (state !== 'requested' || paymentIntentId === null) return fail('refund_not_requested')
  return { amountYen: yen(Number(amountYen)), requestedById: requestedById === null ? null : id(requestedById), paymentAccountId: id(paymentAccountId), giftId: id(giftId), paymentIntentId }
}
