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

/** All postings of what was posted since, as the kept totals look at them and with who paid, as SQL; of one year at least. */
export function laterPostings(since: readonly YearSince[]): string {
  return since.map(postingsOf).join(' UNION ALL ')
}

export async function readPostedSince(books: BooksState, since: readonly YearSince[]): Promise<PostedSince> {
  if (since.length === 0) return { areaIds: [], groups: [] }
  const { rows } = await books.query<GroupRow>(postedSql(since))
  return {
    areaIds: rows.find(({ areaIds }) => areaIds !== null)?.areaIds ?? [],
    groups: rows.map(({ areaIds: _areaIds, days, areas, payers, amounts, counts, postings, ...of }) => ({
      of,
      cells: summed({
        days: numbersOf(days), areas: numbersOf(areas), payers: payers?.split(',') ?? [],
        amounts: numbersOf(amounts), counts: numbersOf(counts), postings: numbersOf(postings),
      }),
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
    if (isByDay) group.byDay ??= summed({ ...group.cells, areas: [], payers: [] })
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

/** Cells of one day, area and payer as one; columns that are left out tell nothing apart. */
function summed(cells: PostedCells): PostedCells {
  const { days, areas, payers } = cells
  const isOfPayers = payers.length > 0
  const sums: SummedCells = { days: [], areas: [], payers: [], amounts: [], counts: [], postings: [] }
  const places = new Map<number | string, number>()
  for (let cell = 0; cell < days.length; cell += 1) {
    const [day, area, payer] = [days[cell] ?? 0, areas[cell] ?? 0, payers[cell] ?? '']
    // A year has fewer than a thousand days.
    const key = isOfPayers ? `${area * 1_000 + day} ${payer}` : area * 1_000 + day
    let place = places.get(key)
    if (place === undefined) {
      place = places.size
      places.set(key, place)
      sums.days.push(day)
      sums.areas.push(area)
      if (isOfPayers) sums.payers.push(payer)
    }
    addCell(sums, place, { cells, cell })
  }
  return sums
}

type SummedCells = { readonly [Column in keyof PostedCells]: PostedCells[Column] extends readonly (infer Value)[] ? Value[] : never }

function addCell({ amounts, counts, postings }: SummedCells, place: number, { cells, cell }: { cells: PostedCells; cell: number }): void {
  amounts[place] = (amounts[place] ?? 0) + (cells.amounts[cell] ?? 0)
  counts[place] = (counts[place] ?? 0) + (cells.counts[cell] ?? 0)
  postings[place] = (postings[place] ?? 0) + (cells.postings[cell] ?? 0)
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

const dimensionColumns = ['fiscal_year', 'account_id', 'funding_source_id', 'campaign_id', 'collection_method_id', 'fund_id', 'dues_kind_id', 'dues_year']
const postingColumns = [...dimensionColumns, 'entry_date', 'area_id', 'supporter_id', 'amount_yen', 'count']
const dimensions = dimensionColumns.join(', ')

const postedSql = (since: readonly YearSince[]) => `
  WITH listed AS MATERIALIZED (SELECT id AS area_id, row_number() OVER (ORDER BY id)::int AS place FROM area),
    later AS (${laterPostings(since)}),
    cell AS (${since.some(hasMany) ? summedCells : `SELECT ${dimensions}, ${cellOf}, -amount_yen AS amount, -count AS count, -1 AS postings FROM later`})
  SELECT fiscal_year, account_id, funding_source_id, campaign_id, collection_method_id, fund_id, dues_kind_id, dues_year::text AS dues_year,
      string_agg(day::text, ',') AS days, string_agg(coalesce(place, 0)::text, ',') AS areas,
      CASE WHEN dues_kind_id IS NOT NULL THEN string_agg(coalesce(payer::text, ''), ',') END AS payers,
      string_agg(amount::text, ',') AS amounts, string_agg(count::text, ',') AS counts, string_agg(postings::text, ',') AS postings,
      CASE WHEN row_number() OVER () = 1 THEN (SELECT json_agg(area_id ORDER BY place) FROM listed) END AS "areaIds"
    FROM cell LEFT JOIN listed USING (area_id)
    GROUP BY ${dimensions}`

const cellOf = `entry_date - make_date(fiscal_year, 4, 1) AS day, area_id, CASE WHEN dues_kind_id IS NOT NULL THEN supporter_id END AS payer`

/** Few are summed sooner by whoever reads them. What differs most comes first: it is sorted by it. */
const summedCells = `
      SELECT ${dimensions}, ${cellOf}, -sum(amount_yen) AS amount, -sum(count) AS count, -count(*) AS postings
        FROM later GROUP BY entry_date, area_id, ${dimensions}, payer`

/** Up to here entries are looked up one by one; beyond, the days in which they lie are read through. */
const fewEntries = 10_000

function hasMany({ entries }: YearSince): boolean {
  return entries > fewEntries
}

function postingsOf(since: YearSince): string {
  const columns = postingColumns.map((column) => `p.${column}`).join(', ')
  const isAsked = isLater(since, 'e')
  if (!hasMany(since)) return `SELECT ${columns} FROM posting p WHERE p.entry_id = ANY (ARRAY(SELECT e.id FROM journal_entry e WHERE ${isAsked}))`
  return `SELECT ${columns} FROM journal_entry e JOIN posting p ON p.entry_id = e.id AND p.entry_date >= '${since.firstDay}' WHERE ${isAsked}`
}
