import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { dayIn } from '@sasaeai/domain/text/address-value'
import { type MomentSearch, momentSearchOf } from '../../../app/moment-search.ts'

/** The month of 日計 as it stands in the address: one of its days; and of which moment it is. */
export interface DailyTotalsSearch extends MomentSearch {
  readonly month?: LocalDate | undefined
}

export function dailyTotalsSearchOf(search: Readonly<Record<string, unknown>>): DailyTotalsSearch {
  return { month: dayIn(search['month']), ...momentSearchOf(search) }
}
