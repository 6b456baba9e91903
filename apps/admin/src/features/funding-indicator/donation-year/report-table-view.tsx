import { printedCell, type ReportCell, type ReportTable } from '@sasaeai/domain/funding-indicator/report-table'
import { type Column, DataTable } from '@sasaeai/ui/data-table'

interface ReportTableViewProps {
  readonly table: ReportTable
  readonly isRefreshing: boolean
}

/** A table of a report as it is printed. Nothing where it has no rows. */
export function ReportTableView({ table: { title, columns, rows, total }, isRefreshing }: ReportTableViewProps) {
  if (rows.length === 0) return null
  const shown = (cell: ReportCell | undefined) => printedCell(cell ?? null)
  const tableColumns = columns.map(({ heading, kind }, place): Column<(typeof rows)[number]> => ({
    id: heading,
    header: heading,
    cell: (row) => shown(row[place]),
    ...(place === 0 ? { isRowHeader: true } : {}),
    ...(kind === 'text' ? {} : { align: 'end' as const }),
    ...(total === null ? {} : { footer: shown(total[place]) }),
  }))
  return <DataTable caption={title} columns={tableColumns} rows={rows} rowKey={(row) => String(row[0])} phone="cards" isRefreshing={isRefreshing} />
}
