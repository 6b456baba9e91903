import type { FiscalYear } from '../../calendar/fiscal-year.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import { type FundingCategory, fundingCategoryNames } from '../../ledger/funding-category.ts'
import { type Yen, yen } from '../../money/yen.ts'

/** The moneys that people give; what a public body pays is not theirs to follow here. */
export const givenCategories = ['membership_dues', 'community_chest', 'year_end_mutual_aid', 'donation'] as const satisfies readonly FundingCategory[]
export type GivenCategory = (typeof givenCategories)[number]

/** What anybody may read of a fiscal year: no name, no area, no single gift. */
export interface PublicTotals {
  readonly council: string
  readonly isDemo: boolean
  readonly fiscalYear: FiscalYear
  /** Up to and including this day. */
  readonly asOf: LocalDate
  readonly received: readonly PublicReceived[]
  /** 使いみち: what was spent this year, the largest first. */
  readonly used: readonly PublicUse[]
}

export interface PublicReceived {
  readonly category: GivenCategory
  readonly name: string
  readonly amountYen: Yen
  /** To the same day of the year before. */
  readonly lastYearYen: Yen
  /** 共同募金・歳末: what was handed on this year (送金, 歳末の直接の支払); 0 for the council's own moneys. */
  readonly handedOnYen: Yen
}

export interface PublicUse {
  /** The fund that the money was given for, or what it was spent on. */
  readonly name: string
  readonly amountYen: Yen
}

/** Sums of the books that the totals are made of, in yen. */
export interface TotalsOfBooks {
  readonly received: readonly { readonly category: GivenCategory; readonly fiscalYear: FiscalYear; readonly amountYen: number }[]
  readonly handedOn: readonly { readonly category: GivenCategory; readonly amountYen: number }[]
  readonly used: readonly { readonly name: string; readonly amountYen: number }[]
}

/** The year in four lines, each of them there even where nothing has come in yet, and what it was used for. */
export function publicTotalsOf(
  books: TotalsOfBooks,
  head: Pick<PublicTotals, 'council' | 'isDemo' | 'fiscalYear' | 'asOf'>,
): PublicTotals {
  const sumOf = (rows: readonly { category: GivenCategory; amountYen: number }[], category: GivenCategory) =>
    yen(rows.reduce((sum, row) => (row.category === category ? sum + row.amountYen : sum), 0))
  const thisYear = books.received.filter(({ fiscalYear }) => fiscalYear === head.fiscalYear)
  const yearBefore = books.received.filter(({ fiscalYear }) => fiscalYear !== head.fiscalYear)
  return {
    ...head,
    received: givenCategories.map((category) => ({
      category,
      name: fundingCategoryNames[category],
      amountYen: sumOf(thisYear, category),
      lastYearYen: sumOf(yearBefore, category),
      handedOnYen: sumOf(books.handedOn, category),
    })),
    // What was taken back altogether was not spent.
    used: books.used
      .filter(({ amountYen }) => amountYen > 0)
      .map(({ name, amountYen }) => ({ name, amountYen: yen(amountYen) }))
      .toSorted((left, right) => right.amountYen - left.amountYen || left.name.localeCompare(right.name, 'ja')),
  }
}
