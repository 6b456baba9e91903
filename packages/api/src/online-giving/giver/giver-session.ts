import { randomBytes } from 'node:crypto'
import { inTransaction } from '@sasaeai/db/in-transaction'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Deps } from '../../deps.ts'
import { hashOfSecret } from '../gift/gift-access.ts'

const goodForMillis = 2 * 60 * 60_000

export interface OpenedSession {
  /** For the browser's cookie alone; the database keeps its hash. */
  readonly token: string
  readonly expiresAt: Date
}

/** Opens マイページ with the token of a link, once. */
export async function openGiverSession(deps: Deps, linkToken: string): Promise<Outcome<OpenedSession, 'giver_link_over'>> {
  const now = deps.now()
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(now.getTime() + goodForMillis)
  return inTransaction(deps.db, async (tx) => {
    const [link] = await tx.giverLink.updateManyAndReturn({
      where: { tokenHash: hashOfSecret(linkToken), usedAt: null, expiresAt: { gt: now } }, data: { usedAt: now }, select: { email: true },
    })
    if (link === undefined) return fail('giver_link_over')
    await tx.giverSession.deleteMany({ where: { expiresAt: { lt: now } } })
    await tx.giverSession.create({ data: { tokenHash: hashOfSecret(token), email: link.email, createdAt: now, expiresAt } })
    return succeed({ token, expiresAt })
  }, { isolation: 'ReadCommitted' })
}

/** Whose page a browser has opened; null when it has none, or no longer. */
export async function readGiver({ db, now }: Deps, token: string | undefined): Promise<string | null> {
  if (token === undefined) return null
  const { rows } = await db.pool.query<{ email: string }>('SELECT email FROM giver_session WHERE token_hash = $1 AND expires_at > $2', [hashOfSecret(token), now()])
  return rows[0]?.email ?? null
}

export async function closeGiverSession({ db }: Deps, token: string): Promise<void> {
  await db.pool.query('DELETE FROM giver_session WHERE token_hash = $1', [hashOfSecret(token)])
}
