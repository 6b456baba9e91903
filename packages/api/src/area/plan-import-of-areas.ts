import { createHash } from 'node:crypto'
import type { Tx } from '@sasaeai/db/in-transaction'
import { fromDateColumn } from '@sasaeai/db/local-date-column'
import { areaImportColumns } from '@sasaeai/domain/area/area-import-columns'
import type { AreaImportInput } from '@sasaeai/domain/area/area-import-input'
import { readAreaLine, type TypedAreaLine } from '@sasaeai/domain/area/area-import-line'
import { planAreaImport, type AreaTree, type PlannedAreaLine } from '@sasaeai/domain/area/plan-area-import'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { id } from '@sasaeai/domain/ids'
import type { TableFileFailure } from '@sasaeai/domain/import/table-file-failures'
import { fail, succeed, type Failure, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Deps } from '../deps.ts'

export type AreaFileFailure = TableFileFailure | 'import_too_long' | 'import_columns_missing'

export interface AreaImportPlan {
  readonly lines: readonly PlannedAreaLine[]
  /** Columns that the import does not know and therefore leaves out. */
  readonly ignoredHeadings: readonly string[]
  /** Stands for exactly this plan; another file, or a tree that changed meanwhile, has another one. */
  readonly fingerprint: string
}

const mostLines = 5_000

/** Reads the file and compares it with the tree as the transaction sees it. Changes nothing. */
export async function planImportOfAreas(
  deps: Deps,
  tx: Tx,
  input: AreaImportInput,
): Promise<Outcome<AreaImportPlan, AreaFileFailure>> {
  const typed = await typedLinesOf(Buffer.from(input.file, 'base64'))
  if (!typed.ok) return typed
  const { lines: typedLines, ignored } = typed.value
  const defaults = { today: localDateInTokyo(deps.now()), basis: input.basis, asOf: input.asOf }
  const lines = planAreaImport(
    typedLines.map((line) => readAreaLine(line, defaults)),
    await readAreaTree(tx, input.fiscalYear),
  )
  const fingerprint = createHash('sha256').update(JSON.stringify({ lines, fiscalYear: input.fiscalYear })).digest('hex')
  return succeed({ lines, ignoredHeadings: ignored, fingerprint })
}

async function typedLinesOf(
  bytes: Uint8Array,
): Promise<{ ok: true; value: { lines: TypedAreaLine[]; ignored: readonly string[] } } | Failure<AreaFileFailure>> {
  // Loaded with the first file: a start does not wait for it, an idle server does not carry it.
  const { readTableFile } = await import('@sasaeai/documents/read-table-file')
  const file = await readTableFile(bytes)
  if (!file.ok) return { ...file, field: 'file' }
  const [headings, ...lines] = file.lines
  if (headings === undefined || lines.length === 0) return fail('file_empty', { field: 'file' })
  if (lines.length > mostLines) return fail('import_too_long', { field: 'file', about: String(lines.length) })
  const { positions, ignored, missing } = areaImportColumns(headings.cells)
  if (missing.length > 0) return fail('import_columns_missing', { field: 'file', about: missing.join('」「') })
  return succeed({
    ignored,
    lines: lines.map(({ lineNumber, cells }) => ({
      lineNumber,
      cells: Object.fromEntries([...positions].map(([column, position]) => [column, cells[position] ?? ''])),
    })),
  })
}

async function readAreaTree(tx: Tx, fiscalYear: FiscalYear): Promise<AreaTree> {
  const [areas, types, households] = await Promise.all([
    tx.area.findMany(),
    tx.areaType.findMany(),
    tx.areaHousehold.findMany({ where: { fiscalYear } }),
  ])
  return {
    areas: areas.map(({ code, name, kana, note, ...area }) => ({
      areaId: id(area.id),
      parentId: area.parentId === null ? null : id(area.parentId),
      areaTypeId: id(area.areaTypeId),
      code,
      name,
      kana,
      note,
    })),
    types: types.map(({ name, level, ...type }) => ({ areaTypeId: id(type.id), name, level })),
    households: households.map(({ basis, households: count, ...row }) => ({
      areaId: id(row.areaId),
      basis,
      households: count,
      asOf: fromDateColumn(row.asOf),
    })),
  }
}
