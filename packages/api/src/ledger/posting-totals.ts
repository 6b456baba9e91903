import type { Db } from '@sasaeai/db/database'
import { preparedName } from '@sasaeai/db/prepared-name'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import { type FiscalYear, fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { wholeYearsOf } from '@sasaeai/domain/ledger/whole-years'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { BooksState } from './in-one-state.ts'
import { lastKnownSums } from './kept-sums.ts'
import { dimensionCondition, type Place, postingConditions, statementValues } from './posting-condition.ts'
import type { SummedPosting } from './read-new-postings.ts'
import type { PostingSelection } from './select-postings.ts'
import { type PastSumsQuestion, sumsAt } from './sums-at.ts'
import { textParts } from './text-condition.ts'

/** How many postings a list holds over all its pages, and what they come to: exact, always. */
export interface PostingTotals {
  readonly count: number
  readonly totalYen: Yen
}

/**
 * Counts and sums a list. What the kept totals know is read from them, kept, and brought up to date by what is posted
 * since; supporters, amounts, texts and batches are counted among the postings themselves.
 */
export async function totalPostings(db: Db, selection: PostingSelection): Promise<PostingTotals> {
  if (selection.dimensions.some(({ ids }) => ids.length === 0)) return totalsOf(nothing, selection)
  if (selection.search === null) return totalsOf(await bookedSums(db, selection), selection)
  return totalsOf(await readSums(db.pool, countingStatement(selection)), selection)
}

/** Between two positions of the books lies what one held less what the other held. */
async function bookedSums(db: Db, selection: PostingSelection): Promise<ListSums> {
  const { after, until } = selection.booked
  const [held, before] = await Promise.all([
    sumsAt(db, listSums(selection), until),
    after === null ? nothing : sumsAt(db, listSums(selection), after),
  ])
  return { count: held.count - before.count, amountYen: held.amountYen - before.amountYen }
}

/** What a list that was counted before held at that time; of a past position nothing is known beforehand. */
export function lastKnownTotals(db: Db, selection: PostingSelection): PostingTotals | undefined {
  const isOfNow = selection.booked.after === null && selection.booked.until === null
  const sums = selection.search === null && isOfNow ? lastKnownSums(db, listSums(selection)) : undefined
  return sums === undefined ? undefined : totalsOf(sums, selection)
}

interface ListSums {
  count: number
  /** As booked. */
  amountYen: number
}

const nothing: ListSums = { count: 0, amountYen: 0 }

function totalsOf({ count, amountYen }: ListSums, { sign }: PostingSelection): PostingTotals {
  return { count, totalYen: yenFromColumn(sign * amountYen) }
}

function listSums(selection: PostingSelection): PastSumsQuestion<ListSums> {
  const { from, to } = selection.days
  return {
    name: preparedName(JSON.stringify([selection.days, selection.dimensions, selection.onlyFunding])),
    years: { first: yearOf(from), last: yearOf(to) },
    count: async (books) => {
      const statement = keptStatement(selection)
      return statement === null ? { ...nothing } : readSums(books, statement)
    },
    add: (sums, posting) => {
      if (!isSelected(posting, selection)) return
      sums.count += posting.postings
      sums.amountYen += posting.amount_yen
    },
    rowsIn: () => 1,
    copy: structuredClone,
    isByDay: selection.dimensions.every(({ column }) => column !== 'area_id'),
    dropEmpty: () => {},
  }
}

function yearOf(day: LocalDate | undefined): FiscalYear | undefined {
  return day === undefined ? undefined : fiscalYearOf(day)
}

/** What `keptStatement` asks in SQL, of one posting. */
function isSelected(posting: SummedPosting, { days: { from, to }, dimensions, onlyFunding }: PostingSelection): boolean {
  const { entry_date: day } = posting
  if ((from !== undefined && day < from) || (to !== undefined && day > to)) return false
  if (onlyFunding && posting.funding_source_id === null) return false
  return dimensions.every(({ column, ids, orNone }) => (posting[column] === null ? orNone === true : ids.includes(posting[column])))
}

async function readSums(books: BooksState, statement: Statement): Promise<ListSums> {
  const { rows } = await books.query<ListSums>(statement)
  return rows[0] ?? { ...nothing }
}

interface Statement {
  readonly name?: string
  readonly text: string
  readonly values: unknown[]
}

function keptStatement(selection: PostingSelection): Statement | null {
  const { values, place } = statementValues()
  const conditions = [
    ...selection.dimensions.map((dimension) => dimensionCondition(dimension, place)),
    ...(selection.onlyFunding ? ['p.funding_source_id IS NOT NULL'] : []),
  ]
  const parts = keptParts(selection, conditions, place)
  if (parts.length === 0) return null
  const text = `SELECT coalesce(sum(postings), 0)::bigint AS count, coalesce(sum(amount_yen), 0)::bigint AS "amountYen"
    FROM (${parts.join(' UNION ALL ')}) kept`
  return { name: preparedName(text), text, values }
}

function keptParts({ days }: PostingSelection, conditions: readonly string[], place: Place): string[] {
  const { years, days: looseDays } = wholeYearsOf(days)
  const where = (parts: readonly string[]) => (parts.length === 0 ? '' : ` WHERE ${parts.join(' AND ')}`)
  const parts = looseDays.map(({ fiscalYear, from, to }) => {
    const within = `p.fiscal_year = ${place(fiscalYear)} AND p.entry_date BETWEEN ${place(from)}::date AND ${place(to)}::date`
    return `SELECT postings, amount_yen FROM funding_total p${where([within, ...conditions])}`
  })
  if (years === null) return parts
  const { first, last } = years
  const ofYears =
    first !== undefined && first === last
      ? [`p.fiscal_year = ${place(first)}`]
      : [
          ...(first === undefined ? [] : [`p.fiscal_year >= ${place(first)}`]),
          ...(last === undefined ? [] : [`p.fiscal_year <= ${place(last)}`]),
        ]
  return [...parts, `SELECT postings, amount_yen FROM funding_year_total p${where([...ofYears, ...conditions])}`]
}

/** Planned anew each time, because what it finds differs by thousands from one value to the next. */
function countingStatement(selection: PostingSelection): Statement {
  const { values, place } = statementValues()
  const parts = textParts(selection, place).map((part) => {
    const where = [...postingConditions(selection, place), ...part].join(' AND ')
    return `SELECT count(*) AS count, sum(p.amount_yen) AS yen FROM posting p WHERE ${where}`
  })
  const text = `SELECT sum(count)::bigint AS count, coalesce(sum(yen), 0)::bigint AS "amountYen" FROM (${parts.join(' UNION ALL ')}) parts`
  return { text, values }
}
