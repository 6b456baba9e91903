import type { PostingFilter } from '@sasaeai/domain/ledger/posting-filter'
import type { PostingOrder } from '@sasaeai/domain/ledger/posting-list-order'

/**
 * The address of the list of postings behind a figure. As an address rather than a route with parameters, so that
 * the year in view is not added to a filter that asks for all years. That a filter asks for all years is written out,
 * because an address that names no time at all shows the year in view.
 */
export function entriesHref(filter: PostingFilter, order: PostingOrder = 'newest'): string {
  const asked = { ...filter, years: namesTime(filter) ? undefined : 'all', order: order === 'newest' ? undefined : order }
  const written = Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  const search = new URLSearchParams(written).toString()
  return search === '' ? '/admin/entries' : `/admin/entries?${search}`
}

/** Whether a filter says by itself of which time it is: by a year, by days, by whose year's dues it is, by one 受付, or by 配分金. */
export function namesTime({ fiscalYear, from, to, duesYear, batchId, allocationId, allocationYear }: PostingFilter): boolean {
  return [fiscalYear, from, to, duesYear, batchId, allocationId, allocationYear].some((named) => named !== undefined)
}
