import { jsonInstant } from '@sasaeai/db/json-instant'
import { firstDayOf, lastDayOf } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { JournalEntryId, OnlineGiftId, PayoutId } from '@sasaeai/domain/ids'
import { yen, type Yen } from '@sasaeai/domain/money/yen'
import type { PayoutFilter } from '@sasaeai/domain/online-giving/payout/payout-input'
import type { PayoutLineKind } from '@sasaeai/domain/online-giving/payout/payout-line-kind'
import type { PayoutState } from '@sasaeai/domain/online-giving/payout/payout-state'
import type { Deps } from '../../deps.ts'
import { laterPostings, type YearSince } from '../../ledger/posted-since.ts'
import { readAt } from '../../ledger/read-at.ts'
import { ofNow, type ReportMoment } from '../../ledger/report-moment.ts'
import { isOfPayout, wasBooked } from './was-booked.ts'

/** 入金 as the list shows it. */
export interface PayoutRow {
  readonly payoutId: PayoutId
  readonly gatewayPayoutId: string
  readonly accountName: string
  readonly arrivesOn: LocalDate
  readonly state: PayoutState
  readonly failure: string
  /** As it arrives. */
  readonly amountYen: Yen
  readonly hasLines: boolean
  readonly lines: number
  readonly grossYen: Yen
  readonly feeYen: Yen
  /** What the books have brought to the bank for it, less what was reversed; null while it is not booked. */
  readonly bookedYen: Yen | null
  readonly bankOn: LocalDate | null
  readonly bankYen: Yen | null
  readonly confirmedAt: string | null
  readonly confirmedByName: string | null
  readonly note: string
}

/** One that failed since was paid as long as the books had it at the bank. */
const stateOf = (since: readonly YearSince[]) => (since.length === 0 ? 'o.state' : `CASE WHEN b.booked_yen <> 0 THEN 'paid' ELSE o.state END`)
const failureOf = (since: readonly YearSince[]) => (since.length === 0 ? 'o.failure' : `CASE WHEN b.booked_yen <> 0 THEN '' ELSE o.failure END`)

const payoutColumns = (since: readonly YearSince[]) => `o.id AS "payoutId", o.gateway_payout_id AS "gatewayPayoutId", a.name AS "accountName", o.arrives_on AS "arrivesOn", ${stateOf(since)} AS state, ${failureOf(since)} AS failure, o.amount_yen AS "amountYen",
  o.has_lines AS "hasLines", coalesce(l.lines, 0)::int AS lines, coalesce(l.gross_yen, 0)::bigint AS "grossYen", coalesce(l.fee_yen, 0)::bigint AS "feeYen",
  CASE WHEN ${wasBooked(since)} THEN coalesce(b.booked_yen, 0)::bigint END AS "bookedYen", o.bank_on AS "bankOn", o.bank_yen AS "bankYen",
  ${jsonInstant('o.confirmed_at')} AS "confirmedAt", u.name AS "confirmedByName", o.note`

const payoutTables = (since: readonly YearSince[]) => `payout o JOIN payment_account a ON a.id = o.payment_account_id LEFT JOIN user_account u ON u.id = o.confirmed_by_id
  LEFT JOIN LATERAL (SELECT count(*) AS lines, sum(x.gross_yen) FILTER (WHERE x.kind <> 'fee') AS gross_yen, sum(x.fee_yen) - coalesce(sum(x.gross_yen) FILTER (WHERE x.kind = 'fee'), 0) AS fee_yen
    FROM payout_line x WHERE x.payout_id = o.id) l ON true
  LEFT JOIN LATERAL (SELECT sum(p.amount_yen) AS booked_yen FROM posting p WHERE p.account_id = a.bank_account_id
    AND p.entry_id IN (SELECT e.id FROM journal_entry e WHERE ${isOfPayout(since)})) b ON true`

/** 入金 of a fiscal year, the newest first; at a moment those that were in the books by then. Whether the bank book shows them is of now. */
export async function listPayouts({ db }: Pick<Deps, 'db'>, { fiscalYear, matter }: PayoutFilter, at: ReportMoment = ofNow): Promise<PayoutRow[]> {
  const { rows } = await readAt(db, at, (books, since) => books.query<PayoutRow>(
    `SELECT ${payoutColumns(since)} FROM ${payoutTables(since)}
     WHERE o.arrives_on BETWEEN $1 AND $2 AND CASE $3::text
       WHEN 'to_confirm' THEN ${stateOf(since)} = 'paid' AND o.confirmed_at IS NULL
       WHEN 'differing' THEN o.bank_yen <> o.amount_yen OR (${stateOf(since)} = 'paid' AND ${wasBooked(since)} AND coalesce(b.booked_yen, 0) <> o.amount_yen)
       WHEN 'failed' THEN ${stateOf(since)} = 'failed' ELSE true END${at.position === null ? '' : ` AND ${wasBooked(since)}`}
     ORDER BY o.arrives_on DESC, o.id DESC`,
    [firstDayOf(fiscalYear), lastDayOf(fiscalYear), matter],
  ))
  return rows
}

