import { inTransaction } from '@sasaeai/db/in-transaction'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { ChangeUserRoleInput } from '@sasaeai/domain/user/user-inputs'
import type { Actor, Deps } from '../deps.ts'
import { isLastAdministrator } from './last-administrator.ts'
import { recordAuditEvent } from './record-audit-event.ts'
import { forgetActor } from './resolve-actor.ts'

type Refusal = 'user_not_found' | 'last_administrator'

/** 役割の変更: takes effect with the person's next request, within seconds on other servers. */
export async function changeUserRole(deps: Deps, actor: Actor, input: ChangeUserRoleInput): Promise<Outcome<null, Refusal>> {
  const { userId, role } = input
  const outcome = await inTransaction(deps.db, async (tx): Promise<Outcome<null, Refusal>> => {
    const user = await tx.user.findUnique({ where: { id: userId, isProgram: false }, select: { role: true } })
    if (user === null) return fail('user_not_found')
    if (user.role === role) return succeed(null)
    if (role !== 'administrator' && (await isLastAdministrator(tx, userId))) return fail('last_administrator', { field: 'role' })
    await tx.user.update({ where: { id: userId }, data: { role } })
    await recordAuditEvent(deps, tx, {
      actor, action: 'user.change_role', subjectKind: 'user', subjectId: userId, before: { role: user.role }, after: { role },
    })
    return succeed(null)
  })
  await forgetActor(userId)
  return outcome
}
