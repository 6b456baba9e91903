import type { BatchRevision } from '@sasaeai/domain/intake/intake-inputs'
import type { Actor, Deps } from '../deps.ts'
import { changeBatchStatus, type StatusOutcome } from './change-batch-status.ts'
import { type DraftRefusal, readPostableDraft } from './read-postable-draft.ts'
import { readIntakeContext } from './read-intake-context.ts'
import { notEditable } from './read-intake-batch.ts'

/** 承認の依頼: hands a finished batch to a second person. It must be one that could be posted as it stands. */
export async function submitIntakeBatch(
  deps: Deps,
  actor: Actor,
  input: BatchRevision,
): Promise<StatusOutcome<DraftRefusal | 'batch_not_editable'>> {
  const context = await readIntakeContext(deps)
  return changeBatchStatus<DraftRefusal | 'batch_not_editable'>(deps, actor, {
    ...input,
    change: {
      action: 'intake.submit',
      to: 'submitted',
      columns: { submittedById: actor.userId, submittedAt: deps.now() },
      async refuse(batch, tx) {
        if (batch.status !== 'draft') return notEditable(batch)
        const readable = await readPostableDraft(tx, batch.draft, context)
        return readable.ok ? null : readable
      },
    },
  })
}
