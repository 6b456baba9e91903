import { isLocalDate, type LocalDate } from '@sasaeai/domain/calendar/local-date'
import { isPostingMoment, type PostingMoment } from '@sasaeai/domain/ledger/posting-moment'

export interface DonationYearSearch {
  /** 基準日; today where the address names none. */
  readonly asOf?: LocalDate | undefined
  /** As the books stood at a moment; now where the address names none. */
  readonly postedUntil?: PostingMoment | undefined
}

export function donationYearSearchOf({ asOf, postedUntil }: Readonly<Record<string, unknown>>): DonationYearSearch {
  return { asOf: isLocalDate(asOf) ? asOf : undefined, postedUntil: isPostingMoment(postedUntil) ? postedUntil : undefined }
}
