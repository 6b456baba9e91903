import { laterPostings, type YearSince } from './posted-since.ts'

interface KeptTotals {
  readonly table: 'funding_total' | 'funding_year_total'
  /** Of them what is asked for, beside `amount_yen` and `postings`. */
  readonly columns: readonly string[]
  /** Which of them, as SQL. */
  readonly only?: string
}

/** The kept totals, less what was posted since: to be read FROM. Of now they are the table itself. */
export function keptTotalsAt({ table, columns, only = 'true' }: KeptTotals, since: readonly YearSince[]): string {
  if (since.length === 0) return table
  return `(
    SELECT ${columns.join(', ')}, amount_yen, postings FROM ${table} WHERE ${only}
    UNION ALL SELECT ${columns.join(', ')}, -amount_yen, -1 FROM (${laterPostings(since)}) later_posting WHERE ${only})`
}

/** The same of dues. */
export function duesTotalsAt(since: readonly YearSince[]): string {
  const columns = ['dues_year', 'dues_kind_id', 'funding_source_id', 'area_id', 'account_id', 'entry_date']
  return keptTotalsAt({ table: 'funding_total', columns, only: 'dues_year IS NOT NULL' }, since)
}
