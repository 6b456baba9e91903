import type { PackBlock } from '@sasaeai/domain/funding-indicator/board-pack/board-pack'
import { printedCell, type ReportColumn, type ReportTable } from '@sasaeai/domain/funding-indicator/report-table'
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
  return {
    title,
    columns: columns.map(({ heading, kind }) => ({ heading, isText: kind === 'text', fr: shareOf(kind) })),
    rows: rows.map((row) => row.map(printedCell)),
    total: total?.map((cell) => (cell === null ? '' : printedCell(cell))) ?? null,
    isDense: columns.length > 8,
  }
}

/** Text takes what the figures leave. */
function shareOf(kind: ReportColumn['kind']): number {
  return { text: 3, rate: 1.4, yen: 2.2, count: 1.3 }[kind]
}
