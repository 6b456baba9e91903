import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LedgerYearSum } from '@sasaeai/domain/funding-indicator/income/income-years'
import type { FundingSourceId, LedgerAccountId } from '@sasaeai/domain/ids'
import type { PastSumsQuestion } from '../../ledger/sums-at.ts'

/** What each account and source came to in a year, as booked, under a key of its own. */
export type LedgerYearSums = Map<string, LedgerYearSum & { amountYen: number }>

/** All years at once: whichever ten are asked for, they are in it, and a few thousand rows are all there ever are. */
export const ledgerYearSums: PastSumsQuestion<LedgerYearSums> = {
  name: 'accounts and sources by year',
  years: {},
  count: async (books) => {
    const { rows } = await books.query<LedgerYearSum>({
      name: 'ledger-year-sums',
      text: `SELECT fiscal_year AS "fiscalYear", account_id AS "accountId", funding_source_id AS "sourceId", sum(amount_yen)::bigint AS "amountYen"
        FROM funding_year_total GROUP BY 1, 2, 3`,
    })
    const sums: LedgerYearSums = new Map()
    for (const row of rows) raise(sums, row)
    return sums
  },
  add: (sums, { fiscal_year: fiscalYear, account_id: accountId, funding_source_id: sourceId, amount_yen: amountYen }) =>
    raise(sums, { fiscalYear, accountId, sourceId, amountYen }),
  dropEmpty: (sums) => {
    for (const [key, { amountYen }] of sums) if (amountYen === 0) sums.delete(key)
  },
  rowsIn: (sums) => sums.size,
  isByDay: true,
  copy: (sums) => new Map([...sums].map(([key, sum]) => [key, { ...sum }])),
}

function raise(sums: LedgerYearSums, { fiscalYear, accountId, sourceId, amountYen }: LedgerYearSum): void {
  const key = keyOf(fiscalYear, accountId, sourceId)
  const sum = sums.get(key)
  if (sum === undefined) sums.set(key, { fiscalYear, accountId, sourceId, amountYen })
  else sum.amountYen += amountYen
}

function keyOf(fiscalYear: FiscalYear, accountId: LedgerAccountId, sourceId: FundingSourceId | null): string {
  return `${fiscalYear}/${accountId}/${sourceId ?? ''}`
}
