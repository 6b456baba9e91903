import { inTransaction } from '@sasaeai/db/in-transaction'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { UserActInput } from '@sasaeai/domain/user/user-inputs'
import type { Actor, Deps } from '../deps.ts'
import { recordAuditEvent } from './record-audit-event.ts'

/** 利用再開: lets a disabled person sign in again, with the role and password they had. */
export function enableUser(deps: Deps, actor: Actor, input: UserActInput): Promise<Outcome<null, 'user_not_found'>> {
  const { userId, reason } = input
  return inTransaction(deps.db, async (tx) => {
    const user = await tx.user.findUnique({ where: { id: userId, isProgram: false }, select: { disabledAt: true } })
    if (user === null) return fail('user_not_found')
    if (user.disabledAt === null) return succeed(null)
    await tx.user.update({ where: { id: userId }, data: { disabledAt: null } })
    await recordAuditEvent(deps, tx, { actor, action: 'user.enable', subjectKind: 'user', subjectId: userId, reason })
    return succeed(null)
  })
}
