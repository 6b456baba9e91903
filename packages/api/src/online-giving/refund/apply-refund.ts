import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { id, type JournalEntryId, type OnlineRefundId, type PaymentAccountId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import { applied, type EventVerdict, quarantined, waitsForPayment } from '@sasaeai/domain/online-giving/event/event-verdict'
import type { RefundTold } from '@sasaeai/domain/online-giving/event/gateway-fact'
import type { OnlineRefundState } from '@sasaeai/domain/online-giving/refund/online-refund-state'
import type { Desk } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { readBookedAccount } from '../booking/booked-account.ts'
import { type LockedPayment, lockPayment } from '../booking/lock-payment.ts'
import { type BackAct, giveBack, takeBack } from '../booking/take-back.ts'
import { mailRefund } from './mail-refund.ts'

interface KnownRefund {
  readonly id: OnlineRefundId
  readonly state: OnlineRefundState
  readonly amountYen: Yen
  readonly reason: string
  readonly entryId: JournalEntryId | null
}

/**
 * 返金, as the gateway tells of it: in the books once it is done, and back again when it fails after all. Words come in any
 * order, but a refund only ever goes from begun to done to failed, so an older word changes nothing.
 */
export async function applyRefund(desk: Desk, paymentAccountId: PaymentAccountId, fact: RefundTold): Promise<EventVerdict> {
  const payment = await lockPayment(desk.tx, { paymentAccountId, paymentIntentId: fact.paymentIntentId })
  if (payment === null) return waitsForPayment(fact.paymentIntentId)
  const known = (await findRefund(desk, fact)) ?? (await noteRefund(desk, payment, fact))
  if (known.amountYen !== fact.amountYen) return quarantined('refund_amount_differs')
  if (fact.state === 'pending') {
    if (known.state === 'requested' || known.state === 'sent') await desk.tx.onlineRefund.update({ where: { id: known.id }, data: { state: 'sent', gatewayRefundId: fact.gatewayRefundId } })
    return applied(fact.gatewayRefundId)
  }
  if (known.state === 'failed' || known.state === fact.state) return applied(fact.gatewayRefundId)
  const act: BackAct = { payment, amountYen: fact.amountYen, day: localDateInTokyo(new Date(fact.at)), source: { kind: 'online_refund', id: known.id }, reason: reasonOf(known, fact) }
  return fact.state === 'succeeded' ? bookRefund(desk, { known, act, fact, paymentAccountId }) : bookFailure(desk, { known, act, fact })
}

interface RefundAtHand {
  readonly known: KnownRefund
  readonly act: BackAct
  readonly fact: RefundTold
}

async function bookRefund(desk: Desk, { known, act, fact, paymentAccountId }: RefundAtHand & { paymentAccountId: PaymentAccountId }): Promise<EventVerdict> {
  const taken = await takeBack(desk, await readBookedAccount(desk.tx, paymentAccountId), act)
  if ('problem' in taken) return quarantined(taken.problem)
  await settle(desk, { known, act, fact }, taken.takenById)
  await mailRefund(desk, { refundId: known.id, paymentId: act.payment.id, amountYen: fact.amountYen, receipt: taken.receipt, hasFailed: false })
  return applied(fact.gatewayRefundId)
}

/** One that was never in the books has nothing to come back. */
async function bookFailure(desk: Desk, { known, act, fact }: RefundAtHand): Promise<EventVerdict> {
  if (known.state === 'succeeded' && known.entryId !== null) {
    const failure = await giveBack(desk, { ...act, takenById: known.entryId })
    if (failure !== null) return quarantined(failure.problem)
    await mailRefund(desk, { refundId: known.id, paymentId: act.payment.id, amountYen: fact.amountYen, receipt: 'none', hasFailed: true })
  }
  await settle(desk, { known, act, fact }, known.entryId)
  return applied(fact.gatewayRefundId)
}

async function settle(desk: Desk, { known, act, fact }: RefundAtHand, entryId: JournalEntryId | null): Promise<void> {
  const { deps, actor, tx } = desk
  await tx.onlineRefund.update({
    where: { id: known.id },
    data: { state: fact.state === 'pending' ? 'sent' : fact.state, gatewayRefundId: fact.gatewayRefundId, settledAt: new Date(fact.at), failure: fact.failure, entryId },
  })
  await recordAuditEvent(deps, tx, {
    actor, action: fact.state === 'succeeded' ? 'online_refund.succeed' : 'online_refund.fail', subjectKind: 'online_refund', subjectId: known.id,
    before: { state: known.state }, after: { state: fact.state, amountYen: act.amountYen }, reason: act.reason,
  })
}

/** By the gateway's id, or by ours that it was asked for with. */
async function findRefund({ tx }: Desk, { gatewayRefundId, refundId }: RefundTold): Promise<KnownRefund | null> {
  const [known] = await tx.$queryRaw<KnownRefund[]>`
    SELECT id, state::text AS state, amount_yen::float8 AS "amountYen", reason, entry_id AS "entryId" FROM online_refund
    WHERE gateway_refund_id = ${gatewayRefundId} OR (gateway_refund_id IS NULL AND id = ${refundId}::uuid) ORDER BY gateway_refund_id NULLS LAST LIMIT 1`
  return known ?? null
}

/** One that nobody has asked for here was made at the gateway. */
async function noteRefund({ deps, tx }: Desk, payment: LockedPayment, { gatewayRefundId, amountYen, at }: RefundTold): Promise<KnownRefund> {
  const refundId = id<'OnlineRefundId'>(deps.newId())
  const reason = '決済会社の管理画面で返金'
  await tx.onlineRefund.create({ data: { id: refundId, paymentId: payment.id, gatewayRefundId, amountYen: BigInt(amountYen), reason, state: 'sent', requestedAt: new Date(at) } })
  return { id: refundId, state: 'sent', amountYen, reason, entryId: null }
}

function reasonOf({ reason }: KnownRefund, { state, failure }: RefundTold): string {
  return state === 'failed' ? `返金できなかったため${failure === '' ? '' : `（${failure}）`}` : `返金：${reason}`
}
