import { type FiscalYear, firstDayOf } from '@sasaeai/domain/calendar/fiscal-year'
import { addDays, type LocalDate } from '@sasaeai/domain/calendar/local-date'
import { type AreaId, id } from '@sasaeai/domain/ids'
import type { BooksState } from './in-one-state.ts'
import { type LastEntries, readLastEntries, type SummedPosting, type YearSpan } from './read-new-postings.ts'

/**
 * What was posted after a position, with the sign turned, so that adding it takes it away. In columns: a hundred thousand
 * rows with a dozen ids each would take ten times as long to be read.
 */
export interface PostedSince {
  readonly areaIds: readonly AreaId[]
  readonly groups: readonly PostedGroup[]
}

/** Postings of equal dimensions, summed by day, area and, of dues, by payer. */
interface PostedGroup {
  readonly of: GroupDimensions
  readonly cells: PostedCells
  /** The same by day alone; worked out when it is first asked for. */
  byDay: PostedCells | null
}

type GroupDimensions = Pick<
  SummedPosting, 'fiscal_year' | 'account_id' | 'funding_source_id' | 'campaign_id' | 'collection_method_id' | 'fund_id' | 'dues_kind_id' | 'dues_year'
>

interface PostedCells {
  /** Days after the first of the fiscal year. */
  readonly days: readonly number[]
  /** Areas by place, 0 for none. */
  readonly areas: readonly number[]
  /** An empty text for nobody. */
  readonly payers: readonly string[]
  readonly amounts: readonly number[]
  readonly counts: readonly number[]
  readonly postings: readonly number[]
}

/** A year in which something was posted since. */
export interface YearSince {
  readonly year: FiscalYear
  /** The last number of the position. */
  readonly after: number
  /** How many entries came after it, and the earliest day of one. */
  readonly entries: number
  readonly firstDay: LocalDate
}

export async function yearsSince(books: BooksState, years: YearSpan, position: LastEntries): Promise<YearSince[]> {
  const last = await readLastEntries(books, years)
  const since = [...last].flatMap(([year, { number }]) => {
    const after = position.get(year)?.number ?? 0
    return number > after ? [{ year, after, entries: number - after }] : []
  })
  if (since.length === 0) return []
  const { rows } = await books.query<YearSince>(since.map(firstDaySql).join(' UNION ALL '))
  return rows
}

/** What was posted since lies together by day, so that a year need not be looked through for its last days. */
function firstDaySql({ year, after, entries }: Omit<YearSince, 'firstDay'>): string {
  return `SELECT ${year} AS year, ${after} AS after, ${entries} AS entries, min(entry_date) AS "firstDay" FROM journal_entry WHERE ${isLater({ year, after })}`
}

/** Whether an entry came after the position, as SQL; the year and the number stand in it, so that it is planned for them. */
export function isLater({ year, after }: Pick<YearSince, 'year' | 'after'>, entry = 'journal_entry'): string {
  return `${entry}.fiscal_year = ${year} AND ${entry}.entry_number > ${after}`
}

/** Whether an entry is among what was posted since a position, as SQL. */
export function isAmong(since: readonly YearSince[], entry: string): string {
  return since.length === 0 ? 'false' : `(${since.map((each) => isLater(each, entry)).join(' OR ')})`
}

/** All postings of what was posted since, as SQL; of one year at least. */
export function laterPostings(since: readonly YearSince[]): string {
  return since.map((each) => `SELECT p.* FROM journal_entry e ${postingsOf(each)} WHERE ${isLater(each, 'e')}`).join(' UNION ALL ')
}

export async function readPostedSince(books: BooksState, since: readonly YearSince[]): Promise<PostedSince> {
  if (since.length === 0) return { areaIds: [], groups: [] }
  const { rows } = await books.query<GroupRow>(postedSql(since))
  return {
    areaIds: rows.find(({ areaIds }) => areaIds !== null)?.areaIds ?? [],
    groups: rows.map(({ areaIds: _areaIds, days, areas, payers, amounts, counts, postings, ...of }) => ({
      of,
      cells: {
        days: numbersOf(days), areas: numbersOf(areas), payers: payers?.split(',') ?? [],
        amounts: numbersOf(amounts), counts: numbersOf(counts), postings: numbersOf(postings),
      },
      byDay: null,
    })),
  }
}

interface PostingsAsked {
  readonly years: YearSpan
  /** Without areas and payers; else areas are told apart and, of dues, payers. */
  readonly isByDay: boolean
}

