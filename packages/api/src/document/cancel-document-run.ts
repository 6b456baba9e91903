import { inTransaction } from '@sasaeai/db/in-transaction'
import type { DocumentRunId } from '@sasaeai/domain/ids'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../deps.ts'
import { recordAuditEvent } from '../user/record-audit-event.ts'

/** 取りやめ: whoever is making the papers stops at the next piece, and what was made is thrown away. */
export function cancelDocumentRun(
  deps: Deps,
  actor: Actor,
  { runId }: { runId: DocumentRunId },
): Promise<Outcome<{ runId: DocumentRunId }, 'document_run_not_found' | 'document_run_finished'>> {
  return inTransaction(deps.db, async (tx) => {
    const { count } = await tx.documentRun.updateMany({
      where: { id: runId, status: { in: ['waiting', 'running'] } },
      data: { status: 'failed', finishedAt: deps.now(), problems: [{ subject: '', message: `${actor.name}さんが取りやめました。` }] },
    })
    if (count === 0) {
      const run = await tx.documentRun.findUnique({ where: { id: runId }, select: { id: true } })
      return fail(run === null ? 'document_run_not_found' : 'document_run_finished')
    }
    await recordAuditEvent(deps, tx, { actor, action: 'document_run.cancel', subjectKind: 'document_run', subjectId: runId })
    return succeed({ runId })
  }, { isolation: 'ReadCommitted' })
}
