import type { Db } from '@sasaeai/db/database'
import type { BooksPosition } from './books-position.ts'
import { type BooksState, inOneState } from './in-one-state.ts'
import { type YearSince, yearsSince } from './posted-since.ts'

/** Reads from what is kept, told what of it was posted since a position and is to be left out: nothing where it is null, of now. */
export function readAt<Result>(
  db: Db,
  position: BooksPosition | null,
  read: (books: BooksState, since: readonly YearSince[]) => Promise<Result>,
): Promise<Result> {
  if (position === null) return read(db.pool, [])
  return inOneState(db, async (books) => read(books, await yearsSince(books, {}, position)))
}
