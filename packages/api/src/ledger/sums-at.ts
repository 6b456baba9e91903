import { createHash } from 'node:crypto'
import type { Db } from '@sasaeai/db/database'
import { type BooksPosition, positionText } from './books-position.ts'
import { inOneState } from './in-one-state.ts'
import { copyOfKept, keptSums, lastKnownSums, type SumsQuestion } from './kept-sums.ts'
import { newPostingsSince } from './newest-postings.ts'
import { type PostedSince, readPostedSince, visitPosted, yearsSince } from './posted-since.ts'
import { type LastEntries, readLastEntries, type SummedPosting } from './read-new-postings.ts'

/** Sums that can be asked of a past position as well. */
export interface PastSumsQuestion<Sums> extends SumsQuestion<Sums> {
  /**
   * Takes out what came to nothing. A cell that only later postings have made would else stand there with 0, and the
   * same position would be answered for in two ways.
   */
  readonly dropEmpty: (sums: Sums) => void
  /** Set where the sums tell neither areas nor payers apart: what came after the position is then added to them day by day. */
  readonly isByDay?: boolean
  /** Makes sums of their own of the present ones: those of a past position are made from them, and the present ones are kept. */
  readonly copy?: (sums: Sums) => Sums
}

/**
 * The sums as the books stood at a position, or as they are now where it is null. A past answer never changes: it is
 * worked out once, from the kept totals less what was posted since, and kept. Read it, and do not change it.
 */
export function sumsAt<Sums>(db: Db, question: PastSumsQuestion<Sums>, position: BooksPosition | null): Promise<Sums> {
  if (position === null) return keptSums(db, question)
  const shelf = shelves.get(db) ?? new Map<string, PastAnswer>()
  shelves.set(db, shelf)
  const name = createHash('md5').update(`${question.name}\n${positionText(position)}`).digest('base64url')
  // The name tells the question, so what is kept under it is of the question's type.
  const known = shelf.get(name)
  const answer: PastAnswer = known ?? { rows: rowsOfQuestion, sums: countAt(db, question, position) }
  // The least recently asked stands first, and goes first.
  shelf.delete(name)
  shelf.set(name, answer)
  const sums = answer.sums as Promise<Sums>
  if (known === undefined) {
    sums.then(
      (counted) => {
        answer.rows += question.rowsIn(counted)
        makeRoom(shelf)
      },
      // A failed reading is no answer: the next one asks again.
      () => void shelf.delete(name),
    )
  }
  return sums
}

interface PastAnswer {
  rows: number
  readonly sums: Promise<unknown>
}

/** Half of what the present sums may take up (kept-sums): past moments are asked for less often. */
const mostRows = 25_000
const rowsOfQuestion = 10

const shelves = new WeakMap<Db, Map<string, PastAnswer>>()

function makeRoom(shelf: Map<string, PastAnswer>): void {
  let rows = 0
  for (const answer of shelf.values()) rows += answer.rows
  for (const [name, answer] of shelf) {
    if (rows <= mostRows) return
    rows -= answer.rows
    shelf.delete(name)
  }
}

async function countAt<Sums>(db: Db, question: PastSumsQuestion<Sums>, position: BooksPosition): Promise<Sums> {
  // Present sums that are not kept yet are counted meanwhile: whoever asks next, of now or of another moment, finds them.
  const keeping = question.copy !== undefined && lastKnownSums(db, question) === undefined ? keptSums(db, question) : undefined
  const [later] = await Promise.all([postedSince(db, position), keeping])
  const sums = (await copyAt(db, question, later)) ?? (await countWithout(db, question, later))
  question.dropEmpty(sums)
  return sums
}

/** From a copy of the present sums; null where there is none, or too much has been posted meanwhile to take it off entry by entry. */
async function copyAt<Sums>(db: Db, question: PastSumsQuestion<Sums>, later: PostedLater): Promise<Sums | null> {
  const kept = question.copy === undefined ? null : await copyOfKept(db, question, question.copy)
  const since = kept === null ? null : await newPostingsSince(db, later.lastEntries, question.years)
  if (kept === null || since === null) return null
  const { sums, lastEntries } = kept
  visitPosted(later.posted, spanOf(question), (posting) => question.add(sums, posting))
  for (const posting of since.postings) {
    // The copy does not know what has come after it.
    if (posting.entry_number > (lastEntries.get(posting.fiscal_year)?.number ?? 0)) continue
    question.add(sums, { ...posting, amount_yen: -posting.amount_yen, count: -posting.count, postings: -posting.postings })
  }
  return sums
}

/** Counted from the kept totals. */
function countWithout<Sums>(db: Db, question: PastSumsQuestion<Sums>, later: PostedLater): Promise<Sums> {
  return inOneState(db, async (books) => {
    const sums = await question.count(books)
    const add = (posting: SummedPosting) => question.add(sums, posting)
    visitPosted(later.posted, spanOf(question), add)
    // What was posted while the first of several questions was being answered.
    const since = await readPostedSince(books, await yearsSince(books, question.years, later.lastEntries))
    visitPosted(since, spanOf(question), add)
    return sums
  })
}

function spanOf<Sums>({ years, isByDay = false }: PastSumsQuestion<Sums>) {
  return { years, isByDay }
}

/** What was posted since a position, and how far the books had come then. */
interface PostedLater {
  readonly posted: PostedSince
  readonly lastEntries: LastEntries
}

/** A report asks a dozen questions of one moment within seconds: what came after it is read once for all of them. */
const keptMillis = 5_000
const recent = new WeakMap<Db, Map<string, Promise<PostedLater>>>()

function postedSince(db: Db, position: BooksPosition): Promise<PostedLater> {
  const known = recent.get(db) ?? new Map<string, Promise<PostedLater>>()
  recent.set(db, known)
  const name = positionText(position)
  const read = known.get(name) ?? inOneState(db, async (books) => {
    const lastEntries = await readLastEntries(books, {})
    return { lastEntries, posted: await readPostedSince(books, await yearsSince(books, {}, position)) }
  })
  if (!known.has(name)) {
    known.set(name, read)
    const forget = () => void known.delete(name)
    // Whoever asked hears of a failure; here it only ends the keeping.
    read.then(() => setTimeout(forget, keptMillis).unref(), forget)
  }
  return read
}
