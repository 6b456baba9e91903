import { type LocalDate, localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { bookingDayOf } from '@sasaeai/domain/online-giving/booking/booking-day'
import type { Desk } from '../../deps.ts'

/** The day under which what happened on this one stands in the books; null when no month is open for it. */
export async function openBookingDay({ deps, tx }: Desk, day: LocalDate): Promise<LocalDate | null> {
  const open = await tx.$queryRaw<{ day: LocalDate }[]>`SELECT to_char(first_day, 'YYYY-MM-DD') AS day FROM fiscal_period WHERE closed_at IS NULL`
  return bookingDayOf(day, open.map((month) => month.day), localDateInTokyo(deps.now()))
}
