import { localDateInTokyo, partsOf } from '@sasaeai/domain/calendar/local-date'
import { negateYen, type Yen, yen } from '@sasaeai/domain/money/yen'
import type { DemoCharge, DemoIntent, DemoInvoice, DemoSession, DemoSubscription } from '@sasaeai/stripe-gateway/demo/demo-gift-objects'
import type { DemoBalance, DemoPayout, DemoRefund } from '@sasaeai/stripe-gateway/demo/demo-money-objects'
import type { DemoBody } from '@sasaeai/stripe-gateway/demo/demo-objects'

// The same things that the demo's events tell of, as the demo gateway keeps them: so that it can go on with them.

const secondsOf = (at: Date) => Math.floor(at.getTime() / 1000)
const fixed = { currency: 'jpy', livemode: false } as const

/** A payment that was made, or that is still awaited at a shop. */
export interface ToldPayment {
  /** pi_told_… */
  readonly intentId: string
  readonly at: Date
  readonly amountYen: number
  readonly feeYen: number
  readonly method: 'card' | 'konbini'
  /** What was given for, in the giver's words. */
  readonly name: string
  readonly giftId: string
}

/** What was taken of it, and given back: the payment, its charge and their lines of our account. */
export function paidObjects(payment: ToldPayment, refund: { readonly refundId: string; readonly at: Date; readonly amountYen: number } | null): DemoBody[] {
  const { intentId, at, amountYen, feeYen, method, name } = payment
  const [created, amount, refunded] = [secondsOf(at), yen(amountYen), yen(refund?.amountYen ?? 0)]
  const chargeId = intentId.replace('pi_', 'ch_')
  const intent: DemoIntent = { ...intentOf(payment), status: 'succeeded', latest_charge: chargeId }
  const charge: DemoCharge = {
    ...fixed, id: chargeId, object: 'charge', amount, amount_refunded: refunded, balance_transaction: `txn_${intentId}`, created, description: name,
    disputed: false, paid: true, payment_intent: intentId, payment_method_details: { type: method }, refunded: refunded === amount, status: 'succeeded',
  }
  const line = balanceOf({ id: `txn_${intentId}`, type: method === 'card' ? 'charge' : 'payment', amount, fee: yen(feeYen), source: chargeId, created, description: name })
  return [intent, charge, line, ...(refund === null ? [] : refundObjects(charge, refund))]
}

function refundObjects(charge: DemoCharge, { refundId, at, amountYen }: { refundId: string; at: Date; amountYen: number }): DemoBody[] {
  const [created, amount] = [secondsOf(at), yen(amountYen)]
  const refund: DemoRefund = {
    ...fixed, id: refundId, object: 'refund', amount, balance_transaction: `txn_${refundId}`, charge: charge.id, created, metadata: {},
    payment_intent: charge.payment_intent, reason: 'requested_by_customer', status: 'succeeded',
  }
  return [refund, balanceOf({ id: `txn_${refundId}`, type: 'refund', amount: negateYen(amount), fee: yen(0), source: refundId, created, description: null })]
}

type Line = Pick<DemoBalance, 'id' | 'type' | 'amount' | 'fee' | 'source' | 'created' | 'description'>

function balanceOf(line: Line): DemoBalance {
  return {
    ...line, object: 'balance_transaction', available_on: line.created, currency: 'jpy', net: yen(line.amount - line.fee), reporting_category: line.type,
    status: 'available', demo: { payout: null },
  }
}

function intentOf({ intentId, at, amountYen, method, name, giftId }: ToldPayment): DemoIntent {
  return {
    ...fixed, id: intentId, object: 'payment_intent', amount: yen(amountYen), created: secondsOf(at), customer: null, description: name, last_payment_error: null,
    latest_charge: null, metadata: { gift_id: giftId }, next_action: null, payment_method_types: [method], status: 'requires_payment_method',
    demo: { sessionId: null, slipNumber: null },
  }
}

