import type { CsvCell } from '@sasaeai/documents/write-csv'
import type { ReportFormat } from '@sasaeai/domain/funding-indicator/report-format'
import type { ReportTable } from '@sasaeai/domain/funding-indicator/report-table'
import { type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import { excelFile, type ExportedFile } from '../document/excel-file.ts'

export interface ReportFile {
  /** Of the file, without its ending. */
  readonly name: string
  /** What the page is called. */
  readonly title: string
  /** Of which time its figures are. */
  readonly words: string
  readonly tables: readonly ReportTable[]
  readonly format: ReportFormat
}

/** The tables of a page as a file. */
export async function writeReportTables(report: ReportFile): Promise<Outcome<ExportedFile, 'not_in_cp932'>> {
  const { name, title, words, tables, format } = report
  if (format !== 'xlsx') return csvFile(report)
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
async function csvFile({ name, title, words, tables, format }: ReportFile): Promise<Outcome<ExportedFile, 'not_in_cp932'>> {
  const { writeCsv } = await import('@sasaeai/documents/write-csv')
  const rows: CsvCell[][] = [
    [words],
    ...tables.flatMap(({ title: heading, columns, rows: lines, total }) => [
      [], [heading], columns.map((column) => column.heading), ...lines.map((line) => [...line]), ...(total === null ? [] : [[...total]]),
    ]),
  ]
  const written = writeCsv({ headings: [title], rows, encoding: format === 'csv_cp932' ? 'cp932' : 'utf-8-bom' })
  if (!written.ok) return written
  return succeed({ fileName: `${name}.csv`, mediaType: 'text/csv', content: Buffer.from(written.bytes).toString('base64') })
}
