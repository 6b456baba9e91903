import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { Id, JournalEntryId, SupporterId } from '@sasaeai/domain/ids'
import type { GroundData } from '@sasaeai/domain/ledger/ground-data'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { BookedGift } from '@sasaeai/domain/online-giving/booking/entry-of-online-payment'
import type { OnlineGiver } from '@sasaeai/domain/online-giving/booking/giver-of-online-gift'
import type { GiftStanding } from '@sasaeai/domain/online-giving/event/gift-standing'
import type { RecurringChangeNote, RecurringStanding } from '@sasaeai/domain/online-giving/event/recurring-standing'
import type { TaxDateBasis } from '@sasaeai/domain/online-giving/settings/receipt-rule'

/** An online gift that events are about. */
export interface OpenGift extends BookedGift, OnlineGiver {
  readonly giftId: Id<'OnlineGiftId'>
  readonly paymentAccountId: Id<'PaymentAccountId'>
  /** Of one payment, as it was filled in. */
  readonly amountYen: Yen
  /** An instant as JSON writes it. */
  readonly startedAt: string
  readonly deceasedName: string
  readonly relationship: string
  readonly printedName: string
  standing: GiftStanding
  /** Null until the first payment, and for ever of 匿名. */
  supporterId: SupporterId | null
  isChanged: boolean
}

/** A monthly gift that goes on. */
export interface OpenRecurring {
  readonly gift: OpenGift
  readonly subscriptionId: string
  standing: RecurringStanding
  /** All amounts that its months may have had. */
  readonly knownYen: Yen[]
  /** Months that could not be taken, by their words: each try is noted once. */
  readonly failures: { readonly note: string; readonly changedAt: string }[]
  readonly notes: RecurringChangeNote[]
  /** It is not in the database yet. */
  readonly isNew: boolean
  isChanged: boolean
}

/** A payment that is in the books, or that will be with these events. */
export interface OpenPayment {
  readonly paymentId: string
  paymentIntentId: string | null
  method: string
  isChanged: boolean
  /** What is still to be booked; null of one that is in the books. */
  readonly toBook: PaymentToBook | null
}

export interface PaymentToBook {
  readonly entryId: JournalEntryId
  readonly gift: OpenGift
  readonly moneyId: string
  readonly amountYen: Yen
  readonly paidOn: LocalDate
  readonly paidAt: string
  readonly entryDate: LocalDate
}

/**
 * What the events at hand are about, as it stands while they are settled one after the other: read by a few statements for
 * all of them, and written by a few afterwards.
 */
export interface OpenBooks {
  readonly newId: () => string
  readonly today: LocalDate
  readonly ground: GroundData
  /** First days of the months that entries can go into. */
  readonly openMonths: readonly LocalDate[]
  /** 受領日とする日 */
  readonly taxDateBasis: TaxDateBasis
  readonly gifts: ReadonlyMap<Id<'OnlineGiftId'>, OpenGift>
  readonly recurringsByGift: Map<Id<'OnlineGiftId'>, OpenRecurring>
  /** Both by account and the gateway's id: see `keyIn`. */
  readonly paymentsByMoney: Map<string, OpenPayment>
  readonly paymentsByIntent: Map<string, OpenPayment>
}

/** An id of the gateway is its own within one account. */
export function keyIn(paymentAccountId: string, gatewayId: string): string {
  return `${paymentAccountId}:${gatewayId}`
}

export function recurringBySubscription({ recurringsByGift }: OpenBooks, subscriptionId: string): OpenRecurring | undefined {
  return [...recurringsByGift.values()].find((each) => each.subscriptionId === subscriptionId)
}
