import type { LocalDate } from '../../calendar/local-date.ts'

/**
 * The day under which a payment stands in the books: that on which it was paid; where that month is closed, the first day of
 * the next open month that has begun; null when there is none.
 * @param openMonths the first days of the months that are open.
 */
export function bookingDayOf(paidOn: LocalDate, openMonths: readonly LocalDate[], today: LocalDate): LocalDate | null {
  if (openMonths.some((first) => first.slice(0, 7) === paidOn.slice(0, 7))) return paidOn
  const [next] = openMonths.filter((first) => first > paidOn && first <= today).toSorted()
  return next ?? null
}
