import { groupDigits } from '../money/group-digits.ts'

/** A column of a report's table: text, yen, or a number of something. Rates stand there as text, as they are printed. */
export interface ReportColumn {
  readonly heading: string
  readonly kind: 'text' | 'rate' | 'yen' | 'count'
}

/** Null where there is no figure, which is not the same as 0. */
export type ReportCell = string | number | null

/** A table of a report, for paper, Excel and CSV alike; each row, and the total, has one cell per column. */
export interface ReportTable {
  readonly title: string
  readonly columns: readonly ReportColumn[]
  readonly rows: readonly (readonly ReportCell[])[]
  readonly total: readonly ReportCell[] | null
}

/** A cell as it is printed: `1,234`, `△56`, `—` where there is no figure. */
export function printedCell(cell: ReportCell): string {
  if (cell === null) return '—'
  if (typeof cell === 'string') return cell
  return cell < 0 ? `△${groupDigits(-cell)}` : groupDigits(cell)
}
