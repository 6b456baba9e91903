import { daysInMonth, type LocalDate, localDateOfParts, partsOf } from '../../calendar/local-date.ts'

/**
 * By when a drive's custody is zero: its result is published within one month of its last day, and before that all that
 * was held has been handed over. The last day of a shorter month where that month has no such day.
 */
export function settlementDeadline(closesOn: LocalDate): LocalDate {
  const { year, month, day } = partsOf(closesOn)
  const next = month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 }
  const deadline = localDateOfParts({ ...next, day: Math.min(day, daysInMonth(next.year, next.month)) })
  if (deadline === null) throw new Error(`no day one month after ${closesOn}`)
  return deadline
}
