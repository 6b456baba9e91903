import { id, type UserId } from '@sasaeai/domain/ids'
import { roleSchema } from '@sasaeai/domain/user/role'
import type { Actor, Deps } from '../deps.ts'
import { verifiedToken } from './session-cookie.ts'

/** Somebody with a running session. */
export interface SignedIn {
  readonly actor: Actor
  readonly sessionId: string
}

interface Remembered {
  readonly until: number
  readonly userId: Promise<UserId | undefined>
  readonly signedIn: Promise<SignedIn | null>
}

/** So long an answer is reused: a burst of requests costs one query, and another server's sign-out counts soon. */
const rememberedMs = 5_000
const mostRemembered = 5_000

const remembered = new Map<string, Remembered>()

/** Who stands behind a signed session cookie; null when nobody does, the session has ended or the person is disabled. */
export function resolveActor(deps: Deps, secret: string, signedCookie: string): Promise<SignedIn | null> {
  const now = deps.now().getTime()
  const known = remembered.get(signedCookie)
  if (known !== undefined && now < known.until) return known.signedIn
  const token = verifiedToken(signedCookie, secret)
  if (token === undefined) return Promise.resolve(null)
  const signedIn = readSession(deps, token)
  const userId = signedIn.then((found) => found?.actor.userId, () => undefined)
  // A failed look-up is not an answer: the next request asks again.
  signedIn.catch(() => remembered.delete(signedCookie))
  if (remembered.size >= mostRemembered) remembered.clear()
  remembered.set(signedCookie, { until: now + rememberedMs, userId, signedIn })
  return signedIn
}

/** To be called when what a person may do has changed, or one of their sessions has ended. */
export async function forgetActor(userId: string): Promise<void> {
  for (const [cookie, known] of remembered) if ((await known.userId) === userId) remembered.delete(cookie)
}

async function readSession(deps: Deps, token: string): Promise<SignedIn | null> {
  const { rows } = await deps.db.pool.query<{ session_id: string; user_id: string; name: string; role: string }>({
    name: 'session-by-token',
    text: `SELECT s.id AS session_id, u.id AS user_id, u.name, u.role
             FROM user_session s JOIN user_account u ON u.id = s.user_id
            WHERE s.token = $1 AND s.expires_at > $2 AND u.disabled_at IS NULL`,
    values: [token, deps.now()],
  })
  const row = rows[0]
  if (row === undefined) return null
  return {
    sessionId: row.session_id,
    actor: { userId: id<'UserId'>(row.user_id), name: row.name, role: roleSchema.parse(row.role) },
  }
}
