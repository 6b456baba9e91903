import { createHash } from 'node:crypto'
import type { OutgoingMailId, SupporterId } from '@sasaeai/domain/ids'
import { id } from '@sasaeai/domain/ids'
import { isMailAddress, messageIdOf } from '@sasaeai/domain/letter/outbox/mail-address'
import type { MailKind } from '@sasaeai/domain/letter/outbox/mail-kind'
import { headerLine } from '@sasaeai/domain/text/header-line'
import { normalizeForSearch } from '@sasaeai/domain/text/search-text'
import type { Desk } from '../../deps.ts'

/** A mail as a command wants it sent. */
export interface WantedMail {
  /** The click that wanted it, made by the page; with the subject it tells this mail from all others. */
  readonly orderId: string
  /** What it is about: the id of the receipt. */
  readonly subjectId: string
  readonly kind: MailKind
  readonly supporterId: SupporterId | null
  readonly toName: string
  readonly toAddress: string
  readonly subject: string
  readonly body: string
  readonly attachments: readonly MailAttachment[]
}

export interface MailAttachment {
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/**
 * Puts a mail into the outbox, inside the transaction of the command that wants it: both happen, or neither. Null when the
 * same click has queued it already. Once this is committed, `ringBell(deps.db, 'mail')` wakes the sender of this server.
 * @throws RangeError when the address is none: whoever calls has looked at it.
 */
export async function queueMail({ deps, actor, tx }: Desk, wanted: WantedMail): Promise<OutgoingMailId | null> {
  if (!isMailAddress(wanted.toAddress)) throw new RangeError('not an address that mail can be sent to')
  const mailId = deps.newId()
  const { email } = await tx.council.findUniqueOrThrow({ where: { id: 1 }, select: { email: true } })
  const { orderId, subjectId, kind, supporterId, toAddress, body, attachments } = wanted
  const toName = headerLine(wanted.toName)
  const subject = headerLine(wanted.subject)
  const { count } = await tx.outgoingMail.createMany({
    data: [{
      id: mailId, orderId, subjectId, kind, supporterId, toName, toAddress, subject, body, messageId: messageIdOf(mailId, email),
      queuedAt: deps.now(), queuedById: actor.userId, searchText: normalizeForSearch(`${toName} ${toAddress} ${subject}`),
    }],
    skipDuplicates: true,
  })
  if (count === 0) return null
  await tx.outgoingMailAttachment.createMany({
    data: attachments.map(({ fileName, mediaType, bytes }, index) => ({
      mailId, sequence: index + 1, fileName: headerLine(fileName).replaceAll(/[/\\]/g, '_'), mediaType,
      sha256: createHash('sha256').update(bytes).digest(), bytes: Buffer.from(bytes),
    })),
  })
  await tx.outgoingMailTurn.create({ data: { mailId, dueAt: deps.now() } })
  return id(mailId)
}
