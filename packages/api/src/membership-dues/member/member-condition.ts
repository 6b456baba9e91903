import { fiscalYearOf, firstDayOf } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { MembershipFilter } from '@sasaeai/domain/membership-dues/member/membership-list-input'
import type { MembershipListState, MembershipPayment } from '@sasaeai/domain/membership-dues/member/membership-list-choice'
import type { YearSince } from '../../ledger/posted-since.ts'
import { laterEntries } from '../../ledger/standing-at.ts'
import { areaWithin, supporterCondition } from '../../supporter/supporter-condition.ts'
import { idsOfSupporter } from '../../supporter/merged-supporter-sql.ts'

/** Memberships `m` of supporters `s` that answer to a filter, as the parts of a statement. */
export interface MemberSelection {
  /** Common table expressions for the statement's WITH. */
  readonly prelude: readonly string[]
  /** What stands after FROM, and after WHERE. */
  readonly tables: string
  readonly where: string
  /** The same where nothing is told of the supporters: without them, unless they are searched. */
  readonly countedTables: string
  readonly values: unknown[]
  /** Gives a value its place, `$3`. */
  readonly place: (value: unknown) => string
  /** The day that states are told of, its year's 1 April, and the dues year: values that a statement may well not need. */
  readonly day: () => string
  readonly firstDay: () => string
  readonly duesYear: () => string
}

/** The filters of the list of members as SQL, seen on a day of the fiscal year in view, without payments that were posted `since` a position. */
export function memberSelection(filter: MembershipFilter, day: LocalDate, since: readonly YearSince[] = []): MemberSelection {
  const { sql, values } = supporterCondition({ text: filter.text, kind: null, areaId: null, withClosed: true, withMerged: true })
  const place = (value: unknown) => `$${values.push(value)}`
  // PostgreSQL refuses a parameter that no part of the statement uses, so each gets its place with its first use.
  const once = (value: unknown, type: string) => {
    let placed: string | undefined
    return () => (placed ??= `${place(value)}::${type}`)
  }
  const days = {
    day: once(day, 'date'),
    firstDay: once(firstDayOf(fiscalYearOf(day)), 'date'),
    duesYear: once(filter.fiscalYear, 'int'),
  }
  const conditions = [stateCondition(filter.state, days)]
  if (filter.duesKindId !== null) conditions.push(`m.dues_kind_id = ${place(filter.duesKindId)}::uuid`)
  if (filter.route !== null) conditions.push(`m.route = ${place(filter.route)}::membership_route`)
  if (filter.areaId !== null) conditions.push(areaCondition(place(filter.areaId)))
  if (filter.payment !== null) conditions.push(paymentCondition(filter.payment, days.duesYear()))
  const isSearch = filter.text.trim() !== ''
  // Materialized, because otherwise ORDER BY … LIMIT tempts the planner to walk the whole kana index.
  const matching = `matching AS MATERIALIZED (SELECT s.id, s.kana FROM supporter s WHERE ${sql})`
  const tables = `${isSearch ? 'matching' : 'supporter'} s JOIN membership m ON m.supporter_id = s.id`
  return {
    prelude: [...(since.length === 0 ? [] : [laterEntries(since)]), ...(isSearch ? [matching] : []), ...(filter.payment === null ? [] : [paid(days.duesYear(), since)])],
    tables,
    countedTables: isSearch ? tables : 'membership m',
    where: conditions.join(' AND '),
    values,
    place,
    ...days,
  }
}

/** A direct member lives somewhere, too. Either way is found by an index of its own. */
function areaCondition(areaId: string): string {
  const areas = `ARRAY(${areaWithin(areaId)})`
  return `m.id IN (SELECT w.id FROM membership w WHERE w.area_id = ANY (${areas})
    UNION ALL SELECT w.id FROM supporter l JOIN membership w ON w.supporter_id = l.id WHERE l.area_id = ANY (${areas}) AND w.area_id IS NULL)`
}

type Days = Pick<MemberSelection, 'day' | 'firstDay'>

/** The rule of `membershipStateOn` (domain) as a value of SQL; null for who left in an earlier year. */
export function stateColumn({ day, firstDay }: Days): string {
  return `CASE WHEN m.joined_on > ${day()} THEN 'upcoming'
    WHEN m.left_on <= ${day()} THEN CASE WHEN m.left_on >= ${firstDay()} THEN 'left' END
    WHEN m.joined_on < ${firstDay()} THEN 'continuing' WHEN ${wasMemberBefore} THEN 'rejoined' ELSE 'new' END`
}

/** Whether there was a membership of the same kind before the one of `m`. */
export const wasMemberBefore = `EXISTS (SELECT 1 FROM membership e
    WHERE e.supporter_id = m.supporter_id AND e.dues_kind_id = m.dues_kind_id AND e.joined_on < m.joined_on)`

