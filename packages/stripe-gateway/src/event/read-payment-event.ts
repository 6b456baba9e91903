import { idIn } from '@sasaeai/domain/ids'
import type { DisputeTold, GatewayFact, RefundTold } from '@sasaeai/domain/online-giving/event/gateway-fact'
import { yenSchema } from '@sasaeai/domain/money/yen-schema'
import { z } from 'zod'
import { instantSchema, metadataSchema, referenceSchema, type EventReader } from './event-parts.ts'

export const paymentReaders: Readonly<Record<string, EventReader>> = {
  'charge.succeeded': readCharge,
  'refund.created': readRefund,
  'refund.updated': readRefund,
  'refund.failed': readRefund,
  'charge.dispute.created': readDispute,
  'charge.dispute.updated': readDispute,
  'charge.dispute.closed': readDispute,
}

function readCharge(object: unknown, at: string): GatewayFact | null {
  const charge = chargeSchema.parse(object)
  if (charge.payment_intent === null) return null
  const method = charge.payment_method_details?.type ?? ''
  return { kind: 'charge', paymentIntentId: charge.payment_intent, chargeId: charge.id, method, at }
}

function readRefund(object: unknown, at: string): GatewayFact {
  const refund = refundSchema.parse(object)
  const state = refundStates[refund.status]
  return {
    kind: 'refund',
    gatewayRefundId: refund.id,
    paymentIntentId: refund.payment_intent,
    amountYen: refund.amount,
    currency: refund.currency,
    state,
    failure: state === 'failed' ? refundFailure(refund.failure_reason) : '',
    refundId: idIn<'OnlineRefundId'>(refund.metadata?.['refund_id']) ?? null,
    at,
  }
}

/** A コンビニ refund waits until the giver has named a bank account (requires_action). */
const refundStates: Readonly<Record<z.output<typeof refundSchema>['status'], RefundTold['state']>> = {
  pending: 'pending',
  requires_action: 'pending',
  succeeded: 'succeeded',
  failed: 'failed',
  canceled: 'failed',
}

function refundFailure(reason: string | null | undefined): string {
  return refundFailures.get(reason ?? '') ?? '決済会社が返金できませんでした。'
}

const refundFailures: ReadonlyMap<string, string> = new Map([
  ['lost_or_stolen_card', 'カードが紛失・盗難の届け出により使えないため、返金できませんでした。'],
  ['expired_or_canceled_card', 'カードの期限切れ・解約により、返金できませんでした。'],
  ['charge_for_pending_refund_disputed', '返金の手続き中に異議申立てがあったため、返金できませんでした。'],
  ['insufficient_funds', '決済会社の残高が足りず、返金できませんでした。'],
  ['declined', 'カード会社・銀行に断られ、返金できませんでした。'],
  ['merchant_request', '返金は取り消されました。'],
])

function readDispute(object: unknown, at: string): GatewayFact {
  const dispute = disputeSchema.parse(object)
  const state = disputeState(dispute.status)
  return {
    kind: 'dispute',
    gatewayDisputeId: dispute.id,
    paymentIntentId: dispute.payment_intent,
    amountYen: dispute.amount,
    currency: dispute.currency,
    state,
    reason: dispute.reason,
    answerBy: state === 'open' ? (dispute.evidence_details?.due_by ?? null) : null,
    at,
  }
}

/**
 * An inquiry that was settled (warning_closed) and a dispute that never became one (prevented) take no money. While an
 * appeal is looked at, the money that was lost stays lost.
 */
function disputeState(status: string): DisputeTold['state'] {
  if (status === 'won' || status === 'warning_closed' || status === 'prevented') return 'won'
  if (status === 'lost' || status.startsWith('appeal_')) return 'lost'
  return 'open'
}

const chargeSchema = z.object({
  id: z.string(),
  object: z.literal('charge'),
  payment_intent: referenceSchema.nullable(),
  payment_method_details: z.object({ type: z.string() }).nullish(),
})

const refundSchema = z.object({
  id: z.string(),
  object: z.literal('refund'),
  amount: yenSchema,
  currency: z.string(),
  payment_intent: referenceSchema,
  status: z.enum(['pending', 'requires_action', 'succeeded', 'failed', 'canceled']),
  failure_reason: z.string().nullish(),
  metadata: metadataSchema,
})

const disputeSchema = z.object({
  id: z.string(),
  object: z.literal('dispute'),
  amount: yenSchema,
  currency: z.string(),
  payment_intent: referenceSchema,
  status: z.string(),
  reason: z.string(),
  evidence_details: z.object({ due_by: instantSchema.nullish() }).nullish(),
})
