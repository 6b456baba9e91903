import { tokyoOffsetMillis } from './local-date.ts'

/**
 * The time on the wall in Tokyo at an instant, `13:05`: for telling when something was saved. Not by Intl, whose first
 * formatter costs whoever starts the server or opens a page some 30 ms.
 */
export function clockTimeInTokyo(instant: Date): string {
  return fullClockTimeInTokyo(instant).slice(0, 5)
}

/** The same to the second, `13:05:09`, for the audit log. */
export function fullClockTimeInTokyo(instant: Date): string {
  return new Date(instant.getTime() + tokyoOffsetMillis).toISOString().slice(11, 19)
}
