import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import type { BatchRevision } from '@sasaeai/domain/intake/intake-inputs'
import type { IntakeStatus } from '@sasaeai/domain/intake/intake-status'
import { fail, type Failure, type Success, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../deps.ts'
import { recordAuditEvent } from '../user/record-audit-event.ts'
import { type DraftConflict, draftConflict, type IntakeBatchState, lockIntakeBatch } from './read-intake-batch.ts'

/** One step in the life of a batch, short of posting it. */
export interface StatusChange<Code extends string> {
  readonly action: string
  readonly to: IntakeStatus
  readonly reason?: string
  /** Further columns that the step sets. */
  readonly columns?: { readonly submittedById: string | null; readonly submittedAt: Date | null }
  /** Why the step cannot be taken from the present state, or null when it can. */
  readonly refuse: (batch: IntakeBatchState, tx: Tx) => Promise<Failure<Code> | null> | Failure<Code> | null
}

export type StatusOutcome<Code extends string> =
  | Success<{ readonly revision: number }>
  | DraftConflict
  | Failure<Code | 'batch_not_found'>

/** Takes a batch from one status to another, once: a repeated request finds it there already and succeeds. */
export async function changeBatchStatus<Code extends string>(
  deps: Deps,
  actor: Actor,
  { batchId, revision, change }: BatchRevision & { change: StatusChange<Code> },
): Promise<StatusOutcome<Code>> {
  return inTransaction<StatusOutcome<Code>>(
    deps.db,
    async (tx) => {
      const batch = await lockIntakeBatch(tx, batchId)
      if (batch === null) return fail('batch_not_found')
      if (batch.status === change.to && batch.revision === revision + 1) return succeed({ revision: batch.revision })
      if (batch.revision !== revision) return draftConflict(batch)
      const refusal = await change.refuse(batch, tx)
      if (refusal !== null) return refusal
      await tx.intakeBatch.update({
        where: { id: batchId },
        data: {
          status: change.to,
          revision: revision + 1,
          updatedById: actor.userId,
          updatedAt: deps.now(),
          ...change.columns,
        },
      })
      await recordAuditEvent(deps, tx, {
        actor,
        action: change.action,
        subjectKind: 'intake_batch',
        subjectId: batchId,
        before: { status: batch.status },
        after: { status: change.to },
        ...(change.reason === undefined ? {} : { reason: change.reason }),
      })
      return succeed({ revision: revision + 1 })
    },
    { isolation: 'ReadCommitted' },
  )
}
