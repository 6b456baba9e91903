import type { FiscalYear } from '../../calendar/fiscal-year.ts'
import { sumYen, yen, type Yen } from '../../money/yen.ts'

/** What a donor has to have given in a fiscal year to count, in yen. */
export const leastGiftYen = 3_000
/** Fiscal years that are looked at together (実績判定期間). */
export const testedYears = 5
/** Counted donors a year, on average (要件1). */
export const leastDonors = 100
/** A year's gifts on average where the donors of a cheap year were raised, in yen (要件1). */
export const leastAverageYen = 300_000
/** Of a year with less cost than this its donors are raised, in yen. */
export const smallCostYen = 100_000_000
/** Cost below this counts as this, in yen. */
export const leastCostYen = 10_000_000
/** Gifts have to be this part of the income (要件2): one of 5. */
export const incomeParts = 5

/** What is known of a fiscal year. */
export interface TaxCreditYear {
  readonly fiscalYear: FiscalYear
  /** Whether the books have this year at all. */
  readonly hasBooks: boolean
  /** Donors with an address who gave 3,000円 or more in the year, and their gifts. */
  readonly donors: number
  readonly donorsYen: Yen
  /** Who gave as much, but has no address: not counted. */
  readonly withoutAddress: number
  /** All gifts of money in the year, whoever gave them. */
  readonly giftsYen: Yen
  /** Null while nobody has entered it. */
  readonly costYen: Yen | null
  readonly incomeYen: Yen | null
}

/** 「unknown」: what is not entered, or was before the books, decides. */
export type TestResult = 'met' | 'unmet' | 'unknown'

export interface TaxCreditTest {
  readonly years: readonly (TaxCreditYear & { readonly countedTenths: number })[]
  readonly donors: {
    readonly result: TestResult
    /** Counted donors a year on average, in tenths of a donor, cut down. */
    readonly averageTenths: number
    /** How many more donors in the last year of the period would do; 0 once there are enough. */
    readonly missingDonors: number
    /** Whether the gifts have to come to 30万円 a year as well, and what they come to on average, cut down. */
    readonly isRaised: boolean
    readonly averageYen: Yen
    /** What is missing of that in all five years; 0 where it is not asked for. */
    readonly missingYen: Yen
  }
  readonly income: {
    readonly result: TestResult
    readonly giftsYen: Yen
    /** Null while a year is not entered. */
    readonly incomeYen: Yen | null
    /** What more gifts would do, themselves being income; null while a year is not entered. */
    readonly missingYen: Yen | null
  }
}

/**
 * 税額控除対象法人の寄附の要件, of which one is enough. 要件1: donors of 3,000円 or more are 100 a year on average; of a year
 * whose 社会福祉事業に係る費用 are under 1億円 they are raised to donors × 1億 ÷ cost (at least 1,000万円), and then gifts
 * have to average 30万円 a year. 要件2: gifts are a fifth of 経常収入.
 *
 * After 租税特別措置法施行令第26条の28の2, as 富山県 tells it in 「税額控除対象法人となる社会福祉法人の証明事務について」
 * (https://www.pref.toyama.jp/1211/kurashi/kenkou/koureisha/kj00012945.html) and 那覇市 in 「税額控除対象となる社会福祉法人の
 * 証明」 (https://www.city.naha.okinawa.jp/child/madoguti/1002824/1002827.html). The wording of the law itself, how fractions
 * of donors are rounded, and whose gifts the 30万円 are of were not verified: fractions are cut down to a tenth, and gifts
 * of counted donors alone are taken, so that nobody is told 「満たす」 too early. The rule for 特定学校等 (保育所) is left out.
 */
export function taxCreditTest(years: readonly TaxCreditYear[]): TaxCreditTest {
  return {
    years: years.map((year) => ({ ...year, countedTenths: countedTenths(year) })),
    donors: donorsTest(years),
    income: incomeTest(years),
  }
}

/** Judged donors of a year in tenths. Where the cost is not known they are not raised, and raising never takes any away. */
function countedTenths({ donors, costYen }: TaxCreditYear): number {
  return Math.floor((donors * smallCostYen * 10) / divisorOf(costYen))
}

function divisorOf(costYen: Yen | null): number {
  return costYen === null ? smallCostYen : Math.min(smallCostYen, Math.max(leastCostYen, costYen))
}

function donorsTest(years: readonly TaxCreditYear[]): TaxCreditTest['donors'] {
  const neededTenths = leastDonors * 10 * years.length
  const tenths = years.reduce((sum, year) => sum + countedTenths(year), 0)
  const isRaised = years.some(({ costYen }) => costYen !== null && costYen < smallCostYen)
  const givenYen = sumYen(years.map(({ donorsYen }) => donorsYen))
  const missingYen = yen(isRaised ? Math.max(0, leastAverageYen * years.length - givenYen) : 0)
  const isEnough = tenths >= neededTenths
  const isOpen = years.some(({ hasBooks, costYen, donors }) => !hasBooks || (costYen === null && donors > 0))
  return {
    result: isEnough && missingYen === 0 ? 'met' : !isEnough && isOpen ? 'unknown' : 'unmet',
    averageTenths: Math.floor(tenths / years.length),
    missingDonors: isEnough ? 0 : donorsToGo(years.at(-1), neededTenths - tenths),
    isRaised,
    averageYen: yen(Math.floor(givenYen / years.length)),
    missingYen,
  }
}

/** The fewest donors that would raise the year by so many tenths. */
function donorsToGo(year: TaxCreditYear | undefined, tenths: number): number {
  if (year === undefined) return 0
  const wantedTenths = countedTenths(year) + tenths
  return Math.ceil((wantedTenths * divisorOf(year.costYen)) / (smallCostYen * 10)) - year.donors
}

function incomeTest(years: readonly TaxCreditYear[]): TaxCreditTest['income'] {
  const giftsYen = sumYen(years.map((year) => year.giftsYen))
  const known = years.flatMap(({ incomeYen }) => (incomeYen === null ? [] : [incomeYen]))
  if (known.length < years.length) return { result: 'unknown', giftsYen, incomeYen: null, missingYen: null }
  const incomeYen = sumYen(known)
  // A share of no income is none.
  if (incomeYen <= 0) return { result: 'unmet', giftsYen, incomeYen, missingYen: null }
  // (gifts + x) × 5 ≥ income + x
  const missingYen = yen(Math.max(0, Math.ceil((incomeYen - incomeParts * giftsYen) / (incomeParts - 1))))
  return { result: missingYen === 0 ? 'met' : years.every(({ hasBooks }) => hasBooks) ? 'unmet' : 'unknown', giftsYen, incomeYen, missingYen }
}

/** Whether the council could apply: one requirement is enough. */
export function taxCreditResult({ donors, income }: Pick<TaxCreditTest, 'donors' | 'income'>): TestResult {
  if (donors.result === 'met' || income.result === 'met') return 'met'
  return donors.result === 'unknown' || income.result === 'unknown' ? 'unknown' : 'unmet'
}
