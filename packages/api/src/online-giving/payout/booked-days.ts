import { type LocalDate, localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { OnlineGiftId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { GatewayFact } from '@sasaeai/domain/online-giving/event/gateway-fact'
import { readFact, UnreadableEventError } from '@sasaeai/stripe-gateway/read-event'
import type { Deps } from '../../deps.ts'
import { isAmong, type YearSince } from '../../ledger/posted-since.ts'
import { readAt } from '../../ledger/read-at.ts'
import type { ReportMoment } from '../../ledger/report-moment.ts'
import { wasPosted } from '../../ledger/stands-sql.ts'

/** A payment or a refund as the ledger has it. */
export interface BookedMoney {
  /** pi_…, in_… or re_… */
  readonly moneyId: string
  readonly day: LocalDate
  /** What goes back is negative. */
  readonly amountYen: Yen
  readonly giftId: OnlineGiftId
}

/** From the first day to the last, both with it. */
export interface DaySpan {
  readonly first: LocalDate
  readonly last: LocalDate
}

/** Payments and refunds of some days by what the ledger itself has of them, or had at a moment. */
export async function readBooked({ db }: Pick<Deps, 'db'>, { first, last }: DaySpan, at: ReportMoment): Promise<BookedMoney[]> {
  return readAt(db, at, async (books, since) => {
    const { rows } = await books.query<BookedMoney>(bookedSql(since), [first, last])
    if (at.moment === null) return rows
    const { rows: failed } = await books.query<Omit<BookedMoney, 'day'>>(failedSql(since))
    if (failed.length === 0) return rows
    const { rows: words } = await books.query<{ body: Uint8Array }>(wordsSql, [failed.map(({ moneyId }) => moneyId), at.moment])
    const facts = words.map(factOf)
    return [...rows, ...failed.flatMap((refund) => {
      const day = dayOfStanding(facts, refund.moneyId)
      return day === null || day < first || day > last ? [] : [{ ...refund, day }]
    })]
  })
}

/** What an event says; null where it says nothing that can be read. */
export function factOf({ body }: { readonly body: Uint8Array }): GatewayFact | null {
  try {
    return readFact(body)
  } catch (error) {
    if (error instanceof UnreadableEventError) return null
    throw error
  }
}

/** The day on which a refund was done, by the words on it so far; null where it had failed already. */
function dayOfStanding(facts: readonly (GatewayFact | null)[], refundId: string): LocalDate | null {
  const words = facts.flatMap((fact) => (fact?.kind === 'refund' && fact.gatewayRefundId === refundId ? [fact] : []))
  const done = words.find(({ state }) => state === 'succeeded')
  return done === undefined || words.some(({ state }) => state === 'failed') ? null : localDateInTokyo(new Date(done.at))
}

const bookedSql = (since: readonly YearSince[]) => `
  SELECT p.money_id AS "moneyId", p.paid_on AS day, p.gift_id AS "giftId",
    (SELECT sum(q.amount_yen) FROM journal_entry e JOIN posting q ON q.entry_id = e.id AND q.amount_yen > 0
     WHERE e.source_kind = 'online_payment' AND e.source_id = a.code || ':' || p.money_id)::bigint AS "amountYen"
  FROM online_payment p JOIN payment_account a ON a.id = p.payment_account_id WHERE p.paid_on BETWEEN $1 AND $2${
    since.length === 0 ? '' : ` AND NOT EXISTS (SELECT FROM journal_entry e WHERE e.source_kind = 'online_payment' AND e.source_id = a.code || ':' || p.money_id AND ${isAmong(since, 'e')})`}
  UNION ALL
  SELECT f.gateway_refund_id, (f.settled_at AT TIME ZONE 'Asia/Tokyo')::date, p.gift_id, -f.amount_yen
  FROM online_refund f JOIN online_payment p ON p.id = f.payment_id
  WHERE f.state = 'succeeded' AND f.entry_id IS NOT NULL${wasPosted('f.entry_id', since)} AND f.gateway_refund_id IS NOT NULL AND (f.settled_at AT TIME ZONE 'Asia/Tokyo')::date BETWEEN $1 AND $2`

/** Refunds that failed after all, at any time: at the moment some of them still stood. Their days are written over by the failing. */
const failedSql = (since: readonly YearSince[]) => `
  SELECT f.gateway_refund_id AS "moneyId", p.gift_id AS "giftId", -f.amount_yen AS "amountYen"
  FROM online_refund f JOIN online_payment p ON p.id = f.payment_id
  WHERE f.state = 'failed' AND f.entry_id IS NOT NULL${wasPosted('f.entry_id', since)} AND f.gateway_refund_id IS NOT NULL`

const wordsSql = `SELECT body FROM gateway_event WHERE subject_key = ANY ($1::text[]) AND type LIKE 'refund.%' AND state = 'applied' AND settled_at <= $2 ORDER BY settled_at, created_at`
