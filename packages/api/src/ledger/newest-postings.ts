import type { Db } from '@sasaeai/db/database'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type LastEntries, type NewPosting, type NewPostings, readLastEntries, readNewPostings, type YearSpan } from './read-new-postings.ts'

/** The end of the books as this process has read it: all that was posted after `start`, up to `lastEntries`. */
interface Newest {
  readonly start: LastEntries
  readonly lastEntries: LastEntries
  readonly postings: readonly NewPosting[]
}

interface Place {
  known?: Newest
  running?: Promise<unknown>
  /** Whoever asks while one reading goes on gets the next, which begins after they asked. */
  waiting?: Promise<Newest> | undefined
}

const places = new WeakMap<Db, Place>()

/** Some hundred kilobytes; then the keeping begins anew. */
const mostPostings = 2_000

/**
 * What has been posted since `known`, like `readNewPostings`. A page asks for half a dozen sums at once, which want the same
 * few entries: these are read by one statement for all of them. Whoever is further behind reads by itself.
 */
export async function newPostingsSince(db: Db, known: LastEntries, years: YearSpan): Promise<NewPostings | null> {
  return newOf(await readNewest(db), known, years) ?? readNewPostings(db, known, years)
}

function readNewest(db: Db): Promise<Newest> {
  const place = places.get(db) ?? {}
  places.set(db, place)
  place.waiting ??= afterRunning(place, async () => {
    const newest = await readOn(db, place.known)
    place.known = newest
    return newest
  })
  return place.waiting
}

async function afterRunning(place: Place, work: () => Promise<Newest>): Promise<Newest> {
  await place.running
  const running = work()
  place.running = running.catch(() => {})
  place.waiting = undefined
  return running
}

async function readOn(db: Db, known: Newest | undefined): Promise<Newest> {
  const news = known === undefined ? null : await readNewPostings(db, known.lastEntries, {})
  if (known !== undefined && news !== null) {
    if (news.postings.length === 0) return known
    const postings = [...known.postings, ...news.postings]
    return postings.length <= mostPostings ? { ...known, lastEntries: news.lastEntries, postings } : { start: known.lastEntries, ...news }
  }
  // Nothing was known, too much was posted at once, or the books were set back.
  const lastEntries = await readLastEntries(db.pool, {})
  return { start: lastEntries, lastEntries, postings: [] }
}

/** Null where the end of the books does not reach back so far, or where they have been set back meanwhile. */
function newOf(newest: Newest, known: LastEntries, { first, last }: YearSpan): NewPostings | null {
  const isAsked = (year: FiscalYear) => (first ?? year) <= year && year <= (last ?? year)
  if ([...known.keys()].some((year) => !newest.lastEntries.has(year))) return null
  const lastEntries = new Map([...newest.lastEntries].filter(([year]) => isAsked(year)))
  if ([...lastEntries.keys()].some((year) => !reachesBack(newest, known, year))) return null
  const postings = newest.postings.filter(({ fiscal_year: year, entry_number: number }) => isAsked(year) && number > (known.get(year)?.number ?? 0))
  return { lastEntries, postings }
}

/** Whether everything after the known entry of a year is there. Its id tells whether it is that very entry. */
function reachesBack({ start, lastEntries, postings }: Newest, known: LastEntries, year: FiscalYear): boolean {
  const entry = known.get(year)
  if (entry === undefined) return !start.has(year)
  return [start, lastEntries].some((ends) => ends.get(year)?.id === entry.id) || postings.some(({ entry_id: id }) => id === entry.id)
}
