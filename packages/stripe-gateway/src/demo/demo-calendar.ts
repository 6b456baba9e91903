import { addDays, daysInMonth, localDateInTokyo, partsOf, tokyoOffsetMillis } from '@sasaeai/domain/calendar/local-date'

const dayMillis = 24 * 60 * 60 * 1000

/** The day of the month in Tokyo (1–31). */
export function dayInTokyo(seconds: number): number {
  return partsOf(localDateInTokyo(new Date(seconds * 1000))).day
}

/**
 * The same time of day on the same day of the next month in Tokyo, or on its last day where it has no such day.
 * @param anchor the day of the month (1–31) that is meant, which a short month in between must not change.
 */
export function nextMonth(seconds: number, anchor: number): number {
  const millis = seconds * 1000
  const { year, month } = partsOf(localDateInTokyo(new Date(millis)))
  const [nextYear, next] = month === 12 ? [year + 1, 1] : [year, month + 1]
  const day = Math.min(anchor, daysInMonth(nextYear, next))
  const timeOfDay = (millis + tokyoOffsetMillis) % dayMillis
  return Math.floor((Date.UTC(nextYear, next - 1, day) - tokyoOffsetMillis + timeOfDay) / 1000)
}

/** The last second in Tokyo of the day so many days later. */
export function endOfDayInTokyo(seconds: number, daysLater: number): number {
  const day = addDays(localDateInTokyo(new Date(seconds * 1000)), daysLater + 1)
  return startOfDayInTokyo(day) - 1
}

/** The gateway's way to say a day: its first second in UTC. */
export function dayOfPayout(seconds: number): number {
  return Date.parse(`${localDateInTokyo(new Date(seconds * 1000))}T00:00:00Z`) / 1000
}

function startOfDayInTokyo(day: string): number {
  return (Date.parse(`${day}T00:00:00Z`) - tokyoOffsetMillis) / 1000
}
