import type { PostingOrder } from '@sasaeai/domain/ledger/posting-list-order'
import type { Place } from './posting-condition.ts'

/** The last posting of the page before: the next page goes on behind it. */
export interface PostingPosition {
  /** As booked. */
  readonly amountYen: number
  readonly entryDate: string
  readonly entryId: string
  readonly lineNumber: number
}

/** An order of `posting p` in SQL. */
export interface ListOrder {
  readonly isByAmount: boolean
  readonly direction: 'ASC' | 'DESC'
}

/** The order that a reader asked for; `sign` tells what a booked amount means in this list. */
export function listOrder(order: PostingOrder, sign: 1 | -1): ListOrder {
  switch (order) {
    case 'newest':
      return { isByAmount: false, direction: 'DESC' }
    case 'oldest':
      return { isByAmount: false, direction: 'ASC' }
    case 'largest':
      return { isByAmount: true, direction: sign === 1 ? 'DESC' : 'ASC' }
    case 'smallest':
      return { isByAmount: true, direction: sign === 1 ? 'ASC' : 'DESC' }
  }
}

/** All columns run the same way, so that an index can be walked from either end and a page goes on by one comparison. */
export function orderBy({ isByAmount, direction }: ListOrder): string {
  const columns = isByAmount ? ['p.amount_yen', ...byDay] : byDay
  return `ORDER BY ${columns.map((column) => `${column} ${direction}`).join(', ')}`
}

/** What lies behind the last posting of the page before. */
export function afterCondition({ isByAmount, direction }: ListOrder, after: PostingPosition | null, place: Place): string[] {
  if (after === null) return []
  const columns = isByAmount ? ['p.amount_yen', ...byDay] : byDay
  const position = [
    ...(isByAmount ? [`${place(after.amountYen)}::bigint`] : []),
    `${place(after.entryDate)}::date`,
    `${place(after.entryId)}::uuid`,
    `${place(after.lineNumber)}::smallint`,
  ]
  return [`(${columns.join(', ')}) ${direction === 'DESC' ? '<' : '>'} (${position.join(', ')})`]
}

const byDay = ['p.entry_date', 'p.entry_id', 'p.line_number']
