import { type FiscalYear, isFiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type DonorListing, donorListings } from '@sasaeai/domain/funding-indicator/tax-credit/donor-list-input'
import { isPostingMoment, type PostingMoment } from '@sasaeai/domain/ledger/posting-moment'
import { choiceIn } from '@sasaeai/domain/text/address-value'

/** As the books stood at a moment; now where the address names none. */
export interface TaxCreditSearch {
  readonly postedUntil?: PostingMoment | undefined
}

export function taxCreditSearchOf({ postedUntil }: Readonly<Record<string, unknown>>): TaxCreditSearch {
  return { postedUntil: isPostingMoment(postedUntil) ? postedUntil : undefined }
}

export interface DonorSearch extends TaxCreditSearch {
  /** Of the list, whatever year is in view elsewhere; that one where the address names none. */
  readonly year?: FiscalYear | undefined
  readonly listing?: DonorListing | undefined
}

export function donorSearchOf(search: Readonly<Record<string, unknown>>): DonorSearch {
  const { year } = search
  return { ...taxCreditSearchOf(search), year: isFiscalYear(year) ? year : undefined, listing: choiceIn(donorListings, search['listing']) }
}
