import type { FiscalYear } from '../../calendar/fiscal-year.ts'
import { divideRounded } from '../../money/rounding.ts'
import { type Yen, yen } from '../../money/yen.ts'

/** What an earlier year had brought to the same day, and what it came to in the end. */
export interface PastYear {
  readonly fiscalYear: FiscalYear
  readonly untilYen: Yen
  readonly wholeYen: Yen
}

/** 年度末の見込み, with the range that the single years would give, and the years that it was made from, oldest first. */
export interface YearEndForecast {
  readonly amountYen: Yen
  readonly lowYen: Yen
  readonly highYen: Yen
  readonly years: readonly FiscalYear[]
}

/** From one year alone nobody can tell how much years differ. */
const fewestYears = 2
const mostYears = 5
/** A year of which less than a hundredth had come in by the day says nothing about its end: one gift more would double it. */
const mostTimes = 100

/**
 * This year so far × (the earlier years whole ÷ the same years to the same day), over the last five years of which at least
 * a hundredth had come in by the day. The range is what each of them alone would say. Null with fewer than two such years, or where
 * nothing has come in yet this year.
 */
export function forecastYearEnd(untilYen: Yen, past: readonly PastYear[]): YearEndForecast | null {
  const used = past
    .filter((year) => year.untilYen > 0 && year.wholeYen > 0 && year.wholeYen <= mostTimes * year.untilYen)
    .toSorted((left, right) => left.fiscalYear - right.fiscalYear)
    .slice(-mostYears)
  if (used.length < fewestYears || untilYen <= 0) return null
  const scaled = (whole: bigint, until: bigint) => yen(Number(divideRounded(BigInt(untilYen) * whole, until, 'half_up')))
  const alone = used.map((year) => scaled(BigInt(year.wholeYen), BigInt(year.untilYen)))
  const sum = (of: (year: PastYear) => Yen) => used.reduce((total, year) => total + BigInt(of(year)), 0n)
  return {
    amountYen: scaled(sum((year) => year.wholeYen), sum((year) => year.untilYen)),
    lowYen: yen(Math.min(...alone)),
    highYen: yen(Math.max(...alone)),
    years: used.map(({ fiscalYear }) => fiscalYear),
  }
}
