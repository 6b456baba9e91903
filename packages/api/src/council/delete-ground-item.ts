import { inTransaction } from '@sasaeai/db/in-transaction'
import { isForeignKeyViolation } from '@sasaeai/db/refusals'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../deps.ts'
import { recordAuditEvent } from '../user/record-audit-event.ts'
import type { GroundDetails, SavedTable } from './ground-table.ts'

/** Deletes a row that nothing has ever referred to. Whether that is so, the foreign keys decide. */
export async function deleteGroundItem<Details extends GroundDetails, Problem extends string = never>(
  deps: Deps,
  actor: Actor,
  { table, id }: { readonly table: SavedTable<Details, Problem>; readonly id: string },
): Promise<Outcome<{ id: string }, 'in_use' | 'row_gone'>> {
  try {
    return await inTransaction(deps.db, async (tx) => {
      const row = await table.read(tx, id)
      if (row === null) return fail('row_gone')
      await table.remove(tx, id)
      await recordAuditEvent(deps, tx, {
        actor,
        action: `${table.subjectKind}.delete`,
        subjectKind: table.subjectKind,
        subjectId: id,
        before: row.details,
      })
      return succeed({ id })
    })
  } catch (error) {
    if (isForeignKeyViolation(error)) return fail('in_use')
    throw error
  }
}
