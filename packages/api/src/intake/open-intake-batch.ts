import { inTransaction } from '@sasaeai/db/in-transaction'
import type { OpenIntakeBatchInput } from '@sasaeai/domain/intake/intake-inputs'
import { type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../deps.ts'
import { recordAuditEvent } from '../user/record-audit-event.ts'
import { columnsOfDraft } from './intake-batch-columns.ts'
import { readIntakeContext } from './read-intake-context.ts'

/** Opens a batch with what it starts from. Opening the same batch again changes nothing and succeeds. */
export async function openIntakeBatch(
  deps: Deps,
  actor: Actor,
  { batchId, draft }: OpenIntakeBatchInput,
): Promise<Outcome<{ revision: number }, never>> {
  const context = await readIntakeContext(deps)
  return inTransaction(
    deps.db,
    async (tx) => {
      const by = { createdById: actor.userId, createdAt: deps.now(), updatedById: actor.userId, updatedAt: deps.now() }
      const { count } = await tx.intakeBatch.createMany({
        data: [{ id: batchId, ...columnsOfDraft(draft, context), ...by }],
        skipDuplicates: true,
      })
      if (count === 1) {
        await recordAuditEvent(deps, tx, {
          actor,
          action: 'intake.open',
          subjectKind: 'intake_batch',
          subjectId: batchId,
        })
      }
      return succeed({ revision: 1 })
    },
    { isolation: 'ReadCommitted' },
  )
}
