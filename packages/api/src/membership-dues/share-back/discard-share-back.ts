import { inTransaction } from '@sasaeai/db/in-transaction'
import type { SeenShareBackRun } from '@sasaeai/domain/membership-dues/share-back/share-back-input'
import { succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { lockShareBackRun, type RunFailure } from './lock-share-back-run.ts'

/** Throws a calculation away that has not been paid. Its number is given to the next one. */
export async function discardShareBack(deps: Deps, actor: Actor, seen: SeenShareBackRun): Promise<Outcome<null, RunFailure>> {
  return inTransaction(
    deps.db,
    async (tx) => {
      const run = await lockShareBackRun(tx, seen)
      if (!run.ok) return run
      const { runId, ...before } = run.value
      await tx.shareBackRun.delete({ where: { id: runId } })
      await recordAuditEvent(deps, tx, {
        actor, action: 'share_back_run.discard', subjectKind: 'share_back_run', subjectId: runId, before,
      })
      return succeed(null)
    },
    { isolation: 'ReadCommitted' },
  )
}
