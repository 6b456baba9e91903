import type { ChargeMade, DisputeTold, PayoutLinesReady, PayoutTold, RefundTold } from '@sasaeai/domain/online-giving/event/gateway-fact'
import { applied, type EventVerdict, waitsForPayment } from '@sasaeai/domain/online-giving/event/event-verdict'
import { keyIn, type OpenBooks } from './open-books.ts'
import type { ReadEvent } from './read-due-event.ts'
import { settleCheckout } from './settle-checkout.ts'
import { linkMonth, settleMonthly } from './settle-monthly.ts'

/** What is settled one by one, with statements of its own, after the payments of the same turn: see appliers-by-fact. */
export type SingleFact = RefundTold | DisputeTold | PayoutTold | PayoutLinesReady

/** Settles a word about gifts and payments in the open books; null of one that is not settled here. */
export function settleFact(books: OpenBooks, { event, fact }: ReadEvent): EventVerdict | null {
  switch (fact.kind) {
    case 'checkout_paid':
    case 'checkout_awaiting':
    case 'checkout_failed':
    case 'checkout_expired':
      return settleCheckout(books, { event, fact })
    case 'recurring_started':
    case 'month_paid':
    case 'month_failed':
    case 'recurring_changed':
      return settleMonthly(books, { event, fact })
    case 'month_linked':
      return linkMonth(books, { event, fact })
    case 'charge':
      return settleCharge(books, { event, fact })
    case 'refund':
    case 'dispute':
    case 'payout':
    case 'payout_lines_ready':
      return null
  }
}

/** By what means a payment was made. */
function settleCharge({ paymentsByIntent }: OpenBooks, { event, fact }: ReadEvent & { fact: ChargeMade }): EventVerdict {
  const payment = paymentsByIntent.get(keyIn(event.paymentAccountId, fact.paymentIntentId))
  if (payment === undefined) return waitsForPayment(fact.paymentIntentId)
  if (payment.method !== fact.method) {
    payment.method = fact.method
    payment.isChanged = true
  }
  return applied(fact.paymentIntentId)
}
