import { inTransaction } from '@sasaeai/db/in-transaction'
import { permissionToRead } from '@sasaeai/domain/document/document-kind'
import type { DocumentOrder } from '@sasaeai/domain/document/document-order-input'
import { type DocumentRunId, id } from '@sasaeai/domain/ids'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import { mayDo } from '@sasaeai/domain/user/permission'
import type { Actor, Deps } from '../deps.ts'
import { recordAuditEvent } from '../user/record-audit-event.ts'
import { ringBell } from './work-bell.ts'
import type { PaperMakers } from './paper-maker.ts'

/** Orders papers: they are made in the background, by this server or another one, and kept. */
export async function orderDocument(
  deps: Deps,
  actor: Actor,
  { order, makers }: { order: DocumentOrder; makers: PaperMakers },
): Promise<Outcome<{ runId: DocumentRunId }, 'document_subject_gone' | 'document_not_ready' | 'document_not_allowed'>> {
  if (!mayDo(actor.role, permissionToRead(order.kind))) return fail('document_not_allowed')
  const title = await makers[order.kind].title(deps, order)
  if (!title.ok) return title
  const runId = id<'DocumentRunId'>(deps.newId())
  const { kind, ...input } = order
  await inTransaction(deps.db, async (tx) => {
    await tx.documentRun.create({
      data: { id: runId, kind, title: title.value, input, requestedAt: deps.now(), requestedById: actor.userId },
    })
    await recordAuditEvent(deps, tx, {
      actor,
      action: 'document_run.order',
      subjectKind: 'document_run',
      subjectId: runId,
      after: { kind, title: title.value },
    })
  }, { isolation: 'ReadCommitted' })
  ringBell(deps.db, 'papers')
  return succeed({ runId })
}
