import { inTransaction } from '@sasaeai/db/in-transaction'
import { isForeignKeyViolation } from '@sasaeai/db/refusals'
import type { SupporterId, SupporterImportId } from '@sasaeai/domain/ids'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { SupporterDetails } from '@sasaeai/domain/supporter/supporter-details'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { lockRegistered } from './read-register-for-import.ts'
import { updateRegistered } from './write-registered.ts'

type UndoFailure = 'import_gone' | 'import_not_finished' | 'import_undo_in_use' | 'import_undo_changed'

/**
 * Takes a whole import back: who was registered by it goes, as long as nothing names them, and who was changed is as before, as
 * long as nobody changed them since. Their numbers are not given out again.
 */
export async function undoSupporterImport(
  deps: Deps,
  actor: Actor,
  importId: SupporterImportId,
): Promise<Outcome<{ removed: number; restored: number }, UndoFailure>> {
  try {
    return await inTransaction(deps.db, async (tx) => {
      const [done] = await tx.$queryRaw<{ isDone: boolean; fileName: string }[]>`
        SELECT finished_at IS NOT NULL AND undone_at IS NULL AS "isDone", file_name AS "fileName" FROM supporter_import WHERE id = ${importId}::uuid FOR UPDATE`
      if (done === undefined) return fail('import_gone')
      if (!done.isDone) return fail('import_not_finished')
      const lines = await tx.$queryRaw<{ supporterId: SupporterId; revision: number; before: SupporterDetails | null }[]>`
        SELECT supporter_id AS "supporterId", revision, before FROM supporter_import_line WHERE import_id = ${importId}::uuid AND taken_at IS NOT NULL`
      const revisions = new Map(lines.map(({ supporterId, revision }) => [supporterId, revision]))
      const supporters = await lockRegistered(tx, [...revisions.keys()])
      const changed = supporters.find((each) => each.isMerged || revisions.get(each.supporterId) !== each.revision)
      if (changed !== undefined) return fail('import_undo_changed', { about: String(changed.number) })
      const numbers = new Map(supporters.map(({ supporterId, number }) => [supporterId, number]))
      const former = lines.flatMap(({ supporterId, before }) => {
        const number = numbers.get(supporterId)
        return before === null || number === undefined ? [] : [{ supporterId, number, details: before }]
      })
      await updateRegistered(tx, former)
      const [{ removed } = { removed: 0 }] = await tx.$queryRaw<{ removed: number }[]>`SELECT unregister_imported(${importId}::uuid) AS removed`
      await tx.supporterImport.update({ where: { id: importId }, data: { undoneAt: deps.now(), undoneById: actor.userId }, select: { id: true } })
      await recordAuditEvent(deps, tx, {
        actor, action: 'supporter.undo_import', subjectKind: 'supporter_import', subjectId: importId,
        after: { fileName: done.fileName, removed, restored: former.length },
      })
      return succeed({ removed, restored: former.length })
    }, { isolation: 'ReadCommitted' })
  } catch (error) {
    if (isForeignKeyViolation(error)) return fail('import_undo_in_use')
    throw error
  }
}

/** Throws a file away before anything of it was taken in. */
export function discardSupporterImport(deps: Deps, actor: Actor, importId: SupporterImportId): Promise<Outcome<null, 'import_gone' | 'import_finished'>> {
  return inTransaction(deps.db, async (tx) => {
    const begun = await tx.supporterImport.findUnique({ where: { id: importId }, select: { fileName: true, lines: { where: { takenAt: { not: null } }, take: 1, select: { id: true } } } })
    if (begun === null) return fail('import_gone')
    if (begun.lines.length > 0) return fail('import_finished')
    await tx.supporterImport.delete({ where: { id: importId }, select: { id: true } })
    await recordAuditEvent(deps, tx, { actor, action: 'supporter_import.discard', subjectKind: 'supporter_import', subjectId: importId, before: { fileName: begun.fileName } })
    return succeed(null)
  })
}
