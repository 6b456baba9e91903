import { createHash } from 'node:crypto'
import { inTransaction } from '@sasaeai/db/in-transaction'
import { isForeignKeyViolation } from '@sasaeai/db/refusals'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { AddAttachmentInput } from '@sasaeai/domain/supporter/attachment/attachment-input'
import { attachmentTypeOf, largestAttachmentBytes } from '@sasaeai/domain/supporter/attachment/attachment-type'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'

type AttachmentFailure = 'supporter_not_found' | 'attachment_type_unknown' | 'attachment_too_large'

/** Keeps a file with a supporter. What it is, its content tells; the trail keeps its hash for good. */
export async function addAttachment(
  deps: Deps,
  actor: Actor,
  { supporterId, fileName, file, note }: AddAttachmentInput,
): Promise<Outcome<{ attachmentId: string }, AttachmentFailure>> {
  const bytes = Buffer.from(file, 'base64')
  if (bytes.length > largestAttachmentBytes) return fail('attachment_too_large', { field: 'file' })
  const mediaType = attachmentTypeOf(bytes)
  if (mediaType === null) return fail('attachment_type_unknown', { field: 'file' })
  const attachmentId = deps.newId()
  const sha256 = createHash('sha256').update(bytes).digest()
  try {
    return await inTransaction(deps.db, async (tx) => {
      await tx.supporterAttachment.create({
        data: { id: attachmentId, supporterId, fileName, mediaType, sizeBytes: bytes.length, sha256, bytes, note, addedAt: deps.now(), addedById: actor.userId },
      })
      await recordAuditEvent(deps, tx, {
        actor, action: 'supporter_attachment.add', subjectKind: 'supporter', subjectId: supporterId,
        after: { fileName, sizeBytes: bytes.length, sha256: sha256.toString('hex'), note },
      })
      return succeed({ attachmentId })
    }, { isolation: 'ReadCommitted' })
  } catch (error) {
    if (isForeignKeyViolation(error)) return fail('supporter_not_found')
    throw error
  }
}
