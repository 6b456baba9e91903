import type { z } from 'zod'
import { daysInMonth, localDate, localDateOfParts, partsOf, type LocalDate } from './local-date.ts'

/** The years of a LocalDate, whole: wide enough for every council, narrow enough to refuse a mistyped year. */
export const firstYear = 1868
export const lastYear = 2199

/** A fiscal year, April 1 to March 31, named by the calendar year of its April: 2026 is 令和8年度. */
export type FiscalYear = number & z.core.$brand<'FiscalYear'>

/** A month of a fiscal year, with the days that bound it. */
export interface FiscalMonth {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  readonly firstDay: LocalDate
  readonly lastDay: LocalDate
}

/** Brands a year as a fiscal year. @throws RangeError when it is not whole or not within 1868 to 2199. */
export function fiscalYear(year: number): FiscalYear {
  if (!isFiscalYear(year)) throw new RangeError(`not a fiscal year: ${year}`)
  return year
}

/** Whether a value from outside is a fiscal year: a whole number within 1868 to 2199. */
export function isFiscalYear(value: unknown): value is FiscalYear {
  return typeof value === 'number' && Number.isInteger(value) && value >= firstYear && value <= lastYear
}

/** The fiscal year that a date belongs to. Every date has one. */
export function fiscalYearOf(date: LocalDate): FiscalYear {
  const { year, month } = partsOf(date)
  return fiscalYear(month >= 4 ? year : year - 1)
}

/** April 1 of the fiscal year. */
export function firstDayOf(year: FiscalYear): LocalDate {
  return localDate(`${year}-04-01`)
}

/** March 31 that ends the fiscal year. */
export function lastDayOf(year: FiscalYear): LocalDate {
  return localDate(`${year + 1}-03-31`)
}

/** The twelve months of the fiscal year, April first. */
export function fiscalMonths(year: FiscalYear): FiscalMonth[] {
  return Array.from({ length: 12 }, (_, index) => fiscalMonthAt(year, index))
}

/**
 * The same month and day in another fiscal year: the cut-off of a comparison with last year "to the same day".
 * February 29 becomes February 28 where the other year has none.
 */
export function sameDayOfFiscalYear(date: LocalDate, year: FiscalYear): LocalDate {
  const { month, day } = partsOf(date)
  const calendarYear = calendarYearOf(year, month)
  return dateOf(calendarYear, month, Math.min(day, daysInMonth(calendarYear, month)))
}

/** The same month and day a year later, in whichever fiscal year that lies. February 29 becomes February 28. */
export function oneYearLater(date: LocalDate): LocalDate {
  return sameDayOfFiscalYear(date, fiscalYear(fiscalYearOf(date) + 1))
}

/** The calendar year in which a month (1–12) of the fiscal year falls: January to March belong to the next one. */
export function calendarYearOf(year: FiscalYear, month: number): number {
  return month >= 4 ? year : year + 1
}

function fiscalMonthAt(fiscal: FiscalYear, index: number): FiscalMonth {
  const month = ((index + 3) % 12) + 1
  const year = calendarYearOf(fiscal, month)
  return { year, month, firstDay: dateOf(year, month, 1), lastDay: dateOf(year, month, daysInMonth(year, month)) }
}

function dateOf(year: number, month: number, day: number): LocalDate {
  const date = localDateOfParts({ year, month, day })
  if (date === null) throw new RangeError(`no such day: ${year}-${month}-${day}`)
  return date
}
