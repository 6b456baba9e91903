import { createHash } from 'node:crypto'
import type { Db } from '@sasaeai/db/database'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { GroundVersions } from './read-ground-data.ts'

/** How far the books have come: it differs whenever anything that reports are made of has changed. */
export interface BooksVersion extends GroundVersions {
  /**
   * The last entry of each fiscal year that has any. Its id says more than its number: a database restored from a backup
   * gives the same numbers again to other entries.
   */
  readonly lastEntryIds: ReadonlyMap<FiscalYear, string>
}

/**
 * Reads the version. Ask before reading what it is to stand for: then it may be older than the figures, which costs a
 * needless recount, but never newer, which would keep an old figure alive.
 */
export async function readBooksVersion(db: Db): Promise<BooksVersion> {
  const { rows } = await db.pool.query<GroundVersions & { year: FiscalYear | null; id: string | null }>({
    name: 'books-version',
    text: `SELECT g.version AS ground, g.dues_version AS dues, g.goal_version AS goals, g.gift_version AS gifts, e.fiscal_year AS year, e.id
      FROM ground_version g LEFT JOIN (
        number_counter n JOIN journal_entry e ON e.fiscal_year = n.fiscal_year AND e.entry_number = n.last_number
      ) ON n.series = 'journal_entry'`,
  })
  const lastEntryIds = rows.flatMap(({ year, id }) => (year === null || id === null ? [] : [[year, id] as const]))
  const { ground = 0, dues = 0, goals = 0, gifts = 0 } = rows[0] ?? {}
  return { ground, dues, goals, gifts, lastEntryIds: new Map(lastEntryIds) }
}

/** The version in a few characters. */
export function booksVersionText({ ground, dues, goals, gifts, lastEntryIds }: BooksVersion): string {
  const ids = [...lastEntryIds.values()].toSorted().join()
  return `${ground}.${dues}.${goals}.${gifts}.${createHash('md5').update(ids).digest('base64url')}`
}
