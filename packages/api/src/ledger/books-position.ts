import type { BooksState } from './in-one-state.ts'
import type { LastEntries } from './read-new-postings.ts'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'

/**
 * 時点: how far the books had come at a moment, per fiscal year its last entry. A year without an entry by then is not
 * in it. What lies up to a position never changes: entries are numbered without gaps, and never changed.
 */
export type BooksPosition = LastEntries

/**
 * The position at a moment: in each year everything before the first entry that was posted after the moment. Said that
 * way it stays what it is once anything has been posted since: a transaction that began before the moment and is still
 * under way gets a higher number than what is there already, and comes after it.
 */
export async function readBooksPosition(books: BooksState, moment: Date): Promise<BooksPosition> {
  const { rows } = await books.query<{ year: FiscalYear; number: number; id: string }>({
    name: 'books-position',
    text: positionSql,
    values: [moment],
  })
  return new Map(rows.map(({ year, number, id }) => [year, { number, id }]))
}

/** The position in a few characters that no other position has. */
export function positionText(position: BooksPosition): string {
  return [...position].toSorted(([left], [right]) => left - right).map(([year, { number, id }]) => `${year}.${number}.${id}`).join(' ')
}

/**
 * The time of an entry is when its transaction began, its number the order in which they were done, so both orders
 * differ by as much as a transaction takes. The lowest number after the moment is therefore looked for among what was
 * posted within ten minutes of the first: no post takes as long.
 */
const positionSql = `
  SELECT c.fiscal_year AS year, e.entry_number AS number, e.id
    FROM number_counter c
    LEFT JOIN LATERAL (SELECT posted_at FROM journal_entry WHERE fiscal_year = c.fiscal_year AND posted_at > $1
      ORDER BY posted_at LIMIT 1) next ON true
    LEFT JOIN LATERAL (SELECT min(entry_number) AS number FROM journal_entry WHERE fiscal_year = c.fiscal_year
      AND posted_at > $1 AND posted_at <= next.posted_at + interval '10 minutes') later ON true
    JOIN journal_entry e ON e.fiscal_year = c.fiscal_year AND e.entry_number = coalesce(later.number - 1, c.last_number)
    WHERE c.series = 'journal_entry'`
