import { type FiscalYear, firstDayOf, lastDayOf } from '@sasaeai/domain/calendar/fiscal-year'
import type { GiftFact } from '@sasaeai/domain/funding-indicator/indicator/indicator-facts'
import type { GroundData } from '@sasaeai/domain/ledger/ground-data'
import type { Deps } from '../../deps.ts'
import { positionText } from '../../ledger/books-position.ts'
import { keptAnswer } from '../../ledger/kept-answers.ts'
import { keptSums } from '../../ledger/kept-sums.ts'
import { readLastEntries } from '../../ledger/read-new-postings.ts'
import type { ReportMoment } from '../../ledger/report-moment.ts'
import { giftPostings, giftSources } from '../gift-postings.ts'

export type GiftsOfYears = ReadonlyMap<FiscalYear, GiftFact>

interface GiftsQuestion {
  /** They follow each other. */
  readonly years: readonly FiscalYear[]
  readonly ground: GroundData
  readonly at: Pick<ReportMoment, 'position'>
}

/**
 * 寄附 of some years: how many, how much, and the one in the middle. A year in which nothing was posted since reads as it is
 * now, and of now it is read anew only when a gift was posted.
 */
export async function readGiftFacts(deps: Pick<Deps, 'db'>, { years, ground, at: { position } }: GiftsQuestion): Promise<GiftsOfYears> {
  const asked = { years, ground }
  if (position === null) return readNow(deps, asked)
  return keptAnswer(deps.db, { question: ['gifts of years', positionText(position), ...giftSources(ground), ...years], version: ground.version }, async () => {
    // Looked up in this order: what comes between the two counts as later, and its year is looked through.
    const now = await readNow(deps, asked)
    const last = await readLastEntries(deps.db.pool, { first: years[0], last: years.at(-1) })
    const since = years.filter((year) => (last.get(year)?.number ?? 0) > (position.get(year)?.number ?? 0))
    if (since.length === 0) return now
    const booked = await readBooked(deps, { years: since, ground })
    return new Map([...now, ...since.map((year) => [year, giftsUntil(booked.get(year), position.get(year)?.number ?? 0)] as const)])
  })
}

interface YearsAsked {
  readonly years: readonly FiscalYear[]
  readonly ground: GroundData
}

/** The last year, in which gifts go on coming, is kept apart from those before it. */
async function readNow(deps: Pick<Deps, 'db'>, { years, ground }: YearsAsked): Promise<GiftsOfYears> {
  const parts = [years.slice(0, -1), years.slice(-1)].filter(({ length }) => length > 0)
  const read = await Promise.all(parts.map((some) => keptUntilGift(deps, { question: 'gifts of years', years: some, ground }, () => readGifts(deps, { years: some, ground }))))
  return new Map(read.flatMap((some) => [...some]))
}

/** An answer made of the gifts of some years, from memory until one of these years gets another or has one undone. */
async function keptUntilGift<Answer>(
  { db }: Pick<Deps, 'db'>,
  { question, years, ground }: YearsAsked & { readonly question: string },
  read: () => Promise<Answer>,
): Promise<Answer> {
  const sources = giftSources(ground)
  const { counting, postings } = await keptSums(db, giftPostings(sources))
  const version = [ground.version, counting, ...years.map((year) => postings.get(String(year)) ?? 0)].join()
  return keptAnswer(db, { question: [question, ...sources, ...years], version }, read)
}

async function readGifts({ db }: Pick<Deps, 'db'>, { years, ground }: YearsAsked): Promise<GiftsOfYears> {
  const { rows } = await db.pool.query<GiftFact & { fiscalYear: FiscalYear }>(giftsSql, giftValues({ years, ground }))
  return new Map(rows.map(({ fiscalYear, ...gifts }) => [fiscalYear, gifts]))
}

/** The gifts of a year one by one, in columns: some thousand of them, of which any moment of the year is made. */
interface BookedGifts {
  /** The number of each gift's entry. */
  readonly numbers: readonly number[]
  readonly amounts: readonly number[]
  /** The number of the entry by which it was undone in the same year; 0 for none. */
  readonly undoneBy: readonly number[]
}

