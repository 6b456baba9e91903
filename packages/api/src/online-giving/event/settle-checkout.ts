import type { CheckoutAwaiting, CheckoutExpired, CheckoutFailed, CheckoutPaid } from '@sasaeai/domain/online-giving/event/gateway-fact'
import { applied, type EventVerdict, quarantined } from '@sasaeai/domain/online-giving/event/event-verdict'
import { standingAfter } from '@sasaeai/domain/online-giving/event/gift-standing'
import { bookPayment, changeStanding } from '../booking/book-payment.ts'
import type { OpenBooks } from './open-books.ts'
import type { ReadEvent } from './read-due-event.ts'

type CheckoutFact = CheckoutPaid | CheckoutAwaiting | CheckoutFailed | CheckoutExpired

/** A word about the pay page of a gift. Money of a single gift comes by it. */
export function settleCheckout(books: OpenBooks, { event, fact }: ReadEvent & { fact: CheckoutFact }): EventVerdict {
  const gift = fact.giftId === null ? undefined : books.gifts.get(fact.giftId)
  if (gift === undefined) return quarantined('gift_unknown')
  if (gift.paymentAccountId !== event.paymentAccountId) return quarantined('gift_of_other_account')
  // The page of a monthly gift may expire like any other; what it says of money is said by the months.
  if (gift.frequency === 'monthly' && fact.kind !== 'checkout_expired') return quarantined('gift_of_other_kind')
  if ('amountYen' in fact && fact.amountYen !== gift.amountYen) return quarantined('amount_differs')
  if (fact.kind === 'checkout_paid') {
    const { paymentIntentId, amountYen, at: paidAt } = fact
    const verdict = bookPayment(books, gift, { moneyId: paymentIntentId, paymentIntentId, amountYen, paidAt })
    if (verdict.state !== 'applied') return verdict
    changeStanding(gift, standingAfter(gift.standing, fact))
    return verdict
  }
  changeStanding(gift, standingAfter(gift.standing, fact))
  return applied()
}
