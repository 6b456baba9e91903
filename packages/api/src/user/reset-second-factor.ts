import { inTransaction } from '@sasaeai/db/in-transaction'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { UserActInput } from '@sasaeai/domain/user/user-inputs'
import type { Actor, Deps } from '../deps.ts'
import { recordAuditEvent } from './record-audit-event.ts'
import { forgetActor } from './resolve-actor.ts'

type Refusal = 'user_not_found' | 'own_account'

/**
 * 二段階認証の解除: for a person who has lost their phone. Passkeys go with it, because the lost phone may hold one, and
 * sessions end; the password is left as it is.
 */
export async function resetSecondFactor(deps: Deps, actor: Actor, input: UserActInput): Promise<Outcome<null, Refusal>> {
  const { userId, reason } = input
  if (userId === actor.userId) return fail('own_account')
  const outcome = await inTransaction(deps.db, async (tx): Promise<Outcome<null, Refusal>> => {
    const user = await tx.user.findUnique({ where: { id: userId, isProgram: false }, select: { twoFactorEnabled: true } })
    if (user === null) return fail('user_not_found')
    await tx.twoFactor.deleteMany({ where: { userId } })
    const { count: passkeys } = await tx.passkey.deleteMany({ where: { userId } })
    await tx.user.update({ where: { id: userId }, data: { twoFactorEnabled: false } })
    await tx.session.deleteMany({ where: { userId } })
    await recordAuditEvent(deps, tx, {
      actor, action: 'user.reset_second_factor', subjectKind: 'user', subjectId: userId, reason,
      before: { twoFactorEnabled: user.twoFactorEnabled, passkeys }, after: { twoFactorEnabled: false, passkeys: 0 },
    })
    return succeed(null)
  })
  await forgetActor(userId)
  return outcome
}
