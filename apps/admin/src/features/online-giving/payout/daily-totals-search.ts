import { isLocalDate, type LocalDate } from '@sasaeai/domain/calendar/local-date'

/** The month of 日計 as it stands in the address: one of its days. */
export interface DailyTotalsSearch {
  readonly month?: LocalDate | undefined
}

export function dailyTotalsSearchOf(search: Readonly<Record<string, unknown>>): DailyTotalsSearch {
  return { month: isLocalDate(search['month']) ? search['month'] : undefined }
}
