import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { IntakeBatchId, LedgerAccountId } from '@sasaeai/domain/ids'
import type { AccountBook } from '@sasaeai/domain/ledger/account-book'
import type { BookedMoney } from '@sasaeai/domain/intake/line-warnings'
import type { Deps } from '../deps.ts'
import { isAmong, laterPostings, type YearSince } from '../ledger/posted-since.ts'
import { readAt } from '../ledger/read-at.ts'
import { ofNow, type ReportMoment } from '../ledger/report-moment.ts'

/** 日計表: what came in on one day. */
export interface DailyReport {
  readonly day: LocalDate
  /** By kind and method. Amounts in yen, reversals of the day taken off. */
  readonly kinds: readonly {
    readonly sourceName: string
    readonly detailName: string | null
    readonly methodName: string | null
    /** Slips: postings of the day. */
    readonly slips: number
    /** 件数 as the method counts. */
    readonly count: number
    readonly amountYen: number
  }[]
  readonly batches: readonly {
    readonly batchId: IntakeBatchId
    readonly intakeNumber: number
    readonly bearer: string
    readonly areaName: string | null
    readonly lines: number
    readonly amountYen: number
    readonly postedByName: string
  }[]
  /** What the day changed in each account of money: this is what has to lie in the box. */
  readonly cash: readonly {
    readonly accountId: LedgerAccountId
    readonly accountName: string
    /** 支会の現金 lies in a box of its own. */
    readonly book: AccountBook
    readonly amountYen: number
  }[]
  readonly totalYen: number
  /** Batches of that day that are not in the books yet. */
  readonly waiting: number
}

/**
 * The report of a day, from the kept totals: it shows what the ledger holds, or held at a moment, whichever door it came in by.
 * What waits to be booked is of now.
 */
export async function readDailyReport({ db }: Pick<Deps, 'db'>, day: LocalDate, at: ReportMoment = ofNow): Promise<DailyReport> {
  const [kinds, batches, cash, waiting] = await Promise.all([
    readAt(db, at, (books, since) => books.query<DailyReport['kinds'][number]>(kindsSql(since), [day])),
    readAt(db, at, (books, since) => books.query<DailyReport['batches'][number]>(batchesSql(since), [day])),
    readAt(db, at, (books, since) => books.query<DailyReport['cash'][number]>(cashSql(since), [day])),
    db.pool.query<{ waiting: number }>(
      `SELECT count(*)::int AS waiting FROM intake_batch WHERE received_on = $1 AND status IN ('draft', 'submitted')`,
      [day],
    ),
  ])
  return {
    day,
    kinds: kinds.rows,
    batches: batches.rows,
    cash: cash.rows,
    totalYen: kinds.rows.reduce((sum, row) => sum + row.amountYen, 0),
    waiting: waiting.rows[0]?.waiting ?? 0,
  }
}

/** The day's kept totals, less what was posted `since` a position. */
const totalsOf = (since: readonly YearSince[]) => (since.length === 0 ? 'funding_total' : `(
    SELECT entry_date, fiscal_year, account_id, funding_source_id, campaign_id, dues_kind_id, fund_id, collection_method_id, amount_yen, count, postings
      FROM funding_total WHERE entry_date = $1
    UNION ALL SELECT l.entry_date, l.fiscal_year, l.account_id, l.funding_source_id, l.campaign_id, l.dues_kind_id, l.fund_id, l.collection_method_id,
        -l.amount_yen, -l.count, -1 FROM (${laterPostings(since)}) l WHERE l.entry_date = $1)`)

const kindsSql = (since: readonly YearSince[]) => `
  SELECT s.name AS "sourceName", coalesce(c.name, k.name, f.name) AS "detailName", m.name AS "methodName",
    sum(t.postings)::int AS slips, sum(t.count)::bigint AS count, -sum(t.amount_yen)::bigint AS "amountYen"
  FROM ${totalsOf(since)} t JOIN funding_source s ON s.id = t.funding_source_id
    LEFT JOIN campaign c ON c.id = t.campaign_id LEFT JOIN dues_kind k ON k.id = t.dues_kind_id
    LEFT JOIN fund f ON f.id = t.fund_id LEFT JOIN collection_method m ON m.id = t.collection_method_id
  WHERE t.entry_date = $1 AND t.fiscal_year = extract(year FROM $1::date)::int - (extract(month FROM $1::date) < 4)::int
  GROUP BY s.code, s.name, c.code, c.name, k.code, k.name, f.code, f.name, m.code, m.name HAVING sum(t.postings) > 0
  ORDER BY s.code, c.code, k.code, f.code, m.code`

const batchesSql = (since: readonly YearSince[]) => `
  SELECT b.id AS "batchId", b.intake_number AS "intakeNumber", b.bearer, a.name AS "areaName",
    b.control_count AS lines, b.control_total_yen AS "amountYen", u.name AS "postedByName"
  FROM intake_batch b JOIN user_account u ON u.id = b.posted_by_id LEFT JOIN area a ON a.id = b.area_id
  WHERE b.status = 'posted' AND b.received_on = $1${since.length === 0 ? '' : ` AND EXISTS (SELECT 1 FROM journal_entry e WHERE e.intake_batch_id = b.id AND NOT ${isAmong(since, 'e')})`}
  ORDER BY b.intake_number`

const cashSql = (since: readonly YearSince[]) => `
  SELECT a.id AS "accountId", a.name AS "accountName", a.book, sum(t.amount_yen)::bigint AS "amountYen"
  FROM ${totalsOf(since)} t JOIN ledger_account a ON a.id = t.account_id
  WHERE t.entry_date = $1 AND a.category = 'asset'
    AND t.fiscal_year = extract(year FROM $1::date)::int - (extract(month FROM $1::date) < 4)::int
  GROUP BY a.id, a.code, a.name, a.book HAVING sum(t.postings) > 0 ORDER BY a.book, a.code`

/** Money booked on a day and not taken back, for spotting a slip that came twice. */
export async function readBookedMoney({ db }: Deps, day: LocalDate): Promise<BookedMoney[]> {
  const { rows } = await db.pool.query<BookedMoney>(
    `SELECT p.area_id AS "areaId", p.funding_source_id AS "fundingSourceId", p.campaign_id AS "campaignId",
       -p.amount_yen AS "amountYen", e.entry_number AS "entryNumber"
     FROM posting p JOIN journal_entry e ON e.id = p.entry_id
     WHERE p.entry_date = $1 AND p.funding_source_id IS NOT NULL AND p.amount_yen < 0
       AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_entry_id = e.id)
     ORDER BY e.entry_number`,
    [day],
  )
  return rows
}
