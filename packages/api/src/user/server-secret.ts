import { randomBytes } from 'node:crypto'
import type { Db } from '@sasaeai/db/database'

/**
 * A key of this database: made once, so that every server on it has the same. Whoever comes second takes what the first one
 * wrote.
 */
export async function readServerSecret(db: Db, name: 'auth' | 'giving'): Promise<string> {
  const { rows } = await db.pool.query<{ value: string }>('SELECT value FROM server_secret WHERE name = $1', [name])
  if (rows[0] !== undefined) return rows[0].value
  await db.pool.query('INSERT INTO server_secret (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING', [
    name,
    randomBytes(32).toString('base64url'),
  ])
  return readServerSecret(db, name)
}
