import { localDateInTokyo, type LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { GatewayFact, RecurringChanged } from '@sasaeai/domain/online-giving/event/gateway-fact'
import { yen, type Yen } from '@sasaeai/domain/money/yen'
import { yenSchema } from '@sasaeai/domain/money/yen-schema'
import { z } from 'zod'
import { giftIdIn, instantOf, instantSchema, metadataSchema, referenceSchema, type EventReader } from './event-parts.ts'

export const monthReaders: Readonly<Record<string, EventReader>> = {
  'invoice.paid': readMonthPaid,
  'invoice.payment_failed': readMonthFailed,
  'invoice_payment.paid': readMonthLinked,
  'customer.subscription.updated': readChanged,
  'customer.subscription.paused': readChanged,
  'customer.subscription.resumed': readChanged,
  'customer.subscription.deleted': readChanged,
}

function readMonthPaid(object: unknown, at: string): GatewayFact | null {
  const invoice = paidSchema.parse(object)
  const month = monthOf(invoice)
  // Whatever somebody has paid past the gateway and noted there is no money of the gateway's.
  const amountYen = yen(invoice.amount_paid - (invoice.amount_paid_off_stripe ?? 0))
  if (month === null || amountYen <= 0) return null
  const paidAt = invoice.status_transitions.paid_at ?? at
  return { kind: 'month_paid', ...month, amountYen, currency: invoice.currency, at: paidAt }
}

function readMonthFailed(object: unknown, at: string): GatewayFact | null {
  const invoice = dueSchema.parse(object)
  const month = monthOf(invoice)
  if (month === null) return null
  return {
    kind: 'month_failed',
    ...month,
    amountYen: invoice.amount_due,
    currency: invoice.currency,
    attempts: invoice.attempt_count,
    nextAttemptAt: invoice.next_payment_attempt,
    at,
  }
}

/** Null of an invoice that somebody wrote by hand at the gateway: it belongs to no monthly gift. */
function monthOf(invoice: z.output<typeof invoiceSchema>) {
  const details = invoice.parent?.subscription_details
  if (details == null) return null
  return { giftId: giftIdIn(details.metadata), subscriptionId: details.subscription, invoiceId: invoice.id }
}

function readMonthLinked(object: unknown, at: string): GatewayFact | null {
  const { invoice: invoiceId, payment } = linkSchema.parse(object)
  if (payment.payment_intent === undefined) return null
  return { kind: 'month_linked', invoiceId, paymentIntentId: payment.payment_intent, at }
}

function readChanged(object: unknown, at: string): GatewayFact | null {
  const subscription = subscriptionSchema.parse(object)
  const state = stateOf(subscription)
  const [item] = subscription.items.data
  if (state === null || item === undefined) return null
  return {
    kind: 'recurring_changed',
    giftId: giftIdIn(subscription.metadata),
    subscriptionId: subscription.id,
    state,
    amountYen: monthlyYen(item),
    currency: item.price.currency,
    nextOn: nextOn(subscription, state, item.current_period_end),
    at,
  }
}

/** Null while the first payment is still being made, and when it never was: nothing has begun then. */
function stateOf({ status, pause_collection: pause }: z.output<typeof subscriptionSchema>): RecurringChanged['state'] | null {
  switch (status) {
    case 'active':
    case 'trialing':
      return pause == null ? 'active' : 'paused'
    case 'paused':
      return 'paused'
    case 'past_due':
    case 'unpaid':
      return 'past_due'
    case 'canceled':
      return 'ended'
    case 'incomplete':
    case 'incomplete_expired':
      return null
  }
}

function monthlyYen(item: z.output<typeof itemSchema>): Yen {
  return yen(item.price.unit_amount * (item.quantity ?? 1))
}

/** The gateway takes the next month when the one that is paid has passed. */
function nextOn(
  { cancel_at_period_end: endsThen }: z.output<typeof subscriptionSchema>,
  state: RecurringChanged['state'],
  periodEnd: number,
): LocalDate | null {
  const isGoingOn = (state === 'active' || state === 'past_due') && endsThen !== true
  return isGoingOn ? localDateInTokyo(new Date(instantOf(periodEnd))) : null
}

const invoiceSchema = z.object({
  id: z.string(),
  object: z.literal('invoice'),
  currency: z.string(),
  parent: z
    .object({
      subscription_details: z.object({ subscription: referenceSchema, metadata: metadataSchema }).nullish(),
    })
    .nullable(),
})

const paidSchema = invoiceSchema.extend({
  amount_paid: yenSchema,
  amount_paid_off_stripe: yenSchema.nullish(),
  status_transitions: z.object({ paid_at: instantSchema.nullable() }),
})

const dueSchema = invoiceSchema.extend({
  amount_due: yenSchema,
  attempt_count: z.int(),
  next_payment_attempt: instantSchema.nullable(),
})

const linkSchema = z.object({
  object: z.literal('invoice_payment'),
  invoice: referenceSchema,
  payment: z.object({ payment_intent: referenceSchema.optional() }),
})

const itemSchema = z.object({
  current_period_end: z.int(),
  quantity: z.int().optional(),
  price: z.object({ unit_amount: yenSchema, currency: z.string() }),
})

const subscriptionSchema = z.object({
  id: z.string(),
  object: z.literal('subscription'),
  status: z.enum(['active', 'trialing', 'paused', 'past_due', 'unpaid', 'canceled', 'incomplete', 'incomplete_expired']),
  pause_collection: z.object({}).nullish(),
  cancel_at_period_end: z.boolean().nullish(),
  metadata: metadataSchema,
  items: z.object({ data: z.array(itemSchema) }),
})
