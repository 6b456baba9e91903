import type { PostingFilter } from '@sasaeai/domain/ledger/posting-filter'

/**
 * The address of the list of postings behind a figure. As an address rather than a route with parameters, so that
 * the year in view is not added to a filter that asks for all years.
 */
export function entriesHref(filter: PostingFilter): string {
  const asked = Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  const search = new URLSearchParams(asked).toString()
  return search === '' ? '/admin/entries' : `/admin/entries?${search}`
}
