import { inTransaction } from '@sasaeai/db/in-transaction'
import type { OutgoingMailId } from '@sasaeai/domain/ids'
import { succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { lockMail, type LockMailFailure } from './lock-mail.ts'
import type { MailFollowers } from './mail-followers.ts'
import { noteSent } from './note-carried-mail.ts'

/** 手で送った: somebody sent it from a mail program of their own; the server sends it no more. */
export function markMailSent(
  deps: Deps,
  actor: Actor,
  { mailId, followers }: { mailId: OutgoingMailId; followers: MailFollowers },
): Promise<Outcome<{ mailId: OutgoingMailId }, LockMailFailure>> {
  return inTransaction(deps.db, async (tx) => {
    const mail = await lockMail(tx, mailId)
    if ('ok' in mail) return mail
    await noteSent(deps, tx, { mailId, followers, byHandById: actor.userId })
    await tx.outgoingMailTurn.deleteMany({ where: { mailId } })
    await recordAuditEvent(deps, tx, { actor, action: 'outgoing_mail.mark_sent', subjectKind: 'outgoing_mail', subjectId: mailId, after: { mailSubject: mail.subject } })
    return succeed({ mailId })
  }, { isolation: 'ReadCommitted' })
}
