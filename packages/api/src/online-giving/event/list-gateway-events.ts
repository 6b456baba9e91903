import { jsonInstant } from '@sasaeai/db/json-instant'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { OnlineGiftId, PaymentAccountId, PayoutId } from '@sasaeai/domain/ids'
import type { GatewayEventFilter, GatewayEventListInput, GatewayEventState } from '@sasaeai/domain/online-giving/event/gateway-event-input'
import type { Deps } from '../../deps.ts'

/** 通知 as lists show it. */
export interface GatewayEventRow {
  readonly paymentAccountId: PaymentAccountId
  readonly accountName: string
  readonly eventId: string
  readonly type: string
  /** When the gateway made it, and when it came; instants as JSON writes them. */
  readonly createdAt: string
  readonly receivedAt: string
  readonly state: GatewayEventState
  /** Why it waits or was put aside: a code. */
  readonly reason: string
  readonly subjectKey: string
  /** In yen, as the gateway says it; null where it says none. */
  readonly amountYen: number | null
  /** The gift that it is about, as far as it says so, or the books know the payment that it names. */
  readonly giftId: OnlineGiftId | null
  readonly giftName: string | null
  /** The payout that it is about. */
  readonly payoutId: PayoutId | null
  readonly arrivesOn: LocalDate | null
  readonly attempts: number
  readonly dueAt: string
  readonly settledAt: string | null
  readonly settledByName: string | null
  readonly note: string
}

export interface GatewayEventPage {
  readonly rows: readonly GatewayEventRow[]
  readonly next: { readonly paymentAccountId: PaymentAccountId; readonly eventId: string } | null
  /** How many there are of each state; only the first page counts them. */
  readonly counts: Readonly<Partial<Record<GatewayEventState, number>>> | null
}

/** One page of what the gateway has told: what was put aside first, then the newest. */
export async function listGatewayEvents(deps: Deps, { cursor, limit, ...filter }: GatewayEventListInput): Promise<GatewayEventPage> {
  const [rows, counts] = await Promise.all([readGatewayEvents(deps, filter, { cursor, limit: limit + 1 }), cursor === null ? countGatewayEvents(deps) : null])
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > limit && last !== undefined ? { paymentAccountId: last.paymentAccountId, eventId: last.eventId } : null, counts }
}

export async function readGatewayEvents(
  { db }: Deps,
  { state, about }: GatewayEventFilter,
  { cursor, limit }: Pick<GatewayEventListInput, 'cursor' | 'limit'>,
): Promise<GatewayEventRow[]> {
  const { rows } = await db.pool.query<GatewayEventRow>(
    `WITH chosen AS MATERIALIZED (
       SELECT e.* FROM gateway_event e
       WHERE ($1::gateway_event_state IS NULL OR e.state = $1) AND ($2 = '' OR e.subject_key = $2 OR e.event_id = $2)
         AND ($3::text IS NULL OR ((e.state = 'quarantined')::int, e.received_at, e.event_id) <
           (SELECT (b.state = 'quarantined')::int, b.received_at, b.event_id FROM gateway_event b WHERE b.payment_account_id = $4::uuid AND b.event_id = $3))
       ORDER BY (e.state = 'quarantined')::int DESC, e.received_at DESC, e.event_id DESC LIMIT $5)
     SELECT ${eventColumns} FROM chosen e ${eventTables} ORDER BY (e.state = 'quarantined')::int DESC, e.received_at DESC, e.event_id DESC`,
    [state, about, cursor?.eventId ?? null, cursor?.paymentAccountId ?? null, limit],
  )
  return rows
}

/** How many were put aside: shown in the navigation. */
export async function countPutAside({ db }: Deps): Promise<number> {
  const { rows } = await db.pool.query<{ count: number }>(`SELECT count(*)::int AS count FROM gateway_event WHERE state = 'quarantined'`)
  return rows[0]?.count ?? 0
}

