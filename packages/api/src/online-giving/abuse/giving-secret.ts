import { createHmac } from 'node:crypto'
import type { Deps } from '../../deps.ts'
import { readServerSecret } from '../../user/server-secret.ts'

/** A key for one purpose of online giving: what is signed for one is worth nothing for another. */
export async function givingKey({ db }: Deps, purpose: 'challenge' | 'answer' | 'access' | 'receipt'): Promise<string> {
  return createHmac('sha256', await readServerSecret(db, 'giving')).update(purpose).digest('base64url')
}
