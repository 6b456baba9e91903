import type { Db } from '@sasaeai/db/database'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { JournalSpan } from '@sasaeai/domain/ledger/journal-export/journal-export-input'

/**
 * Entries that wait to go out: of a span of days, posted up to a point in the books, and in no export yet. Numbers are
 * given in the order of commits, so that nothing slips in below the point later.
 */
export interface WaitingEntries {
  readonly firstDay: LocalDate | null
  readonly lastDay: LocalDate
  /** The last number of each fiscal year, as JSON of Postgres. */
  readonly lastNumbers: string
}

/** What waits at this moment. */
export async function waitingEntries({ pool }: Pick<Db, 'pool'>, { firstDay, lastDay }: JournalSpan): Promise<WaitingEntries> {
  const { rows } = await pool.query<{ lastNumbers: string }>(
    `SELECT coalesce(jsonb_object_agg(fiscal_year, last_number), '{}')::text AS "lastNumbers" FROM number_counter WHERE series = 'journal_entry'`,
  )
  return { firstDay, lastDay, lastNumbers: rows[0]?.lastNumbers ?? '{}' }
}

/** The condition on `journal_entry e`; its three places are those of `waitingValues`. */
export const waitingCondition = `($1::date IS NULL OR e.entry_date >= $1::date) AND e.entry_date <= $2::date
  AND e.entry_number <= ($3::jsonb ->> e.fiscal_year::text)::int
  AND NOT EXISTS (SELECT 1 FROM journal_export_entry x WHERE x.entry_id = e.id)`

export function waitingValues({ firstDay, lastDay, lastNumbers }: WaitingEntries): (string | null)[] {
  return [firstDay, lastDay, lastNumbers]
}
