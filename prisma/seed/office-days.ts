import { addDays, type LocalDate, localDate, partsOf } from '@sasaeai/domain/calendar/local-date'
import type { RandomStream } from './random-stream.ts'

/** A stretch of days in which money comes in, densest around `peak` (0 its first day, 1 its last). */
export interface Season {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly peak: number
}

/** A working day of the office within the season. */
export function officeDayIn(season: Season, random: RandomStream): LocalDate {
  return nearestOfficeDay(anyDayIn(season, random))
}

/** Any day of the season, Sundays included: street collections do not keep office hours. */
export function anyDayIn({ from, to, peak }: Season, random: RandomStream): LocalDate {
  const length = daysBetween(from, to)
  const where = random.next()
  // The inverse of a triangle's distribution: rising to the peak, falling behind it.
  const share = where < peak ? Math.sqrt(where * peak) : 1 - Math.sqrt((1 - where) * (1 - peak))
  return addDays(from, Math.min(length, Math.floor(share * (length + 1))))
}

/** The same day, or the working day beside it: later early in a month, earlier late in it, so that no year is left. */
export function nearestOfficeDay(date: LocalDate): LocalDate {
  const { month, day } = partsOf(date)
  if (month === 12 && day > 28) return nearestOfficeDay(localDate(`${date.slice(0, 8)}28`))
  if (month === 1 && day < 4) return nearestOfficeDay(localDate(`${date.slice(0, 8)}04`))
  const step = day < 16 ? 1 : -1
  let found = date
  while (isWeekend(found)) found = addDays(found, step)
  return found
}

function isWeekend(date: LocalDate): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6
}

function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
