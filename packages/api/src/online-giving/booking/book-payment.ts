import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { id } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import { bookingDayOf } from '@sasaeai/domain/online-giving/booking/booking-day'
import { problemOfOnlineGift } from '@sasaeai/domain/online-giving/booking/entry-of-online-payment'
import { applied, type EventVerdict, quarantined } from '@sasaeai/domain/online-giving/event/event-verdict'
import { atLeast } from '@sasaeai/domain/online-giving/event/gift-standing'
import { keyIn, type OpenBooks, type OpenGift, type OpenPayment } from '../event/open-books.ts'

interface PaidMoney {
  /** pi_… of a single gift, in_… of a month. */
  readonly moneyId: string
  readonly paymentIntentId: string | null
  readonly amountYen: Yen
  /** When it was paid: an instant as JSON writes it. */
  readonly paidAt: string
}

/** Puts money that a giver has paid down to be booked, unless it is in the books; the gift is paid either way. */
export function bookPayment(books: OpenBooks, gift: OpenGift, { moneyId, paymentIntentId, amountYen, paidAt }: PaidMoney): EventVerdict {
  const settled = applied(moneyId, ...(paymentIntentId === null ? [] : [paymentIntentId]))
  const key = keyIn(gift.paymentAccountId, moneyId)
  if (!books.paymentsByMoney.has(key)) {
    const paidOn = localDateInTokyo(new Date(paidAt))
    const entryDate = bookingDayOf(paidOn, books.openMonths, books.today)
    if (entryDate === null) return quarantined('period_closed')
    const problem = problemOfOnlineGift(gift, { entryDate, amountYen }, books.ground)
    if (problem !== null) return quarantined(problem)
    const payment: OpenPayment = {
      paymentId: books.newId(), paymentIntentId: null, method: '', isChanged: true,
      toBook: { entryId: id(books.newId()), gift, moneyId, amountYen, paidOn, paidAt, entryDate },
    }
    books.paymentsByMoney.set(key, payment)
    if (paymentIntentId !== null) linkPayment(books, gift.paymentAccountId, { payment, paymentIntentId })
  }
  changeStanding(gift, atLeast(gift.standing, 'paid'))
  return settled
}

/** Lets a payment be found by its pi_…, by which everything that comes later names it. */
export function linkPayment({ paymentsByIntent }: OpenBooks, paymentAccountId: string, { payment, paymentIntentId }: { payment: OpenPayment; paymentIntentId: string }): void {
  if (payment.paymentIntentId !== null) return
  payment.paymentIntentId = paymentIntentId
  payment.isChanged = true
  paymentsByIntent.set(keyIn(paymentAccountId, paymentIntentId), payment)
}

export function changeStanding(gift: OpenGift, standing: OpenGift['standing']): void {
  if (JSON.stringify(standing) === JSON.stringify(gift.standing)) return
  gift.standing = standing
  gift.isChanged = true
}
