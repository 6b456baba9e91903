import { yenSchema } from '@sasaeai/domain/money/yen-schema'
import { z } from 'zod'
import { demoMetadataSchema, demoShared } from './demo-shared-fields.ts'

export const demoRefundSchema = z.object({
  ...demoShared,
  id: z.string(),
  object: z.literal('refund'),
  amount: yenSchema,
  balance_transaction: z.string().nullable(),
  charge: z.string(),
  currency: z.literal('jpy'),
  failure_reason: z.string().optional(),
  instructions_email: z.string().optional(),
  metadata: demoMetadataSchema,
  payment_intent: z.string(),
  reason: z.string().nullable(),
  status: z.enum(['requires_action', 'succeeded', 'failed']),
})
export type DemoRefund = z.output<typeof demoRefundSchema>

export const demoDisputeSchema = z.object({
  ...demoShared,
  id: z.string(),
  object: z.literal('dispute'),
  amount: yenSchema,
  charge: z.string(),
  currency: z.literal('jpy'),
  evidence_details: z.object({ due_by: z.int().nullable(), has_evidence: z.boolean() }),
  metadata: demoMetadataSchema,
  payment_intent: z.string(),
  reason: z.string(),
  status: z.enum(['needs_response', 'won', 'lost']),
})
export type DemoDispute = z.output<typeof demoDisputeSchema>

export const demoBalanceSchema = z.object({
  id: z.string(),
  object: z.literal('balance_transaction'),
  amount: yenSchema,
  available_on: z.int(),
  created: z.int(),
  currency: z.literal('jpy'),
  description: z.string().nullable(),
  fee: yenSchema,
  net: yenSchema,
  reporting_category: z.string(),
  source: z.string(),
  status: z.literal('available'),
  type: z.string(),
  /** po_… that it went into; null while it waits for one. */
  demo: z.object({ payout: z.string().nullable() }),
})
export type DemoBalance = z.output<typeof demoBalanceSchema>

export const demoPayoutSchema = z.object({
  ...demoShared,
  id: z.string(),
  object: z.literal('payout'),
  amount: yenSchema,
  arrival_date: z.int(),
  automatic: z.literal(true),
  currency: z.literal('jpy'),
  failure_code: z.string().nullable(),
  reconciliation_status: z.enum(['in_progress', 'completed']),
  status: z.enum(['in_transit', 'paid', 'failed']),
  /** txn_… that it is made of. */
  demo: z.object({ lines: z.array(z.string()) }),
})
export type DemoPayout = z.output<typeof demoPayoutSchema>

export const demoEventSchema = z.object({
  ...demoShared,
  id: z.string(),
  object: z.literal('event'),
  api_version: z.string(),
  data: z.object({ object: z.looseObject({ id: z.string() }) }),
  pending_webhooks: z.int(),
  request: z.object({ id: z.null(), idempotency_key: z.null() }),
  type: z.string(),
  /** How often it was sent in vain, and when it is sent again (milliseconds since 1970, by the clock on the wall). */
  demo: z.object({ attempts: z.int(), dueAt: z.int() }),
})
export type DemoEvent = z.output<typeof demoEventSchema>