/** A slip that waits to be paid at a shop. Its pages are found on whatever site this is, so that their addresses name none. */
export function slipObjects(payment: ToldPayment, { email, until, page }: { readonly email: string; readonly until: Date; readonly page: string }): DemoBody[] {
  const { intentId, at, amountYen, name, giftId } = payment
  const id = intentId.replace('pi_', 'cs_')
  const session: DemoSession = {
    ...fixed, id, object: 'checkout.session', mode: 'payment', status: 'complete', payment_status: 'unpaid', amount_total: yen(amountYen), client_reference_id: giftId,
    created: secondsOf(at), customer: null, customer_email: email, customer_details: { email }, expires_at: secondsOf(until), invoice: null, locale: 'ja',
    metadata: { gift_id: giftId }, payment_intent: intentId, subscription: null, submit_type: 'donate', success_url: '/', cancel_url: '/', ui_mode: 'hosted_page', url: null,
    demo: { name, metadata: { gift_id: giftId }, lastsUntil: secondsOf(until), payUrl: `/demo-gateway/council/pay/${id}` },
  }
  const intent: DemoIntent = {
    ...intentOf(payment), status: 'requires_action',
    next_action: { type: 'konbini_display_details', konbini_display_details: { expires_at: secondsOf(until), hosted_voucher_url: page } },
    demo: { sessionId: id, slipNumber: '04811360275' },
  }
  return [session, intent]
}

export interface ToldSubscription {
  /** sub_told_… */
  readonly subscriptionId: string
  readonly giftId: string
  readonly name: string
  readonly email: string
  readonly amountYen: number
  readonly startedAt: Date
  /** When its newest month began, and when the next one does. */
  readonly month: { readonly invoiceId: string; readonly from: Date; readonly until: Date; readonly isPaid: boolean }
}

/** A monthly gift that goes on. One whose newest month could not be taken is refused from now on, until staff let it be taken. */
export function subscriptionObjects(told: ToldSubscription): DemoBody[] {
  const { subscriptionId, giftId, name, email, startedAt, month } = told
  const [amount, metadata, customer] = [yen(told.amountYen), { gift_id: giftId }, subscriptionId.replace('sub_', 'cus_')]
  const subscription: DemoSubscription = {
    ...fixed, id: subscriptionId, object: 'subscription', status: month.isPaid ? 'active' : 'past_due', pause_collection: null, cancel_at_period_end: false, canceled_at: null,
    created: secondsOf(startedAt), customer, description: name, latest_invoice: month.invoiceId, metadata,
    items: { object: 'list', has_more: false, data: [itemOf(told, amount)] },
    demo: { fails: !month.isPaid, anchor: partsOf(localDateInTokyo(month.until)).day, email },
  }
  const from = secondsOf(month.from)
  const invoice: DemoInvoice = {
    ...fixed, id: month.invoiceId, object: 'invoice', amount_due: amount, amount_paid: month.isPaid ? amount : yen(0), amount_remaining: month.isPaid ? yen(0) : amount,
    attempt_count: month.isPaid ? 1 : 3, attempted: true, billing_reason: 'subscription_cycle', collection_method: 'charge_automatically', created: from, customer,
    next_payment_attempt: null, parent: { type: 'subscription_details', quote_details: null, subscription_details: { subscription: subscriptionId, metadata } },
    status: month.isPaid ? 'paid' : 'open', status_transitions: { finalized_at: from, paid_at: month.isPaid ? from : null, voided_at: null },
  }
  return [subscription, invoice]
}

function itemOf({ subscriptionId, month }: ToldSubscription, amount: Yen): DemoSubscription['items']['data'][0] {
  const named = (prefix: string) => subscriptionId.replace('sub_', prefix)
  const recurring = { interval: 'month', interval_count: 1 } as const
  return {
    id: named('si_'), object: 'subscription_item', current_period_start: secondsOf(month.from), current_period_end: secondsOf(month.until), quantity: 1,
    price: { id: named('price_'), object: 'price', currency: 'jpy', product: named('prod_'), recurring, unit_amount: amount },
  }
}

/** A payout that has arrived, with the lines that it took along. */
export function payoutObjects(payoutId: string, { at, arrivesOn, lines }: { readonly at: Date; readonly arrivesOn: Date; readonly lines: readonly DemoBalance[] }): DemoBody[] {
  const amount = yen(lines.reduce((sum, { net }) => sum + net, 0))
  const itself = balanceOf({ id: `txn_${payoutId}`, type: 'payout', amount: negateYen(amount), fee: yen(0), source: payoutId, created: secondsOf(at), description: null })
  const payout: DemoPayout = {
    ...fixed, id: payoutId, object: 'payout', amount, arrival_date: secondsOf(arrivesOn), automatic: true, created: secondsOf(at), failure_code: null,
    reconciliation_status: 'completed', status: 'paid', demo: { lines: [...lines, itself].map(({ id }) => id) },
  }
  return [payout, ...[...lines, itself].map((line) => ({ ...line, demo: { payout: payoutId } }))]
}
