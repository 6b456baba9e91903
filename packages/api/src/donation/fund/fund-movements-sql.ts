import type { FundYearSum } from './fund-year-sums.ts'

/**
 * What moved in every fund, a fund and fiscal year a row, in yen, from the sums in $1 to $5 (`fundSumValues`). Income without a
 * funding source is what a 振替 carried. What came to nothing is left out: of a past moment it may be of later postings.
 */
export const fundMovementsSql = `SELECT t.fund_id, t.fiscal_year,
      coalesce(-sum(t.amount_yen) FILTER (WHERE a.category = 'income' AND t.funding_source_id IS NOT NULL), 0)::bigint AS received,
      coalesce(-sum(t.amount_yen) FILTER (WHERE a.category = 'income' AND t.funding_source_id IS NULL), 0)::bigint AS transferred,
      coalesce(sum(t.amount_yen) FILTER (WHERE a.category = 'expense'), 0)::bigint AS used
    FROM unnest($1::uuid[], $2::int[], $3::uuid[], $4::uuid[], $5::bigint[]) AS t(fund_id, fiscal_year, account_id, funding_source_id, amount_yen)
      JOIN ledger_account a ON a.id = t.account_id AND a.category IN ('income', 'expense')
    WHERE t.amount_yen <> 0 GROUP BY t.fund_id, t.fiscal_year`

/** Such rows `y` as domain/donation/fund reads them, the first year first. */
export const fundMovementsJson = `json_agg(json_build_object('fiscalYear', y.fiscal_year, 'receivedYen', y.received, 'transferredYen', y.transferred, 'usedYen', y.used)
  ORDER BY y.fiscal_year)`

export function fundSumValues(sums: Iterable<FundYearSum>): unknown[] {
  const all = [...sums]
  return [
    all.map(({ fundId }) => fundId), all.map(({ fiscalYear }) => fiscalYear), all.map(({ accountId }) => accountId), all.map(({ sourceId }) => sourceId), all.map(({ amountYen }) => amountYen),
  ]
}
