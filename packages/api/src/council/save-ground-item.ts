import { inTransaction } from '@sasaeai/db/in-transaction'
import { isUniqueViolation } from '@sasaeai/db/refusals'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../deps.ts'
import { changedFields } from '../user/changed-fields.ts'
import { recordAuditEvent } from '../user/record-audit-event.ts'
import type { GroundDetails, SavedTable } from './ground-table.ts'
import { missingReferenceOf } from './missing-reference.ts'

export interface SaveGroundItemInput<Details extends GroundDetails, Problem extends string> {
  readonly table: SavedTable<Details, Problem>
  /** Null for a new row. */
  readonly id: string | null
  /** What the form was opened on; null for a new row. */
  readonly revision: number | null
  readonly details: Details
}

/**
 * Adds a row of ground data, or changes one that nobody else has changed since the form was opened. The database
 * decides whether its code is free.
 */
export async function saveGroundItem<Details extends GroundDetails, Problem extends string = never>(
  deps: Deps,
  actor: Actor,
  { table, id, revision, details }: SaveGroundItemInput<Details, Problem>,
): Promise<Outcome<{ id: string }, 'code_taken' | 'row_gone' | 'changed_meanwhile' | 'reference_gone' | 'year_not_open' | Problem>> {
  const rowId = id ?? deps.newId()
  try {
    return await inTransaction(deps.db, async (tx) => {
      const row = id === null ? null : await table.read(tx, id)
      if (id !== null && row === null) return fail('row_gone')
      if (row !== null && row.revision !== revision) return fail('changed_meanwhile')
      const before = row?.details ?? null
      const problem = await table.problemOfSaving?.(tx, { id: rowId, before, after: details })
      if (problem) return problem
      await (before === null ? table.insert(tx, rowId, details) : table.update(tx, rowId, details))
      await recordAuditEvent(deps, tx, {
        actor,
        action: `${table.subjectKind}.${before === null ? 'create' : 'update'}`,
        subjectKind: table.subjectKind,
        subjectId: rowId,
        ...(before === null ? { after: details } : changedFields(before, details)),
      })
      return succeed({ id: rowId })
    })
  } catch (error) {
    const refusal = table.refusalOf?.(error)
    if (refusal) return refusal
    if (isUniqueViolation(error)) return fail('code_taken', { field: 'code', ...(details.code === undefined ? {} : { about: details.code }) })
    const missing = missingReferenceOf(error)
    if (missing === null) throw error
    return missing
  }
}
