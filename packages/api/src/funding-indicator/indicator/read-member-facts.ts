import type { GroundDb } from '@sasaeai/db/ground-at'
import { type FiscalYear, firstDayOf } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { MemberFact } from '@sasaeai/domain/funding-indicator/indicator/indicator-facts'
import { keptAnswer } from '../../ledger/kept-answers.ts'
import { wasMemberBefore } from '../../membership-dues/member/member-condition.ts'

interface MembersQuestion {
  readonly years: readonly { readonly fiscalYear: FiscalYear; readonly until: LocalDate }[]
  /** Of what memberships are made of, and of what their kinds are called (readVersions). */
  readonly version: number
}

/** 法人会員 of some years, each up to its day. Memberships are spans, so that a year reads the same whenever it is asked for. */
export function readMemberFacts(db: GroundDb, { years, version }: MembersQuestion): Promise<ReadonlyMap<FiscalYear, readonly MemberFact[]>> {
  const days = years.map(({ until }) => until)
  return keptAnswer(db, { question: ['organizations of years', ...days], version }, async () => {
    const { rows } = await db.pool.query<MemberFact & { fiscalYear: FiscalYear }>(
      membersSql, [years.map(({ fiscalYear }) => fiscalYear), years.map(({ fiscalYear }) => firstDayOf(fiscalYear)), days],
    )
    return new Map([...Map.groupBy(rows, ({ fiscalYear }) => fiscalYear)].map(([year, ofYear]) => [year, ofYear.map(({ fiscalYear: _year, ...members }) => members)]))
  })
}

/** The last day of a membership counts as left (membership-state), so that who stays on 31 March continues on 1 April. */
const membersSql = `
  WITH kind AS (
    SELECT k.id, k.code, k.name FROM dues_kind k
      WHERE (SELECT t.payer FROM dues_terms t WHERE t.dues_kind_id = k.id ORDER BY t.fiscal_year DESC LIMIT 1) = 'organization'),
  organization AS MATERIALIZED (
    SELECT m.dues_kind_id, m.joined_on, m.left_on, ${wasMemberBefore} AS is_rejoined FROM membership m WHERE m.dues_kind_id IN (SELECT id FROM kind))
  SELECT y.year AS "fiscalYear", k.id AS "duesKindId", k.name,
      count(*) FILTER (WHERE o.joined_on < y.first_day AND (o.left_on IS NULL OR o.left_on >= y.first_day)) AS before,
      count(*) FILTER (WHERE o.joined_on >= y.first_day AND (o.left_on IS NULL OR o.left_on > y.until) AND NOT o.is_rejoined) AS joined,
      count(*) FILTER (WHERE o.joined_on >= y.first_day AND (o.left_on IS NULL OR o.left_on > y.until) AND o.is_rejoined) AS rejoined,
      count(*) FILTER (WHERE o.joined_on >= y.first_day AND o.left_on <= y.until) AS "joinedAndLeft",
      count(*) FILTER (WHERE o.left_on BETWEEN y.first_day AND y.until) AS "left",
      count(*) FILTER (WHERE o.joined_on < y.first_day AND (o.left_on IS NULL OR o.left_on > y.until)) AS stayed
    FROM unnest($1::int[], $2::date[], $3::date[]) AS y(year, first_day, until) CROSS JOIN kind k
      LEFT JOIN organization o ON o.dues_kind_id = k.id AND o.joined_on <= y.until
    GROUP BY y.year, k.id, k.code, k.name ORDER BY k.code`
