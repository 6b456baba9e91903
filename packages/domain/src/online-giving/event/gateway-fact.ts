import type { LocalDate } from '../../calendar/local-date.ts'
import type { Id } from '../../ids.ts'
import type { Yen } from '../../money/yen.ts'

/**
 * What the gateway says has happened (通知の中身), in our words. Each is read from one event and is true whenever it is
 * read: facts come twice, late and in any order. Ids are the gateway's, unless they are said to be ours; null where
 * the event names none. Every `at` is an instant as JSON writes it (UTC).
 */
export type GatewayFact =
  | CheckoutPaid
  | CheckoutAwaiting
  | CheckoutFailed
  | CheckoutExpired
  | RecurringStarted
  | MonthPaid
  | MonthFailed
  | MonthLinked
  | RecurringChanged
  | ChargeMade
  | RefundTold
  | DisputeTold
  | PayoutTold
  | PayoutLinesReady

export type GatewayFactKind = GatewayFact['kind']

/** An amount as the gateway says it. */
export interface GatewayAmount {
  /** In whole yen; of another currency in its smallest unit, so look at the currency before you believe it. */
  readonly amountYen: Yen
  /** In small letters: jpy. */
  readonly currency: string
}

/** What the gateway's pay page says about the gift that it was opened for. */
interface CheckoutWord {
  /** Ours, from the metadata; null when the page was not opened by us. */
  readonly giftId: Id<'OnlineGiftId'> | null
  /** When the gateway says so. */
  readonly at: string
}

/**
 * A single gift is paid: `checkout.session.completed` with `payment_status` paid (カード、PayPay …), or
 * `checkout.session.async_payment_succeeded` (コンビニ、銀行振込).
 */
export interface CheckoutPaid extends CheckoutWord, GatewayAmount {
  readonly kind: 'checkout_paid'
  readonly sessionId: string
  readonly paymentIntentId: string
}

/**
 * The giver has chosen to pay later: `checkout.session.completed` with `payment_status` unpaid, which knows the page
 * but not how to pay; and `payment_intent.requires_action` of a コンビニ or 銀行振込, which knows how to pay but not the page.
 */
export interface CheckoutAwaiting extends CheckoutWord, GatewayAmount {
  readonly kind: 'checkout_awaiting'
  readonly sessionId: string | null
  readonly paymentIntentId: string
  /** The page that says how to pay; null when this event does not know it. */
  readonly voucherUrl: string | null
  /** Until when it can be paid; null when this event does not know, or there is no end (銀行振込). */
  readonly payableUntil: string | null
}

/** What was to be paid later was not: `checkout.session.async_payment_failed`. The gift cannot be paid any more. */
export interface CheckoutFailed extends CheckoutWord, GatewayAmount {
  readonly kind: 'checkout_failed'
  readonly sessionId: string
  readonly paymentIntentId: string | null
  /** In Japanese. */
  readonly failure: string
}

/** The giver left, or let the pay page pass its time: `checkout.session.expired`. */
export interface CheckoutExpired extends CheckoutWord {
  readonly kind: 'checkout_expired'
  readonly sessionId: string
}

/** The giver has agreed to a monthly gift: `checkout.session.completed` in subscription mode. Money comes as months. */
export interface RecurringStarted extends CheckoutWord {
  readonly kind: 'recurring_started'
  readonly sessionId: string
  readonly subscriptionId: string
}

/** What is said about one month of a monthly gift. */
interface MonthWord {
  /** Ours, from the subscription's metadata as it was when the invoice was made. */
  readonly giftId: Id<'OnlineGiftId'> | null
  readonly subscriptionId: string
  readonly invoiceId: string
  /** When the gateway says so; of money, when it was paid. */
  readonly at: string
}

/** A month is paid: `invoice.paid`. The money's own id is the invoice's. Invoices over nothing are no facts. */
export interface MonthPaid extends MonthWord, GatewayAmount {
  readonly kind: 'month_paid'
}

/** A month could not be taken: `invoice.payment_failed`. It comes again for each try. */
export interface MonthFailed extends MonthWord, GatewayAmount {
  readonly kind: 'month_failed'
  /** How often this month was tried. */
  readonly attempts: number
  /** When the gateway tries again; null when it has given up. */
  readonly nextAttemptAt: string | null
}

/** By which payment a month was paid, so that its refunds and disputes are found: `invoice_payment.paid`. */
export interface MonthLinked {
  readonly kind: 'month_linked'
  readonly invoiceId: string
  readonly paymentIntentId: string
  readonly at: string
}

/** How a monthly gift stands now: `customer.subscription.updated`, `.paused`, `.resumed` and `.deleted`. */
export interface RecurringChanged {
  readonly kind: 'recurring_changed'
  readonly giftId: Id<'OnlineGiftId'> | null
  readonly subscriptionId: string
  readonly state: 'active' | 'paused' | 'past_due' | 'ended'
  /** Of the next month. */
  readonly amountYen: Yen
  readonly currency: string
  /** The day in Tokyo of the next payment; null when none will come of itself. */
  readonly nextOn: LocalDate | null
  /** When the gateway made the event: of two, the later one holds. */
  readonly at: string
}

/** By what means a payment was made: `charge.succeeded`. */
export interface ChargeMade {
  readonly kind: 'charge'
  readonly paymentIntentId: string
  readonly chargeId: string
  /** card, konbini, customer_balance, paypay …, as the gateway calls it. */
  readonly method: string
  readonly at: string
}

/** How a refund stands now: `refund.created`, `.updated` and `.failed`. One that has succeeded can fail later. */
export interface RefundTold extends GatewayAmount {
  readonly kind: 'refund'
  readonly gatewayRefundId: string
  readonly paymentIntentId: string
  readonly state: 'pending' | 'succeeded' | 'failed'
  /** In Japanese; empty unless it has failed. */
  readonly failure: string
  /** Ours, from the metadata; null for one that was made at the gateway. */
  readonly refundId: Id<'OnlineRefundId'> | null
  /** When the gateway made the event: of two, the later one holds. */
  readonly at: string
}

/** How a dispute stands now: `charge.dispute.created`, `.updated` and `.closed`. */
export interface DisputeTold extends GatewayAmount {
  readonly kind: 'dispute'
  readonly gatewayDisputeId: string
  readonly paymentIntentId: string
  /** won: the money stays with us. lost: it is gone; an appeal that is won makes it won after all. */
  readonly state: 'open' | 'won' | 'lost'
  /** As the gateway calls it: fraudulent, duplicate, … */
  readonly reason: string
  /** Until when to answer; null when there is nothing to answer. */
  readonly answerBy: string | null
  /** When the gateway made the event: of two, the later one holds. */
  readonly at: string
}

/** How a payout stands now: `payout.created`, `.updated`, `.paid`, `.failed`, `.canceled`. A paid one can fail later. */
export interface PayoutTold extends GatewayAmount {
  readonly kind: 'payout'
  readonly gatewayPayoutId: string
  /** The day at the bank. */
  readonly arrivesOn: LocalDate
  readonly state: 'pending' | 'paid' | 'failed'
  /** In Japanese; empty unless it has failed. */
  readonly failure: string
  /** When the gateway made the event: of two, the later one holds. */
  readonly at: string
}

/** The lines of a payout are complete and can be listed: `payout.reconciliation_completed`. */
export interface PayoutLinesReady {
  readonly kind: 'payout_lines_ready'
  readonly gatewayPayoutId: string
  readonly at: string
}
