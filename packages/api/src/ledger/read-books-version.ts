import type { Db } from '@sasaeai/db/database'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'

/** How far the books have come: it differs whenever anything that reports are made of has changed. */
export interface BooksVersion {
  /** Of the council's own tables. */
  readonly ground: number
  /** Entries per fiscal year; their numbers only ever rise. */
  readonly entries: ReadonlyMap<FiscalYear, number>
}

/**
 * Reads the version. Ask before reading what it is to stand for: then it may be older than the figures, which costs a
 * needless recount, but never newer, which would keep an old figure alive.
 */
export async function readBooksVersion(db: Db): Promise<BooksVersion> {
  const { rows } = await db.pool.query<{ ground: number; year: FiscalYear | null; entries: number | null }>({
    name: 'books-version',
    text: `SELECT g.version AS ground, n.fiscal_year AS year, n.last_number AS entries
      FROM ground_version g LEFT JOIN number_counter n ON n.series = 'journal_entry'`,
  })
  const entries = rows.flatMap(({ year, entries: count }) =>
    year === null || count === null ? [] : [[year, count] as const],
  )
  return { ground: rows[0]?.ground ?? 0, entries: new Map(entries) }
}

/** The version in a few characters. */
export function booksVersionText({ ground, entries }: BooksVersion): string {
  return `${ground}.${[...entries.values()].reduce((sum, count) => sum + count, 0)}`
}
