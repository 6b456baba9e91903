import { createHash } from 'node:crypto'
import type { Db } from '@sasaeai/db/database'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type BooksPosition, positionText } from './books-position.ts'
import { type BooksState, inOneState } from './in-one-state.ts'
import { keptSums, type SumsQuestion } from './kept-sums.ts'
import { type LastEntries, type NewPosting, readLastEntries, type YearSpan } from './read-new-postings.ts'

/** Sums that can be asked of a past position as well. */
export interface PastSumsQuestion<Sums> extends SumsQuestion<Sums> {
  /**
   * Takes out what came to nothing. A cell that only later postings have made would else stand there with 0, and the
   * same position would be answered for in two ways.
   */
  readonly dropEmpty: (sums: Sums) => void
  /** Whether the sums tell payers apart. */
  readonly isByPayer?: boolean
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
  const isByPayer = question.isByPayer === true
  const later = await postedSince(db, position, isByPayer)
  const { first = 0, last = Number.POSITIVE_INFINITY } = question.years
  return inOneState(db, async (books) => {
    const sums = await question.count(books)
    for (const posting of later.postings) if (posting.fiscal_year >= first && posting.fiscal_year <= last) question.add(sums, posting)
    // What was posted while the first of several questions was being answered.
    const since = await yearsSince(books, question.years, later.lastEntries)
    for (const posting of await readPostedSince(books, since, isByPayer)) question.add(sums, posting)
    question.dropEmpty(sums)
    return sums
  })
}

/** What was posted since a position, and how far the books had come then. */
interface PostedSince {
  readonly postings: readonly NewPosting[]
  readonly lastEntries: LastEntries
}

/** A report asks a dozen questions of one moment within seconds: what came after it is read once for all of them. */
const keptMillis = 5_000
const recent = new WeakMap<Db, Map<string, Promise<PostedSince>>>()

function postedSince(db: Db, position: BooksPosition, isByPayer: boolean): Promise<PostedSince> {
  const known = recent.get(db) ?? new Map<string, Promise<PostedSince>>()
  recent.set(db, known)
  const name = `${isByPayer ? 'by payer' : 'in sum'} ${positionText(position)}`
  const read = known.get(name) ?? inOneState(db, async (books) => {
    const lastEntries = await readLastEntries(books, {})
    return { lastEntries, postings: await readPostedSince(books, await yearsSince(books, {}, position), isByPayer) }
  })
  if (!known.has(name)) {
    known.set(name, read)
    const forget = () => void known.delete(name)
    // Whoever asked hears of a failure; here it only ends the keeping.
    read.then(() => setTimeout(forget, keptMillis).unref(), forget)
  }
  return read
}

/** The years in which something was posted since, each with the last number of the position. */
async function yearsSince(books: BooksState, years: YearSpan, position: LastEntries): Promise<[FiscalYear, number][]> {
  const last = await readLastEntries(books, years)
  return [...last].flatMap(([year, { number }]) => {
    const upTo = position.get(year)?.number ?? 0
    return number > upTo ? [[year, upTo] satisfies [FiscalYear, number]] : []
  })
}

/** What was posted since, summed by day and dimension and with the sign turned, so that adding it takes it away. */
async function readPostedSince(books: BooksState, since: readonly [FiscalYear, number][], isByPayer: boolean): Promise<NewPosting[]> {
  if (since.length === 0) return []
  const payer = isByPayer ? 'p.supporter_id' : 'NULL::uuid'
  // Years and numbers stand in the text: how much it reads depends on them, and it is asked once for each position.
  const { rows } = await books.query<NewPosting>(`
    SELECT p.fiscal_year, p.entry_date, p.account_id, p.funding_source_id, p.campaign_id, p.collection_method_id, p.area_id,
        p.fund_id, p.dues_kind_id, p.dues_year::text AS dues_year, ${payer} AS supporter_id,
        (-sum(p.amount_yen))::bigint AS amount_yen, (-sum(p.count))::bigint AS count, (-count(*))::bigint AS postings
      FROM (${since.map(([year, number]) => `SELECT id FROM journal_entry WHERE fiscal_year = ${year} AND entry_number > ${number}`).join(' UNION ALL ')}) e
      JOIN posting p ON p.entry_id = e.id
      GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11`)
  return rows
}
