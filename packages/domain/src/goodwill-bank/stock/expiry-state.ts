import { daysBetween } from '../../calendar/days-between.ts'
import type { LocalDate } from '../../calendar/local-date.ts'

/** How a 期限 stands on a day. The day of the 期限 itself is still good. */
export const expiryStates = ['expired', 'soon', 'fine', 'none'] as const
export type ExpiryState = (typeof expiryStates)[number]

export const expiryStateNames: Record<ExpiryState, string> = { expired: '期限切れ', soon: '期限が近い', fine: '期限内', none: '期限なし' }

/** `soon` from so many days before the 期限 on. */
export function expiryStateOn(day: LocalDate, { expiresOn, soonDays }: { expiresOn: LocalDate | null; soonDays: number }): ExpiryState {
  if (expiresOn === null) return 'none'
  if (expiresOn < day) return 'expired'
  return daysBetween(day, expiresOn) <= soonDays ? 'soon' : 'fine'
}
