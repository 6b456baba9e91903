import type { PostingOrder } from '@sasaeai/domain/ledger/posting-filter'
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

/** The order after a press on a heading: its greatest first, then turned round with each further press. */
export function orderAfter(order: PostingOrder, columnId: string): PostingOrder {
  if (columnId === 'amount') return order === 'largest' ? 'smallest' : 'largest'
  return order === 'newest' ? 'oldest' : 'newest'
}
