import { firstDayOf, fiscalYearOf, lastDayOf, type FiscalYear } from '../../calendar/fiscal-year.ts'
import type { LocalDate } from '../../calendar/local-date.ts'

/** 会員の状態 of a membership on a day, seen from the fiscal year of that day. */
export const membershipStates = ['new', 'rejoined', 'continuing', 'left', 'upcoming'] as const
export type MembershipState = (typeof membershipStates)[number]

export const membershipStateNames: Record<MembershipState, string> = {
  new: '新規',
  rejoined: '再入会',
  continuing: '継続',
  left: '退会',
  upcoming: '入会予定',
}

/** From joining to leaving. `leftOn` is the last day of membership; null while it goes on. */
export interface MembershipPeriod {
  readonly joinedOn: LocalDate
  readonly leftOn: LocalDate | null
  /** Whether the supporter had been a member of the same kind before and had left. */
  readonly isRejoined: boolean
}

/**
 * The state at the end of a day, or null when the membership ended in an earlier fiscal year. The last day of a
 * membership counts as left, so that on 31 March those who stay are exactly those who continue on 1 April.
 */
export function membershipStateOn({ joinedOn, leftOn, isRejoined }: MembershipPeriod, day: LocalDate): MembershipState | null {
  const firstDay = firstDayOf(fiscalYearOf(day))
  if (joinedOn > day) return 'upcoming'
  if (leftOn !== null && leftOn <= day) return leftOn >= firstDay ? 'left' : null
  if (joinedOn < firstDay) return 'continuing'
  return isRejoined ? 'rejoined' : 'new'
}

/** How the memberships of a kind moved within a fiscal year up to a day: memberships, not people. */
export interface MembershipMovement {
  /** Continuing from the year before. */
  readonly atStart: number
  readonly joined: number
  readonly rejoined: number
  readonly left: number
  /** At the end of the day: `atStart + joined + rejoined − left`. */
  readonly now: number
}

/** Counts how memberships moved from 1 April of the day's fiscal year to the end of the day. */
export function membershipMovement(periods: Iterable<MembershipPeriod>, day: LocalDate): MembershipMovement {
  const firstDay = firstDayOf(fiscalYearOf(day))
  const count = { atStart: 0, joined: 0, rejoined: 0, left: 0 }
  for (const period of periods) {
    if (period.joinedOn > day || (period.leftOn !== null && period.leftOn < firstDay)) continue
    if (period.joinedOn < firstDay) count.atStart += 1
    else if (period.isRejoined) count.rejoined += 1
    else count.joined += 1
    if (period.leftOn !== null && period.leftOn <= day) count.left += 1
  }
  return { ...count, now: count.atStart + count.joined + count.rejoined - count.left }
}

/** The day on which a fiscal year is looked at: today within it, else its nearer end. */
export function dayInYear(year: FiscalYear, today: LocalDate): LocalDate {
  if (today < firstDayOf(year)) return firstDayOf(year)
  return today > lastDayOf(year) ? lastDayOf(year) : today
}
