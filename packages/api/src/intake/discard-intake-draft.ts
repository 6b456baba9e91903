import type { BatchRevision } from '@sasaeai/domain/intake/intake-inputs'
import { fail } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../deps.ts'
import { changeBatchStatus, type StatusOutcome } from './change-batch-status.ts'
import { notEditable } from './read-intake-batch.ts'

/** 破棄: puts a draft aside. It stays stored and can be restored, because what was typed is never lost. */
export async function discardIntakeDraft(
  deps: Deps,
  actor: Actor,
  input: BatchRevision,
): Promise<StatusOutcome<'batch_not_editable'>> {
  return changeBatchStatus(deps, actor, {
    ...input,
    change: {
      action: 'intake.discard',
      to: 'discarded',
      refuse: (batch) => (batch.status === 'draft' ? null : notEditable(batch)),
    },
  })
}

/** Takes a discarded draft up again. */
export async function restoreIntakeDraft(
  deps: Deps,
  actor: Actor,
  input: BatchRevision,
): Promise<StatusOutcome<'batch_not_discarded'>> {
  return changeBatchStatus(deps, actor, {
    ...input,
    change: {
      action: 'intake.restore',
      to: 'draft',
      refuse: (batch) => (batch.status === 'discarded' ? null : fail('batch_not_discarded')),
    },
  })
}
