import { type FiscalYear, isFiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type DonorListing, donorListings } from '@sasaeai/domain/funding-indicator/tax-credit/donor-list-input'
import { choiceIn } from '@sasaeai/domain/text/address-value'
import { type MomentSearch, momentSearchOf } from '../../../app/moment-search.ts'

export interface DonorSearch extends MomentSearch {
  /** Of the list, whatever year is in view elsewhere; that one where the address names none. */
  readonly year?: FiscalYear | undefined
  readonly listing?: DonorListing | undefined
}

export function donorSearchOf(search: Readonly<Record<string, unknown>>): DonorSearch {
  const { year } = search
  return { ...momentSearchOf(search), year: isFiscalYear(year) ? year : undefined, listing: choiceIn(donorListings, search['listing']) }
}
