import { isAmong, type YearSince } from './posted-since.ts'

/** Whether an entry is in the books and was not undone, or was so before what was posted since, as SQL. */
export function stands(entryId: string, since: readonly YearSince[]): string {
  return `NOT EXISTS (SELECT 1 FROM journal_entry u WHERE u.reverses_entry_id = ${entryId} AND NOT ${isAmong(since, 'u')})${wasPosted(entryId, since)}`
}

/** ` AND …`: leaves out an entry that was posted since; nothing of now. */
export function wasPosted(entryId: string, since: readonly YearSince[]): string {
  return since.length === 0 ? '' : ` AND NOT EXISTS (SELECT 1 FROM journal_entry s WHERE s.id = ${entryId} AND ${isAmong(since, 's')})`
}
