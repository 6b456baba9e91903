import { createHmac } from 'node:crypto'
import type { Db } from '@sasaeai/db/database'
import { readServerSecret } from '../../user/server-secret.ts'

/** What the demo gateway makes its keys from: alike on every server of this database. */
export async function readDemoSecret(db: Db): Promise<string> {
  return createHmac('sha256', await readServerSecret(db, 'giving')).update('demo gateway').digest('base64url')
}

/** The payees whose events were made and not delivered when the demo was last stopped. */
export async function readDemoAccountsWaiting({ pool }: Db): Promise<string[]> {
  const { rows } = await pool.query<{ code: string }>(`SELECT DISTINCT account_code AS code FROM demo_gateway_object WHERE kind = 'event_waiting'`)
  return rows.map(({ code }) => code)
}
