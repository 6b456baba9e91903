import type { Yen } from '@sasaeai/domain/money/yen'
import { yenSchema } from '@sasaeai/domain/money/yen-schema'
import { z } from 'zod'
import { demoMetadataSchema, demoShared } from './demo-shared-fields.ts'

export const demoSessionSchema = z.object({
  ...demoShared,
  id: z.string(),
  object: z.literal('checkout.session'),
  mode: z.enum(['payment', 'subscription']),
  status: z.enum(['open', 'complete', 'expired']),
  payment_status: z.enum(['paid', 'unpaid']),
  amount_total: yenSchema,
  currency: z.literal('jpy'),
  client_reference_id: z.string().nullable(),
  customer: z.string().nullable(),
  /** Null where a customer was named. */
  customer_email: z.string().nullable(),
  customer_details: z.object({ email: z.string() }).nullish(),
  expires_at: z.int(),
  invoice: z.string().nullable(),
  locale: z.string(),
  metadata: demoMetadataSchema,
  payment_intent: z.string().nullable(),
  subscription: z.string().nullable(),
  submit_type: z.string(),
  success_url: z.string(),
  cancel_url: z.string(),
  ui_mode: z.literal('hosted_page'),
  /** Null once it is no longer open. */
  url: z.string().nullable(),
  /** What is written on the payment, or on the monthly gift. */
  demo: z.object({
    name: z.string(),
    metadata: demoMetadataSchema,
    /** When it expires by the demo gateway's own clock, which `expires_at` does not follow. */
    lastsUntil: z.int(),
    /** Stays when the page is no longer open. */
    payUrl: z.string(),
  }),
})
export type DemoSession = z.output<typeof demoSessionSchema>

/** 払込番号: what the giver takes to a shop. */
const konbiniActionSchema = z.object({
  type: z.literal('konbini_display_details'),
  konbini_display_details: z.object({ expires_at: z.int(), hosted_voucher_url: z.string() }),
})

/** 銀行振込: an account that was opened for this giver alone. */
const transferActionSchema = z.object({
  type: z.literal('display_bank_transfer_instructions'),
  display_bank_transfer_instructions: z.object({
    amount_remaining: yenSchema,
    currency: z.literal('jpy'),
    financial_addresses: z.tuple([
      z.object({
        type: z.literal('zengin'),
        supported_networks: z.tuple([z.literal('zengin')]),
        zengin: z.object({
          account_holder_name: z.string(),
          account_number: z.string(),
          account_type: z.literal('futsu'),
          bank_code: z.string(),
          bank_name: z.string(),
          branch_code: z.string(),
          branch_name: z.string(),
        }),
      }),
    ]),
    hosted_instructions_url: z.string(),
    reference: z.null(),
    type: z.literal('jp_bank_transfer'),
  }),
})

/** PayPay: the giver agrees at a place of its own, and comes back. */
const redirectActionSchema = z.object({
  type: z.literal('redirect_to_url'),
  redirect_to_url: z.object({ url: z.string(), return_url: z.string() }),
})

export const demoIntentSchema = z.object({
  ...demoShared,
  id: z.string(),
  object: z.literal('payment_intent'),
  amount: yenSchema,
  currency: z.literal('jpy'),
  customer: z.string().nullable(),
  description: z.string(),
  status: z.enum(['requires_payment_method', 'requires_action', 'succeeded']),
  last_payment_error: z.object({ code: z.string(), message: z.string(), type: z.enum(['card_error', 'invalid_request_error']) }).nullable(),
  latest_charge: z.string().nullable(),
  metadata: demoMetadataSchema,
  next_action: z.discriminatedUnion('type', [konbiniActionSchema, transferActionSchema, redirectActionSchema]).nullable(),
  payment_method_types: z.array(z.string()),
  /** 払込番号, and the pay page that it was given out on. */
  demo: z.object({ sessionId: z.string().nullable(), slipNumber: z.string().nullable() }),
})
export type DemoIntent = z.output<typeof demoIntentSchema>

