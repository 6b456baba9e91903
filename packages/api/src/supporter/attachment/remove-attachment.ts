import { inTransaction } from '@sasaeai/db/in-transaction'
import type { SupporterAttachmentId } from '@sasaeai/domain/ids'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'

/** Takes a file out for good; that it was there, and its hash, stay in the trail. */
export function removeAttachment(deps: Deps, actor: Actor, attachmentId: SupporterAttachmentId): Promise<Outcome<null, 'row_gone'>> {
  return inTransaction(deps.db, async (tx) => {
    const attachment = await tx.supporterAttachment.findUnique({ where: { id: attachmentId }, omit: { bytes: true } })
    if (attachment === null) return fail('row_gone')
    await tx.supporterAttachment.delete({ where: { id: attachmentId }, select: { id: true } })
    const { supporterId, fileName, sizeBytes, sha256 } = attachment
    await recordAuditEvent(deps, tx, {
      actor, action: 'supporter_attachment.delete', subjectKind: 'supporter', subjectId: supporterId,
      before: { fileName, sizeBytes, sha256: Buffer.from(sha256).toString('hex') },
    })
    return succeed(null)
  })
}
