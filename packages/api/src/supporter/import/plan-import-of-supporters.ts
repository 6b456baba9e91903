import type { Tx } from '@sasaeai/db/in-transaction'
import type { TableFileFailure } from '@sasaeai/domain/import/table-file-failures'
import type { SupporterImportId } from '@sasaeai/domain/ids'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import { planSupporterImport, type PlannedSupporterLine } from '@sasaeai/domain/supporter/import/plan-supporter-import'
import { guessedKind, readSupporterLine } from '@sasaeai/domain/supporter/import/read-supporter-line'
import { type SupporterColumn, supporterColumnNames, supporterColumns } from '@sasaeai/domain/supporter/import/supporter-import-columns'
import { mostImportLines } from '@sasaeai/domain/supporter/import/supporter-import-input'
import { supporterSearchText } from '@sasaeai/domain/supporter/supporter-search-text'
import type { Deps } from '../../deps.ts'
import { leaveLikelyDuplicates } from './leave-likely-duplicates.ts'
import { readAreasForImport, readWhoMayBeMeant } from './read-register-for-import.ts'

export type ImportPlanFailure = TableFileFailure | 'import_over_20000' | 'import_name_column_missing' | 'import_column_twice'

export interface RegisterFile {
  readonly headings: readonly string[]
  readonly lines: readonly { readonly lineNumber: number; readonly cells: readonly string[] }[]
}

/** The lines of a file below its headings. */
export async function readRegisterFile(bytes: Uint8Array): Promise<Outcome<RegisterFile, TableFileFailure | 'import_over_20000'>> {
  // Loaded with the first file: a start does not wait for it, an idle server does not carry it.
  const { readTableFile } = await import('@sasaeai/documents/read-table-file')
  const file = await readTableFile(bytes)
  if (!file.ok) return { ...file, field: 'file' }
  const [headings, ...lines] = file.lines
  if (headings === undefined || lines.length === 0) return fail('file_empty', { field: 'file' })
  if (lines.length > mostImportLines) return fail('import_over_20000', { field: 'file', about: lines.length.toLocaleString('ja-JP') })
  return succeed({ headings: headings.cells, lines })
}

/** Why columns cannot be understood so, or null. */
export function faultOfColumns(columns: readonly (SupporterColumn | null)[]): ReturnType<typeof fail<ImportPlanFailure>> | null {
  if (!columns.includes('name')) return fail('import_name_column_missing')
  const twice = supporterColumns.find((column) => columns.filter((each) => each === column).length > 1)
  return twice === undefined ? null : fail('import_column_twice', { about: supporterColumnNames[twice] })
}

/** Compares every line with the register as the transaction sees it, and keeps what it would do in place of what was kept before. */
export async function planImportOfSupporters(
  deps: Deps,
  tx: Tx,
  { importId, file, columns }: { importId: SupporterImportId; file: RegisterFile; columns: readonly (SupporterColumn | null)[] },
): Promise<void> {
  const { findAreas, areaName } = await readAreasForImport(tx)
  const read = file.lines.map(({ lineNumber, cells }) => readSupporterLine({ lineNumber, cells: cellsByColumn(columns, cells) }, findAreas))
  const supporters = await readWhoMayBeMeant(tx, {
    numbers: read.flatMap(({ number }) => (number === null ? [] : [number])),
    names: read.map(({ name, patch }) => patch.name ?? name),
  })
  const lines = planSupporterImport(read, { supporters, areaName })
  await tx.supporterImportLine.deleteMany({ where: { importId } })
  for (let from = 0; from < lines.length; from += linesAtOnce) await insertLines(deps, tx, { importId, lines: lines.slice(from, from + linesAtOnce) })
  await leaveLikelyDuplicates(tx, importId, areaName)
}

const linesAtOnce = 2_000

function cellsByColumn(columns: readonly (SupporterColumn | null)[], cells: readonly string[]): Partial<Record<SupporterColumn, string>> {
  const byColumn: Partial<Record<SupporterColumn, string>> = {}
  columns.forEach((column, place) => {
    if (column !== null) byColumn[column] = cells[place] ?? ''
  })
  return byColumn
}

async function insertLines(deps: Deps, tx: Tx, { importId, lines }: { importId: SupporterImportId; lines: readonly PlannedSupporterLine[] }): Promise<void> {
  const rows = lines.map(({ lineNumber, status, choice, name, patch, faults, remarks, supporterId, revision }) => {
    const { kana = '', phone = '', address = '', email = '' } = patch
    return {
      lineNumber, status, choice, name, patch, faults, remarks, supporterId, revision, id: deps.newId(), kind: patch.kind ?? guessedKind(name), areaId: patch.areaId ?? null,
      searchText: supporterSearchText({ number: 0, name, kana, phone, address, email }),
    }
  })
  await tx.$executeRaw`
    INSERT INTO supporter_import_line (import_id, line_number, id, status, choice, name, patch, errors, remarks, kind, area_id, search_text, supporter_id, revision)
    SELECT ${importId}::uuid, "lineNumber", id, status, choice, name, patch, faults, remarks, kind, "areaId", "searchText", "supporterId", revision
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("lineNumber" int, id uuid, status supporter_import_status, choice supporter_import_choice,
      name text, patch jsonb, faults jsonb, remarks jsonb, kind supporter_kind, "areaId" uuid, "searchText" text, "supporterId" uuid, revision int)`
}
