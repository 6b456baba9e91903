import type { DayRange } from '@sasaeai/domain/ledger/posting-filter'
import type { BooksPosition } from './books-position.ts'
import type { BookedSpan, Dimension, PostingSearch, PostingSelection, ReceivedMoney } from './select-postings.ts'
import { idsOfSupporter, survivorOf } from '../supporter/merged-supporter-sql.ts'

/** Puts a value into a statement and answers with its place, `$1` first. */
export type Place = (value: unknown) => string

/** A statement under construction: its values in the order of their places. */
export function statementValues(): { readonly values: unknown[]; readonly place: Place } {
  const values: unknown[] = []
  return { values, place: (value) => `$${values.push(value)}` }
}

/** `column = $1`, or one of several, or nothing. */
export function dimensionCondition({ column, ids, orNone }: Dimension, place: Place): string {
  const isOneOf = ids.length === 1 ? `p.${column} = ${place(ids[0])}` : `p.${column} = ANY(${place(ids)}::uuid[])`
  return orNone === true ? `(${isOneOf} OR p.${column} IS NULL)` : isOneOf
}

function dayConditions({ from, to }: DayRange, place: Place): string[] {
  return [
    ...(from === undefined ? [] : [`p.entry_date >= ${place(from)}::date`]),
    ...(to === undefined ? [] : [`p.entry_date <= ${place(to)}::date`]),
  ]
}

/** Everything that a selection asks of `posting p`, but the text: see text-condition. */
export function postingConditions(selection: PostingSelection, place: Place): string[] {
  return [
    ...dayConditions(selection.days, place),
    ...selection.dimensions.map((dimension) => dimensionCondition(dimension, place)),
    ...(selection.onlyFunding ? ['p.funding_source_id IS NOT NULL'] : []),
    ...searchConditions(selection.search, place),
    ...bookedConditions(selection.booked),
  ]
}

/** The entry of a posting is looked up by its id: a page or a search looks at few of them. */
function bookedConditions({ after, until }: BookedSpan): string[] {
  const numbers = [
    ...(after === null ? [] : [`e.entry_number > ${numberUpTo(after)}`]),
    ...(until === null ? [] : [`e.entry_number <= ${numberUpTo(until)}`]),
  ]
  return numbers.length === 0 ? [] : [`EXISTS (SELECT 1 FROM journal_entry e WHERE e.id = p.entry_id AND ${numbers.join(' AND ')})`]
}

function numberUpTo(position: BooksPosition): string {
  const years = [...position].map(([year, { number }]) => `WHEN ${year} THEN ${number}`)
  return years.length === 0 ? '0' : `CASE e.fiscal_year ${years.join(' ')} ELSE 0 END`
}

function searchConditions(search: PostingSearch | null, place: Place): string[] {
  if (search === null) return []
  const { duesRoute, supporterId, batchId, received, minYen, maxYen } = search
  return [
    ...(duesRoute === undefined ? [] : [duesRoute === 'direct' ? paidDirectly : `NOT ${paidDirectly}`]),
    ...(supporterId === undefined ? [] : [`p.supporter_id = ANY ${idsOfSupporter(`${place(supporterId)}::uuid`)}`]),
    ...(batchId === undefined
      ? []
      : [`p.entry_id = ANY(ARRAY(SELECT id FROM journal_entry WHERE intake_batch_id = ${place(batchId)}))`]),
    ...(received === undefined ? [] : [receivedCondition(received, place)]),
    ...amountConditions({ minYen, maxYen }, place),
  ]
}

/** What was received as 配分金, and what was taken back of it; an entry may hold money of other sources beside it. */
function receivedCondition({ entryIds, sourceIds }: ReceivedMoney, place: Place): string {
  const received = `unnest(${place(entryIds)}::uuid[], ${place(sourceIds)}::uuid[]) AS r(entry_id, source_id)`
  return `(p.entry_id, p.funding_source_id) IN (SELECT r.entry_id, r.source_id FROM ${received}
    UNION ALL SELECT e.id, r.source_id FROM ${received} JOIN journal_entry e ON e.reverses_entry_id = r.entry_id)`
}

/**
 * Dues that a member pays by himself, whatever area is noted on the slip, and dues without an area: what is counted
 * as 直接. Membership in the year that the dues are of decides, not in the year that they came in.
 */
export const paidDirectly = `(p.area_id IS NULL OR p.supporter_id IS NOT NULL AND EXISTS (SELECT 1 FROM membership m
  WHERE m.supporter_id = ${survivorOf('p.supporter_id')} AND m.dues_kind_id = p.dues_kind_id AND m.route = 'direct'
    AND m.joined_on <= make_date(p.dues_year + 1, 3, 31) AND (m.left_on IS NULL OR m.left_on >= make_date(p.dues_year, 4, 1))))`

/** Whatever the sign, as two stretches of one index by amount. */
function amountConditions({ minYen, maxYen }: Pick<PostingSearch, 'minYen' | 'maxYen'>, place: Place): string[] {
  if (minYen === undefined && maxYen === undefined) return []
  const least = `${place(minYen ?? 0)}::bigint`
  const most = `${place(maxYen ?? Number.MAX_SAFE_INTEGER)}::bigint`
  return [`(p.amount_yen BETWEEN ${least} AND ${most} OR p.amount_yen BETWEEN -${most} AND -${least})`]
}
