import { jsonInstant } from '@sasaeai/db/json-instant'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { OnlineGiftId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { recurringChangeNames, RecurringFilter, RecurringGiftState } from '@sasaeai/domain/online-giving/recurring/recurring-gift-input'
import { normalizeForSearch } from '@sasaeai/domain/text/search-text'
import type { Deps } from '../../deps.ts'

/** 毎月の寄附 as it stands now. */
export interface RecurringOfGift {
  readonly giftId: OnlineGiftId
  readonly state: RecurringGiftState
  readonly amountYen: Yen
  readonly nextOn: LocalDate | null
  readonly failedPayments: number
  readonly lastFailure: string
  readonly endedAt: string | null
}

export interface RecurringRow extends RecurringOfGift {
  readonly startedAt: string
  readonly targetTitle: string
  readonly name: string
  readonly email: string
  readonly months: number
  readonly paidYen: Yen
  /** The newest change; null where nothing was changed since the beginning. */
  readonly lastChange: RecurringChangeLine | null
}

export interface RecurringChangeLine {
  readonly kind: keyof typeof recurringChangeNames
  readonly changedAt: string
  readonly beforeYen: Yen | null
  readonly afterYen: Yen | null
  readonly by: 'giver' | 'staff' | 'gateway'
  readonly changedByName: string | null
  readonly note: string
}

const changeColumns = `c.kind, ${jsonInstant('c.changed_at')} AS "changedAt", c.before_yen AS "beforeYen", c.after_yen AS "afterYen", c.by, u.name AS "changedByName", c.note`
const recurringColumns = `r.gift_id AS "giftId", r.state, r.amount_yen AS "amountYen", r.next_on AS "nextOn", r.failed_payments AS "failedPayments", r.last_failure AS "lastFailure",
  ${jsonInstant('r.ended_at')} AS "endedAt"`

/** 毎月の寄附, those first that need somebody: not paid, then by the day of the next payment. */
export async function listRecurring({ db }: Deps, { state, text }: RecurringFilter): Promise<RecurringRow[]> {
  const { rows } = await db.pool.query<RecurringRow>(
    `SELECT ${recurringColumns}, ${jsonInstant('g.started_at')} AS "startedAt", t.title AS "targetTitle", g.name, g.email, coalesce(p.months, 0)::int AS months,
       coalesce(p.paid_yen, 0)::bigint AS "paidYen", (SELECT to_jsonb(x) FROM (SELECT ${changeColumns} FROM recurring_change c LEFT JOIN user_account u ON u.id = c.changed_by_id
         WHERE c.gift_id = r.gift_id AND c.kind <> 'started' ORDER BY c.changed_at DESC LIMIT 1) x) AS "lastChange"
     FROM recurring_gift r JOIN online_gift g ON g.id = r.gift_id JOIN giving_target t ON t.id = g.target_id
     LEFT JOIN LATERAL (SELECT count(*) AS months, sum(o.amount_yen - o.refunded_yen) AS paid_yen FROM online_payment o WHERE o.gift_id = r.gift_id) p ON true
     WHERE ($1::recurring_gift_state IS NULL OR r.state = $1) AND ($2 = '' OR strpos(g.search_text, $2) > 0)
     ORDER BY array_position(ARRAY['past_due', 'active', 'paused', 'ended']::recurring_gift_state[], r.state), r.next_on NULLS LAST, g.started_at`,
    [state, normalizeForSearch(text)],
  )
  return rows
}

/** How the monthly gift that somebody began stands, with everything that was changed, the newest first. */
export async function readRecurringOfGift({ db: { pool } }: Deps, giftId: OnlineGiftId): Promise<{ recurring: RecurringOfGift | null; changes: RecurringChangeLine[] }> {
  const [recurring, changes] = await Promise.all([
    pool.query<RecurringOfGift>(`SELECT ${recurringColumns} FROM recurring_gift r WHERE r.gift_id = $1`, [giftId]),
    pool.query<RecurringChangeLine>(`SELECT ${changeColumns} FROM recurring_change c LEFT JOIN user_account u ON u.id = c.changed_by_id WHERE c.gift_id = $1 ORDER BY c.changed_at DESC, c.id DESC`, [giftId]),
  ])
  return { recurring: recurring.rows[0] ?? null, changes: changes.rows }
}
