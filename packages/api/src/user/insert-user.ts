import type { Tx } from '@sasaeai/db/in-transaction'
import { id, type UserId } from '@sasaeai/domain/ids'
import type { Role } from '@sasaeai/domain/user/role'
import type { Deps } from '../deps.ts'

export interface NewUser {
  readonly name: string
  /** In lower case, as people are looked up by it. */
  readonly email: string
  readonly role: Role
  /** From `hashPassword`; hashing takes long and must not be done again when a transaction is repeated. */
  readonly passwordHash: string
}

/** Adds a person with a password inside the caller's transaction. A taken e-mail is the database's refusal. */
export async function insertUser(deps: Deps, tx: Tx, user: NewUser): Promise<UserId> {
  const { name, email, role, passwordHash } = user
  const userId = id<'UserId'>(deps.newId())
  const now = deps.now()
  await tx.user.create({
    data: {
      id: userId, name, email, role, emailVerified: true, createdAt: now,
      credentials: {
        // What better-auth expects of a password's row.
        create: { id: deps.newId(), accountId: userId, providerId: 'credential', password: passwordHash, createdAt: now },
      },
    },
  })
  return userId
}
