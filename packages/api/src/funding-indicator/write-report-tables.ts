import type { WorkbookSheet } from '@sasaeai/documents/write-workbook'
import type { ExportFormat } from '@sasaeai/domain/document/export-format'
import type { ReportTable } from '@sasaeai/domain/funding-indicator/report-table'
import { succeed } from '@sasaeai/domain/outcome/outcome'
import { csvFile } from '../document/csv-file.ts'
import { excelFile } from '../document/excel-file.ts'
import { type ExportOutcome, tableBlocks } from '../document/table-file.ts'

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

/** The tables of a page as a file, which says of which time its figures are. */
export async function writeReportTables({ name, title, words, tables, format }: ReportFile): Promise<ExportOutcome> {
  const sheets = tables.map(sheetOf)
  if (format !== 'xlsx') return csvFile(name, { columns: [{ heading: title }], rows: [[words], ...tableBlocks(sheets)] }, format)
  return succeed(await excelFile(name, [
    { name: 'この表について', columns: [{ heading: title }], rows: [[words], ...tables.map((table) => [table.title])] },
    ...sheets.map((sheet, place) => ({ ...sheet, name: sheetName(`${place + 1} ${sheet.name}`) })),
  ]))
}

function sheetOf({ title, columns, rows, total }: ReportTable): WorkbookSheet {
  return {
    name: title,
    columns: columns.map(({ heading, kind }) => ({ heading, kind: kind === 'rate' ? 'text' as const : kind })),
    rows,
    total: total ?? undefined,
  }
}

/** Excel takes 31 characters, and no two sheets of one name. */
function sheetName(title: string): string {
  return title.replaceAll(/[:\\/?*[\]]/g, '・').slice(0, 31)
}
