import { type FiscalYear, firstDayOf, lastDayOf } from '@sasaeai/domain/calendar/fiscal-year'
import type { GiftFact } from '@sasaeai/domain/funding-indicator/indicator/indicator-facts'
import type { FundingSourceId } from '@sasaeai/domain/ids'
import type { GroundData } from '@sasaeai/domain/ledger/ground-data'
import type { Deps } from '../../deps.ts'
import { positionText } from '../../ledger/books-position.ts'
import { type BooksState, inOneState } from '../../ledger/in-one-state.ts'
import { keptAnswer } from '../../ledger/kept-answers.ts'
import { keptSums } from '../../ledger/kept-sums.ts'
import { isLater, type YearSince, yearsSince } from '../../ledger/posted-since.ts'
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
 * 寄附 of some years: how many, how much, and the one in the middle. A year in which no gift was posted since reads as it is
 * now, and of now it is read anew only when one was posted.
 */
export async function readGiftFacts(deps: Pick<Deps, 'db'>, { years, ground, at: { position } }: GiftsQuestion): Promise<GiftsOfYears> {
  const asked = { years, ground, sources: giftSources(ground) }
  if (position === null) return readNow(deps, asked)
  return keptAnswer(deps.db, { question: ['gifts of years', positionText(position), ...years], version: ground.version }, async () => {
    // Looked up in this order: what comes between the two counts as later, and its year is read anew.
    const now = await readNow(deps, asked)
    const past = await inOneState(deps.db, async (books) => {
      const since = await yearsSince(books, { first: years[0], last: years.at(-1) }, position)
      return readGifts(books, { years: since.map(({ year }) => year), sources: asked.sources, since })
    })
    return new Map([...now, ...past])
  })
}

interface YearsAsked {
  readonly years: readonly FiscalYear[]
  readonly sources: readonly FundingSourceId[]
}

/** The last year, in which gifts go on coming, is kept apart from those before it. */
async function readNow({ db }: Pick<Deps, 'db'>, { years, ground, sources }: YearsAsked & { ground: GroundData }): Promise<GiftsOfYears> {
  const { counting, postings } = await keptSums(db, giftPostings(sources))
  const parts = [years.slice(0, -1), years.slice(-1)].filter(({ length }) => length > 0)
  const read = await Promise.all(parts.map((some) => {
    const version = [ground.version, counting, ...some.map((year) => postings.get(String(year)) ?? 0)].join()
    return keptAnswer(db, { question: ['gifts of years', ...some], version }, () => readGifts(db.pool, { years: some, sources, since: [] }))
  }))
  return new Map(read.flatMap((some) => [...some]))
}

async function readGifts(books: BooksState, asked: YearsAsked & { readonly since: readonly YearSince[] }): Promise<GiftsOfYears> {
  const { years, sources, since } = asked
  if (years.length === 0) return new Map()
  const { rows } = await books.query<GiftFact & { fiscalYear: FiscalYear }>(giftsSql(since), [
    years, sources, years.map((year) => firstDayOf(year)), years.map((year) => lastDayOf(year)),
  ])
  return new Map(rows.map(({ fiscalYear, ...gifts }) => [fiscalYear, gifts]))
}

/**
 * An entry is a gift, however many purposes it has. One that counts several givers or went from door to door is a 戸別
 * batch; one that was undone by an entry of the same year is none. Nothing counts that came `since` a position.
 */
const giftsSql = (since: readonly YearSince[]) => {
  const later = since.length === 0 ? 'SELECT NULL::uuid AS id WHERE false' : since.map((each) => `SELECT id FROM journal_entry WHERE ${isLater(each)}`).join(' UNION ALL ')
  return `
  WITH later AS MATERIALIZED (${later}),
    batch AS MATERIALIZED (
      SELECT p.entry_id FROM unnest($3::date[], $4::date[]) AS y(first_day, last_day)
        JOIN posting p ON p.funding_source_id = ANY ($2::uuid[]) AND p.entry_date BETWEEN y.first_day AND y.last_day
        LEFT JOIN collection_method m ON m.id = p.collection_method_id
        WHERE abs(p.count) > 1 OR m.count_meaning = 'households'),
    gift AS (
      SELECT k.fiscal_year, k.amount_yen FROM kept_gift k
        WHERE k.fiscal_year = ANY ($1::int[]) AND k.entry_id NOT IN (SELECT id FROM later) AND k.entry_id NOT IN (SELECT entry_id FROM batch)
          -- One entry at the most undoes another: it is looked up for the few that were undone at all.
          AND (NOT k.is_undone OR NOT EXISTS (
            SELECT FROM (SELECT id, fiscal_year FROM journal_entry WHERE reverses_entry_id = k.entry_id OFFSET 0) r
              WHERE r.fiscal_year = k.fiscal_year AND r.id NOT IN (SELECT id FROM later))))
  SELECT y.year AS "fiscalYear", count(g.amount_yen) AS count, coalesce(sum(g.amount_yen), 0)::bigint AS "amountYen",
      round(percentile_cont(0.5) WITHIN GROUP (ORDER BY g.amount_yen)::numeric)::bigint AS "medianYen"
    FROM unnest($1::int[]) AS y(year) LEFT JOIN gift g ON g.fiscal_year = y.year
    GROUP BY y.year`
}
