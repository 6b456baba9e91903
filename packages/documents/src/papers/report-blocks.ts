import type { PackBlock } from '@sasaeai/domain/funding-indicator/board-pack/board-pack'
import { printedCell, type ReportTable } from '@sasaeai/domain/funding-indicator/report-table'
import { columnWidths } from './column-widths.ts'
import { pairedBarsChart, stackedColumnsChart } from './bar-charts.ts'

/** Tables, charts and words of a report, as papers/report-blocks.typ reads them. */
export function blockData(block: PackBlock): object {
  switch (block.kind) {
    case 'table':
      return { kind: 'table', ...tableData(block.table) }
    case 'notes':
      return block
    case 'bars':
      return { kind: 'chart', title: block.title, ...pairedBarsChart(block) }
    case 'stack':
      return { kind: 'chart', title: block.title, ...stackedColumnsChart(block) }
  }
}

function tableData({ title, columns, rows, total }: ReportTable): object {
  const [isDense, printed] = [columns.length > 8, rows.map((row) => row.map(printedCell))]
  const last = total?.map((cell) => (cell === null ? '' : printedCell(cell))) ?? null
  const widths = columnWidths(columns, last === null ? printed : [...printed, last], isDense ? denseLetters : usualLetters)
  return {
    title,
    columns: columns.map(({ heading, kind }, place) => ({ heading, isText: kind === 'text', mm: widths[place] })),
    rows: printed,
    total: last,
    isDense,
  }
}

/** As papers/report-blocks.typ sets them. */
const usualLetters = { pt: 8.4, insetMm: 1.2 }
const denseLetters = { pt: 6.6, insetMm: 0.6 }
