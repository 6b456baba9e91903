import { fiscalYearInView } from '../../app/fiscal-year-of-search.ts'
import type { PageAnswers } from '../../app/page-answers.ts'
import type { Ask } from '../../draw-page.tsx'
import { entriesSearchOf, filterInView } from './entries-search.ts'
import { postingListQuery } from './posting-list-query.ts'

/** The first rows of 仕訳・明細一覧, for the server to draw the page from. */
export async function entriesAnswers(ask: Ask, address: Readonly<Record<string, unknown>>): Promise<PageAnswers> {
  const search = entriesSearchOf(address)
  const filter = filterInView(search, fiscalYearInView(search))
  const order = search.order ?? 'newest'
  const page = await ask.ledger.postings({ filter, order })
  return [[postingListQuery(filter, order).queryKey, { pages: [page], pageParams: [null] }]]
}
