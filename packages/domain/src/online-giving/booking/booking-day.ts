import type { LocalDate } from '../../calendar/local-date.ts'

/**
 * The day under which a payment stands in the books: that on which it was paid; where that month is closed, the first day of
 * the next open month that has begun; null when there is none. What the clock of the demo gateway has ahead of ours is booked
 * today: the books have no entry of a day that has not come.
 * @param openMonths the first days of the months that are open.
 */
export function bookingDayOf(paidOn: LocalDate, openMonths: readonly LocalDate[], today: LocalDate): LocalDate | null {
  const day = paidOn > today ? today : paidOn
  if (openMonths.some((first) => first.slice(0, 7) === day.slice(0, 7))) return day
  const [next] = openMonths.filter((first) => first > day && first <= today).toSorted()
  return next ?? null
}
