import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import type { ImportFileFailure } from '@sasaeai/documents/read-import-lines'
import type { ApplyAreaImportInput } from '@sasaeai/domain/area/area-import-input'
import type { PlannedArea, PlannedAreaLine } from '@sasaeai/domain/area/plan-area-import'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import { orMissingReference } from '../council/missing-reference.ts'
import type { Actor, Deps } from '../deps.ts'
import { recordAuditEvent } from '../user/record-audit-event.ts'
import { planImportOfAreas } from './plan-import-of-areas.ts'

export interface ImportedAreas {
  readonly added: number
  readonly changed: number
  /** Lines with errors that were left out on purpose. */
  readonly leftOut: number
}

export type AreaImportFailure =
  | ImportFileFailure
  | 'import_has_errors'
  | 'import_preview_outdated'
  | 'import_nothing_to_do'
  | 'reference_gone'
  | 'year_not_open'

/**
 * Takes in what the preview showed, all of it or nothing. Lines with errors keep everything out unless they are left
 * out on purpose; a plan that differs from the one shown is not applied in its place.
 */
export async function applyAreaImport(
  deps: Deps,
  actor: Actor,
  input: ApplyAreaImportInput,
): Promise<Outcome<ImportedAreas, AreaImportFailure>> {
  return orMissingReference(inTransaction(deps.db, (tx) => applyPlan(deps, tx, { actor, input })))
}

async function applyPlan(
  deps: Deps,
  tx: Tx,
  { actor, input }: { actor: Actor; input: ApplyAreaImportInput },
): Promise<Outcome<ImportedAreas, AreaImportFailure>> {
  const plan = await planImportOfAreas(deps, tx, input)
  if (!plan.ok) return plan
  const { lines, fingerprint } = plan.value
  if (fingerprint !== input.fingerprint) return fail('import_preview_outdated')
  const faulty = lines.filter((line) => line.status === 'error')
  if (faulty.length > 0 && !input.leaveOutErrors) return fail('import_has_errors')
  const effective = lines.filter((line) => line.status === 'new' || line.status === 'changed')
  if (effective.length === 0) return fail('import_nothing_to_do')
  await writeAreas(deps, tx, { areas: areasOf(effective), fiscalYear: input.fiscalYear })
  const imported = {
    added: effective.filter((line) => line.status === 'new').length,
    changed: effective.filter((line) => line.status === 'changed').length,
    leftOut: faulty.length,
  }
  await recordAuditEvent(deps, tx, {
    actor,
    action: 'area.import',
    subjectKind: 'area',
    subjectId: fingerprint,
    after: { ...imported, codes: effective.map((line) => line.code) },
  })
  return succeed(imported)
}

function areasOf(lines: readonly PlannedAreaLine[]): PlannedArea[] {
  return lines.flatMap((line) => (line.area === null ? [] : [line.area]))
}

/** Two statements for any number of areas; that parents stand above their children, the database checks at the end. */
async function writeAreas(
  deps: Deps,
  tx: Tx,
  { areas, fiscalYear }: { areas: readonly PlannedArea[]; fiscalYear: FiscalYear },
): Promise<void> {
  const rows = areas.map((area) => ({ ...area, areaId: area.areaId ?? deps.newId() }))
  await tx.$executeRaw`
    WITH incoming AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS r("areaId" uuid, code text, name text, kana text, note text, "areaTypeId" uuid, "parentCode" text)
    ), codes AS (
      SELECT code, id FROM area UNION SELECT code, "areaId" FROM incoming
    )
    INSERT INTO area (id, parent_id, area_type_id, code, name, kana, note)
      SELECT i."areaId", p.id, i."areaTypeId", i.code, i.name, i.kana, i.note
      FROM incoming i LEFT JOIN codes p ON p.code = i."parentCode"
      ON CONFLICT (code) DO UPDATE SET parent_id = excluded.parent_id, area_type_id = excluded.area_type_id,
        name = excluded.name, kana = excluded.kana, note = excluded.note`
  const households = rows.flatMap((area) => area.households.map((count) => ({ areaId: area.areaId, ...count })))
  await tx.$executeRaw`
    INSERT INTO area_household (area_id, fiscal_year, basis, households, as_of)
      SELECT "areaId", ${fiscalYear}::int, basis, households, "asOf"
      FROM jsonb_to_recordset(${JSON.stringify(households)}::jsonb)
        AS r("areaId" uuid, basis household_basis, households int, "asOf" date)
      ON CONFLICT (area_id, fiscal_year, basis) DO UPDATE SET households = excluded.households, as_of = excluded.as_of`
}
