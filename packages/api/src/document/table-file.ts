import type { CsvCell } from '@sasaeai/documents/write-csv'
import type { WorkbookSheet } from '@sasaeai/documents/write-workbook'
import type { ExportFormat } from '@sasaeai/domain/document/export-format'
import type { FailureCode } from '@sasaeai/domain/outcome/failure-message'
import { type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import { csvFile } from './csv-file.ts'
import { excelFile, type ExportedFile } from './excel-file.ts'

/** A file, or why there is none: Shift_JIS has not every character. */
export type ExportOutcome<Code extends FailureCode = never> = Outcome<ExportedFile, Code | 'not_in_cp932'>

/**
 * Tables as a file of the kind that is asked for. `name` is without its ending. A CSV of one table is its headings and
 * rows alone, as other programs read it; several tables stand below each other under the name of the file.
 */
export async function tableFile(name: string, sheets: readonly WorkbookSheet[], format: ExportFormat): Promise<ExportOutcome> {
  if (format === 'xlsx') return succeed(await excelFile(name, sheets))
  const [only, ...others] = sheets
  if (only !== undefined && others.length === 0) return csvFile(name, only, format)
  return csvFile(name, { columns: [{ heading: name.replaceAll('_', '　') }], rows: tableBlocks(sheets) }, format)
}

/** Tables differ in their columns: each stands under its name with headings and sums of its own, an empty line before it. */
export function tableBlocks(sheets: readonly WorkbookSheet[]): CsvCell[][] {
  return sheets.flatMap(({ name, columns, rows, total }) => [
    [], [name], columns.map(({ heading }) => heading), ...rows.map((row) => [...row]), ...(total === undefined ? [] : [[...total]]),
  ])
}