export interface PayoutLineRow {
  readonly gatewayLineId: string
  readonly kind: PayoutLineKind
  readonly sourceId: string
  readonly grossYen: Yen
  readonly feeYen: Yen
  readonly happenedAt: string
  readonly description: string
  /** The payment that it is about; null where the books do not know one. */
  readonly giftId: OnlineGiftId | null
  readonly giftName: string | null
  readonly targetTitle: string | null
  readonly method: string | null
}

export interface PayoutRecord extends PayoutRow {
  readonly linesOfIt: readonly PayoutLineRow[]
  readonly entries: readonly { readonly entryId: JournalEntryId; readonly fiscalYear: number; readonly entryNumber: number; readonly entryDate: LocalDate; readonly description: string }[]
  /** What is still at the gateway by the books: 未収金 of the account. */
  readonly receivableYen: Yen
}

/** One payout with its lines, or null. What the books have of it, and the 未収金, are of now or of a moment; all else is of now. */
export async function readPayout({ db }: Pick<Deps, 'db'>, payoutId: PayoutId, at: ReportMoment = ofNow): Promise<PayoutRecord | null> {
  const [payouts, lines, entries, receivable] = await Promise.all([
    readAt(db, at, (books, since) => books.query<PayoutRow>(`SELECT ${payoutColumns(since)} FROM ${payoutTables(since)} WHERE o.id = $1`, [payoutId])),
    db.pool.query<PayoutLineRow>(linesSql, [payoutId]),
    readAt(db, at, (books, since) => books.query<PayoutRecord['entries'][number]>(entriesSql(since), [payoutId])),
    readAt(db, at, (books, since) => books.query<{ receivableYen: Yen }>(receivableSql(since), [payoutId])),
  ])
  const [payout] = payouts.rows
  return payout === undefined ? null : { ...payout, linesOfIt: lines.rows, entries: entries.rows, receivableYen: receivable.rows[0]?.receivableYen ?? yen(0) }
}

const linesSql = `SELECT l.gateway_line_id AS "gatewayLineId", l.kind, l.source_id AS "sourceId", l.gross_yen AS "grossYen", l.fee_yen AS "feeYen",
    ${jsonInstant('l.happened_at')} AS "happenedAt", l.description, g.id AS "giftId", CASE WHEN g.giver_kind = 'anonymous' THEN '匿名' ELSE g.name END AS "giftName",
    t.title AS "targetTitle", p.method
  FROM payout_line l JOIN payout o ON o.id = l.payout_id
    LEFT JOIN online_payment p ON p.payment_account_id = o.payment_account_id AND p.payment_intent_id = l.payment_intent_id
    LEFT JOIN online_gift g ON g.id = p.gift_id LEFT JOIN giving_target t ON t.id = g.target_id
  WHERE l.payout_id = $1 ORDER BY l.happened_at, l.gateway_line_id`

const entriesSql = (since: readonly YearSince[]) => `
  SELECT e.id AS "entryId", e.fiscal_year AS "fiscalYear", e.entry_number AS "entryNumber", e.entry_date AS "entryDate", e.description
  FROM payout o JOIN journal_entry e ON ${isOfPayout(since)}
  WHERE o.id = $1 ORDER BY e.posted_at, e.entry_number`

/** The kept totals of the account, less what was posted since. */
const receivableSql = (since: readonly YearSince[]) => `
  WITH asked AS MATERIALIZED (SELECT a.receivable_account_id AS id FROM payout o JOIN payment_account a ON a.id = o.payment_account_id WHERE o.id = $1)
  SELECT (coalesce((SELECT sum(t.amount_yen) FROM funding_year_total t WHERE t.account_id = (SELECT id FROM asked)), 0)${
    since.length === 0 ? '' : ` - coalesce((SELECT sum(p.amount_yen) FROM (${laterPostings(since)}) p WHERE p.account_id = (SELECT id FROM asked)), 0)`
  })::bigint AS "receivableYen"`
