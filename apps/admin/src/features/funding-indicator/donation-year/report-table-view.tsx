import { printedCell, type ReportCell, type ReportTable } from '@sasaeai/domain/funding-indicator/report-table'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import type { ReactNode } from 'react'

/** How a cell is shown: its place in the table, from 0, or in its total. */
export type ShownCell = (cell: ReportCell, place: { readonly row: number | 'total'; readonly column: number }) => ReactNode

interface ReportTableViewProps {
  readonly table: ReportTable
  /** As it is printed unless told otherwise. */
  readonly shown?: ShownCell
  /** Columns that a phone leaves out. */
  readonly wideOnly?: readonly number[]
  readonly isRefreshing: boolean
}

/** A table of a report as it is printed. Nothing where it has no rows. */
export function ReportTableView({ table: { title, columns, rows, total }, shown = printedCell, wideOnly = [], isRefreshing }: ReportTableViewProps) {
  if (rows.length === 0) return null
  const lines = rows.map((cells, row) => ({ cells, row }))
  const tableColumns = columns.map(({ heading, kind }, column): Column<(typeof lines)[number]> => ({
    id: heading,
    header: heading,
    cell: ({ cells, row }) => shown(cells[column] ?? null, { row, column }),
    ...(column === 0 ? { isRowHeader: true } : {}),
    ...(kind === 'text' ? {} : { align: 'end' as const }),
    ...(wideOnly.includes(column) ? { isWideOnly: true } : {}),
    ...(total === null ? {} : { footer: shown(total[column] ?? null, { row: 'total', column }) }),
  }))
  return <DataTable caption={title} columns={tableColumns} rows={lines} rowKey={({ row }) => String(row)} isRefreshing={isRefreshing} />
}
