import type { HouseholdBasis } from '../../area/household-basis.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import type { CampaignId, CollectionMethodId, DuesKindId, LedgerAccountId } from '../../ids.ts'
import type { FundingCategory } from '../../ledger/funding-category.ts'
import type { FundingCut } from '../funding-cut.ts'
import type { IncomeCategory } from '../income/income-category.ts'
import type { IncomePart } from '../income/income-years.ts'

/**
 * What computations know of a fiscal year up to a day. Amounts in yen; null is what nobody has recorded, as of
 * a year that the books do not hold, which is not 0.
 */
export interface IndicatorFacts {
  /** The year until its last day, or until the day of the reading; last year is cut on the same day. */
  readonly cut: FundingCut
  /** The council's whole income by line, own money only. */
  readonly income: readonly IncomeFact[]
  /** 基礎数値 */
  readonly fundraisingCostYen: number | null
  readonly communityWelfareCostYen: number | null
  /** What came in, by category of the ledger's sources. */
  readonly categories: Readonly<Record<FundingCategory, CategoryFact>>
  /** 戸別募金 by method. */
  readonly doorToDoor: readonly DoorToDoorFact[]
  readonly households: Readonly<Record<HouseholdBasis, HouseholdFact | null>>
  /** Households that paid the year's dues. */
  readonly payingHouseholds: number | null
  /** By 会員種別. */
  readonly organizations: readonly MemberFact[] | null
  readonly gifts: GiftFact | null
  readonly retention: RetentionFact | null
  readonly custody: CustodyFact | null
}

/** One 収入の区分. */
export interface IncomeFact {
  readonly code: string
  readonly name: string
  readonly category: IncomeCategory
  /** What the ledger holds of it, each part with the filter under which the list of 明細 adds up to it. */
  readonly parts: readonly IncomePart[]
  /** 帳簿のほか: what is booked elsewhere; null where nothing was entered. */
  readonly enteredYen: number | null
}

export interface CategoryFact {
  readonly thisYen: number | null
  /** To the same day; null where the books hold nothing of that year. */
  readonly lastYen: number | null
  readonly targetYen: number | null
}

/** What a method that goes from door to door brought. */
export interface DoorToDoorFact {
  readonly category: FundingCategory
  readonly methodId: CollectionMethodId
  readonly name: string
  readonly amountYen: number
}

export interface HouseholdFact {
  readonly households: number
  readonly asOf: LocalDate
}

/** 法人会員 of one kind in the course of the year. */
export interface MemberFact {
  readonly duesKindId: DuesKindId
  readonly name: string
  /** On the day before the year began. */
  readonly before: number
  /** Who joined in the year and still are members: for the first time, and again. */
  readonly joined: number
  readonly rejoined: number
  /** Who joined in the year and left in it again. */
  readonly joinedAndLeft: number
  readonly left: number
  /** Of those before, who still are. */
  readonly stayed: number
}

/** 寄附 of the year, 戸別 batches and what was undone within the year left out. */
export interface GiftFact {
  readonly count: number
  readonly amountYen: number
  readonly medianYen: number | null
}

/** 寄附者 who are known by name. */
export interface RetentionFact {
  /** Gave last year. */
  readonly lastYear: number
  /** Of those, gave this year again. */
  readonly retained: number
  /** LYBUNT: gave last year, not this year. */
  readonly lapsedLastYear: number
  /** SYBUNT: gave in some year before, neither last year nor this year. */
  readonly lapsedBefore: number
}

/** 預り金 of 共同募金・歳末 on the last day. */
export interface CustodyFact {
  /** The drives of which something is held, or more was passed on than came in; together what is held. */
  readonly drives: readonly HeldDrive[]
  /** Since the oldest yen came in that is not handed over yet; null where nothing is held. */
  readonly days: number | null
}

export interface HeldDrive {
  readonly campaignId: CampaignId
  readonly name: string
  readonly fiscalYear: number
  readonly accountId: LedgerAccountId
  readonly heldYen: number
}
