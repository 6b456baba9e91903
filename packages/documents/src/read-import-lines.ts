import type { TableFileFailure } from '@sasaeai/domain/import/table-file-failures'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import { readTableFile } from './read-table-file.ts'

export type ImportFileFailure = TableFileFailure | 'import_too_long' | 'import_columns_missing'

/** What the headings of a file mean to the import of one term. */
export interface ImportColumns<Column extends string> {
  /** Where each known column stands in the file. */
  readonly positions: ReadonlyMap<Column, number>
  /** Headings that mean nothing to the import. */
  readonly ignored: readonly string[]
  /** Headings that have to be there and are not, in the staff's words. */
  readonly missing: readonly string[]
}

/** The lines of a file as they were typed: of each only the columns that the file has. */
export interface ImportLines<Column extends string> {
  readonly lines: readonly { readonly lineNumber: number; readonly cells: Partial<Readonly<Record<Column, string>>> }[]
  readonly ignored: readonly string[]
}

const mostLines = 5_000

/** Reads a file with headings in its first line, whose meaning its term knows. At most 5,000 lines. */
export async function readImportLines<Column extends string>(
  bytes: Uint8Array,
  columnsOf: (headings: readonly string[]) => ImportColumns<Column>,
): Promise<Outcome<ImportLines<Column>, ImportFileFailure>> {
  const file = await readTableFile(bytes)
  if (!file.ok) return { ...file, field: 'file' }
  const [headings, ...lines] = file.lines
  if (headings === undefined || lines.length === 0) return fail('file_empty', { field: 'file' })
  if (lines.length > mostLines) return fail('import_too_long', { field: 'file', about: String(lines.length) })
  const { positions, ignored, missing } = columnsOf(headings.cells)
  if (missing.length > 0) return fail('import_columns_missing', { field: 'file', about: missing.join('」「') })
  return succeed({ ignored, lines: lines.map(({ lineNumber, cells }) => ({ lineNumber, cells: cellsByColumn(positions, cells) })) })
}

function cellsByColumn<Column extends string>(positions: ReadonlyMap<Column, number>, cells: readonly string[]): Partial<Record<Column, string>> {
  const byColumn: { [Each in Column]?: string } = {}
  for (const [column, position] of positions) byColumn[column] = cells[position] ?? ''
  return byColumn
}
