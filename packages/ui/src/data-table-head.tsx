import { classList } from './class-list.ts'
import type { Column, PhoneLayout, TableSort } from './data-table-column.ts'
import { sortAfterPress } from './data-table-sort.tsx'
import { tableStyle } from './data-table-style.ts'
import { Icon } from './icon.tsx'

interface DataTableHeadProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly phone: PhoneLayout
  readonly sort: TableSort | undefined
  readonly onSort: ((sort: TableSort) => void) | undefined
}

/** The line of headings. A heading that sorts is a button and says to a screen reader which way it sorts. */
export function DataTableHead<Row>({ columns, phone, sort, onSort }: DataTableHeadProps<Row>) {
  const style = tableStyle(phone, columns)
  return (
    <thead role="rowgroup" className={style.head}>
      <tr role="row">
        {columns.map((column) => (
          <th
            key={column.id}
            role="columnheader"
            scope="col"
            aria-sort={sort?.columnId === column.id ? sort.direction : undefined}
            className={style.heading(column)}
          >
            {column.sortableBy !== undefined && onSort !== undefined ? (
              <SortHeading {...{ column, phone, sort, onSort }} />
            ) : (
              column.header
            )}
            {column.help}
          </th>
        ))}
      </tr>
    </thead>
  )
}

interface SortHeadingProps<Row> {
  readonly column: Column<Row>
  readonly phone: PhoneLayout
  readonly sort: TableSort | undefined
  readonly onSort: (sort: TableSort) => void
}

function SortHeading<Row>({ column, phone, sort, onSort }: SortHeadingProps<Row>) {
  const isSorted = sort?.columnId === column.id
  const sortedIcon = sort?.direction === 'ascending' ? 'chevron-up' : 'chevron-down'
  return (
    <>
      {phone === 'cards' && <span className="sm:hidden">{column.header}</span>}
      <button
        type="button"
        onClick={() => onSort(sortAfterPress(column, sort))}
        className={classList(
          '-my-1.5 inline-flex min-h-8 cursor-pointer items-center gap-0.5 rounded-4 font-bold hover:text-accent hover:underline',
          // Above the cards of a phone stands a choice in its place: a button that nobody sees must not take the focus.
          phone === 'cards' && 'max-sm:hidden',
        )}
      >
        {column.header}
        <Icon name={isSorted ? sortedIcon : 'sort-none'} className={classList('print-hidden', isSorted ? 'text-accent' : 'text-solid-gray-536')} />
      </button>
    </>
  )
}
