import { isLocalDate, type LocalDate } from '@sasaeai/domain/calendar/local-date'
import { isPostingMoment, type PostingMoment } from '@sasaeai/domain/ledger/posting-moment'

export interface DuesYearSearch {
  /** 基準日; today where the address names none. */
  readonly until?: LocalDate | undefined
  /** As the books stood at a moment; now where the address names none. */
  readonly postedUntil?: PostingMoment | undefined
}

/** What the address of 年間のまとめ asks for; what is mistyped is left out. */
export function duesYearSearchOf(search: Readonly<Record<string, unknown>>): DuesYearSearch {
  const { until, postedUntil } = search
  return { until: isLocalDate(until) ? until : undefined, postedUntil: isPostingMoment(postedUntil) ? postedUntil : undefined }
}
