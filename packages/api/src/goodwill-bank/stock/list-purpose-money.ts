import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { firstDayOf, fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { FundId, GoodwillPurposeId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { laterPostings, type YearSince } from '../../ledger/posted-since.ts'
import { readAt } from '../../ledger/read-at.ts'
import { ofNow, type ReportMoment } from '../../ledger/report-moment.ts'

/** Money of a purpose over a fiscal year up to a day, in yen; 繰越 is what was there before its first day. */
export interface PurposeMoney {
  readonly purposeId: GoodwillPurposeId
  readonly purposeName: string
  readonly fundId: FundId
  readonly fundName: string
  readonly carriedYen: Yen
  readonly receivedYen: Yen
  readonly usedYen: Yen
  /** 振替: carried over from other funds (+) or to them (−). */
  readonly transferredYen: Yen
  readonly balanceYen: Yen
}

/**
 * お金の残高 by purpose, read from the books: what came into its fund (income with a funding source) less what was spent from
 * it (expense), by whichever door, and what was carried over between funds.
 */
export async function listPurposeMoney(
  { db }: Pick<Deps, 'db'>,
  { fiscalYear, asOf }: { fiscalYear: FiscalYear; asOf: LocalDate },
  at: ReportMoment = ofNow,
): Promise<PurposeMoney[]> {
  const yearByDays = Math.min(fiscalYear, fiscalYearOf(asOf))
  const { rows } = await readAt(db, at, (books, since) => books.query<PurposeMoney>(
    `SELECT p.id AS "purposeId", p.name AS "purposeName", f.id AS "fundId", f.name AS "fundName",
       coalesce(-sum(t.amount_yen) FILTER (WHERE t.entry_date < $1), 0)::bigint AS "carriedYen",
       coalesce(-sum(t.amount_yen) FILTER (WHERE t.entry_date >= $1 AND t.category = 'income' AND t.is_received), 0)::bigint AS "receivedYen",
       coalesce(-sum(t.amount_yen) FILTER (WHERE t.entry_date >= $1 AND t.category = 'income' AND NOT t.is_received), 0)::bigint AS "transferredYen",
       coalesce(sum(t.amount_yen) FILTER (WHERE t.entry_date >= $1 AND t.category = 'expense'), 0)::bigint AS "usedYen",
       coalesce(-sum(t.amount_yen), 0)::bigint AS "balanceYen"
     FROM goodwill_purpose p JOIN fund f ON f.id = p.fund_id
     LEFT JOIN (SELECT d.fund_id, d.entry_date, d.amount_yen, a.category, d.funding_source_id IS NOT NULL AS is_received FROM (${totalsAt(since)}) d JOIN ledger_account a ON a.id = d.account_id
       WHERE a.category IN ('income', 'expense') AND d.entry_date <= $2) t ON t.fund_id = f.id
     GROUP BY p.id, f.id, f.name ORDER BY p.code`,
    [firstDayOf(fiscalYear), asOf, yearByDays],
  ))
  return rows
}

/** Years that are over before the day as a whole, and those from $3 on by days; less what was posted `since` a position. */
const totalsAt = (since: readonly YearSince[]) => `
       SELECT fund_id, make_date(fiscal_year, 4, 1) AS entry_date, amount_yen, funding_source_id, account_id FROM funding_year_total
         WHERE fund_id IS NOT NULL AND fiscal_year < $3::int
       UNION ALL SELECT fund_id, entry_date, amount_yen, funding_source_id, account_id FROM funding_total
         WHERE fund_id IS NOT NULL AND fiscal_year >= $3::int AND entry_date <= $2${since.length === 0 ? '' : `
       UNION ALL SELECT l.fund_id, l.entry_date, -l.amount_yen, l.funding_source_id, l.account_id FROM (${laterPostings(since)}) l WHERE l.fund_id IS NOT NULL`}`
