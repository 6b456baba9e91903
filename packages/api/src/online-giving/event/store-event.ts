import type { Db } from '@sasaeai/db/database'
import type { VerifiedEvent } from '@sasaeai/stripe-gateway/read-event'
import type { Deps } from '../../deps.ts'
import { ringBell } from '../../document/work-bell.ts'

/** What came to the webhook of a 支払いの受け口. */
export interface ReceivedWebhook {
  readonly accountCode: string
  readonly body: Uint8Array
  /** The header `stripe-signature`. */
  readonly signature: string
}

/**
 * 通知の受取り: checks the signature and stores the event, once, whatever it says. Nothing is applied here: the answer must
 * be given at once, and what was stored will be applied however this server fares.
 */
export async function storeEvent(deps: Deps, { accountCode, body, signature }: ReceivedWebhook): Promise<'stored' | 'bad_signature' | 'unknown_account'> {
  if (deps.gateways === undefined || deps.gateways.of(accountCode) === null) return 'unknown_account'
  const event = await deps.gateways.verify(accountCode, body, signature)
  if (event === null) return 'bad_signature'
  const isOurs = await storeRoomOf(deps.db).store({ accountCode, event, body, receivedAt: deps.now() })
  if (!isOurs) return 'unknown_account'
  ringBell(deps.db, 'gateway_events')
  return 'stored'
}

/** The same of an event that the gateway itself was asked for: nobody else can have said it. */
export async function storeKnownEvent(deps: Deps, known: Omit<EventToStore, 'receivedAt'>): Promise<void> {
  await storeRoomOf(deps.db).store({ ...known, receivedAt: deps.now() })
}

interface EventToStore {
  readonly accountCode: string
  readonly event: VerifiedEvent
  readonly body: Uint8Array
  readonly receivedAt: Date
}

/**
 * Events that wait at the same moment are stored by one statement: the disk is waited for once (see post-entries, whose
 * waiting room works alike). One that is there already stays as it is.
 */
interface StoreRoom {
  /** Answers once it is on the disk; false where there is no such 支払いの受け口. */
  store(event: EventToStore): Promise<boolean>
}

const rooms = new WeakMap<Db, StoreRoom>()

function storeRoomOf(db: Db): StoreRoom {
  const known = rooms.get(db)
  if (known !== undefined) return known
  const room = openStoreRoom(db)
  rooms.set(db, room)
  return room
}

/** More than this in one statement gains nothing and makes the first of them wait. */
const largestShare = 64

function openStoreRoom(db: Db): StoreRoom {
  const waiting: (EventToStore & { answer: PromiseWithResolvers<boolean> })[] = []
  let isStoring = false

  async function storeWhatWaits(): Promise<void> {
    isStoring = true
    while (waiting.length > 0) {
      const share = waiting.splice(0, largestShare)
      try {
        const accounts = await storeTogether(db, share)
        for (const { accountCode, answer } of share) answer.resolve(accounts.has(accountCode))
      } catch (error) {
        for (const { answer } of share) answer.reject(error)
      }
    }
    isStoring = false
  }

  return {
    store(event) {
      const answer = Promise.withResolvers<boolean>()
      waiting.push({ ...event, answer })
      // On the next turn of the loop, so that all requests read in this turn come along.
      if (!isStoring) setImmediate(() => void (isStoring || storeWhatWaits()))
      return answer.promise
    },
  }
}

/** Answers with the accounts that there are. The bodies go as one piece of bytes: a list of them would be spelled out, digit by digit. */
async function storeTogether({ pool }: Db, share: readonly EventToStore[]): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ code: string }>({
    name: 'store_gateway_events',
    text: `WITH wanted AS MATERIALIZED (
        SELECT a.id, a.code, n.event_id, n.type, n.created_at, n.received_at, substr($6::bytea, (sum(n.length) OVER (ORDER BY n.place) - n.length)::int + 1, n.length) AS body
        FROM unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[], $7::int[]) WITH ORDINALITY AS n(code, event_id, type, created_at, received_at, length, place)
          LEFT JOIN payment_account a ON a.code = n.code),
      kept AS (INSERT INTO gateway_event (payment_account_id, event_id, type, created_at, received_at, due_at, body)
        SELECT id, event_id, type, created_at, received_at, received_at, body FROM wanted WHERE id IS NOT NULL
        ON CONFLICT DO NOTHING)
      SELECT DISTINCT code FROM wanted WHERE id IS NOT NULL`,
    values: [
      share.map(({ accountCode }) => accountCode),
      share.map(({ event }) => event.id),
      share.map(({ event }) => event.type),
      share.map(({ event }) => event.createdAt),
      share.map(({ receivedAt }) => receivedAt),
      Buffer.concat(share.map(({ body }) => body)),
      share.map(({ body }) => body.byteLength),
    ],
  })
  return new Set(rows.map(({ code }) => code))
}
