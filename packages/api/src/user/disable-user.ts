import { inTransaction } from '@sasaeai/db/in-transaction'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { UserActInput } from '@sasaeai/domain/user/user-inputs'
import type { Actor, Deps } from '../deps.ts'
import { isLastAdministrator } from './last-administrator.ts'
import { recordAuditEvent } from './record-audit-event.ts'
import { forgetActor } from './resolve-actor.ts'

type Refusal = 'user_not_found' | 'last_administrator' | 'own_account'

/** 利用停止: ends the person's sessions and lets nobody in under their name; what they did stays under it. */
export async function disableUser(deps: Deps, actor: Actor, input: UserActInput): Promise<Outcome<null, Refusal>> {
  const { userId, reason } = input
  if (userId === actor.userId) return fail('own_account')
  const outcome = await inTransaction(deps.db, async (tx): Promise<Outcome<null, Refusal>> => {
    const user = await tx.user.findUnique({ where: { id: userId, isProgram: false }, select: { disabledAt: true } })
    if (user === null) return fail('user_not_found')
    if (user.disabledAt !== null) return succeed(null)
    if (await isLastAdministrator(tx, userId)) return fail('last_administrator')
    await tx.user.update({ where: { id: userId }, data: { disabledAt: deps.now() } })
    await tx.session.deleteMany({ where: { userId } })
    await recordAuditEvent(deps, tx, { actor, action: 'user.disable', subjectKind: 'user', subjectId: userId, reason })
    return succeed(null)
  })
  await forgetActor(userId)
  return outcome
}
