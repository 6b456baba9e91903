import type { PostingOrder } from '@sasaeai/domain/ledger/posting-list-order'
import type { TableSort } from '@sasaeai/ui/data-table'

/** The order of the list as its headings show it. */
export function sortOf(order: PostingOrder): TableSort {
  switch (order) {
    case 'newest':
      return { columnId: 'date', direction: 'descending' }
    case 'oldest':
      return { columnId: 'date', direction: 'ascending' }
    case 'largest':
      return { columnId: 'amount', direction: 'descending' }
    case 'smallest':
      return { columnId: 'amount', direction: 'ascending' }
  }
}

/** The order of the list that a heading, or the choice above the cards, asks for. */
export function orderOf({ columnId, direction }: TableSort): PostingOrder {
  if (columnId === 'amount') return direction === 'descending' ? 'largest' : 'smallest'
  return direction === 'descending' ? 'newest' : 'oldest'
}
