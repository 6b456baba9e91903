import { isLocalDate, type LocalDate } from '@sasaeai/domain/calendar/local-date'
import { type MomentSearch, momentSearchOf } from '../../../app/moment-search.ts'

export interface DonationYearSearch extends MomentSearch {
  /** 基準日; today where the address names none. */
  readonly asOf?: LocalDate | undefined
}

export function donationYearSearchOf(search: Readonly<Record<string, unknown>>): DonationYearSearch {
  const { asOf } = search
  return { asOf: isLocalDate(asOf) ? asOf : undefined, ...momentSearchOf(search) }
}
