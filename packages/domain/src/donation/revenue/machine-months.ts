import { type FiscalYear, fiscalMonths } from '../../calendar/fiscal-year.ts'
import type { LocalDate } from '../../calendar/local-date.ts'

/** When a machine stood, both days included; an open side has none. */
export interface MachineStay {
  readonly startsOn: LocalDate | null
  readonly endsOn: LocalDate | null
}

/** The months of a year, by their first days, for which commission is expected: over by `today`, and the machine stood in them. */
export function expectedMonths({ startsOn, endsOn }: MachineStay, year: FiscalYear, today: LocalDate): LocalDate[] {
  return fiscalMonths(year)
    .filter(({ firstDay, lastDay }) => lastDay < today && (startsOn === null || startsOn <= lastDay) && (endsOn === null || endsOn >= firstDay))
    .map(({ firstDay }) => firstDay)
}

/** Those for which nothing has come. */
export function missingMonths(stay: MachineStay & { readonly receivedMonths: readonly LocalDate[] }, year: FiscalYear, today: LocalDate): LocalDate[] {
  return expectedMonths(stay, year, today).filter((month) => !stay.receivedMonths.includes(month))
}
