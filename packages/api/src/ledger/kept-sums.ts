import type { Db } from '@sasaeai/db/database'
import { type BooksState, inOneState } from './in-one-state.ts'
import { newPostingsSince } from './newest-postings.ts'
import { type LastEntries, readLastEntries, type SummedPosting, type YearSpan } from './read-new-postings.ts'

/** Sums over the postings of some years, which can be counted anew and can be brought up to date posting by posting. */
export interface SumsQuestion<Sums> {
  /** Tells the question with everything that the sums depend on, but for the entries. */
  readonly name: string
  readonly years: YearSpan
  /** Counts the whole, from the kept totals. */
  readonly count: (books: BooksState) => Promise<Sums>
  /** Adds a posting of those years that has come since. */
  readonly add: (sums: Sums, posting: SummedPosting) => void
  /** How many rows the sums are, so that what is kept has a bound. */
  readonly rowsIn: (sums: Sums) => number
}

/**
 * All rows kept by one process together, some 300 bytes each. A question counts as a few rows by itself; one that is
 * larger than all of this is counted anew each time.
 */
const mostRows = 50_000
const rowsOfQuestion = 10

/**
 * The sums as the books are now. They are counted once and kept in memory with the last entry that they hold; later
 * questions read the entries posted since, whichever server posted them, and add them. The ledger is append-only and
 * numbered without gaps, so what is added up is what a count would find (funding-indicator/kept-figures.test.ts). The sums belong to all who
 * ask and are brought up to date in place: read them at once, and do not change them.
 */
export function keptSums<Sums>(db: Db, question: SumsQuestion<Sums>): Promise<Sums> {
  const shelf = shelfOf(db)
  const place = placeOf(shelf, question)
  // The least recently asked stands first, and goes first.
  shelf.delete(question.name)
  shelf.set(question.name, place)
  place.waiting ??= afterRunning(place, async () => {
    const sums = await bringUpToDate(db, question, place)
    makeRoom(shelf)
    return sums
  })
  return place.waiting
}

/** The sums as they were last asked for, if they still are kept: good enough for a guess. */
export function lastKnownSums<Sums>(db: Db, question: SumsQuestion<Sums>): Sums | undefined {
  return placeOf(shelfOf(db), question).known?.sums
}

/** A copy of sums that are kept, and how far the books had come with them; null where none are kept. */
export async function copyOfKept<Sums>(db: Db, question: SumsQuestion<Sums>, copy: (sums: Sums) => Sums): Promise<{ sums: Sums; lastEntries: LastEntries } | null> {
  if (lastKnownSums(db, question) === undefined) return null
  await keptSums(db, question)
  // Nobody has come in between: sums and their last entries are brought up to date together.
  const { known } = placeOf(shelfOf(db), question)
  return known === undefined ? null : { sums: copy(known.sums), lastEntries: known.lastEntries }
}

interface Place<Sums> {
  known?: { readonly sums: Sums; lastEntries: LastEntries } | undefined
  rows: number
  /** Sums are brought up to date by one asker at a time, or a posting would be added twice. */
  running?: Promise<unknown>
  /** Whoever asks meanwhile gets the next round, which begins after they asked. */
  waiting?: Promise<Sums> | undefined
}

type Shelf = Map<string, Place<unknown>>
const shelves = new WeakMap<Db, Shelf>()

function shelfOf(db: Db): Shelf {
  const known = shelves.get(db)
  if (known !== undefined) return known
  const shelf: Shelf = new Map()
  shelves.set(db, shelf)
  return shelf
}

/** The name tells the question, so what is kept under it is of the question's type. */
function placeOf<Sums>(shelf: Shelf, { name }: SumsQuestion<Sums>): Place<Sums> {
  return (shelf.get(name) ?? { rows: 0 }) as Place<Sums>
}

async function afterRunning<Sums>(place: Place<Sums>, work: () => Promise<Sums>): Promise<Sums> {
  await place.running
  const running = work()
  place.running = running.catch(() => {})
  place.waiting = undefined
  return running
}

async function bringUpToDate<Sums>(db: Db, question: SumsQuestion<Sums>, place: Place<Sums>): Promise<Sums> {
  const { known } = place
  const news = known === undefined ? null : await newPostingsSince(db, known.lastEntries, question.years)
  if (known !== undefined && news !== null) {
    // Whatever fails in between must not leave half of it behind.
    place.known = undefined
    for (const posting of news.postings) question.add(known.sums, posting)
    known.lastEntries = news.lastEntries
    place.known = known
  } else {
    place.known = await inOneState(db, async (books) => ({
      lastEntries: await readLastEntries(books, question.years),
      sums: await question.count(books),
    }))
  }
  place.rows = rowsOfQuestion + question.rowsIn(place.known.sums)
  return place.known.sums
}

function makeRoom(shelf: Shelf): void {
  let rows = 0
  for (const place of shelf.values()) rows += place.rows
  for (const [name, place] of shelf) {
    if (rows <= mostRows) return
    rows -= place.rows
    shelf.delete(name)
  }
}
