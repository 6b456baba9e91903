import { type LocalDate, localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { RevenueList, RevenueStreamDetails, RevenueStreamInput } from '@sasaeai/domain/donation/revenue/revenue-stream-details'
import type { JournalEntryId, LedgerAccountId, RevenueReceiptId, RevenueStreamId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { isAmong, type YearSince } from '../../ledger/posted-since.ts'
import { readAt } from '../../ledger/read-at.ts'
import { ofNow, type ReportMoment } from '../../ledger/report-moment.ts'
import { liveReceipts } from './live-receipts-sql.ts'

/** A machine, a sponsor or a project with what it brought. Amounts gross, in yen, by the day that they came. */
export interface RevenueStreamRow extends RevenueStreamDetails {
  readonly streamId: RevenueStreamId
  readonly revision: number
  readonly closedOn: LocalDate | null
  readonly supporterName: string | null
  readonly supporterNumber: number | null
  readonly fundingSourceName: string
  readonly fundName: string | null
  readonly thisYearYen: Yen
  readonly lastYearYen: Yen
  readonly allYen: Yen
  readonly allFeeYen: Yen
  readonly lastReceivedOn: LocalDate | null
  /** Months of a machine for which commission stands, by their first days. */
  readonly receivedMonths: readonly LocalDate[]
}

export interface RevenueStreams {
  readonly streams: readonly RevenueStreamRow[]
  readonly today: LocalDate
}

/** What there is of one kind, closed ones included, with its figures as of a year; as it is registered now, with what it had brought by the moment. */
export async function listRevenueStreams(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  { fiscalYear, kind }: Omit<RevenueList, 'postedUntil'>,
  at: ReportMoment = ofNow,
): Promise<RevenueStreams> {
  const { rows } = await readAt(db, at, (books, since) => books.query<RevenueStreamRow>(`${streamSql(since)} WHERE r.kind = $2 ORDER BY length(r.code), r.code`, [fiscalYear, kind]))
  return { streams: rows, today: localDateInTokyo(at.moment ?? now()) }
}

export interface RevenueReceiptRow {
  readonly receiptId: RevenueReceiptId
  readonly month: LocalDate | null
  readonly receivedOn: LocalDate
  readonly grossYen: Yen
  readonly feeYen: Yen
  readonly isGoods: boolean
  readonly isLive: boolean
  readonly entryId: JournalEntryId
  readonly entryNumber: number
}

interface Choice {
  readonly id: LedgerAccountId
  readonly name: string
}

export interface RevenueStreamInFull {
  readonly stream: RevenueStreamRow
  readonly receipts: readonly RevenueReceiptRow[]
  readonly today: LocalDate
  readonly cash: readonly Choice[]
  readonly expenses: readonly Choice[]
  readonly usualCashId: LedgerAccountId | null
}

/** One of them with everything that came; null when it is gone. */
export async function readRevenueStream(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  { streamId, fiscalYear }: Omit<RevenueStreamInput, 'postedUntil'>,
  at: ReportMoment = ofNow,
): Promise<RevenueStreamInFull | null> {
  const [found, receipts, choices] = await Promise.all([
    readAt(db, at, (books, since) => books.query<RevenueStreamRow>(`${streamSql(since)} WHERE r.id = $2`, [fiscalYear, streamId])),
    readAt(db, at, (books, since) => books.query<RevenueReceiptRow>(receiptSql(since), [streamId])),
    db.pool.query<Pick<RevenueStreamInFull, 'cash' | 'expenses' | 'usualCashId'>>(choiceSql, [streamId]),
  ])
  const [stream] = found.rows
  const [choice] = choices.rows
  if (stream === undefined || choice === undefined) return null
  return { stream, receipts: receipts.rows, today: localDateInTokyo(at.moment ?? now()), ...choice }
}

const receivedIn = (year: string) => `x.received_on >= make_date(${year}, 4, 1) AND x.received_on < make_date(${year} + 1, 4, 1)`

const streamSql = (since: readonly YearSince[]) => `
  WITH ${liveReceipts(since)}
  SELECT r.id AS "streamId", r.kind, r.code, r.name, r.supporter_id AS "supporterId", s.name AS "supporterName", s.number AS "supporterNumber",
    r.funding_source_id AS "fundingSourceId", f.name AS "fundingSourceName", r.fund_id AS "fundId", u.name AS "fundName", r.starts_on AS "startsOn", r.ends_on AS "endsOn",
    r.expected_yen AS "expectedYen", r.place, r.terms, r.display, r.fee_account_id AS "feeAccountId", r.note, r.revision, r.closed_on AS "closedOn",
    b.this_year AS "thisYearYen", b.last_year AS "lastYearYen", b.gross AS "allYen", b.fee AS "allFeeYen", b.last_on AS "lastReceivedOn", b.months AS "receivedMonths"
  FROM revenue_stream r JOIN funding_source f ON f.id = r.funding_source_id LEFT JOIN fund u ON u.id = r.fund_id LEFT JOIN supporter s ON s.id = r.supporter_id
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(x.gross_yen) FILTER (WHERE ${receivedIn('$1')}), 0)::bigint AS this_year, coalesce(sum(x.gross_yen) FILTER (WHERE ${receivedIn('$1 - 1')}), 0)::bigint AS last_year,
      coalesce(sum(x.gross_yen), 0)::bigint AS gross, coalesce(sum(x.fee_yen), 0)::bigint AS fee, max(x.received_on) AS last_on,
      coalesce(json_agg(x.month ORDER BY x.month) FILTER (WHERE x.month IS NOT NULL), '[]') AS months
    FROM live x WHERE x.stream_id = r.id) b`

const receiptSql = (since: readonly YearSince[]) => `
  WITH ${liveReceipts(since)}
  SELECT x.id AS "receiptId", x.month, x.received_on AS "receivedOn", x.gross_yen AS "grossYen", x.fee_yen AS "feeYen", x.is_goods AS "isGoods", x.id IN (SELECT id FROM live) AS "isLive",
    e.id AS "entryId", e.entry_number AS "entryNumber"
  FROM revenue_receipt x JOIN journal_entry e ON e.id = x.entry_id WHERE x.stream_id = $1 AND NOT ${isAmong(since, 'e')} ORDER BY x.received_on DESC, e.entry_number DESC`

const accountsOf = (category: 'asset' | 'expense') => `
  (SELECT coalesce(json_agg(json_build_object('id', id, 'name', code || ' ' || name) ORDER BY code), '[]') FROM ledger_account
    WHERE category = '${category}' AND book = 'council' AND NOT is_heading AND closed_on IS NULL)`

/** As last time, else the council's usual account. */
const choiceSql = `
  SELECT ${accountsOf('asset')} AS cash, ${accountsOf('expense')} AS expenses,
    coalesce(
      (SELECT p.account_id FROM revenue_receipt x JOIN posting p ON p.entry_id = x.entry_id AND p.line_number = 1 WHERE x.stream_id = $1 AND NOT x.is_goods ORDER BY x.id DESC LIMIT 1),
      (SELECT default_cash_account_id FROM council WHERE id = 1)) AS "usualCashId"`
