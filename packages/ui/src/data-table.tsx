import type { ReactNode } from 'react'
import { classList } from './class-list.ts'
import { DataTableBody, SkeletonRows } from './data-table-body.tsx'
import type { Column, PhoneLayout, TableSort } from './data-table-column.ts'
import { DataTableHead } from './data-table-head.tsx'
import { leftOut, tableStyle } from './data-table-style.ts'
import { SortChoice } from './data-table-sort.tsx'
import { EmptyState } from './empty-state.tsx'
import { OverflowFrame } from './overflow-frame.tsx'
import { TableSummary } from './table-summary.tsx'
import type { SummaryFigure } from './table-summary.tsx'

export type { Column, TableSort } from './data-table-column.ts'

export interface DataTableProps<Row> {
  /** Names the table for screen readers. */
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  /** Left out until the first page has arrived. */
  readonly rows: readonly Row[] | undefined
  readonly rowKey: (row: Row) => string
  readonly rowHref?: ((row: Row) => string) | undefined
  readonly sort?: TableSort | undefined
  readonly onSort?: ((sort: TableSort) => void) | undefined
  /** Shown instead of rows when there are none. */
  readonly empty?: ReactNode
  /** Count and total over all pages. */
  readonly summary?: readonly SummaryFigure[] | undefined
  /** Newer rows are on their way; those on screen stay, under a moving line. */
  readonly isRefreshing?: boolean | undefined
  readonly phone?: PhoneLayout | undefined
  /** Too wide for the page even on a desktop: scrolls within its own frame, both ways. */
  readonly isWide?: boolean | undefined
  /** Where it scrolls sideways, its last column is the one to be seen first: years of which the newest is the last. */
  readonly beginsAtEnd?: boolean | undefined
}

/** A native table of rows that the server has sorted and paged. Headings stay in sight while the page scrolls. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, rowHref, sort, onSort, empty, summary } = props
  const { isRefreshing = false, phone = 'scroll', isWide = false, beginsAtEnd = false } = props
  const isEmpty = rows?.length === 0
  return (
    <div className="relative">
      {isRefreshing && <RefreshingLine />}
      {phone === 'cards' && onSort !== undefined && !isEmpty && <SortChoice {...{ columns, sort, onSort }} />}
      <OverflowFrame name={caption} isAlways={isWide} beginsAtEnd={beginsAtEnd}
        className={classList(isWide && (phone === 'cards' ? heightOfCards : ownHeight), columns.length >= manyColumns && closer)}>
        <table
          role="table"
          aria-busy={rows === undefined || isRefreshing}
          className={classList(
            'w-full border-separate border-spacing-0 text-(length:--text-cell)',
            phone === 'cards' && 'max-sm:block',
          )}
        >
          <caption className="sr-only">{caption}</caption>
          <DataTableHead {...{ columns, phone, sort, onSort }} />
          {rows === undefined ? (
            <SkeletonRows columns={columns} count={8} />
          ) : (
            <DataTableBody {...{ columns, rows, rowKey, rowHref, phone }} />
          )}
          <DataTableFoot columns={columns} phone={phone} isShown={rows !== undefined && !isEmpty} />
        </table>
      </OverflowFrame>
      {isEmpty && (empty ?? <EmptyState title="該当するものはありません" />)}
      {summary !== undefined && <TableSummary figures={summary} />}
    </div>
  )
}

const ownHeight = 'max-h-[75dvh]'
// Cards below each other scroll with the page: a frame around them would hide most of them.
const heightOfCards = 'sm:max-h-[75dvh]'

/** So many columns stand closer to each other on a tablet, where they would otherwise run out of its sight. A paper of that width has measures of its own. */
const manyColumns = 6
const closer = 'sm:max-lg:not-print:[--cell-x:0.25rem] sm:max-lg:not-print:[--text-cell:0.8125rem]'

function RefreshingLine() {
  return (
    <div className="absolute inset-x-0 -top-0.5 h-0.5 overflow-hidden bg-accent-soft print-hidden">
      <div className="h-full w-1/3 animate-sweep bg-accent" />
    </div>
  )
}

interface DataTableFootProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly phone: PhoneLayout
  readonly isShown: boolean
}

/** The total line; among cards a card of its own, in which each sum says of what it is. */
function DataTableFoot<Row>({ columns, phone, isShown }: DataTableFootProps<Row>) {
  const style = tableStyle(phone, columns)
  const hasFooter = columns.some((column) => column.footer !== undefined)
  if (!hasFooter || !isShown) return null
  return (
    <tfoot role="rowgroup" className={style.body}>
      <tr role="row" className={style.row}>
        {columns.map((column) => (
          <td
            key={column.id}
            role="cell"
            data-label={column.header}
            className={classList(
              'border-t border-solid-gray-420 px-(--cell-x) py-(--cell-y) font-bold',
              style.sum(column),
              column.align === 'end' && 'figures text-right',
              leftOut(column),
            )}
          >
            {column.footer}
          </td>
        ))}
      </tr>
    </tfoot>
  )
}