function stateCondition(state: MembershipListState, { day, firstDay }: Days): string {
  const isPresent = () => `m.joined_on <= ${day()} AND (m.left_on IS NULL OR m.left_on > ${day()})`
  switch (state) {
    case 'present':
      return isPresent()
    case 'continuing':
      return `${isPresent()} AND m.joined_on < ${firstDay()}`
    case 'new':
      return `${isPresent()} AND m.joined_on >= ${firstDay()} AND NOT ${wasMemberBefore}`
    case 'rejoined':
      return `${isPresent()} AND m.joined_on >= ${firstDay()} AND ${wasMemberBefore}`
    case 'left':
      return `m.left_on BETWEEN ${firstDay()} AND ${day()}`
    case 'upcoming':
      return `m.joined_on > ${day()}`
  }
}

/** What a member has paid of a dues year by name, in yen: paid directly, or told apart in a bundle; without what was posted `since` a position. */
export function receivedColumn(duesYear: string, since: readonly YearSince[]): string {
  return `(SELECT coalesce(-sum(p.amount_yen), 0)::bigint FROM posting p WHERE p.dues_year = ${duesYear}
    AND p.supporter_id = ANY ${idsOfSupporter('m.supporter_id')} AND p.dues_kind_id = m.dues_kind_id AND p.funding_source_id IS NOT NULL ${isPostedBy(since)})`
}

/** Whether the member is a household that pays within the bundle of its association. */
export function isWithinArea(duesYear: string): string {
  return `(m.route = 'association' AND EXISTS (SELECT 1 FROM dues_terms t
    WHERE t.dues_kind_id = m.dues_kind_id AND t.fiscal_year = ${duesYear} AND t.unit = 'household'))`
}

/**
 * Who has paid, by one look at the year's payments by name: asking of each member would cost five times as much.
 * Who was merged into another one is told besides, by what names it itself: memberships may name it still, as of a past moment any.
 * Materialized, because the planner expects few of them, and would otherwise look through the payments once per member.
 */
function paid(duesYear: string, since: readonly YearSince[]): string {
  const isAsked = `p.dues_year = ${duesYear} AND p.supporter_id IS NOT NULL AND p.dues_kind_id IS NOT NULL AND p.funding_source_id IS NOT NULL ${isPostedBy(since)}`
  return `paid AS MATERIALIZED (SELECT coalesce(o.merged_into_id, p.supporter_id) AS supporter_id, p.dues_kind_id FROM posting p
    LEFT JOIN supporter o ON o.id = p.supporter_id AND o.merged_into_id IS NOT NULL
    WHERE ${isAsked} GROUP BY 1, 2 HAVING sum(p.amount_yen) < 0
    UNION ALL SELECT p.supporter_id, p.dues_kind_id FROM supporter o JOIN posting p ON p.supporter_id = o.id
    WHERE o.merged_into_id IS NOT NULL AND ${isAsked} GROUP BY 1, 2 HAVING sum(p.amount_yen) < 0)`
}

/** Whether a posting `p` is not among what came later, which the prelude names. */
function isPostedBy(since: readonly YearSince[]): string {
  return since.length === 0 ? '' : 'AND p.entry_id NOT IN (SELECT id FROM later)'
}

/** Not a plain IN, which would become a join, which the planner takes to leave hardly anybody. */
function paymentCondition(payment: MembershipPayment, duesYear: string): string {
  const hasPaid = '((m.supporter_id, m.dues_kind_id) IN (SELECT supporter_id, dues_kind_id FROM paid) IS TRUE)'
  switch (payment) {
    case 'paid':
      return hasPaid
    case 'unpaid':
      return `NOT ${isWithinArea(duesYear)} AND NOT ${hasPaid}`
    case 'within_area':
      return `${isWithinArea(duesYear)} IS NOT FALSE AND NOT ${hasPaid}`
  }
}

/** 口数 on the day, of who has left on the last day, of who is to join on the first. */
export function unitsColumn(day: string): string {
  return `(SELECT u.units FROM membership_units u WHERE u.membership_id = m.id
    AND u.effective_on <= least(greatest(${day}, m.joined_on), coalesce(m.left_on, 'infinity'))
    ORDER BY u.effective_on DESC LIMIT 1)`
}

/** An aggregate over rows of `membership_units`: day and 口 in one number, whose greatest is the newest. (口 have five digits at the most.) */
export function newestUnits(day: string): string {
  return `(max((effective_on - date '1868-01-01') * 100000::bigint + units) FILTER (WHERE effective_on <= ${day})) % 100000`
}
