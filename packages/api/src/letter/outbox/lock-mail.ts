import type { Tx } from '@sasaeai/db/in-transaction'
import type { OutgoingMailId } from '@sasaeai/domain/ids'
import { fail, type Failure } from '@sasaeai/domain/outcome/outcome'

/** A mail that a person is about to change. */
export interface LockedMail {
  readonly state: 'waiting' | 'sending' | 'failed'
  readonly subject: string
  readonly lastError: string
}

export type LockMailFailure = 'mail_not_found' | 'mail_being_sent' | 'mail_already_sent' | 'mail_cancelled'

/**
 * Locks a mail, or tells why it cannot be changed. One whose turn a server holds is left alone rather than waited for: soon
 * it is known how that went. The turn comes before the mail, as with the sender, so that the two never wait for each other.
 */
export async function lockMail(tx: Tx, mailId: OutgoingMailId): Promise<LockedMail | Failure<LockMailFailure>> {
  const turns = await lockFreeTurns(tx, [mailId])
  const mail = await tx.outgoingMail.findUnique({ where: { id: mailId }, select: { state: true, subject: true, lastError: true } })
  if (mail === null) return fail('mail_not_found')
  const { state, subject, lastError } = mail
  if (state === 'sent') return fail('mail_already_sent')
  if (state === 'cancelled') return fail('mail_cancelled')
  if (state !== 'failed' && turns.length === 0) return fail('mail_being_sent')
  return { state, subject, lastError }
}

/** Takes the turns of those mails that no server is at, and answers which these are. */
export async function lockFreeTurns(tx: Tx, mailIds: readonly string[]): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ mail_id: string }[]>`SELECT mail_id FROM outgoing_mail_turn WHERE mail_id = ANY(${[...mailIds]}::uuid[]) ORDER BY mail_id FOR UPDATE SKIP LOCKED`
  return rows.map((row) => row.mail_id)
}
