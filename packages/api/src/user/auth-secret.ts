import type { Db } from '@sasaeai/db/database'
import { readServerSecret } from './server-secret.ts'

/** The key that signs session cookies and encrypts second-factor secrets. */
export function readAuthSecret(db: Db): Promise<string> {
  return readServerSecret(db, 'auth')
}
