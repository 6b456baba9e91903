import type { Db } from '@sasaeai/db/database'
import type { BooksVersion } from '../ledger/read-books-version.ts'
import { readYearOfTotals, type YearOfTotals, type YearUntil } from './read-funding-totals.ts'

/** A page looks at two years; a few people look at different days. */
const mostYears = 16
const kept = new WeakMap<Db, Map<string, Promise<YearOfTotals>>>()

/**
 * A year's totals, from memory while nothing has been posted to that year and the council's own tables are as they
 * were. So a post of this year costs a recount of this year, and last year is counted once.
 */
export function yearOfTotals(db: Db, wanted: YearUntil, version: BooksVersion): Promise<YearOfTotals> {
  const years = kept.get(db) ?? new Map<string, Promise<YearOfTotals>>()
  kept.set(db, years)
  const key = [wanted.year, wanted.until, version.entries.get(wanted.year) ?? 0, version.ground].join('/')
  const known = years.get(key)
  if (known !== undefined) return known
  const read = readYearOfTotals(db, wanted)
  // A failed reading is no answer: the next one asks again.
  read.catch(() => years.delete(key))
  years.set(key, read)
  const [oldest] = years.keys()
  if (years.size > mostYears && oldest !== undefined) years.delete(oldest)
  return read
}
