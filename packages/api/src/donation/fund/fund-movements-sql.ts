/**
 * What moved in every fund, a fund and fiscal year a row, in yen: from the kept totals, or from sums `t` of the same columns.
 * Income without a funding source is what a 振替 carried.
 */
export function fundMovementsSql(moved = 'funding_year_total t'): string {
  return `SELECT t.fund_id, t.fiscal_year,
      coalesce(-sum(t.amount_yen) FILTER (WHERE a.category = 'income' AND t.funding_source_id IS NOT NULL), 0)::bigint AS received,
      coalesce(-sum(t.amount_yen) FILTER (WHERE a.category = 'income' AND t.funding_source_id IS NULL), 0)::bigint AS transferred,
      coalesce(sum(t.amount_yen) FILTER (WHERE a.category = 'expense'), 0)::bigint AS used
    FROM ${moved} JOIN ledger_account a ON a.id = t.account_id AND a.category IN ('income', 'expense')
    WHERE t.fund_id IS NOT NULL GROUP BY t.fund_id, t.fiscal_year`
}

/** Such rows `y` as domain/donation/fund reads them, the first year first. */
export const fundMovementsJson = `coalesce(json_agg(json_build_object('fiscalYear', y.fiscal_year, 'receivedYen', y.received, 'transferredYen', y.transferred, 'usedYen', y.used)
  ORDER BY y.fiscal_year), '[]')`
