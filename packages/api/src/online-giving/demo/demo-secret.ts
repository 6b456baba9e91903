import { createHmac } from 'node:crypto'
import type { Db } from '@sasaeai/db/database'
import { readServerSecret } from '../../user/server-secret.ts'

/** What the demo gateway makes its keys from: alike on every server of this database. */
export async function readDemoSecret(db: Db): Promise<string> {
  return createHmac('sha256', await readServerSecret(db, 'giving')).update('demo gateway').digest('base64url')
}
