import { createHash } from 'node:crypto'
import type { Deps } from '../deps.ts'

export interface AttemptLimit {
  /** Seconds. */
  readonly window: number
  readonly max: number
}

export interface AttemptVerdict {
  readonly allowed: boolean
  /** Seconds until the next attempt is allowed; null when this one is. */
  readonly retryAfter: number | null
}

/**
 * Counts one attempt under `key` in the database, so that all servers count together, and says whether it is allowed.
 * One statement outside of any transaction: attempts that fail are counted, and parallel ones cannot slip through.
 */
export async function countAttempt(deps: Deps, key: string, { window, max }: AttemptLimit): Promise<AttemptVerdict> {
  const now = deps.now().getTime()
  const { rows } = await deps.db.pool.query<{ count: number; since: number }>(countStatement, [
    deps.newId(), hashed(key), now, now - window * 1000,
  ])
  const { count, since } = rows[0] ?? { count: 1, since: now }
  if (count === 1) await deps.db.pool.query('DELETE FROM rate_limit WHERE last_request < $1', [now - dayMs])
  if (count <= max) return { allowed: true, retryAfter: null }
  return { allowed: false, retryAfter: Math.ceil((since + window * 1000 - now) / 1000) }
}

/** How many attempts the running window has, without counting one. */
export async function attemptsSoFar(deps: Deps, key: string, { window }: AttemptLimit): Promise<number> {
  const { rows } = await deps.db.pool.query<{ count: number }>('SELECT count FROM rate_limit WHERE key = $1 AND last_request > $2', [
    hashed(key), deps.now().getTime() - window * 1000,
  ])
  return rows[0]?.count ?? 0
}

/** To be called when an attempt has succeeded: what failed before it no longer counts. */
export async function forgetAttempts(deps: Deps, key: string): Promise<void> {
  await deps.db.pool.query('DELETE FROM rate_limit WHERE key = $1', [hashed(key)])
}

const dayMs = 24 * 60 * 60 * 1000

/** `last_request` holds the moment at which the running window began. */
const countStatement = `
  INSERT INTO rate_limit AS r (id, key, count, last_request) VALUES ($1, $2, 1, $3)
  ON CONFLICT (key) DO UPDATE SET
    count = CASE WHEN r.last_request <= $4 THEN 1 ELSE r.count + 1 END,
    last_request = CASE WHEN r.last_request <= $4 THEN $3 ELSE r.last_request END
  RETURNING count, last_request AS since`

/** Keys hold addresses of people and machines; a hash counts as well. */
function hashed(key: string): string {
  return createHash('sha256').update(key).digest('base64url')
}