function readBooked(deps: Pick<Deps, 'db'>, asked: YearsAsked): Promise<ReadonlyMap<FiscalYear, BookedGifts>> {
  return keptUntilGift(deps, { ...asked, question: 'booked gifts' }, async () => {
    const { rows } = await deps.db.pool.query<Record<keyof BookedGifts, string> & { fiscalYear: FiscalYear }>(bookedSql, giftValues(asked))
    return new Map(rows.map(({ fiscalYear, numbers, amounts, undoneBy }) => [
      fiscalYear, { numbers: numbersOf(numbers), amounts: numbersOf(amounts), undoneBy: numbersOf(undoneBy) },
    ]))
  })
}

function numbersOf(column: string): number[] {
  return JSON.parse(`[${column}]`)
}

/** What stood of a year when its entries had come to a number. */
function giftsUntil({ numbers, amounts, undoneBy }: BookedGifts = { numbers: [], amounts: [], undoneBy: [] }, last: number): GiftFact {
  const hasCome = (number: number) => 0 < number && number <= last
  const stood = amounts.filter((_, place) => hasCome(numbers[place] ?? 0) && !hasCome(undoneBy[place] ?? 0)).toSorted((left, right) => left - right)
  return { count: stood.length, amountYen: stood.reduce((sum, amount) => sum + amount, 0), medianYen: medianOf(stood) }
}

function medianOf(sorted: readonly number[]): number | null {
  const [lower, upper] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return lower === undefined || upper === undefined ? null : Math.round((lower + upper) / 2)
}

function giftValues({ years, ground }: YearsAsked): unknown[] {
  return [years, giftSources(ground), years.map((year) => firstDayOf(year)), years.map((year) => lastDayOf(year))]
}

/** One that counts several givers or went from door to door is a 戸別 batch, and no gift. */
const batches = `
  batch AS MATERIALIZED (
    SELECT p.entry_id FROM unnest($3::date[], $4::date[]) AS y(first_day, last_day)
      JOIN posting p ON p.funding_source_id = ANY ($2::uuid[]) AND p.entry_date BETWEEN y.first_day AND y.last_day
      LEFT JOIN collection_method m ON m.id = p.collection_method_id
      WHERE abs(p.count) > 1 OR m.count_meaning = 'households')`

/** By what an entry was undone in its own year: one entry at the most undoes another, and it is looked up for the few that were undone at all. */
const undoing = 'SELECT entry_number FROM (SELECT entry_number, fiscal_year FROM journal_entry WHERE reverses_entry_id = k.entry_id OFFSET 0) r WHERE r.fiscal_year = k.fiscal_year'

/** An entry is a gift, however many purposes it has. One that was undone by an entry of the same year is none. */
const giftsSql = `
  WITH ${batches},
    gift AS (
      SELECT k.fiscal_year, k.amount_yen FROM kept_gift k
        WHERE k.fiscal_year = ANY ($1::int[]) AND k.entry_id NOT IN (SELECT entry_id FROM batch) AND (NOT k.is_undone OR NOT EXISTS (${undoing})))
  SELECT y.year AS "fiscalYear", count(g.amount_yen) AS count, coalesce(sum(g.amount_yen), 0)::bigint AS "amountYen",
      round(percentile_cont(0.5) WITHIN GROUP (ORDER BY g.amount_yen)::numeric)::bigint AS "medianYen"
    FROM unnest($1::int[]) AS y(year) LEFT JOIN gift g ON g.fiscal_year = y.year
    GROUP BY y.year`

const bookedSql = `
  WITH ${batches}
  SELECT k.fiscal_year AS "fiscalYear", string_agg(e.entry_number::text, ',') AS numbers, string_agg(k.amount_yen::text, ',') AS amounts,
      string_agg(coalesce(CASE WHEN k.is_undone THEN (${undoing}) END, 0)::text, ',') AS "undoneBy"
    FROM kept_gift k JOIN journal_entry e ON e.id = k.entry_id
    WHERE k.fiscal_year = ANY ($1::int[]) AND k.entry_id NOT IN (SELECT entry_id FROM batch)
    GROUP BY k.fiscal_year`