/** Whoever pays: made before a pay page is, and named on it. */
export const demoCustomerSchema = z.object({
  ...demoShared,
  id: z.string(),
  object: z.literal('customer'),
  email: z.string(),
  metadata: demoMetadataSchema,
})
export type DemoCustomer = z.output<typeof demoCustomerSchema>

export const demoMethods = ['card', 'konbini', 'customer_balance', 'paypay'] as const
export type DemoMethod = (typeof demoMethods)[number]

export const demoChargeSchema = z.object({
  ...demoShared,
  id: z.string(),
  object: z.literal('charge'),
  amount: yenSchema,
  amount_refunded: yenSchema,
  balance_transaction: z.string(),
  currency: z.literal('jpy'),
  description: z.string(),
  disputed: z.boolean(),
  paid: z.literal(true),
  payment_intent: z.string(),
  payment_method_details: z.object({ type: z.enum(demoMethods) }),
  refunded: z.boolean(),
  status: z.literal('succeeded'),
})
export type DemoCharge = z.output<typeof demoChargeSchema>

export const demoSubscriptionSchema = z.object({
  ...demoShared,
  id: z.string(),
  object: z.literal('subscription'),
  status: z.enum(['active', 'past_due', 'canceled']),
  pause_collection: z.object({ behavior: z.literal('void'), resumes_at: z.null() }).nullable(),
  cancel_at_period_end: z.literal(false),
  canceled_at: z.int().nullable(),
  currency: z.literal('jpy'),
  customer: z.string(),
  description: z.string(),
  latest_invoice: z.string(),
  metadata: demoMetadataSchema,
  items: z.object({
    object: z.literal('list'),
    has_more: z.literal(false),
    data: z.tuple([
      z.object({
        id: z.string(),
        object: z.literal('subscription_item'),
        current_period_start: z.int(),
        current_period_end: z.int(),
        quantity: z.literal(1),
        price: z.object({
          id: z.string(),
          object: z.literal('price'),
          currency: z.literal('jpy'),
          product: z.string(),
          recurring: z.object({ interval: z.literal('month'), interval_count: z.literal(1) }),
          unit_amount: yenSchema,
        }),
      }),
    ]),
  }),
  /** Whether the card is refused from now on, and the day of the month that it is charged on. */
  demo: z.object({ fails: z.boolean(), anchor: z.int(), email: z.string() }),
})
export type DemoSubscription = z.output<typeof demoSubscriptionSchema>

export const demoInvoiceSchema = z.object({
  ...demoShared,
  id: z.string(),
  object: z.literal('invoice'),
  amount_due: yenSchema,
  amount_paid: yenSchema,
  amount_remaining: yenSchema,
  attempt_count: z.int(),
  attempted: z.boolean(),
  billing_reason: z.enum(['subscription_create', 'subscription_cycle']),
  collection_method: z.literal('charge_automatically'),
  currency: z.literal('jpy'),
  customer: z.string(),
  next_payment_attempt: z.int().nullable(),
  parent: z.object({
    type: z.literal('subscription_details'),
    quote_details: z.null(),
    subscription_details: z.object({ subscription: z.string(), metadata: demoMetadataSchema }),
  }),
  status: z.enum(['open', 'paid', 'void']),
  status_transitions: z.object({ finalized_at: z.int(), paid_at: z.int().nullable(), voided_at: z.int().nullable() }),
})
export type DemoInvoice = z.output<typeof demoInvoiceSchema>

/** By which payment an invoice was paid. */
export interface DemoInvoicePayment {
  readonly id: string
  readonly object: 'invoice_payment'
  readonly amount_paid: Yen
  readonly created: number
  readonly currency: 'jpy'
  readonly invoice: string
  readonly is_default: true
  readonly livemode: false
  readonly payment: { readonly type: 'payment_intent'; readonly payment_intent: string }
  readonly status: 'paid'
}