/** What was told of a gift and its payments, the newest first. */
export async function listEventsOfGift({ db }: Deps, giftId: OnlineGiftId): Promise<GatewayEventRow[]> {
  const { rows } = await db.pool.query<GatewayEventRow>(
    `WITH about AS (
       SELECT g.session_id AS key FROM online_gift g WHERE g.id = $1 UNION SELECT r.subscription_id FROM recurring_gift r WHERE r.gift_id = $1
       UNION SELECT unnest(ARRAY[p.money_id, p.payment_intent_id]) FROM online_payment p WHERE p.gift_id = $1
       UNION SELECT f.gateway_refund_id FROM online_refund f JOIN online_payment p ON p.id = f.payment_id WHERE p.gift_id = $1
       UNION SELECT d.gateway_dispute_id FROM online_dispute d JOIN online_payment p ON p.id = d.payment_id WHERE p.gift_id = $1)
     SELECT ${eventColumns} FROM gateway_event e ${eventTables}
     WHERE e.subject_key IN (SELECT key FROM about WHERE key IS NOT NULL) AND e.payment_account_id = (SELECT payment_account_id FROM online_gift WHERE id = $1)
     ORDER BY e.created_at DESC, e.received_at DESC LIMIT 200`,
    [giftId],
  )
  return rows
}

async function countGatewayEvents({ db }: Deps): Promise<Partial<Record<GatewayEventState, number>>> {
  const { rows } = await db.pool.query<{ state: GatewayEventState; count: number }>('SELECT state, count(*)::int AS count FROM gateway_event GROUP BY state')
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}

/** What the gateway wrote, for reading out of it what lists show: it is JSON, however little of it we know. */
const told = `(convert_from(e.body, 'UTF8')::jsonb #> '{data,object}')`
const giftTold = `coalesce(${told} #>> '{metadata,gift_id}', ${told} #>> '{parent,subscription_details,metadata,gift_id}')`
const amountTold = `coalesce(${told} ->> 'amount_total', ${told} ->> 'amount_paid', ${told} ->> 'amount_due', ${told} ->> 'amount')`

const eventTables = `JOIN payment_account a ON a.id = e.payment_account_id LEFT JOIN user_account u ON u.id = e.settled_by_id
  LEFT JOIN LATERAL (
    SELECT p.gift_id FROM online_payment p WHERE p.payment_account_id = e.payment_account_id AND (p.money_id = e.subject_key OR p.payment_intent_id = e.subject_key)
    UNION ALL SELECT r.gift_id FROM recurring_gift r WHERE r.subscription_id = e.subject_key
    UNION ALL SELECT p.gift_id FROM online_refund f JOIN online_payment p ON p.id = f.payment_id WHERE f.gateway_refund_id = e.subject_key
    UNION ALL SELECT p.gift_id FROM online_dispute d JOIN online_payment p ON p.id = d.payment_id WHERE d.payment_account_id = e.payment_account_id AND d.gateway_dispute_id = e.subject_key
    LIMIT 1) k ON e.subject_key <> ''
  LEFT JOIN online_gift g ON g.id = coalesce(k.gift_id, CASE WHEN ${giftTold} ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN (${giftTold})::uuid END)
  LEFT JOIN payout o ON o.payment_account_id = e.payment_account_id AND o.gateway_payout_id = e.subject_key`
const eventColumns = `e.payment_account_id AS "paymentAccountId", a.name AS "accountName", e.event_id AS "eventId", e.type, ${jsonInstant('e.created_at')} AS "createdAt",
  ${jsonInstant('e.received_at')} AS "receivedAt", e.state, e.reason, e.subject_key AS "subjectKey", ${amountTold}::float8 AS "amountYen", g.id AS "giftId", g.name AS "giftName", o.id AS "payoutId", o.arrives_on AS "arrivesOn",
  e.attempts, ${jsonInstant('e.due_at')} AS "dueAt", ${jsonInstant('e.settled_at')} AS "settledAt", u.name AS "settledByName", e.note`
