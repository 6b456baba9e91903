import type { BatchRevision } from '@sasaeai/domain/intake/intake-inputs'
import { fail } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../deps.ts'
import { changeBatchStatus, type StatusOutcome } from './change-batch-status.ts'

/**
 * 取下げ: whoever handed a batch in takes it back to the desk while nobody has posted it. The batch's row lock decides
 * between this and an approval at the same moment.
 */
export async function takeBackIntakeBatch(
  deps: Deps,
  actor: Actor,
  input: BatchRevision,
): Promise<StatusOutcome<'batch_not_submitted' | 'batch_of_somebody_else'>> {
  return changeBatchStatus<'batch_not_submitted' | 'batch_of_somebody_else'>(deps, actor, {
    ...input,
    change: {
      action: 'intake.take_back',
      to: 'draft',
      columns: { submittedById: null, submittedAt: null },
      refuse(batch) {
        if (batch.status !== 'submitted') return fail('batch_not_submitted')
        return batch.submittedById === actor.userId ? null : fail('batch_of_somebody_else')
      },
    },
  })
}
