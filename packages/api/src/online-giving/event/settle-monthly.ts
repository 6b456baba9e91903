import type { MonthFailed, MonthLinked, MonthPaid, RecurringChanged, RecurringStarted } from '@sasaeai/domain/online-giving/event/gateway-fact'
import { applied, type EventVerdict, quarantined, waitsForPayment, waitsForRecurring } from '@sasaeai/domain/online-giving/event/event-verdict'
import { recurringAfter } from '@sasaeai/domain/online-giving/event/recurring-standing'
import { bookPayment, changeStanding, linkPayment } from '../booking/book-payment.ts'
import { keyIn, type OpenBooks, type OpenGift, type OpenRecurring, recurringBySubscription } from './open-books.ts'
import type { ReadEvent } from './read-due-event.ts'

type MonthlyFact = RecurringStarted | MonthPaid | MonthFailed | RecurringChanged

/** A word about a monthly gift. The first one that comes opens its record, whichever it is. */
export function settleMonthly(books: OpenBooks, { event, fact }: ReadEvent & { fact: MonthlyFact }): EventVerdict {
  const gift = giftOf(books, fact)
  if (gift === undefined) return fact.giftId === null ? waitsForRecurring(fact.subscriptionId) : quarantined('gift_unknown')
  if (gift.paymentAccountId !== event.paymentAccountId) return quarantined('gift_of_other_account')
  if (gift.frequency !== 'monthly') return quarantined('gift_of_other_kind')
  const recurring = books.recurringsByGift.get(gift.giftId) ?? openRecurring(books, gift, fact)
  switch (fact.kind) {
    case 'recurring_started':
      changeStanding(gift, { ...gift.standing, sessionId: gift.standing.sessionId ?? fact.sessionId })
      return applied(fact.subscriptionId)
    case 'month_paid':
      return settlePaidMonth(books, recurring, fact)
    case 'month_failed':
      noteFailure(recurring, fact)
      return applied(fact.subscriptionId)
    case 'recurring_changed': {
      const { standing, notes } = recurringAfter(recurring.standing, fact, recurring.knownYen)
      recurring.isChanged ||= standing !== recurring.standing
      recurring.standing = standing
      recurring.notes.push(...notes)
      recurring.knownYen.push(fact.amountYen)
      return applied(fact.subscriptionId)
    }
  }
}

/** By which payment a month was paid. */
export function linkMonth(books: OpenBooks, { event, fact }: ReadEvent & { fact: MonthLinked }): EventVerdict {
  const payment = books.paymentsByMoney.get(keyIn(event.paymentAccountId, fact.invoiceId))
  if (payment === undefined) return waitsForPayment(fact.invoiceId)
  linkPayment(books, event.paymentAccountId, { payment, paymentIntentId: fact.paymentIntentId })
  return applied(fact.invoiceId, fact.paymentIntentId)
}

function giftOf(books: OpenBooks, { giftId, subscriptionId }: MonthlyFact): OpenGift | undefined {
  return giftId === null ? recurringBySubscription(books, subscriptionId)?.gift : books.gifts.get(giftId)
}

/** The word that tells of a change of the amount may come after the month that was paid by it. */
function settlePaidMonth(books: OpenBooks, { gift, knownYen }: OpenRecurring, fact: MonthPaid): EventVerdict {
  if (!knownYen.includes(fact.amountYen)) {
    return { state: 'waiting', reason: 'waits_for_amount', thenReason: 'amount_differs', subjectKey: fact.subscriptionId }
  }
  const verdict = bookPayment(books, gift, { moneyId: fact.invoiceId, paymentIntentId: null, amountYen: fact.amountYen, paidAt: fact.at })
  return verdict.state === 'applied' ? applied(fact.invoiceId, fact.subscriptionId) : verdict
}

function openRecurring(books: OpenBooks, gift: OpenGift, { subscriptionId, at }: MonthlyFact): OpenRecurring {
  const { amountYen, startedAt } = gift
  const recurring: OpenRecurring = {
    gift, subscriptionId, isNew: true, isChanged: true,
    // Older than any word of the gateway, so that the first one that says how it stands holds.
    standing: { state: 'active', amountYen, nextOn: null, endedAt: null, changedAt: startedAt },
    knownYen: [amountYen], failures: [],
    notes: [{ kind: 'started', changedAt: at, beforeYen: null, afterYen: amountYen, note: '' }],
  }
  books.recurringsByGift.set(gift.giftId, recurring)
  return recurring
}

/** Each try is noted once, however often the gateway tells of it. */
function noteFailure(recurring: OpenRecurring, { attempts, invoiceId, at: changedAt }: MonthFailed): void {
  const note = `${attempts}回目の引き落としができませんでした。（${invoiceId}）`
  if (recurring.failures.some((failure) => failure.note === note)) return
  recurring.failures.push({ note, changedAt })
  recurring.notes.push({ kind: 'failed', changedAt, beforeYen: null, afterYen: null, note })
  recurring.isChanged = true
}
