import { inTransaction } from '@sasaeai/db/in-transaction'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { ResetPasswordInput } from '@sasaeai/domain/user/user-inputs'
import type { Actor, Deps } from '../deps.ts'
import { hashPassword } from './password-hash.ts'
import { recordAuditEvent } from './record-audit-event.ts'
import { forgetActor } from './resolve-actor.ts'

type Refusal = 'user_not_found' | 'own_account'

/** パスワードの再設定: for a person who has forgotten theirs. Their sessions end; the old password no longer works. */
export async function resetPassword(deps: Deps, actor: Actor, input: ResetPasswordInput): Promise<Outcome<null, Refusal>> {
  const { userId, password } = input
  // One's own password is changed by proving the old one.
  if (userId === actor.userId) return fail('own_account')
  const hash = await hashPassword(password)
  const outcome = await inTransaction(deps.db, async (tx): Promise<Outcome<null, Refusal>> => {
    const { count } = await tx.credential.updateMany({
      where: { userId, providerId: 'credential' },
      data: { password: hash },
    })
    if (count === 0) return fail('user_not_found')
    await tx.session.deleteMany({ where: { userId } })
    await recordAuditEvent(deps, tx, { actor, action: 'user.reset_password', subjectKind: 'user', subjectId: userId })
    return succeed(null)
  })
  await forgetActor(userId)
  return outcome
}
