import { inTransaction } from '@sasaeai/db/in-transaction'
import { isForeignKeyViolation, isUniqueViolation } from '@sasaeai/db/refusals'
import { sqlStateOf } from '@sasaeai/db/sql-state'
import type { SaveAreaTypesInput } from '@sasaeai/domain/area/area-details'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../deps.ts'
import { recordAuditEvent } from '../user/record-audit-event.ts'
import { areaOrderState } from './area-table.ts'

/**
 * Writes what the council calls the levels of its tree, from the root down: renamed, added in between, or deleted
 * where no area is of that type. Types that areas stand under keep their order; the database refuses otherwise.
 */
export async function saveAreaTypes(
  deps: Deps,
  actor: Actor,
  { types }: SaveAreaTypesInput,
): Promise<Outcome<{ saved: number }, 'name_taken' | 'area_type_in_use' | 'area_types_order_in_use'>> {
  const rows = types.map(({ areaTypeId, name }, level) => ({ id: areaTypeId ?? deps.newId(), name, level }))
  try {
    return await inTransaction(deps.db, async (tx) => {
      const before = await tx.areaType.findMany({ orderBy: { level: 'asc' } })
      await tx.areaType.deleteMany({ where: { id: { notIn: rows.map((row) => row.id) } } })
      // One statement for all: row by row, the tree would be out of order in between.
      await tx.$executeRaw`
        INSERT INTO area_type (id, name, level)
          SELECT id, name, level FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id uuid, name text, level int)
          ON CONFLICT (id) DO UPDATE SET name = excluded.name, level = excluded.level`
      await recordAuditEvent(deps, tx, {
        actor,
        action: 'area_type.save',
        subjectKind: 'area_type',
        subjectId: 'all',
        before: { names: before.map((type) => type.name) },
        after: { names: rows.map((row) => row.name) },
      })
      return succeed({ saved: rows.length })
    })
  } catch (error) {
    if (sqlStateOf(error) === areaOrderState) return fail('area_types_order_in_use', { field: 'types' })
    if (isUniqueViolation(error)) return fail('name_taken', { field: 'types' })
    if (isForeignKeyViolation(error)) return fail('area_type_in_use', { field: 'types' })
    throw error
  }
}
