import { inTransaction } from '@sasaeai/db/in-transaction'
import type { OnlineRefundId } from '@sasaeai/domain/ids'
import { formatYen, yen } from '@sasaeai/domain/money/yen'
import type { OnlineRefundState } from '@sasaeai/domain/online-giving/refund/online-refund-state'
import type { RequestRefundInput } from '@sasaeai/domain/online-giving/refund/refund-input'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps, Desk } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { type LockedPayment, lockPayment } from '../booking/lock-payment.ts'
import { wantCall } from '../call/want-call.ts'
import { sendRefund, type SentRefund } from './send-refund.ts'

type RequestFailure = 'online_payment_not_found' | 'online_payment_not_linked' | 'refund_above_rest' | 'refund_other_id' | 'gateway_unreachable' | 'gateway_refused'

/**
 * 返金を頼む: a part or the whole of what is left. Below the council's threshold the gateway is asked at once, from it on a
 * second person has to approve. It is in the books once the gateway says that it is done.
 */
export async function requestRefund(deps: Deps, actor: Actor, input: RequestRefundInput): Promise<Outcome<{ refundId: OnlineRefundId; state: OnlineRefundState }, RequestFailure>> {
  const written = await inTransaction(deps.db, (tx) => writeRefund({ deps, actor, tx }, input), { isolation: 'ReadCommitted' })
  if (!written.ok) return written
  const { refundId, callId, state } = written.value
  if (callId === null) return succeed({ refundId, state })
  const sent = await sendRefund(deps, { refundId, callId })
  return sent.ok ? succeed({ refundId, state: sent.value.state }) : sent
}

async function writeRefund(desk: Desk, { refundId, paymentId, amountYen, reason }: RequestRefundInput): Promise<Outcome<SentRefund & { state: OnlineRefundState }, RequestFailure>> {
  const { deps, actor, tx } = desk
  const payment = await lockPayment(tx, { paymentId })
  if (payment === null) return fail('online_payment_not_found')
  const { paymentIntentId } = payment
  if (paymentIntentId === null) return fail('online_payment_not_linked')
  const before = await tx.onlineRefund.findUnique({ where: { id: refundId } })
  if (before !== null) return before.paymentId === paymentId && Number(before.amountYen) === amountYen ? succeed({ refundId, callId: null, state: before.state }) : fail('refund_other_id')
  const restYen = await restOf(desk, payment)
  if (amountYen > restYen) return fail('refund_above_rest', { field: 'amountYen', about: `${formatYen(yen(restYen))}円` })
  const { refundApprovalYen } = await tx.givingSettings.findUniqueOrThrow({ where: { id: 1 } })
  const state = BigInt(amountYen) >= refundApprovalYen ? 'requested' : 'sent'
  await tx.onlineRefund.create({ data: { id: refundId, paymentId, amountYen: BigInt(amountYen), reason, state, requestedAt: deps.now(), requestedById: actor.userId } })
  await recordAuditEvent(deps, tx, { actor, action: 'online_refund.request', subjectKind: 'online_refund', subjectId: refundId, after: { amountYen, state }, reason })
  return succeed({ refundId, callId: state === 'sent' ? await wantRefund(desk, { payment, paymentIntentId, refundId, amountYen }) : null, state })
}

/** What is neither given back nor about to be, in yen. */
async function restOf({ tx }: Desk, { id: paymentId, amountYen, refundedYen }: LockedPayment): Promise<number> {
  const { _sum: { amountYen: askedYen } } = await tx.onlineRefund.aggregate({ where: { paymentId, state: { in: ['requested', 'sent'] } }, _sum: { amountYen: true } })
  return amountYen - refundedYen - Number(askedYen ?? 0n)
}

function wantRefund(
  { deps, tx }: Desk,
  { payment, paymentIntentId, refundId, amountYen }: { payment: LockedPayment; paymentIntentId: string; refundId: OnlineRefundId; amountYen: number },
): Promise<string> {
  return wantCall({ deps, tx }, { paymentAccountId: payment.paymentAccountId, giftId: payment.giftId, subjectId: refundId, request: { kind: 'refund', paymentIntentId, amountYen: yen(amountYen) } })
}
