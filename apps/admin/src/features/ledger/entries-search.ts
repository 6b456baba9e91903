import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type PostingFilter, postingFilterOfSearch, type PostingOrder, postingOrderSchema } from '@sasaeai/domain/ledger/posting-filter'
import { namesTime } from '../../app/entries-href.ts'

/** What the address of the list says. */
export interface EntriesSearch extends PostingFilter {
  /** すべての年度, said in so many words; a year or days beside it are narrower and win. */
  readonly years?: 'all'
  readonly order?: PostingOrder
}

/** Reads an address; what is mistyped in it is left out. */
export function entriesSearchOf(search: Readonly<Record<string, unknown>>): EntriesSearch {
  const order = postingOrderSchema.safeParse(search['order'])
  return {
    ...postingFilterOfSearch(search),
    ...(search['years'] === 'all' ? { years: 'all' as const } : {}),
    ...(order.success ? { order: order.data } : {}),
  }
}

/** The filter that an address stands for: where it names no time, the list shows the year that the shell shows. */
export function filterInView({ years, order: _order, ...filter }: EntriesSearch, yearInView: FiscalYear): PostingFilter {
  return years === 'all' || namesTime(filter) ? filter : { ...filter, fiscalYear: yearInView }
}
