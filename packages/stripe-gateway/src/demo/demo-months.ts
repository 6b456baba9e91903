import { yen } from '@sasaeai/domain/money/yen'
import { dayInTokyo, nextMonth } from './demo-calendar.ts'
import { demoInvoiceSchema, demoSubscriptionSchema, type DemoInvoice, type DemoSession, type DemoSubscription } from './demo-gift-objects.ts'
import { newDemoId } from './demo-ids.ts'
import { emailOf, newDemoIntent } from './demo-intent.ts'
import { takeDemoPayment } from './demo-money.ts'
import type { DemoTurn } from './demo-turn.ts'

/** After how many days a refused month is tried again; then the gateway gives it up and goes on with the next month. */
const retryDays = [3, 5] as const

const daySeconds = 24 * 60 * 60

/** The giver agrees to pay every month, and pays the first one. */
export function startDemoSubscription(turn: DemoTurn, session: DemoSession): DemoSubscription {
  const started = newSubscription(turn, session)
  const invoice = newInvoice(turn, started, 'subscription_create')
  const subscription = { ...started, latest_invoice: invoice.id }
  turn.tell('customer.subscription.created', subscription)
  payInvoice(turn, subscription, invoice)
  return subscription
}

/** Everything that falls due until then, in the order of its time: months that begin, and tries again. */
export async function runDemoMonths(turn: DemoTurn, until: number): Promise<void> {
  for (;;) {
    const next = await earliestDue(turn)
    if (next === null || next.at > until) return
    turn.moveTo(next.at)
    if (next.invoice === null) beginMonth(turn, next.subscription)
    else tryInvoice(turn, next.subscription, next.invoice)
  }
}

interface DueMonth {
  readonly at: number
  readonly subscription: DemoSubscription
  /** The refused month that is tried again; null for a new one. */
  readonly invoice: DemoInvoice | null
}

async function earliestDue(turn: DemoTurn): Promise<DueMonth | null> {
  let earliest: DueMonth | null = null
  for (const subscription of await turn.list(demoSubscriptionSchema, ['subscription'])) {
    const due = await dueOf(turn, subscription)
    if (earliest === null || due.at < earliest.at) earliest = due
  }
  return earliest
}

async function dueOf(turn: DemoTurn, subscription: DemoSubscription): Promise<DueMonth> {
  const [{ current_period_end: end }] = subscription.items.data
  const invoice = await turn.find(demoInvoiceSchema, subscription.latest_invoice)
  const retryAt = invoice?.status === 'open' ? invoice.next_payment_attempt : null
  const isRetry = invoice !== null && retryAt !== null && retryAt < end
  return isRetry ? { at: retryAt, subscription, invoice } : { at: end, subscription, invoice: null }
}

function beginMonth(turn: DemoTurn, before: DemoSubscription): void {
  const [item] = before.items.data
  const start = item.current_period_end
  const period = { current_period_start: start, current_period_end: nextMonth(start, before.demo.anchor) }
  const moved: DemoSubscription = { ...before, items: { ...before.items, data: [{ ...item, ...period }] } }
  const invoice = newInvoice(turn, moved, 'subscription_cycle')
  const subscription = { ...moved, latest_invoice: invoice.id }
  if (subscription.pause_collection === null) {
    tryInvoice(turn, subscription, invoice)
    return
  }
  const { status_transitions: times } = invoice
  turn.tell('invoice.voided', { ...invoice, status: 'void', status_transitions: { ...times, voided_at: turn.now() } })
  turn.tell('customer.subscription.updated', subscription)
}

function tryInvoice(turn: DemoTurn, subscription: DemoSubscription, invoice: DemoInvoice): void {
  if (subscription.demo.fails) refuseInvoice(turn, subscription, invoice)
  else payInvoice(turn, subscription, invoice)
}

function payInvoice(turn: DemoTurn, subscription: DemoSubscription, invoice: DemoInvoice): void {
  const open = newDemoIntent(turn, {
    amount: invoice.amount_due, customer: subscription.customer, description: subscription.description, metadata: {},
  })
  const intent = takeDemoPayment(turn, open, 'card')
  const { status_transitions: times } = invoice
  const paid: DemoInvoice = {
    ...invoice,
    amount_paid: invoice.amount_due,
    amount_remaining: yen(0),
    attempt_count: invoice.attempt_count + 1,
    attempted: true,
    next_payment_attempt: null,
    status: 'paid',
    status_transitions: { ...times, paid_at: turn.now() },
  }
  turn.tell('invoice.paid', paid)
  turn.tell('invoice_payment.paid', {
    id: newDemoId('inpay'),
    object: 'invoice_payment',
    amount_paid: invoice.amount_due,
    created: turn.now(),
    currency: 'jpy',
    invoice: invoice.id,
    is_default: true,
    livemode: false,
    payment: { type: 'payment_intent', payment_intent: intent.id },
    status: 'paid',
  })
  turn.tell('customer.subscription.updated', { ...subscription, status: 'active' })
}

function refuseInvoice(turn: DemoTurn, subscription: DemoSubscription, invoice: DemoInvoice): void {
  const days = retryDays[invoice.attempt_count]
  turn.tell('invoice.payment_failed', {
    ...invoice,
    attempt_count: invoice.attempt_count + 1,
    attempted: true,
    next_payment_attempt: days === undefined ? null : turn.now() + days * daySeconds,
  })
  turn.tell('customer.subscription.updated', { ...subscription, status: 'past_due' })
}

function newSubscription(turn: DemoTurn, session: DemoSession): DemoSubscription {
  const [now, anchor] = [turn.now(), dayInTokyo(turn.now())]
  return {
    id: newDemoId('sub'),
    object: 'subscription',
    cancel_at_period_end: false,
    canceled_at: null,
    created: now,
    currency: 'jpy',
    customer: newDemoId('cus'),
    description: session.demo.name,
    items: {
      object: 'list',
      has_more: false,
      data: [
        {
          id: newDemoId('si'),
          object: 'subscription_item',
          current_period_start: now,
          current_period_end: nextMonth(now, anchor),
          quantity: 1,
          price: {
            id: newDemoId('price'),
            object: 'price',
            currency: 'jpy',
            product: newDemoId('prod'),
            recurring: { interval: 'month', interval_count: 1 },
            unit_amount: session.amount_total,
          },
        },
      ],
    },
    latest_invoice: '',
    livemode: false,
    metadata: session.demo.metadata,
    pause_collection: null,
    status: 'active',
    demo: { fails: false, anchor, email: emailOf(session) },
  }
}

function newInvoice(turn: DemoTurn, subscription: DemoSubscription, reason: DemoInvoice['billing_reason']): DemoInvoice {
  const [{ price }] = subscription.items.data
  const invoice: DemoInvoice = {
    id: newDemoId('in'),
    object: 'invoice',
    amount_due: price.unit_amount,
    amount_paid: yen(0),
    amount_remaining: price.unit_amount,
    attempt_count: 0,
    attempted: false,
    billing_reason: reason,
    collection_method: 'charge_automatically',
    created: turn.now(),
    currency: 'jpy',
    customer: subscription.customer,
    livemode: false,
    next_payment_attempt: null,
    parent: {
      type: 'subscription_details',
      quote_details: null,
      subscription_details: { subscription: subscription.id, metadata: subscription.metadata },
    },
    status: 'open',
    status_transitions: { finalized_at: turn.now(), paid_at: null, voided_at: null },
  }
  turn.keep(invoice)
  return invoice
}
