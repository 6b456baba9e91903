import type { GatewayFact } from '@sasaeai/domain/online-giving/event/gateway-fact'
import { yenSchema } from '@sasaeai/domain/money/yen-schema'
import { z } from 'zod'
import { giftIdIn, instantOf, metadataSchema, referenceSchema, type EventReader } from './event-parts.ts'

export const checkoutReaders: Readonly<Record<string, EventReader>> = {
  'checkout.session.completed': readCompleted,
  'checkout.session.async_payment_succeeded': readPaidLater,
  'checkout.session.async_payment_failed': readFailed,
  'checkout.session.expired': readExpired,
  'payment_intent.requires_action': readVoucher,
}

/** Whoever agrees to a monthly gift pays by invoices: the session's own word on money would be the same money again. */
function readCompleted(object: unknown, at: string): GatewayFact | null {
  const { mode, payment_status: status } = kindSchema.parse(object)
  if (mode === 'subscription') return readStarted(object, at)
  if (mode !== 'payment' || status === 'no_payment_required') return null
  return status === 'paid' ? readPaid(object, at) : readAwaiting(object, at)
}

function readStarted(object: unknown, at: string): GatewayFact {
  const session = startedSchema.parse(object)
  const { id: sessionId, subscription: subscriptionId } = session
  return { kind: 'recurring_started', giftId: giftIdIn(session.metadata), sessionId, subscriptionId, at }
}

function readPaid(object: unknown, at: string): GatewayFact {
  const { payment_intent: paymentIntentId, ...session } = paymentSchema.parse(object)
  return { kind: 'checkout_paid', ...wordOf(session, at), sessionId: session.id, paymentIntentId, ...amountOf(session) }
}

function readAwaiting(object: unknown, at: string): GatewayFact {
  const { payment_intent: paymentIntentId, ...session } = paymentSchema.parse(object)
  return {
    kind: 'checkout_awaiting',
    ...wordOf(session, at),
    ...amountOf(session),
    sessionId: session.id,
    paymentIntentId,
    voucherUrl: null,
    payableUntil: null,
  }
}

function readPaidLater(object: unknown, at: string): GatewayFact | null {
  return kindSchema.parse(object).mode === 'payment' ? readPaid(object, at) : null
}

function readFailed(object: unknown, at: string): GatewayFact | null {
  if (kindSchema.parse(object).mode !== 'payment') return null
  const { payment_intent: paymentIntentId, ...session } = failedSchema.parse(object)
  return {
    kind: 'checkout_failed',
    ...wordOf(session, at),
    ...amountOf(session),
    sessionId: session.id,
    paymentIntentId,
    // The event does not say which of the two.
    failure: '期限までに支払われなかったか、決済会社が支払いを確かめられませんでした。',
  }
}

function readExpired(object: unknown, at: string): GatewayFact {
  const session = sessionSchema.parse(object)
  return { kind: 'checkout_expired', ...wordOf(session, at), sessionId: session.id }
}

/** Cards ask for an action too (本人認証); that is between the giver and the pay page. */
function readVoucher(object: unknown, at: string): GatewayFact | null {
  const intent = intentSchema.parse(object)
  const voucher = voucherOf(intent.next_action)
  if (voucher === null) return null
  return {
    kind: 'checkout_awaiting',
    ...wordOf(intent, at),
    sessionId: null,
    paymentIntentId: intent.id,
    amountYen: intent.amount,
    currency: intent.currency,
    ...voucher,
  }
}

function voucherOf(action: z.output<typeof actionSchema>): { voucherUrl: string | null; payableUntil: string | null } | null {
  const slip = action?.konbini_display_details
  if (slip != null) return { voucherUrl: slip.hosted_voucher_url, payableUntil: instantOf(slip.expires_at) }
  const transfer = action?.display_bank_transfer_instructions
  if (transfer != null) return { voucherUrl: transfer.hosted_instructions_url, payableUntil: null }
  return null
}

function wordOf({ metadata }: { metadata?: z.output<typeof metadataSchema> }, at: string) {
  return { giftId: giftIdIn(metadata), at }
}

function amountOf(session: { amount_total: z.output<typeof yenSchema>; currency: string }) {
  return { amountYen: session.amount_total, currency: session.currency }
}

const kindSchema = z.object({ mode: z.string(), payment_status: z.string() })

const sessionSchema = z.object({ id: z.string(), object: z.literal('checkout.session'), metadata: metadataSchema })

const startedSchema = sessionSchema.extend({ subscription: referenceSchema })

const failedSchema = sessionSchema.extend({
  amount_total: yenSchema,
  currency: z.string(),
  payment_intent: referenceSchema.nullable(),
})

const paymentSchema = failedSchema.extend({ payment_intent: referenceSchema })

const actionSchema = z
  .object({
    konbini_display_details: z.object({ expires_at: z.int(), hosted_voucher_url: z.string().nullable() }).nullish(),
    display_bank_transfer_instructions: z.object({ hosted_instructions_url: z.string().nullable() }).nullish(),
  })
  .nullish()

const intentSchema = z.object({
  id: z.string(),
  object: z.literal('payment_intent'),
  amount: yenSchema,
  currency: z.string(),
  metadata: metadataSchema,
  next_action: actionSchema,
})
