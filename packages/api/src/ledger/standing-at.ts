import { isLater, type YearSince } from './posted-since.ts'

/** How a statement on records that came with an entry tells which of them stand: now, or before what was posted since a position. */
export interface StandingAt {
  /** The CTE that the conditions need, to stand before others; nothing for now. */
  readonly prelude: string
  /** Whether the record was there and not undone; the columns are the id of its entry, and whether it is undone now. */
  readonly stands: (entryId: string, isUndone: string) => string
  /** Whether it was there and undone. */
  readonly isUndone: (entryId: string, isUndone: string) => string
}

export function standingAt(since: readonly YearSince[]): StandingAt {
  if (since.length === 0) return { prelude: '', stands: (_entryId, isUndone) => `NOT ${isUndone}`, isUndone: (_entryId, isUndone) => isUndone }
  const wasThere = (entryId: string) => `${entryId} NOT IN (SELECT id FROM later)`
  const undoneLater = 'IN (SELECT reverses_entry_id FROM later WHERE reverses_entry_id IS NOT NULL)'
  return {
    prelude: `${laterEntries(since)},`,
    stands: (entryId, isUndone) => `(${wasThere(entryId)} AND (NOT ${isUndone} OR ${entryId} ${undoneLater}))`,
    isUndone: (entryId, isUndone) => `(${wasThere(entryId)} AND ${isUndone} AND ${entryId} NOT ${undoneLater})`,
  }
}

/** What was posted since a position, with what it undoes, as the CTE `later`; of one year at least. */
export function laterEntries(since: readonly YearSince[]): string {
  return `later AS MATERIALIZED (${since.map((each) => `SELECT id, reverses_entry_id FROM journal_entry WHERE ${isLater(each)}`).join(' UNION ALL ')})`
}
