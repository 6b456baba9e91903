import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { dayIn } from '@sasaeai/domain/text/address-value'
import { type MomentSearch, momentSearchOf } from '../../../app/moment-search.ts'

export interface DuesYearSearch extends MomentSearch {
  /** 基準日; today where the address names none. */
  readonly until?: LocalDate | undefined
}

/** What the address of 年間のまとめ asks for; what is mistyped is left out. */
export function duesYearSearchOf(search: Readonly<Record<string, unknown>>): DuesYearSearch {
  return { until: dayIn(search['until']), ...momentSearchOf(search) }
}
