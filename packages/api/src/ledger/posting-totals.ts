import type { Db } from '@sasaeai/db/database'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import { fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import { wholeYearsOf } from '@sasaeai/domain/ledger/whole-years'
import type { Yen } from '@sasaeai/domain/money/yen'
import { dimensionCondition, type Place, postingConditions, statementValues } from './posting-condition.ts'
import { preparedName } from './prepared-name.ts'
import type { PostingSelection } from './select-postings.ts'
import { commonTextCondition, rareTextHits, textConditions } from './text-condition.ts'

/** How many postings a list holds over all its pages, and what they come to: exact, always. */
export interface PostingTotals {
  readonly count: number
  readonly totalYen: Yen
}

/**
 * Counts and sums a list. What the kept totals know is read from them and costs the same however long the books
 * are; supporters, amounts, texts and batches are counted among the postings themselves.
 */
export async function totalPostings(db: Db, selection: PostingSelection): Promise<PostingTotals> {
  if (selection.dimensions.some(({ ids }) => ids.length === 0)) return { count: 0, totalYen: yenFromColumn(0) }
  const statement = selection.search === null ? keptStatement(selection) : countingStatement(selection)
  if (statement === null) return { count: 0, totalYen: yenFromColumn(0) }
  const { rows } = await db.pool.query<{ count: number; amountYen: number }>(statement)
  const { count, amountYen } = rows[0] ?? { count: 0, amountYen: 0 }
  return { count, totalYen: yenFromColumn(selection.sign * amountYen) }
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
  const sums = `SELECT count(*) AS count, coalesce(sum(p.amount_yen), 0)::bigint AS "amountYen" FROM posting p`
  const conditions = postingConditions(selection, place)
  const searched = selection.search?.text
  if (searched?.isCommon === true) {
    const { from, to } = selection.days
    // The entry's year says again what the posting's days say, so that only those years' entries are read.
    const years = [
      ...(from === undefined ? [] : [`e.fiscal_year >= ${place(fiscalYearOf(from))}`]),
      ...(to === undefined ? [] : [`e.fiscal_year <= ${place(fiscalYearOf(to))}`]),
    ]
    const all = [...conditions, ...years, commonTextCondition(searched, place)]
    return { text: `${sums} JOIN journal_entry e ON e.id = p.entry_id WHERE ${all.join(' AND ')}`, values }
  }
  const hits = rareTextHits(searched, place)
  const all = [...conditions, ...textConditions(searched, place)]
  return { text: `${hits === null ? '' : `WITH hits AS MATERIALIZED (${hits}) `}${sums} WHERE ${all.join(' AND ')}`, values }
}
