import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LedgerSum, ScheduleAccount } from '@sasaeai/domain/funding-indicator/statutory-paper/schedule-control'
import type { Deps } from '../../deps.ts'
import type { ReportMoment } from '../../ledger/report-moment.ts'

/** The last entry of the year that counts; null for all of them, 0 where there was none by then. */
export function lastEntryOf({ position }: ReportMoment, fiscalYear: FiscalYear): number | null {
  return position === null ? null : (position.get(fiscalYear)?.number ?? 0)
}

/** Everything in the accounts of income of a year, by source: from the kept totals now, from the postings of a past moment. */
export async function readIncomeOfYear({ db }: Pick<Deps, 'db'>, fiscalYear: FiscalYear, at: ReportMoment): Promise<LedgerSum[]> {
  const lastEntry = lastEntryOf(at, fiscalYear)
  const source = lastEntry === null
    ? 'funding_year_total t WHERE t.fiscal_year = $1'
    : 'posting t JOIN journal_entry e ON e.id = t.entry_id WHERE t.fiscal_year = $1 AND e.entry_number <= $2'
  const { rows } = await db.pool.query<LedgerSum>(
    `SELECT l."accountId", l."sourceId", s.name AS "sourceName", l."amountYen" FROM (
        SELECT t.account_id AS "accountId", t.funding_source_id AS "sourceId", (-sum(t.amount_yen))::bigint AS "amountYen"
          FROM ${source} AND t.account_id = ANY (ARRAY(SELECT id FROM ledger_account WHERE category = 'income')) GROUP BY 1, 2) l
      LEFT JOIN funding_source s ON s.id = l."sourceId" ORDER BY s.code NULLS LAST`,
    lastEntry === null ? [fiscalYear] : [fiscalYear, lastEntry],
  )
  return rows
}

/** The accounts of income, in the order of their codes. */
export async function readIncomeAccounts({ db }: Pick<Deps, 'db'>): Promise<ScheduleAccount[]> {
  const { rows } = await db.pool.query<ScheduleAccount>(
    `SELECT id AS "accountId", code, name, site_code AS "siteCode" FROM ledger_account WHERE category = 'income' AND NOT is_heading ORDER BY code`,
  )
  return rows
}
