import { formatLocalMonth } from '@sasaeai/domain/calendar/japanese-era'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'

/** A month of a fiscal year as the page of 締め shows it. */
export interface FiscalMonthLine {
  readonly firstDay: LocalDate
  readonly closedAt: string | null
  readonly closedByName: string | null
  readonly openBatches: number
}

/** 「令和8年4月」 */
export function monthName({ firstDay }: { readonly firstDay: LocalDate }): string {
  return formatLocalMonth(firstDay)
}
