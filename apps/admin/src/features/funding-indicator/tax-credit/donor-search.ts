import { type FiscalYear, isFiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type DonorListing, donorListings } from '@sasaeai/domain/funding-indicator/tax-credit/donor-list-input'
import { choiceIn } from '@sasaeai/domain/text/address-value'

export interface DonorSearch {
  /** Of the list, whatever year is in view elsewhere; that one where the address names none. */
  readonly year?: FiscalYear | undefined
  readonly listing?: DonorListing | undefined
}

export function donorSearchOf(search: Readonly<Record<string, unknown>>): DonorSearch {
  const { year } = search
  return { year: isFiscalYear(year) ? year : undefined, listing: choiceIn(donorListings, search['listing']) }
}
