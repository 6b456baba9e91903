import { daysInMonth, type LocalDate, localDateOfParts, partsOf } from '../../calendar/local-date.ts'
import { apportion } from '../../money/apportion.ts'
import type { Yen } from '../../money/yen.ts'

export const pledgeRhythms = ['once', 'monthly', 'quarterly', 'half_yearly', 'yearly'] as const
export type PledgeRhythm = (typeof pledgeRhythms)[number]

export const pledgeRhythmNames: Record<PledgeRhythm, string> = { once: '1回', monthly: '毎月', quarterly: '3か月ごと', half_yearly: '半年ごと', yearly: '毎年' }

const monthsBetween: Record<PledgeRhythm, number> = { once: 0, monthly: 1, quarterly: 3, half_yearly: 6, yearly: 12 }

/** What somebody promises: so much each time, or so much in all. */
export interface PledgePlan {
  readonly firstOn: LocalDate
  readonly rhythm: PledgeRhythm
  readonly times: number
  readonly amountYen: Yen
  readonly amountIs: 'each' | 'total'
}

export interface PlannedInstalment {
  readonly plannedOn: LocalDate
  readonly plannedYen: Yen
}

/**
 * The instalments of a promise. A total is shared out evenly to the yen; an instalment that nothing would be left for is
 * not planned. A day that a month does not have is the last one of that month.
 */
export function planInstalments({ firstOn, rhythm, times, amountYen, amountIs }: PledgePlan): PlannedInstalment[] {
  const many = rhythm === 'once' ? 1 : times
  const amounts = amountIs === 'each' ? Array.from({ length: many }, () => amountYen) : apportion(amountYen, Array.from({ length: many }, () => 1))
  return amounts
    .map((plannedYen, place) => ({ plannedOn: monthsLater(firstOn, place * monthsBetween[rhythm]), plannedYen }))
    .filter(({ plannedYen }) => plannedYen > 0)
}

function monthsLater(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = partsOf(date)
  const moved = year * 12 + month - 1 + months
  const [inYear, inMonth] = [Math.floor(moved / 12), (moved % 12) + 1]
  return localDateOfParts({ year: inYear, month: inMonth, day: Math.min(day, daysInMonth(inYear, inMonth)) }) ?? date
}
