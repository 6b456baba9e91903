import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { FundId, FundingSourceId, LedgerAccountId } from '@sasaeai/domain/ids'
import type { PastSumsQuestion } from '../../ledger/sums-at.ts'

/** What a fund came to in a year, account and source, as booked. */
export interface FundYearSum {
  readonly fundId: FundId
  readonly fiscalYear: FiscalYear
  readonly accountId: LedgerAccountId
  readonly sourceId: FundingSourceId | null
  amountYen: number
}

type FundYearSums = Map<string, FundYearSum>

/** What moved in the funds, of all years: what is left in a fund is of all of them. */
export const fundYearSums: PastSumsQuestion<FundYearSums> = {
  name: 'funds by year',
  years: {},
  count: async (books) => {
    const { rows } = await books.query<FundYearSum>({
      name: 'fund-year-sums',
      text: `SELECT fund_id AS "fundId", fiscal_year AS "fiscalYear", account_id AS "accountId", funding_source_id AS "sourceId", sum(amount_yen)::bigint AS "amountYen"
        FROM funding_year_total WHERE fund_id IS NOT NULL GROUP BY 1, 2, 3, 4`,
    })
    const sums: FundYearSums = new Map()
    for (const row of rows) raise(sums, row)
    return sums
  },
  add: (sums, { fund_id: fundId, fiscal_year: fiscalYear, account_id: accountId, funding_source_id: sourceId, amount_yen: amountYen }) => {
    if (fundId !== null) raise(sums, { fundId, fiscalYear, accountId, sourceId, amountYen })
  },
  dropEmpty: (sums) => {
    for (const [key, { amountYen }] of sums) if (amountYen === 0) sums.delete(key)
  },
  rowsIn: (sums) => sums.size,
  isByDay: true,
  copy: structuredClone,
}

function raise(sums: FundYearSums, row: FundYearSum): void {
  const key = `${row.fundId}/${row.fiscalYear}/${row.accountId}/${row.sourceId ?? ''}`
  const sum = sums.get(key)
  if (sum === undefined) sums.set(key, { ...row })
  else sum.amountYen += row.amountYen
}
