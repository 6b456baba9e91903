import { inTransaction } from '@sasaeai/db/in-transaction'
import { isUniqueViolation } from '@sasaeai/db/refusals'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { ChangeUserEmailInput } from '@sasaeai/domain/user/user-inputs'
import type { Actor, Deps } from '../deps.ts'
import { recordAuditEvent } from './record-audit-event.ts'
import { forgetActor } from './resolve-actor.ts'

type Refusal = 'user_not_found' | 'email_taken'

/**
 * メールアドレスの変更: the person signs in with the new address from now on, so what they were signed in to under the
 * old one ends. Administrators may change their own as well and then sign in again.
 */
export async function changeUserEmail(deps: Deps, actor: Actor, input: ChangeUserEmailInput): Promise<Outcome<null, Refusal>> {
  const { userId, email } = input
  try {
    const outcome = await inTransaction(deps.db, async (tx): Promise<Outcome<null, Refusal>> => {
      const user = await tx.user.findUnique({ where: { id: userId, isProgram: false }, select: { email: true } })
      if (user === null) return fail('user_not_found')
      if (user.email === email) return succeed(null)
      await tx.user.update({ where: { id: userId }, data: { email } })
      await tx.session.deleteMany({ where: { userId } })
      await recordAuditEvent(deps, tx, {
        actor, action: 'user.change_email', subjectKind: 'user', subjectId: userId, before: { email: user.email }, after: { email },
      })
      return succeed(null)
    })
    await forgetActor(userId)
    return outcome
  } catch (error) {
    if (isUniqueViolation(error)) return fail('email_taken', { field: 'email', about: email })
    throw error
  }
}
