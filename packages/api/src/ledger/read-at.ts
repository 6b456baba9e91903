import type { Db } from '@sasaeai/db/database'
import { type BooksState, inOneState } from './in-one-state.ts'
import { type YearSince, yearsSince } from './posted-since.ts'
import { groundMomentOf, type ReportMoment } from './report-moment.ts'

/**
 * Reads from what is kept, told what of it was posted since a moment and is to be left out: nothing where it is now. The council's
 * own tables are those of the moment, too (groundAt).
 */
export function readAt<Result>(
  db: Db,
  at: ReportMoment,
  read: (books: BooksState, since: readonly YearSince[]) => Promise<Result>,
): Promise<Result> {
  const { position } = at
  if (position === null) return read(db.pool, [])
  return inOneState(db, async (books) => read(books, await yearsSince(books, {}, position)), groundMomentOf(at))
}
