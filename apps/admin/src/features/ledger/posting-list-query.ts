import type { PostingFilter } from '@sasaeai/domain/ledger/posting-filter'
import type { PostingOrder } from '@sasaeai/domain/ledger/posting-list-order'
import { trpc } from '../../app/trpc.ts'

/** The list of postings, page by page. */
export function postingListQuery(filter: PostingFilter, order: PostingOrder) {
  return trpc.ledger.postings.infiniteQueryOptions({ filter, order }, { getNextPageParam: ({ nextCursor }) => nextCursor })
}
