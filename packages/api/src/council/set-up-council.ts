import { inTransaction } from '@sasaeai/db/in-transaction'
import { isUniqueViolation } from '@sasaeai/db/refusals'
import type { SetUpInput } from '@sasaeai/domain/council/set-up-input'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Deps } from '../deps.ts'
import { insertUser } from '../user/insert-user.ts'
import { hashPassword } from '../user/password-hash.ts'
import { recordAuditEvent } from '../user/record-audit-event.ts'
import { layGroundData } from './lay-ground-data.ts'

/**
 * 初期設定: lays the ground of an empty database and adds the first administrator, at once or not at all. Nobody is
 * signed in yet, so it is refused for ever once a council exists; of several at the same moment one wins, because the
 * database holds one council at most.
 */
export async function setUpCouncil(deps: Deps, input: SetUpInput): Promise<Outcome<null, 'already_set_up'>> {
  // Hashing is made to be slow: a stranger shall not have it done for nothing.
  if (await isSetUp(deps)) return fail('already_set_up')
  const { name, email, password } = input.administrator
  const passwordHash = await hashPassword(password)
  try {
    return await inTransaction(deps.db, async (tx) => {
      if ((await tx.council.count()) > 0) return fail('already_set_up')
      await layGroundData(deps, tx, { council: input.council, fiscalYear: input.fiscalYear })
      const userId = await insertUser(deps, tx, { name, email, role: 'administrator', passwordHash })
      await recordAuditEvent(deps, tx, {
        actor: null, action: 'user.add', subjectKind: 'user', subjectId: userId,
        after: { name, email, role: 'administrator' },
      })
      return succeed(null)
    })
  } catch (error) {
    if (isUniqueViolation(error)) return fail('already_set_up')
    throw error
  }
}

/** Whether this database holds a council already. */
async function isSetUp({ db }: Deps): Promise<boolean> {
  return (await db.pool.query('SELECT FROM council')).rowCount === 1
}
