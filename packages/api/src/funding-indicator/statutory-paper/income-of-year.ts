import { groundAt } from '@sasaeai/db/ground-at'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LedgerSum, ScheduleAccount } from '@sasaeai/domain/funding-indicator/statutory-paper/schedule-control'
import type { FundingSourceId } from '@sasaeai/domain/ids'
import { negateYen, yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { groundMomentOf, type ReportMoment } from '../../ledger/report-moment.ts'
import { sumsAt } from '../../ledger/sums-at.ts'
import { ledgerYearSums } from '../income/ledger-year-sums.ts'

/** The accounts of income in the order of their codes, and everything that stands in them of a year, by source in the order of theirs. */
export interface IncomeOfYear {
  readonly accounts: readonly ScheduleAccount[]
  readonly ledger: readonly LedgerSum[]
}

export async function readIncomeOfYear({ db }: Pick<Deps, 'db'>, fiscalYear: FiscalYear, at: ReportMoment): Promise<IncomeOfYear> {
  const { pool } = groundAt(db, groundMomentOf(at))
  const [sums, { rows: accounts }, { rows: sources }] = await Promise.all([
    sumsAt(db, ledgerYearSums, at.position),
    pool.query<ScheduleAccount>(`SELECT id AS "accountId", code, name, site_code AS "siteCode" FROM ledger_account WHERE category = 'income' AND NOT is_heading ORDER BY code`),
    pool.query<{ id: FundingSourceId; name: string }>('SELECT id, name FROM funding_source ORDER BY code'),
  ])
  const ofIncome = new Set(accounts.map(({ accountId }) => accountId))
  const ofYear = [...sums.values()].filter((sum) => sum.fiscalYear === fiscalYear && ofIncome.has(sum.accountId))
  return {
    accounts,
    ledger: [...sources, { id: null, name: null }].flatMap(({ id: sourceId, name: sourceName }) =>
      ofYear.flatMap((sum) => (sum.sourceId === sourceId ? [{ accountId: sum.accountId, sourceId, sourceName, amountYen: negateYen(yen(sum.amountYen)) }] : []))),
  }
}
