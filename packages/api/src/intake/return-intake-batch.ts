import type { ReturnIntakeBatchInput } from '@sasaeai/domain/intake/intake-inputs'
import { fail } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../deps.ts'
import { changeBatchStatus, type StatusOutcome } from './change-batch-status.ts'

/** 差戻し: gives a submitted batch back to the desk, with the reason in the audit trail and on the batch's page. */
export async function returnIntakeBatch(
  deps: Deps,
  actor: Actor,
  { reason, ...input }: ReturnIntakeBatchInput,
): Promise<StatusOutcome<'batch_not_submitted'>> {
  return changeBatchStatus(deps, actor, {
    ...input,
    change: {
      action: 'intake.return',
      to: 'draft',
      reason,
      columns: { submittedById: null, submittedAt: null },
      refuse: (batch) => (batch.status === 'submitted' ? null : fail('batch_not_submitted')),
    },
  })
}
