import { inTransaction } from '@sasaeai/db/in-transaction'
import { isSameDraft } from '@sasaeai/domain/intake/intake-draft'
import type { SaveIntakeDraftInput } from '@sasaeai/domain/intake/intake-inputs'
import { fail, type Failure, type Success, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../deps.ts'
import { recordAuditEvent } from '../user/record-audit-event.ts'
import { columnsOfDraft } from './intake-batch-columns.ts'
import { type DraftConflict, draftConflict, lockIntakeBatch, notEditable } from './read-intake-batch.ts'
import { readIntakeContext } from './read-intake-context.ts'

export interface SavedDraft {
  readonly revision: number
  /** ISO instant. */
  readonly savedAt: string
}

export type SaveIntakeDraftOutcome =
  | Success<SavedDraft>
  | DraftConflict
  | Failure<'batch_not_found' | 'batch_not_editable'>

/**
 * Keeps a draft as it is typed. A save that starts from an older revision is refused with the newer draft, so that
 * nobody overwrites what they have not seen; one that says what is stored already (a lost answer) succeeds.
 *
 * The audit trail notes each change of hands, not each pause in typing: a draft is no book, and hundreds of events a
 * bundle would bury the others.
 */
export async function saveIntakeDraft(
  deps: Deps,
  actor: Actor,
  { batchId, revision, draft }: SaveIntakeDraftInput,
): Promise<SaveIntakeDraftOutcome> {
  const context = await readIntakeContext(deps)
  return inTransaction<SaveIntakeDraftOutcome>(
    deps.db,
    async (tx) => {
      const batch = await lockIntakeBatch(tx, batchId)
      if (batch === null) return fail('batch_not_found')
      if (isSameDraft(batch.draft, draft)) return succeed({ revision: batch.revision, savedAt: batch.updatedAt })
      if (batch.status !== 'draft') return notEditable(batch)
      if (batch.revision !== revision) return draftConflict(batch)
      const savedAt = deps.now()
      await tx.intakeBatch.update({
        where: { id: batchId },
        data: {
          ...columnsOfDraft(draft, context),
          revision: revision + 1,
          updatedById: actor.userId,
          updatedAt: savedAt,
        },
      })
      if (batch.updatedById !== actor.userId) {
        await recordAuditEvent(deps, tx, {
          actor,
          action: 'intake.continue',
          subjectKind: 'intake_batch',
          subjectId: batchId,
          before: { updatedBy: batch.updatedByName },
          after: { updatedBy: actor.name },
        })
      }
      return succeed({ revision: revision + 1, savedAt: savedAt.toISOString() })
    },
    { isolation: 'ReadCommitted' },
  )
}
