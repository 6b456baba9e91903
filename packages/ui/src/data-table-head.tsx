import { classList } from './class-list.ts'
import type { Column, PhoneLayout, TableSort } from './data-table-column.ts'
import { tableStyle } from './data-table-style.ts'
import { Icon } from './icon.tsx'

interface DataTableHeadProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly phone: PhoneLayout
  readonly isWide: boolean
  readonly sort: TableSort | undefined
  readonly onSort: ((columnId: string) => void) | undefined
}

/** The line of headings. A heading that sorts is a button and says to a screen reader which way it sorts. */
export function DataTableHead<Row>({ columns, phone, isWide, sort, onSort }: DataTableHeadProps<Row>) {
  const style = tableStyle(phone)
  return (
    <thead role="rowgroup" className={style.head}>
      <tr role="row">
        {columns.map((column) => (
          <th
            key={column.id}
            role="columnheader"
            scope="col"
            aria-sort={sort?.columnId === column.id ? sort.direction : undefined}
            className={style.heading(column, isWide)}
          >
            {column.isSortable === true && onSort !== undefined ? (
              <SortButton column={column} sort={sort} onSort={onSort} />
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

interface SortButtonProps<Row> {
  readonly column: Column<Row>
  readonly sort: TableSort | undefined
  readonly onSort: (columnId: string) => void
}

function SortButton<Row>({ column, sort, onSort }: SortButtonProps<Row>) {
  const isSorted = sort?.columnId === column.id
  const sortedIcon = sort?.direction === 'ascending' ? 'chevron-up' : 'chevron-down'
  return (
    <button
      type="button"
      onClick={() => onSort(column.id)}
      className="-my-1.5 inline-flex min-h-8 cursor-pointer items-center gap-0.5 rounded-4 font-bold hover:text-accent hover:underline"
    >
      {column.header}
      <Icon name={isSorted ? sortedIcon : 'sort-none'} className={classList('print-hidden', isSorted ? 'text-accent' : 'text-solid-gray-536')} />
    </button>
  )
}
