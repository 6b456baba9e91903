import { laterPostings, type YearSince } from '../../ledger/posted-since.ts'

/** The kept totals of dues, less what was posted since: to be read FROM. */
export function duesTotalsAt(since: readonly YearSince[]): string {
  if (since.length === 0) return 'funding_total'
  const columns = ['dues_year', 'dues_kind_id', 'funding_source_id', 'area_id', 'account_id', 'entry_date']
  return `(
    SELECT ${columns.join(', ')}, amount_yen, postings FROM funding_total WHERE dues_year IS NOT NULL
    UNION ALL SELECT ${columns.map((column) => `l.${column}`).join(', ')}, -l.amount_yen, -1 FROM (${laterPostings(since)}) l WHERE l.dues_year IS NOT NULL)`
}
