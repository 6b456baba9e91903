import type { WorkbookColumn } from '@sasaeai/documents/write-workbook'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { ExportFormat } from '@sasaeai/domain/document/export-format'
import { type ExportOutcome, tableFile } from './table-file.ts'

interface GroundLine {
  readonly code: string
  readonly name: string
  readonly closedOn: LocalDate | null
}

interface GroundColumn<Line> extends WorkbookColumn {
  readonly cell: (line: Line) => string | number | null
}

interface GroundList<Line extends GroundLine> {
  /** Of the file and its sheet: 「募金方法」. */
  readonly name: string
  readonly lines: readonly Line[]
  /** What this list says of each line besides what they all do. */
  readonly columns: readonly GroundColumn<Line>[]
}

/** A list of ground data as a file: コード and 名称, the columns of its own, and the day since which a line is out of use. */
export function groundFile<Line extends GroundLine>({ name, lines, columns }: GroundList<Line>, format: ExportFormat): Promise<ExportOutcome> {
  return tableFile(name, [{
    name,
    columns: [{ heading: 'コード' }, { heading: '名称' }, ...columns, { heading: '使用終了日', kind: 'date' }],
    rows: lines.map((line) => [line.code, line.name, ...columns.map(({ cell }) => cell(line)), line.closedOn]),
  }], format)
}
