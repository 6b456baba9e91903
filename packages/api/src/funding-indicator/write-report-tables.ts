import type { CsvCell } from '@sasaeai/documents/write-csv'
import type { ExportFormat } from '@sasaeai/domain/document/export-format'
import type { ReportTable } from '@sasaeai/domain/funding-indicator/report-table'
import { type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import { csvFile } from '../document/csv-file.ts'
import { excelFile, type ExportedFile } from '../document/excel-file.ts'

export interface ReportFile {
  /** Of the file, without its ending. */
  readonly name: string
  /** What the page is called. */
  readonly title: string
  /** Of which time its figures are. */
  readonly words: string
  readonly tables: readonly ReportTable[]
  readonly format: ExportFormat
}

/** The tables of a page as a file. */
export async function writeReportTables(report: ReportFile): Promise<Outcome<ExportedFile, 'not_in_cp932'>> {
  const { name, title, words, tables, format } = report
  if (format !== 'xlsx') return csvFile(name, { columns: [{ heading: title }], rows: linesOf(report) }, format)
  return succeed(await excelFile(name, [
    { name: 'この表について', columns: [{ heading: title }], rows: [[words], ...tables.map((table) => [table.title])] },
    ...tables.map(sheetOf),
  ]))
}

function sheetOf({ title, columns, rows, total }: ReportTable, place: number) {
  return {
    // Excel takes 31 characters, and no two sheets of one name.
    name: `${place + 1} ${title}`.replaceAll(/[:\\/?*[\]]/g, '・').slice(0, 31),
    columns: columns.map(({ heading, kind }) => ({ heading, kind: kind === 'rate' ? 'text' as const : kind })),
    rows,
    total: total ?? undefined,
  }
}

/** Tables differ in their columns: each stands under its title with headings of its own, an empty line before it. */
function linesOf({ words, tables }: ReportFile): CsvCell[][] {
  return [
    [words],
    ...tables.flatMap(({ title: heading, columns, rows: lines, total }) => [
      [], [heading], columns.map((column) => column.heading), ...lines.map((line) => [...line]), ...(total === null ? [] : [[...total]]),
    ]),
  ]
}
