import { groundAt } from '@sasaeai/db/ground-at'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type LocalDate, localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { FundDetails } from '@sasaeai/domain/donation/fund/fund-details'
import { type FundInput, type FundReportFigures, fundReportFiguresSchema } from '@sasaeai/domain/donation/fund/fund-report-input'
import type { FundMovements } from '@sasaeai/domain/donation/fund/fund-standing'
import type { FundId, FundReportId, JournalEntryId, LedgerAccountId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { isAmong, type YearSince } from '../../ledger/posted-since.ts'
import { readAt } from '../../ledger/read-at.ts'
import { groundMomentOf, ofNow, type ReportMoment } from '../../ledger/report-moment.ts'
import { sumsAt } from '../../ledger/sums-at.ts'
import { fundMovementsJson, fundMovementsSql, fundSumValues } from './fund-movements-sql.ts'
import { fundYearSums } from './fund-year-sums.ts'

/** A fund with all that ever moved in it, year by year. */
export interface FundRow extends FundDetails {
  readonly fundId: FundId
  readonly closedOn: LocalDate | null
  readonly revision: number
  readonly movements: readonly FundMovements[]
}

/** Every fund, closed ones included, in the order of their codes. */
export async function listFundStandings({ db }: Pick<Deps, 'db'>, at: ReportMoment = ofNow): Promise<FundRow[]> {
  const sums = await sumsAt(db, fundYearSums, at.position)
  const { rows } = await groundAt(db, groundMomentOf(at)).pool.query<FundRow>(`${fundSql} ORDER BY f.code`, fundSumValues(sums.values()))
  return rows
}

/** Money that left a fund or came from another one, with its entry. */
export interface FundMovement {
  readonly entryId: JournalEntryId
  readonly entryNumber: number
  readonly entryDate: LocalDate
  readonly description: string
  readonly reason: string
  readonly accountName: string
  /** 使用 is above zero; a 振替 is above zero where it came in. */
  readonly usedYen: Yen
  readonly transferredYen: Yen
  /** Whether it was undone, and whether it undoes another. */
  readonly isReversed: boolean
  readonly isReversal: boolean
}

export interface FundReport {
  readonly reportId: FundReportId
  readonly title: string
  readonly body: string
  readonly message: string
  readonly beneficiaries: number | null
  readonly publishedOn: LocalDate | null
  readonly figures: FundReportFigures | null
  readonly photo: { readonly sha256: string; readonly altText: string } | null
  readonly revision: number
}

export interface FundInFull {
  readonly fund: FundRow
  readonly fiscalYear: FiscalYear
  readonly movements: readonly FundMovement[]
  readonly reports: readonly FundReport[]
  readonly today: LocalDate
  /** What its spending may be booked on, and what was taken last time. */
  readonly choices: FundChoices
}

interface Choice<Id> {
  readonly id: Id
  readonly name: string
}

export interface FundChoices {
  readonly cash: readonly Choice<LedgerAccountId>[]
  readonly expenses: readonly Choice<LedgerAccountId>[]
  readonly income: readonly Choice<LedgerAccountId>[]
  readonly funds: readonly Choice<FundId>[]
  readonly usualCashId: LedgerAccountId | null
  readonly usualExpenseId: LedgerAccountId | null
  /** The account that most of its money came in on. */
  readonly usualIncomeId: LedgerAccountId | null
}

/** One fund as a year sees it; null when it is not there. Of a past moment its reports and what may be chosen are of now. */
export async function readFund(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  { fundId, fiscalYear }: Omit<FundInput, 'postedUntil'>,
  at: ReportMoment = ofNow,
): Promise<FundInFull | null> {
  const sums = await sumsAt(db, fundYearSums, at.position)
  const ofFund = [...sums.values()].filter((sum) => sum.fundId === fundId)
  const [found, movements, reports, choices] = await Promise.all([
    groundAt(db, groundMomentOf(at)).pool.query<FundRow>(`${fundSql} WHERE f.id = $6`, [...fundSumValues(ofFund), fundId]),
    readAt(db, at, (books, since) => books.query<FundMovement>(movementSql(since), [fundId, fiscalYear])),
    db.pool.query<Omit<FundReport, 'figures'> & { figures: unknown }>(reportSql, [fundId, fiscalYear]),
    db.pool.query<FundChoices>(choiceSql, [fundId]),
  ])
  const [fund] = found.rows
  const [choice] = choices.rows
  if (fund === undefined || choice === undefined) return null
  return {
    fund,
    fiscalYear,
    movements: movements.rows,
    reports: reports.rows.map((report) => ({ ...report, figures: fundReportFiguresSchema.nullable().parse(report.figures) })),
    today: localDateInTokyo(at.moment ?? now()),
    choices: choice,
  }
}

const fundSql = `
  SELECT f.id AS "fundId", f.code, f.name, f.purpose, f.public_description AS "publicDescription", f.target_yen AS "targetYen",
    f.is_restricted AS "isRestricted", f.closed_on AS "closedOn", f.revision,
    coalesce(m.movements, '[]') AS movements
  FROM fund f LEFT JOIN (SELECT y.fund_id, ${fundMovementsJson} AS movements FROM (${fundMovementsSql}) y GROUP BY y.fund_id) m ON m.fund_id = f.id`

const movementSql = (since: readonly YearSince[]) => `
  SELECT e.id AS "entryId", e.entry_number AS "entryNumber", e.entry_date AS "entryDate", e.description, e.reason, a.name AS "accountName",
    CASE WHEN a.category = 'expense' THEN p.amount_yen ELSE 0 END AS "usedYen",
    CASE WHEN a.category = 'income' THEN -p.amount_yen ELSE 0 END AS "transferredYen",
    EXISTS (SELECT 1 FROM journal_entry x WHERE x.reverses_entry_id = e.id AND NOT ${isAmong(since, 'x')}) AS "isReversed", e.reverses_entry_id IS NOT NULL AS "isReversal"
  FROM posting p JOIN journal_entry e ON e.id = p.entry_id JOIN ledger_account a ON a.id = p.account_id
  WHERE p.fund_id = $1 AND p.entry_date >= make_date($2, 4, 1) AND p.entry_date < make_date($2 + 1, 4, 1)
    AND (a.category = 'expense' OR a.category = 'income' AND p.funding_source_id IS NULL) AND NOT ${isAmong(since, 'e')}
  ORDER BY e.entry_date DESC, e.entry_number DESC, p.line_number`

const reportSql = `
  SELECT id AS "reportId", title, body, message, beneficiaries, published_on AS "publishedOn", figures, revision,
    (SELECT json_build_object('sha256', encode(p.sha256, 'hex'), 'altText', p.alt_text) FROM fund_report_photo p WHERE p.report_id = fund_report.id) AS photo
  FROM fund_report WHERE fund_id = $1 AND fiscal_year = $2 ORDER BY id DESC`

const accountsOf = (category: 'asset' | 'expense' | 'income') => `
  (SELECT coalesce(json_agg(json_build_object('id', id, 'name', code || ' ' || name) ORDER BY code), '[]') FROM ledger_account
    WHERE category = '${category}' AND book = 'council' AND NOT is_heading AND closed_on IS NULL)`

/** As last time for this fund, else what the council usually takes. */
const choiceSql = `
  WITH last_use AS (
    SELECT (SELECT p.account_id FROM posting p WHERE p.entry_id = e.id AND p.amount_yen > 0 LIMIT 1) AS expense_id,
      (SELECT p.account_id FROM posting p WHERE p.entry_id = e.id AND p.amount_yen < 0 LIMIT 1) AS cash_id
    FROM journal_entry e WHERE e.source_kind = 'fund_use' AND EXISTS (SELECT 1 FROM posting p WHERE p.entry_id = e.id AND p.fund_id = $1)
    ORDER BY e.id DESC LIMIT 1)
  SELECT ${accountsOf('asset')} AS cash, ${accountsOf('expense')} AS expenses, ${accountsOf('income')} AS income,
    (SELECT coalesce(json_agg(json_build_object('id', id, 'name', code || ' ' || name) ORDER BY code), '[]') FROM fund
      WHERE id <> $1 AND closed_on IS NULL) AS funds,
    coalesce((SELECT cash_id FROM last_use), (SELECT default_cash_account_id FROM council WHERE id = 1)) AS "usualCashId",
    (SELECT expense_id FROM last_use) AS "usualExpenseId",
    (SELECT t.account_id FROM funding_year_total t JOIN ledger_account a ON a.id = t.account_id AND a.category = 'income' AND a.closed_on IS NULL
      WHERE t.fund_id = $1 GROUP BY t.account_id ORDER BY sum(t.amount_yen), t.account_id LIMIT 1) AS "usualIncomeId"`
