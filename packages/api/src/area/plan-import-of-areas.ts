import { createHash } from 'node:crypto'
import type { ImportFileFailure } from '@sasaeai/documents/read-import-lines'
import type { Tx } from '@sasaeai/db/in-transaction'
import { fromDateColumn } from '@sasaeai/db/local-date-column'
import { areaImportColumns } from '@sasaeai/domain/area/area-import-columns'
import type { AreaImportInput } from '@sasaeai/domain/area/area-import-input'
import { readAreaLine } from '@sasaeai/domain/area/area-import-line'
import { planAreaImport, type AreaTree, type PlannedAreaLine } from '@sasaeai/domain/area/plan-area-import'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { id } from '@sasaeai/domain/ids'
import { succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Deps } from '../deps.ts'

export interface AreaImportPlan {
  readonly lines: readonly PlannedAreaLine[]
  /** Columns that the import does not know and therefore leaves out. */
  readonly ignoredHeadings: readonly string[]
  /** Stands for exactly this plan; another file, or a tree that changed meanwhile, has another one. */
  readonly fingerprint: string
}

/** Reads the file and compares it with the tree as the transaction sees it. Changes nothing. */
export async function planImportOfAreas(
  deps: Deps,
  tx: Tx,
  input: AreaImportInput,
): Promise<Outcome<AreaImportPlan, ImportFileFailure>> {
  // Loaded with the first file: a start does not wait for it, an idle server does not carry it.
  const { readImportLines } = await import('@sasaeai/documents/read-import-lines')
  const typed = await readImportLines(Buffer.from(input.file, 'base64'), areaImportColumns)
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
