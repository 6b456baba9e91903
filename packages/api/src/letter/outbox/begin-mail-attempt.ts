import { inTransaction } from '@sasaeai/db/in-transaction'
import { retryMailAfterMs } from '@sasaeai/domain/letter/outbox/retry-mail-after'
import type { Deps } from '../../deps.ts'
import type { MailToCarry } from './mail-carrier.ts'

/** An attempt that may be made now, or when the mail's turn comes again; null for never. */
export type BegunAttempt = { readonly mail: MailToCarry; readonly sequence: number } | { readonly mail: null; readonly nextAt: Date | null }

const cutOff = '前回の送信が途中で止まり、届いたかどうか確かめられませんでした。届いているか相手に確かめてから、もう一度送るか取りやめてください。'

/**
 * Writes down that a mail is about to be sent. One that a server was at when it died is sent again under the same
 * Message-ID, after the wait that its attempts call for; one on which that happens again and again is left to a person.
 */
export function beginMailAttempt(deps: Deps, mailId: string): Promise<BegunAttempt> {
  return inTransaction(deps.db, async (tx): Promise<BegunAttempt> => {
    const mail = await tx.outgoingMail.findUniqueOrThrow({ where: { id: mailId } })
    if (mail.state !== 'waiting' && mail.state !== 'sending') return { mail: null, nextAt: null }
    const last = await tx.outgoingMailAttempt.findFirst({ where: { mailId }, orderBy: { sequence: 'desc' } })
    if (mail.state === 'sending' && last !== null) {
      const wait = retryMailAfterMs(mail.attempts)
      if (wait === null) {
        await tx.outgoingMail.update({ where: { id: mailId }, data: { state: 'failed', lastError: cutOff } })
        return { mail: null, nextAt: null }
      }
      const nextAt = new Date(last.begunAt.getTime() + wait)
      if (nextAt > deps.now()) return { mail: null, nextAt }
    }
    const sequence = (last?.sequence ?? 0) + 1
    // Nobody changes it meanwhile: who does needs its turn, which is ours.
    await tx.outgoingMail.update({ where: { id: mailId }, data: { state: 'sending', attempts: { increment: 1 } } })
    await tx.outgoingMailAttempt.create({ data: { mailId, sequence, begunAt: deps.now() } })
    const { name: councilName } = await tx.council.findUniqueOrThrow({ where: { id: 1 }, select: { name: true } })
    const { messageId, toName, toAddress, subject, body } = mail
    const kept = await tx.outgoingMailAttachment.findMany({ where: { mailId }, orderBy: { sequence: 'asc' } })
    const attachments = kept.map(({ fileName, mediaType, bytes }) => ({ fileName, mediaType, bytes: Buffer.from(bytes) }))
    return { mail: { mailId, messageId, toName, toAddress, subject, body, councilName, attachments }, sequence }
  }, { isolation: 'ReadCommitted' })
}
