import type { Db } from '@sasaeai/db/database'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type {
  AreaId, CampaignId, CollectionMethodId, DuesKindId, FundId, FundingSourceId, LedgerAccountId, SupporterId,
} from '@sasaeai/domain/ids'
import type { BooksState } from './in-one-state.ts'
import type { DimensionColumn } from './select-postings.ts'

/** A posting as the kept totals look at it, and who paid; the names are those of its columns. */
export interface SummedPosting extends Record<DimensionColumn, string | null> {
  readonly fiscal_year: FiscalYear
  readonly entry_date: LocalDate
  readonly account_id: LedgerAccountId
  readonly funding_source_id: FundingSourceId | null
  readonly campaign_id: CampaignId | null
  readonly collection_method_id: CollectionMethodId | null
  readonly area_id: AreaId | null
  readonly fund_id: FundId | null
  readonly dues_kind_id: DuesKindId | null
  /** As text, like the other dimensions. */
  readonly dues_year: string | null
  readonly supporter_id: SupporterId | null
  /** As booked. */
  readonly amount_yen: number
  readonly count: number
  /** How many postings it stands for: one, or less than none where a sum of them is taken away (sums-at). */
  readonly postings: number
}

/** Fiscal years that a question is about; an open end without a bound. */
export interface YearSpan {
  readonly first?: FiscalYear | undefined
  readonly last?: FiscalYear | undefined
}

/** How far the books of a year have come: its last entry, by number and by id. */
export interface LastEntry {
  readonly number: number
  readonly id: string
}
export type LastEntries = ReadonlyMap<FiscalYear, LastEntry>

/** A posting by itself, with the entry that it is of. */
export interface NewPosting extends SummedPosting {
  readonly entry_id: string
  readonly entry_number: number
}

/** What was posted since, and how far the books have come with it. */
export interface NewPostings {
  readonly postings: readonly NewPosting[]
  readonly lastEntries: LastEntries
}

/** Beyond so many entries, counting anew costs less than reading them one by one. */
const mostEntries = 2_000

/** The last entry of each year, to be read in one state of the books together with what it is to stand for. */
export async function readLastEntries(books: BooksState, { first, last }: YearSpan): Promise<LastEntries> {
  const { rows } = await books.query<LastEntryRow>({ name: 'last-entries', text: lastEntriesSql, values: [first ?? firstOfAll, last ?? lastOfAll] })
  return new Map(rows.map(({ year, number, id }) => [year, { number, id }]))
}

/**
 * What has been posted since `known`, by one statement and so in one state of the books. Entries are never changed, and
 * a year numbers them without a gap: the number is taken under the lock of the year's counter, which is held until the
 * commit. So whoever sees entry n sees all entries up to n, and the entries after the last known one are all that is new.
 *
 * Null when the way cannot be gone entry by entry: there are too many of them, or the last known entry is not in the
 * books, because they were restored from a backup or a standby took over that had not received it.
 */
export async function readNewPostings(
  db: Db,
  known: LastEntries,
  { first, last }: YearSpan,
): Promise<NewPostings | null> {
  const entries = [...known.values()]
  const { rows } = await db.pool.query<NewPostingRow>({
    name: 'new-postings',
    text: newPostingsSql,
    values: [first ?? firstOfAll, last ?? lastOfAll, [...known.keys()], entries.map(({ number }) => number), entries.map(({ id }) => id), mostEntries],
  })
  const lastEntries = new Map(known)
  const postings: NewPosting[] = []
  for (const row of rows) {
    if (!isPosting(row)) return null
    postings.push(row)
    lastEntries.set(row.year, { number: row.number, id: row.id })
  }
  return { postings, lastEntries }
}

const firstOfAll = 0
const lastOfAll = 9_999

interface LastEntryRow {
  readonly year: FiscalYear
  readonly number: number
  readonly id: string
}

/** Without a posting where the new ones of the year are not to be had one by one. */
type NewPostingRow = LastEntryRow & (NewPosting | { readonly fiscal_year: null })

function isPosting(row: NewPostingRow): row is LastEntryRow & NewPosting {
  return row.fiscal_year !== null
}

const lastEntriesSql = `
  SELECT e.fiscal_year AS year, e.entry_number AS number, e.id
    FROM number_counter c JOIN journal_entry e ON e.fiscal_year = c.fiscal_year AND e.entry_number = c.last_number
    WHERE c.series = 'journal_entry' AND c.fiscal_year BETWEEN $1 AND $2`

/**
 * The subqueries with LIMIT and OFFSET are found by index, entry by entry: the planner, which cannot know how few they
 * are, would otherwise read all postings.
 */
const newPostingsSql = `
  SELECT c.*, p.*
    FROM (${lastEntriesSql}) c
    FULL JOIN unnest($3::int[], $4::int[], $5::uuid[]) AS known(year, number, id) ON known.year = c.year
    LEFT JOIN LATERAL (
      SELECT p.fiscal_year, p.entry_date, p.account_id, p.funding_source_id, p.campaign_id, p.collection_method_id, p.area_id,
          p.fund_id, p.dues_kind_id, p.dues_year::text AS dues_year, p.supporter_id, p.amount_yen, p.count, 1 AS postings, e.id AS entry_id, e.entry_number
        FROM (SELECT id, entry_number FROM journal_entry WHERE fiscal_year = c.year AND entry_number > coalesce(known.number, 0)
            ORDER BY entry_number LIMIT $6) e
          CROSS JOIN LATERAL (SELECT * FROM posting WHERE entry_id = e.id OFFSET 0) p
        WHERE c.number - coalesce(known.number, 0) BETWEEN 1 AND $6
          AND (known.id IS NULL OR EXISTS (
            SELECT FROM journal_entry k WHERE k.id = known.id AND k.fiscal_year = c.year AND k.entry_number = known.number))
    ) p ON true
    WHERE c.id IS DISTINCT FROM known.id`
