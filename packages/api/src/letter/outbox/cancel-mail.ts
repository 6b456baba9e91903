import { inTransaction } from '@sasaeai/db/in-transaction'
import type { OutgoingMailId } from '@sasaeai/domain/ids'
import type { CancelMailInput } from '@sasaeai/domain/letter/outbox/outbox-input'
import { succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps, Desk } from '../../deps.ts'
import { recordAuditEvents } from '../../user/record-audit-event.ts'
import { lockFreeTurns, lockMail, type LockMailFailure } from './lock-mail.ts'

/** 取りやめ: a mail that has not gone out never does. */
export function cancelMail(deps: Deps, actor: Actor, { mailId, reason }: CancelMailInput): Promise<Outcome<{ mailId: OutgoingMailId }, LockMailFailure>> {
  return inTransaction(deps.db, async (tx) => {
    const mail = await lockMail(tx, mailId)
    if ('ok' in mail) return mail
    await callOff({ deps, actor, tx }, [mailId], reason)
    return succeed({ mailId })
  }, { isolation: 'ReadCommitted' })
}

/** The same for whatever waits to be sent about something that no longer holds. What a server is at just now goes out. */
export async function cancelMailAbout(desk: Desk, subjectId: string, reason: string): Promise<void> {
  const open = await desk.tx.outgoingMail.findMany({ where: { subjectId, state: { in: ['waiting', 'sending', 'failed'] } }, select: { id: true, state: true } })
  if (open.length === 0) return
  const free = new Set(await lockFreeTurns(desk.tx, open.map((mail) => mail.id)))
  await callOff(desk, open.filter((mail) => mail.state === 'failed' || free.has(mail.id)).map((mail) => mail.id), reason)
}

async function callOff({ deps, actor, tx }: Desk, mailIds: readonly string[], reason: string): Promise<void> {
  const cancelled = await tx.outgoingMail.updateManyAndReturn({
    where: { id: { in: [...mailIds] }, state: { in: ['waiting', 'sending', 'failed'] } },
    data: { state: 'cancelled', cancelledAt: deps.now(), cancelledById: actor.userId, cancelReason: reason },
    select: { id: true, subject: true },
  })
  await tx.outgoingMailTurn.deleteMany({ where: { mailId: { in: cancelled.map((mail) => mail.id) } } })
  await recordAuditEvents(deps, tx, cancelled.map((mail) => (
    { actor, action: 'outgoing_mail.cancel', subjectKind: 'outgoing_mail', subjectId: mail.id, after: { mailSubject: mail.subject }, reason }
  )))
}
