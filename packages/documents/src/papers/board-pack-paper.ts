import type { BoardPack, PackBlock } from '@sasaeai/domain/funding-indicator/board-pack/board-pack'
import { printedCell, type ReportColumn, type ReportTable } from '@sasaeai/domain/funding-indicator/report-table'
import { setPaper } from '../set-paper.ts'
import { pairedBarsChart, stackedColumnsChart } from './bar-charts.ts'
import { headData, type PaperHead } from './paper-head.ts'

export interface BoardPackPaper extends PaperHead, BoardPack {}

/** 理事会資料 on as many A4 pages as it needs, as a PDF; charts are drawn as SVG, each with its table. @throws PaperNotSet */
export function setBoardPack(paper: BoardPackPaper): Promise<Uint8Array> {
  return setPaper('board-pack', boardPackData(paper))
}

/** As papers/board-pack.typ reads it. */
export function boardPackData({ heading, period, moment, parts, definitions, ...head }: BoardPackPaper): object {
  return {
    ...headData(head), heading, period, moment, definitions,
    parts: parts.map(({ title, comment, blocks }) => ({ title, comment, blocks: blocks.map(blockData) })),
  }
}

function blockData(block: PackBlock): object {
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
