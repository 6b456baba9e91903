import { inTransaction } from '@sasaeai/db/in-transaction'
import type { OutgoingMailId } from '@sasaeai/domain/ids'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { ringBell } from '../../document/work-bell.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { lockMail, type LockMailFailure } from './lock-mail.ts'

/** 再送信: a mail that was given up, or that waits for its next attempt, is tried at once, as it was queued. */
export async function sendMailAgain(
  deps: Deps,
  actor: Actor,
  { mailId }: { mailId: OutgoingMailId },
): Promise<Outcome<{ mailId: OutgoingMailId }, LockMailFailure | 'mail_not_failed'>> {
  const outcome = await inTransaction(deps.db, async (tx) => {
    const mail = await lockMail(tx, mailId)
    if ('ok' in mail) return mail
    if (mail.state === 'waiting' && mail.lastError === '') return fail('mail_not_failed')
    await tx.outgoingMail.update({ where: { id: mailId }, data: { state: 'waiting', attempts: 0 } })
    await tx.outgoingMailTurn.deleteMany({ where: { mailId } })
    await tx.outgoingMailTurn.create({ data: { mailId, dueAt: deps.now() } })
    await recordAuditEvent(deps, tx, { actor, action: 'outgoing_mail.send_again', subjectKind: 'outgoing_mail', subjectId: mailId, after: { mailSubject: mail.subject } })
    return succeed({ mailId })
  }, { isolation: 'ReadCommitted' })
  if (outcome.ok) ringBell(deps.db, 'mail')
  return outcome
}
