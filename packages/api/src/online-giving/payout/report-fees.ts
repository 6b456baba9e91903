import { type FiscalYear, firstDayOf, lastDayOf } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { yen, type Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import type { YearSince } from '../../ledger/posted-since.ts'
import { readAt } from '../../ledger/read-at.ts'
import { ofNow, type ReportMoment } from '../../ledger/report-moment.ts'
import { isOfPayout, wasBooked } from './was-booked.ts'

/** 手数料 of one month, account and means of paying. */
export interface FeeLine {
  /** The first day of the month in which it arrived. */
  readonly month: LocalDate
  readonly accountName: string
  /** As the gateway calls it; null for fees that belong to no payment. */
  readonly method: string | null
  /** Payments. */
  readonly count: number
  readonly grossYen: Yen
  readonly feeYen: Yen
}

export interface FeeReport {
  readonly lines: readonly FeeLine[]
  /** 支払手数料 that the books have of payouts of this year, in yen. */
  readonly bookedYen: Yen
}

/**
 * 手数料 of a fiscal year, by the payouts that arrived in it, beside what the books have: of the payouts that are booked, or were at
 * a moment. By what means was paid is of now.
 */
export async function reportFees({ db }: Pick<Deps, 'db'>, { fiscalYear }: { fiscalYear: FiscalYear }, at: ReportMoment = ofNow): Promise<FeeReport> {
  const span = [firstDayOf(fiscalYear), lastDayOf(fiscalYear)]
  const [lines, booked] = await Promise.all([
    readAt(db, at, (books, since) => books.query<FeeLine>(linesSql(since), span)),
    readAt(db, at, (books, since) => books.query<{ bookedYen: Yen }>(bookedSql(since), span)),
  ])
  return { lines: lines.rows, bookedYen: booked.rows[0]?.bookedYen ?? yen(0) }
}

const linesSql = (since: readonly YearSince[]) => `
  SELECT date_trunc('month', o.arrives_on)::date AS month, a.name AS "accountName", CASE WHEN l.kind = 'payment' THEN coalesce(p.method, '') END AS method,
    (count(*) FILTER (WHERE l.kind = 'payment'))::int AS count, coalesce(sum(l.gross_yen) FILTER (WHERE l.kind = 'payment'), 0)::bigint AS "grossYen",
    (sum(l.fee_yen) - coalesce(sum(l.gross_yen) FILTER (WHERE l.kind = 'fee'), 0))::bigint AS "feeYen"
  FROM payout_line l JOIN payout o ON o.id = l.payout_id AND ${wasBooked(since)} JOIN payment_account a ON a.id = o.payment_account_id
  LEFT JOIN online_payment p ON p.payment_account_id = o.payment_account_id AND p.payment_intent_id = l.payment_intent_id
  WHERE o.arrives_on BETWEEN $1 AND $2 GROUP BY 1, 2, 3 HAVING count(*) FILTER (WHERE l.kind = 'payment') > 0 OR sum(l.fee_yen) <> 0 OR bool_or(l.kind = 'fee')
  ORDER BY 1, 2, 3 NULLS LAST`

const bookedSql = (since: readonly YearSince[]) => `
  SELECT coalesce(sum(p.amount_yen), 0)::bigint AS "bookedYen" FROM payout o JOIN payment_account a ON a.id = o.payment_account_id
  JOIN journal_entry e ON ${isOfPayout(since)}
  JOIN posting p ON p.entry_id = e.id AND p.account_id = a.fee_account_id WHERE o.arrives_on BETWEEN $1 AND $2`
