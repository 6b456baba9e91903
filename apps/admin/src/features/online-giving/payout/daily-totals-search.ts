import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { dayIn } from '@sasaeai/domain/text/address-value'

/** The month of 日計 as it stands in the address: one of its days. */
export interface DailyTotalsSearch {
  readonly month?: LocalDate | undefined
}

export function dailyTotalsSearchOf(search: Readonly<Record<string, unknown>>): DailyTotalsSearch {
  return { month: dayIn(search['month']) }
}