/** Visits the sums of what was posted in some years. */
export function visitPosted(posted: PostedSince, { years, isByDay }: PostingsAsked, visit: (posting: SummedPosting) => void): void {
  const { first = 0, last = Number.POSITIVE_INFINITY } = years
  for (const group of posted.groups) {
    const { of } = group
    if (of.fiscal_year < first || of.fiscal_year > last) continue
    if (isByDay) group.byDay ??= sumByDay(group.cells)
    const { days, areas, payers, amounts, counts, postings } = (isByDay ? group.byDay : null) ?? group.cells
    for (let cell = 0; cell < days.length; cell += 1) {
      const payer = payers[cell] ?? ''
      visit({
        ...of,
        entry_date: dayOfYear(of.fiscal_year, days[cell] ?? 0),
        area_id: posted.areaIds[(areas[cell] ?? 0) - 1] ?? null,
        supporter_id: payer === '' ? null : id(payer),
        amount_yen: amounts[cell] ?? 0,
        count: counts[cell] ?? 0,
        postings: postings[cell] ?? 0,
      })
    }
  }
}

function sumByDay({ days, amounts, counts, postings }: PostedCells): PostedCells {
  const places = new Map<number, number>()
  const sums: Record<'amounts' | 'counts' | 'postings', number[]> = { amounts: [], counts: [], postings: [] }
  for (let cell = 0; cell < days.length; cell += 1) {
    const day = days[cell] ?? 0
    const place = places.get(day) ?? places.size
    places.set(day, place)
    sums.amounts[place] = (sums.amounts[place] ?? 0) + (amounts[cell] ?? 0)
    sums.counts[place] = (sums.counts[place] ?? 0) + (counts[cell] ?? 0)
    sums.postings[place] = (sums.postings[place] ?? 0) + (postings[cell] ?? 0)
  }
  return { days: [...places.keys()], areas: [], payers: [], ...sums }
}

const daysOfYears = new Map<FiscalYear, LocalDate[]>()

/** The day so many after the first of a year. A few thousand there are, of which each is named again and again. */
function dayOfYear(year: FiscalYear, place: number): LocalDate {
  const days = daysOfYears.get(year) ?? []
  daysOfYears.set(year, days)
  return (days[place] ??= addDays(firstDayOf(year), place))
}

type GroupRow = GroupDimensions & Readonly<Record<'days' | 'areas' | 'amounts' | 'counts' | 'postings', string>> & {
  /** Null but for dues. */
  readonly payers: string | null
  /** All areas in the order of their places, in one row only. */
  readonly areaIds: readonly AreaId[] | null
}

function numbersOf(column: string): number[] {
  return JSON.parse(`[${column}]`)
}

const dimensions = 'fiscal_year, account_id, funding_source_id, campaign_id, collection_method_id, fund_id, dues_kind_id, dues_year'

const postedSql = (since: readonly YearSince[]) => `
  WITH listed AS MATERIALIZED (SELECT id AS area_id, row_number() OVER (ORDER BY id)::int AS place FROM area),
    later AS (${laterPostings(since)}),
    cell AS (
      SELECT ${dimensions}, entry_date - make_date(fiscal_year, 4, 1) AS day, area_id, CASE WHEN dues_kind_id IS NOT NULL THEN supporter_id END AS payer,
          -sum(amount_yen) AS amount, -sum(count) AS count, -count(*) AS postings
        FROM later
        -- What differs most comes first: it is sorted by it.
        GROUP BY entry_date, area_id, ${dimensions}, payer)
  SELECT fiscal_year, account_id, funding_source_id, campaign_id, collection_method_id, fund_id, dues_kind_id, dues_year::text AS dues_year,
      string_agg(day::text, ',') AS days, string_agg(coalesce(place, 0)::text, ',') AS areas,
      CASE WHEN dues_kind_id IS NOT NULL THEN string_agg(coalesce(payer::text, ''), ',') END AS payers,
      string_agg(amount::text, ',') AS amounts, string_agg(count::text, ',') AS counts, string_agg(postings::text, ',') AS postings,
      CASE WHEN row_number() OVER () = 1 THEN (SELECT json_agg(area_id ORDER BY place) FROM listed) END AS "areaIds"
    FROM cell LEFT JOIN listed USING (area_id)
    GROUP BY ${dimensions}`

/** Up to here entries are looked up one by one; beyond, the days in which they lie are read through. */
const fewEntries = 10_000

function postingsOf({ entries, firstDay }: YearSince): string {
  if (entries > fewEntries) return `JOIN posting p ON p.entry_id = e.id AND p.entry_date >= '${firstDay}'`
  return 'CROSS JOIN LATERAL (SELECT * FROM posting WHERE entry_id = e.id OFFSET 0) p'
}
