import type { MouseEvent, ReactNode } from 'react'
import { classList } from './class-list.ts'
import type { Column, PhoneLayout } from './data-table-column.ts'
import { leftOut, tableStyle } from './data-table-style.ts'
import { SkeletonLine } from './loading-skeleton.tsx'
import { useNavigateTo } from './navigation-context.tsx'
import { PlainLink } from './plain-link.tsx'

interface DataTableBodyProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly rowHref: ((row: Row) => string) | undefined
  readonly phone: PhoneLayout
}

/** The rows. A row with an address opens it from anywhere in the row; the real link sits in its naming cell. */
export function DataTableBody<Row>({ columns, rows, rowKey, rowHref, phone }: DataTableBodyProps<Row>) {
  const style = tableStyle(phone, columns)
  // Once for each column rather than for each cell: a page has hundreds.
  const cells = columns.map((column) => ({ column, className: style.cell(column) }))
  const navigateTo = useNavigateTo()
  return (
    <tbody role="rowgroup" className={style.body}>
      {rows.map((row) => {
        const href = rowHref?.(row)
        return (
          <tr
            key={rowKey(row)}
            role="row"
            className={classList(style.row, 'group', href !== undefined && 'cursor-pointer hover:bg-accent-soft')}
            onClick={href === undefined ? undefined : (event) => openUnlessMeantOtherwise(event, () => navigateTo(href))}
          >
            {cells.map(({ column, className }) =>
              column.isRowHeader === true ? (
                <NamingCell key={column.id} className={className} href={href}>{column.cell(row)}</NamingCell>
              ) : (
                <td key={column.id} role="cell" data-label={column.header} className={className}>{column.cell(row)}</td>
              ),
            )}
          </tr>
        )
      })}
    </tbody>
  )
}

interface NamingCellProps {
  readonly className: string
  readonly href: string | undefined
  readonly children: ReactNode
}

function NamingCell({ className, href, children }: NamingCellProps) {
  return (
    <th role="rowheader" scope="row" className={classList(className, href !== undefined && 'group-hover:bg-accent-soft')}>
      {href === undefined ? (
        children
      ) : (
        <PlainLink href={href} className="rounded-4 text-accent underline decoration-1 underline-offset-[0.1875em] print:text-ink print:no-underline">
          {children}
        </PlainLink>
      )}
    </th>
  )
}

/** A press on a control inside the row, or the end of a text selection, is not meant to open the row. */
function openUnlessMeantOtherwise(event: MouseEvent<HTMLTableRowElement>, open: () => void) {
  const isOnControl = event.target instanceof Element && event.target.closest('a, button, input, label, select') !== null
  const hasSelectedText = window.getSelection()?.isCollapsed === false
  if (!isOnControl && !hasSelectedText) open()
}

interface SkeletonRowsProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly count: number
}

/** Rows of grey lines while the first page is on its way. */
export function SkeletonRows<Row>({ columns, count }: SkeletonRowsProps<Row>) {
  return (
    <tbody aria-hidden="true">
      {Array.from({ length: count }, (_, row) => (
        <tr key={row}>
          {columns.map((column) => (
            <td
              key={column.id}
              className={classList(
                'border-b border-line-faint px-(--cell-x) py-(--cell-y)',
                leftOut(column),
              )}
            >
              <SkeletonLine className={classList('my-[0.3em]', column.align === 'end' ? 'ml-auto w-16' : 'w-4/5')} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  )
}
