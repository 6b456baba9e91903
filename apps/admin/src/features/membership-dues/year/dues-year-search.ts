import { isLocalDate, type LocalDate } from '@sasaeai/domain/calendar/local-date'
import { type MomentSearch, momentSearchOf } from '../../../app/moment-search.ts'

export interface DuesYearSearch extends MomentSearch {
  /** 基準日; today where the address names none. */
  readonly until?: LocalDate | undefined
}

/** What the address of 年間のまとめ asks for; what is mistyped is left out. */
export function duesYearSearchOf(search: Readonly<Record<string, unknown>>): DuesYearSearch {
  const { until } = search
  return { until: isLocalDate(until) ? until : undefined, ...momentSearchOf(search) }
}
