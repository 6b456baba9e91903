import { randomBytes } from 'node:crypto'
import type { Db } from '@sasaeai/db/database'

/**
 * The key that signs session cookies and encrypts second-factor secrets: made once per database, so that every server
 * on it has the same. Whoever comes second at the first start takes what the first one wrote.
 */
export async function readAuthSecret(db: Db): Promise<string> {
  const { rows } = await db.pool.query<{ value: string }>('SELECT value FROM server_secret WHERE name = $1', [name])
  if (rows[0] !== undefined) return rows[0].value
  await db.pool.query('INSERT INTO server_secret (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING', [
    name,
    randomBytes(32).toString('base64url'),
  ])
  return readAuthSecret(db)
}

const name = 'auth'
