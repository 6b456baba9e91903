import { type FiscalYear, firstDayOf, fiscalYear, fiscalYearOf, lastDayOf } from '../calendar/fiscal-year.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { DayRange } from './posting-filter.ts'

/** A stretch of days as whole fiscal years and the loose days at its ends: each is read where its total is kept. */
export interface WholeYearsAndDays {
  /** First and last whole fiscal year, an open end without one; null where no year is whole. */
  readonly years: { readonly first?: FiscalYear | undefined; readonly last?: FiscalYear | undefined } | null
  readonly days: readonly LooseDays[]
}

/** Days of one fiscal year, both ends included. */
export interface LooseDays {
  readonly fiscalYear: FiscalYear
  readonly from: LocalDate
  readonly to: LocalDate
}

/** Splits a stretch of days at April 1: nothing is left out and nothing is counted twice. */
export function wholeYearsOf({ from, to }: DayRange): WholeYearsAndDays {
  if (from !== undefined && to !== undefined && from > to) return { years: null, days: [] }
  const first = from === undefined ? undefined : fiscalYearOf(from)
  const last = to === undefined ? undefined : fiscalYearOf(to)
  const startsWhole = first === undefined || from === firstDayOf(first)
  const endsWhole = last === undefined || to === lastDayOf(last)
  if (first !== undefined && first === last && !(startsWhole && endsWhole)) {
    return { years: null, days: [{ fiscalYear: first, from: from ?? firstDayOf(first), to: to ?? lastDayOf(first) }] }
  }
  const firstWhole = startsWhole ? first : fiscalYear(first + 1)
  const lastWhole = endsWhole ? last : fiscalYear(last - 1)
  const days: LooseDays[] = []
  if (!startsWhole && from !== undefined) days.push({ fiscalYear: first, from, to: lastDayOf(first) })
  if (!endsWhole && to !== undefined) days.push({ fiscalYear: last, from: firstDayOf(last), to })
  const isWithoutYears = firstWhole !== undefined && lastWhole !== undefined && firstWhole > lastWhole
  return { years: isWithoutYears ? null : { first: firstWhole, last: lastWhole }, days }
}
