import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { mailKinds } from '@sasaeai/domain/letter/outbox/mail-kind'
import { retryMailAfterMs } from '@sasaeai/domain/letter/outbox/retry-mail-after'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import type { CarriedMail } from './mail-carrier.ts'
import type { MailFollowers } from './mail-followers.ts'

interface CarriedAttempt extends CarriedMail {
  readonly mailId: string
  readonly sequence: number
}

/** Writes down how an attempt went, and answers when the mail's turn comes again: null for never. */
export function noteCarriedMail(deps: Deps, followers: MailFollowers | null, { mailId, sequence, outcome, words }: CarriedAttempt): Promise<Date | null> {
  return inTransaction(deps.db, async (tx) => {
    const now = deps.now()
    await tx.outgoingMailAttempt.update({ where: { mailId_sequence: { mailId, sequence } }, data: { endedAt: now, outcome, words } })
    if (outcome === 'accepted') {
      await noteSent(deps, tx, { mailId, followers })
      return null
    }
    const { attempts } = await tx.outgoingMail.findUniqueOrThrow({ where: { id: mailId }, select: { attempts: true } })
    const wait = outcome === 'deferred' ? retryMailAfterMs(attempts) : null
    await tx.outgoingMail.update({ where: { id: mailId }, data: { state: wait === null ? 'failed' : 'waiting', lastError: words } })
    return wait === null ? null : new Date(now.getTime() + wait)
  }, { isolation: 'ReadCommitted' })
}

interface Sending {
  readonly mailId: string
  readonly followers: MailFollowers | null
  /** Who sent it outside of the program. */
  readonly byHandById?: string
}

/** 送信済み, and whatever else the kind of the mail calls for. */
export async function noteSent(deps: Deps, tx: Tx, { mailId, followers, byHandById }: Sending): Promise<void> {
  const mail = await tx.outgoingMail.update({
    where: { id: mailId },
    data: { state: 'sent', sentAt: deps.now(), lastError: '', ...(byHandById === undefined ? {} : { sentByHandById: byHandById }) },
    select: { kind: true, subjectId: true, queuedById: true },
  })
  await followers?.[z.enum(mailKinds).parse(mail.kind)](deps, tx, { subjectId: mail.subjectId, sentById: byHandById ?? mail.queuedById })
}
