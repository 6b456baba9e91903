import { clockTimeInTokyo, fullClockTimeInTokyo } from '@sasaeai/domain/calendar/clock-time'
import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'

/** An instant on the calendar and the clock of Tokyo: 令和8年11月21日 14:05; — when there is none. */
export function formatInstant(instant: string | null): string {
  if (instant === null) return '—'
  const moment = new Date(instant)
  return `${formatLocalDate(localDateInTokyo(moment))} ${clockTimeInTokyo(moment)}`
}

/** The same to the second, for the audit log. */
export function formatInstantFully(instant: string): string {
  const moment = new Date(instant)
  return `${formatLocalDate(localDateInTokyo(moment))} ${fullClockTimeInTokyo(moment)}`
}
