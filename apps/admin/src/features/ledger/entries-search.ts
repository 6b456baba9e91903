import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type PostingFilter, postingFilterOfSearch } from '@sasaeai/domain/ledger/posting-filter'
import { type PostingOrder, postingOrders } from '@sasaeai/domain/ledger/posting-list-order'
import { choiceIn } from '@sasaeai/domain/text/address-value'
import { namesTime } from '../../app/entries-href.ts'

/** What the address of the list says. */
export interface EntriesSearch extends PostingFilter {
  /** すべての年度, said in so many words; a year or days beside it are narrower and win. */
  readonly years?: 'all' | undefined
  readonly order?: PostingOrder | undefined
}

/** Reads an address; what is mistyped in it is left out. */
export function entriesSearchOf(search: Readonly<Record<string, unknown>>): EntriesSearch {
  return {
    ...postingFilterOfSearch(search),
    years: choiceIn(['all'], search['years']),
    order: choiceIn(postingOrders, search['order']),
  }
}

/**
 * The filter that an address stands for: where it names no time, the list shows the year that the shell shows. Its fields
 * are always in one order, so that whoever asks for the same rows asks in the same words; the router keeps the order of
 * the address, and beside what was read also what it could not read.
 */
export function filterInView(search: EntriesSearch, yearInView: FiscalYear): PostingFilter {
  const filter = postingFilterOfSearch({ ...search })
  return search.years === 'all' || namesTime(filter) ? filter : { ...filter, fiscalYear: yearInView }
}
