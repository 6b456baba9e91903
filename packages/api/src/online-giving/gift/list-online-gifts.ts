import { jsonInstant } from '@sasaeai/db/json-instant'
import type { OnlineGiftId, SupporterId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { OnlineGiftState } from '@sasaeai/domain/online-giving/event/gift-standing'
import type { GiftFrequency } from '@sasaeai/domain/online-giving/gift/gift-frequency'
import type { OnlineGiftFilter, OnlineGiftListInput } from '@sasaeai/domain/online-giving/gift/online-gift-list-input'
import type { OnlineGiverKind } from '@sasaeai/domain/online-giving/gift/online-giver-kind'
import type { RecurringGiftState } from '@sasaeai/domain/online-giving/recurring/recurring-gift-input'
import { bigramsOf, normalizeForSearch } from '@sasaeai/domain/text/search-text'
import type { Deps } from '../../deps.ts'
import { survivorOf } from '../../supporter/merged-supporter-sql.ts'

/** オンライン寄附 as the list shows it. */
export interface OnlineGiftRow {
  readonly giftId: OnlineGiftId
  /** An instant as JSON writes it. */
  readonly startedAt: string
  readonly targetTitle: string
  readonly frequency: GiftFrequency
  readonly giverKind: OnlineGiverKind
  readonly name: string
  readonly email: string
  readonly supporterId: SupporterId | null
  readonly supporterNumber: number | null
  /** Of one payment. */
  readonly amountYen: Yen
  readonly state: OnlineGiftState
  readonly recurringState: RecurringGiftState | null
  /** As the gateway calls them, of its payments. */
  readonly methods: readonly string[]
  readonly payments: number
  readonly paidYen: Yen
  readonly refundedYen: Yen
}

interface OnlineGiftTotals {
  readonly count: number
  readonly payments: number
  readonly paidYen: Yen
  readonly refundedYen: Yen
}

export interface OnlineGiftPage {
  readonly rows: readonly OnlineGiftRow[]
  readonly next: OnlineGiftId | null
  /** Over all pages; only the first page sums them up. */
  readonly totals: OnlineGiftTotals | null
}

/** One page of what was filled in online, the newest first. */
export async function listOnlineGifts(deps: Deps, { cursor, limit, ...filter }: OnlineGiftListInput): Promise<OnlineGiftPage> {
  const [rows, totals] = await Promise.all([readOnlineGifts(deps, filter, { cursor, limit: limit + 1 }), cursor === null ? totalOnlineGifts(deps, filter) : null])
  const shown = rows.slice(0, limit)
  return { rows: shown, next: rows.length > limit ? (shown.at(-1)?.giftId ?? null) : null, totals }
}

/** The gifts themselves, up to a limit. */
export async function readOnlineGifts({ db }: Deps, filter: OnlineGiftFilter, { cursor, limit }: { cursor: OnlineGiftId | null; limit: number }): Promise<OnlineGiftRow[]> {
  const { sql, values } = onlineGiftCondition(filter)
  const from = values.length
  const { rows } = await db.pool.query<OnlineGiftRow>(
    `WITH chosen AS MATERIALIZED (
       SELECT g.* FROM online_gift g WHERE ${sql}
         AND ($${from + 1}::uuid IS NULL OR (g.started_at, g.id) < (SELECT b.started_at, b.id FROM online_gift b WHERE b.id = $${from + 1}))
       ORDER BY g.started_at DESC, g.id DESC LIMIT $${from + 2})
     SELECT g.id AS "giftId", ${jsonInstant('g.started_at')} AS "startedAt", t.title AS "targetTitle", g.frequency, g.giver_kind AS "giverKind", g.name, g.email,
       s.id AS "supporterId", s.number AS "supporterNumber", g.amount_yen AS "amountYen", g.state, r.state AS "recurringState",
       coalesce(p.methods, '{}') AS methods, coalesce(p.payments, 0)::int AS payments, coalesce(p.paid_yen, 0)::bigint AS "paidYen", coalesce(p.refunded_yen, 0)::bigint AS "refundedYen"
     FROM chosen g JOIN giving_target t ON t.id = g.target_id LEFT JOIN recurring_gift r ON r.gift_id = g.id LEFT JOIN supporter s ON s.id = ${survivorOf('g.supporter_id')}
     LEFT JOIN LATERAL (
       SELECT array_agg(DISTINCT o.method) FILTER (WHERE o.method <> '') AS methods, count(*) AS payments, sum(o.amount_yen) AS paid_yen, sum(o.refunded_yen) AS refunded_yen
       FROM online_payment o WHERE o.gift_id = g.id) p ON true
     ORDER BY g.started_at DESC, g.id DESC`,
    [...values, cursor, limit],
  )
  return rows
}

async function totalOnlineGifts({ db }: Deps, filter: OnlineGiftFilter): Promise<OnlineGiftTotals> {
  const { sql, values } = onlineGiftCondition(filter)
  const { rows } = await db.pool.query<OnlineGiftTotals>(
    `WITH chosen AS MATERIALIZED (SELECT g.id FROM online_gift g WHERE ${sql})
     SELECT (SELECT count(*) FROM chosen)::int AS count, count(o.id)::int AS payments, coalesce(sum(o.amount_yen), 0)::bigint AS "paidYen",
       coalesce(sum(o.refunded_yen), 0)::bigint AS "refundedYen"
     FROM online_payment o WHERE o.gift_id IN (SELECT id FROM chosen)`,
    values,
  )
  const [totals] = rows
  if (totals === undefined) throw new Error('no totals of online gifts')
  return totals
}

/** Which rows of online_gift `g` answer to the filters. */
function onlineGiftCondition({ text, state, targetId, frequency, method, from, to }: OnlineGiftFilter): { sql: string; values: unknown[] } {
  const values: unknown[] = []
  const place = (value: unknown) => `$${values.push(value)}`
  const conditions = ['true']
  if (state !== null) conditions.push(`g.state = ${place(state)}::online_gift_state`)
  if (targetId !== null) conditions.push(`g.target_id = ${place(targetId)}::uuid`)
  if (frequency !== null) conditions.push(`g.frequency = ${place(frequency)}::gift_frequency`)
  if (method !== null) conditions.push(`EXISTS (SELECT 1 FROM online_payment o WHERE o.gift_id = g.id AND o.method = ${place(method)})`)
  if (from !== null) conditions.push(`g.started_at >= ${place(from)}::date::timestamp AT TIME ZONE 'Asia/Tokyo'`)
  if (to !== null) conditions.push(`g.started_at < (${place(to)}::date + 1)::timestamp AT TIME ZONE 'Asia/Tokyo'`)
  const wanted = normalizeForSearch(text)
  if (Array.from(wanted).length > 1) conditions.push(`bigrams(g.search_text) @> ${place(bigramsOf(wanted))}::text[]`)
  if (wanted !== '') conditions.push(`strpos(g.search_text, ${place(wanted)}) > 0`)
  return { sql: conditions.join(' AND '), values }
}
