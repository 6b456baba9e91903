import type { z } from 'zod'

/** The whole fiscal years 1868 to 2199, so that every date has a fiscal year. */
const earliest = '1868-04-01'
const latest = '2200-03-31'

/** A civil date in Asia/Tokyo, without a time of day. Compares by plain string order. */
export type LocalDate = string & z.core.$brand<'LocalDate'>

/** Year, month (1–12) and day (1–31) of the Gregorian calendar; not necessarily a day that exists. */
export interface DateParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

/**
 * Brands `YYYY-MM-DD` text as a date.
 * @throws RangeError when the text has another form, or the day does not exist or is out of range.
 */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`not a date in the form YYYY-MM-DD: ${text}`)
  return text
}

/** The date of these parts, or null when there is no such day (30 February) or it is out of range. */
export function localDateOfParts({ year, month, day }: DateParts): LocalDate | null {
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
  return isLocalDate(text) ? localDate(text) : null
}

/** Year, month and day of a date. */
export function partsOf(date: LocalDate): DateParts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

/** The date so many days later, or earlier for a negative count. @throws RangeError when that is out of range. */
export function addDays(date: LocalDate, days: number): LocalDate {
  const { year, month, day } = partsOf(date)
  return localDate(isoDayOf(new Date(Date.UTC(year, month - 1, day + days))))
}

/** Negative when left is earlier, positive when it is later, 0 on the same day: for sorting. */
export function compareLocalDate(left: LocalDate, right: LocalDate): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}

/** Japan keeps no summer time, so the offset is always nine hours. */
export const tokyoOffsetMillis = 9 * 60 * 60 * 1000

/** The date on the wall in Tokyo at an instant. */
export function localDateInTokyo(instant: Date): LocalDate {
  return localDate(isoDayOf(new Date(instant.getTime() + tokyoOffsetMillis)))
}

/** How many days a month (1–12) of the Gregorian calendar has. */
export function daysInMonth(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31
  const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return isLeapYear ? 29 : 28
}

/** Whether a value from outside is a date: `YYYY-MM-DD`, a day that exists, 1868-04-01 to 2200-03-31. */
export function isLocalDate(value: unknown): value is LocalDate {
  if (typeof value !== 'string' || value < earliest || value > latest) return false
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

function isoDayOf(utc: Date): string {
  return utc.toISOString().slice(0, 10)
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
