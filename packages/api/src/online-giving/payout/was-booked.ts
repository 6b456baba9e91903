import { isAmong, type YearSince } from '../../ledger/posted-since.ts'
import { wasPosted } from '../../ledger/stands-sql.ts'

/** Whether `payout o` is in the books, or was before what was posted since, as SQL. Of now the payout itself tells it. */
export function wasBooked(since: readonly YearSince[]): string {
  return `(o.entry_id IS NOT NULL${wasPosted('o.entry_id', since)})`
}

/** Whether `journal_entry e` is of `payout o`: books it, or puts it right. What was posted since a position is none of it. */
export function isOfPayout(since: readonly YearSince[]): string {
  return `(e.id = o.entry_id OR e.reverses_entry_id = o.entry_id OR e.corrects_entry_id = o.entry_id) AND NOT ${isAmong(since, 'e')}`
}
