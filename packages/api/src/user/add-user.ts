import { inTransaction } from '@sasaeai/db/in-transaction'
import { isUniqueViolation } from '@sasaeai/db/refusals'
import type { UserId } from '@sasaeai/domain/ids'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { AddUserInput } from '@sasaeai/domain/user/user-inputs'
import type { Actor, Deps } from '../deps.ts'
import { insertUser } from './insert-user.ts'
import { hashPassword } from './password-hash.ts'
import { recordAuditEvent } from './record-audit-event.ts'

/** 利用者の追加: adds a person with a first password, which the administrator hands over and the person changes. */
export async function addUser(deps: Deps, actor: Actor, input: AddUserInput): Promise<Outcome<{ userId: UserId }, 'email_taken'>> {
  const { name, email, role, password } = input
  const passwordHash = await hashPassword(password)
  try {
    return await inTransaction(deps.db, async (tx) => {
      const userId = await insertUser(deps, tx, { name, email, role, passwordHash })
      await recordAuditEvent(deps, tx, {
        actor, action: 'user.add', subjectKind: 'user', subjectId: userId, after: { name, email, role },
      })
      return succeed({ userId })
    })
  } catch (error) {
    if (isUniqueViolation(error)) return fail('email_taken', { field: 'email', about: email })
    throw error
  }
}
