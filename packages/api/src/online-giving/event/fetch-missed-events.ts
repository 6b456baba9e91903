import { gatewayApiVersion, readEnvelope } from '@sasaeai/stripe-gateway/read-event'
import type { Deps } from '../../deps.ts'
import { ringBell } from '../../document/work-bell.ts'
import { storeKnownEvent } from './store-event.ts'

interface AccountToAsk {
  readonly code: string
  readonly since: Date
}

/**
 * 通知の取りこぼし: asks each gateway what it has told lately, and stores what did not come, because the server was down for
 * longer than a gateway tries, or its webhook was set wrong. What came is there already and stays as it is.
 * @param onFault a gateway could not be asked; the others are asked all the same.
 */
export async function fetchMissedEvents(deps: Deps, onFault: (error: unknown) => void): Promise<void> {
  for (const { code, since } of await accountsToAsk(deps)) {
    const gateway = deps.gateways?.of(code) ?? null
    // The demo gateway tells until it is heard.
    if (gateway === null || gateway.mode === 'demo') continue
    try {
      for await (const { body } of gateway.eventsSince(since)) await storeFetched(deps, code, body)
    } catch (error) {
      onFault(error)
    }
  }
  ringBell(deps.db, 'gateway_events')
}

/** What was made in other words than ours comes by the webhook, which is set to ours; taken from here it would be put aside. */
async function storeFetched(deps: Deps, accountCode: string, body: Uint8Array): Promise<void> {
  const event = readEnvelope(body)
  if (event.apiVersion === gatewayApiVersion) await storeKnownEvent(deps, { accountCode, event, body })
}

/**
 * Gateways try for three days; so four are looked through, and after a longer absence all since the last word, of which a
 * gateway remembers thirty days. Where nobody has given yet nothing can be missing.
 */
async function accountsToAsk({ db, now }: Deps): Promise<AccountToAsk[]> {
  const { rows } = await db.pool.query<AccountToAsk>(
    `SELECT a.code, greatest($1::timestamptz - interval '30 days', least($1::timestamptz - interval '4 days',
       (SELECT max(e.created_at) FROM gateway_event e WHERE e.payment_account_id = a.id) - interval '1 day')) AS since
     FROM payment_account a WHERE EXISTS (SELECT 1 FROM online_gift g WHERE g.payment_account_id = a.id) ORDER BY a.code`,
    [now()],
  )
  return rows
}
