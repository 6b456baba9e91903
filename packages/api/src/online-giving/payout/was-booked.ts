import { isAmong, type YearSince } from '../../ledger/posted-since.ts'

/** Whether `payout o` is in the books, or was before what was posted since, as SQL. Of now the payout itself tells it. */
export function wasBooked(since: readonly YearSince[]): string {
  return since.length === 0 ? 'o.entry_id IS NOT NULL' : `EXISTS (SELECT FROM journal_entry w WHERE w.id = o.entry_id AND NOT ${isAmong(since, 'w')})`
}

/** Whether `journal_entry e` is of `payout o`: books it, or puts it right. What was posted since a position is none of it. */
export function isOfPayout(since: readonly YearSince[]): string {
  return `(e.id = o.entry_id OR e.reverses_entry_id = o.entry_id OR e.corrects_entry_id = o.entry_id) AND NOT ${isAmong(since, 'e')}`
}
