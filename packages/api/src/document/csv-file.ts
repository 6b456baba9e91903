import type { WorkbookSheet } from '@sasaeai/documents/write-workbook'
import type { ExportFormat } from '@sasaeai/domain/document/export-format'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { ExportedFile } from './excel-file.ts'

type CsvSheet = Pick<WorkbookSheet, 'columns' | 'rows'>

/** A sheet as a CSV that a browser saves, without its total. `name` is without its ending. */
export async function csvFile(name: string, { columns, rows }: CsvSheet, format: Exclude<ExportFormat, 'xlsx'>): Promise<Outcome<ExportedFile, 'not_in_cp932'>> {
  // Loaded with the first file: a start does not wait for it, an idle server does not carry it.
  const { writeCsv } = await import('@sasaeai/documents/write-csv')
  const written = writeCsv({ headings: columns.map(({ heading }) => heading), rows, encoding: format === 'csv' ? 'utf-8-bom' : 'cp932' })
  if (!written.ok) return fail(written.code, written.about === undefined ? {} : { about: written.about })
  return succeed({ fileName: `${name}.csv`, mediaType: 'text/csv', content: Buffer.from(written.bytes).toString('base64') })
}
