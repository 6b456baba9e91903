import type { LocalDate } from '../../calendar/local-date.ts'
import type { AcknowledgmentConsent } from '../../donation/acknowledgment/acknowledgment-consent.ts'
import type { OnlineGiftId } from '../../ids.ts'
import type { Yen } from '../../money/yen.ts'
import type { GiftFrequency } from '../gift/gift-frequency.ts'
import type { OnlineGiverKind } from '../gift/online-giver-kind.ts'
import type { ReceiptWish } from '../gift/receipt-wish.ts'

type OnlineGiftState = 'started' | 'awaiting' | 'paid' | 'failed' | 'expired'

/** A receipt that its owner may take away. The path is good for an hour. */
export interface GiverReceipt {
  readonly number: string
  readonly issuedOn: LocalDate
  readonly amountYen: Yen
  /** 年間証明: of this calendar year; null for the receipt of one payment. */
  readonly calendarYear: number | null
  readonly path: string
}

/** A receipt that is valid no more, such as that of a payment which was given back. */
export interface VoidGiverReceipt {
  readonly number: string
  readonly calendarYear: number | null
}

/** The gift that the page of thanks is about. Instants are as JSON writes them. */
export interface GiftStatus {
  readonly giftId: OnlineGiftId
  readonly state: OnlineGiftState
  readonly slug: string
  readonly title: string
  readonly kind: 'general' | 'fund' | 'campaign' | 'dues'
  readonly frequency: GiftFrequency
  readonly amountYen: Yen
  readonly units: number | null
  readonly giverName: string
  readonly email: string
  readonly startedAt: string
  /** Where it can still be paid; empty where it cannot. */
  readonly payUrl: string
  /** Of an awaited payment: until when it may be made, and the page that says how. */
  readonly payableUntil: string | null
  readonly voucherUrl: string
  readonly failure: string
  readonly paidOn: LocalDate | null
  /** card, konbini … of what was paid first; empty until known. */
  readonly method: string
  /** All that was paid so far, of a monthly gift with its months, and what was given back of it. */
  readonly paidYen: Yen
  readonly refundedYen: Yen
  /** Of a monthly gift: how it stands now; null for any other. */
  readonly recurringState: GiverRecurring['state'] | null
  readonly receiptWish: ReceiptWish
  readonly receipts: readonly GiverReceipt[]
  readonly voidReceipts: readonly VoidGiverReceipt[]
  readonly isDemo: boolean
}

/** A gift as its giver's own page shows it. */
export interface GiverGift {
  readonly giftId: OnlineGiftId
  readonly state: OnlineGiftState
  readonly slug: string
  readonly title: string
  readonly kind: GiftStatus['kind']
  readonly frequency: GiftFrequency
  readonly amountYen: Yen
  readonly startedAt: string
  readonly giverKind: OnlineGiverKind
  /** As it was filled in. */
  readonly giverName: string
  readonly postalCode: string
  readonly address: string
  readonly phone: string
  readonly consent: AcknowledgmentConsent
  readonly printedName: string
  readonly payableUntil: string | null
  readonly voucherUrl: string
  readonly payments: readonly { readonly paidOn: LocalDate; readonly amountYen: Yen; readonly refundedYen: Yen }[]
  /** Null where the gift is no monthly one, or has not begun. */
  readonly recurring: GiverRecurring | null
}

export interface GiverRecurring {
  readonly state: 'active' | 'paused' | 'past_due' | 'ended'
  /** Of the next payment. */
  readonly amountYen: Yen
  readonly nextOn: LocalDate | null
  /** A change that the gateway has not confirmed yet. */
  readonly isChanging: boolean
}

/** 年間証明 of a calendar year that is over and for which gifts have no receipt yet. */
export interface GiverYear {
  readonly calendarYear: number
  /**
   * `later`: the program still has a payment in hand. `address`: there is none yet to print. `office`: not by this page, which
   * does not say what the office knows.
   */
  readonly state: 'open' | 'later' | 'address' | 'office'
}

/** マイページ: what was given from one e-mail address, and nothing else. */
export interface GiverPage {
  readonly email: string
  /** The newest first. */
  readonly gifts: readonly GiverGift[]
  /** Of single payments and 年間証明, the newest first. */
  readonly receipts: readonly GiverReceipt[]
  /** Those that are valid no more, the newest first. */
  readonly voidReceipts: readonly VoidGiverReceipt[]
  /** The newest first; empty where the council gives a receipt for each payment. */
  readonly years: readonly GiverYear[]
  readonly minimumYen: Yen
  readonly maximumYen: Yen
}
