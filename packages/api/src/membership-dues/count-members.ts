import { fiscalYear, firstDayOf, fiscalYearOf, type FiscalYear, sameDayOfFiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type LocalDate, localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { DuesKindId } from '@sasaeai/domain/ids'
import { dayInYear, type MembershipMovement } from '@sasaeai/domain/membership-dues/membership-state'
import type { Deps } from '../deps.ts'
import { latestUnits } from './member-condition.ts'

/** How the members of a kind have moved in a year up to a day, and the 口 of those who stay. */
export interface KindMovement extends MembershipMovement {
  readonly units: number
}

export interface KindCount {
  readonly duesKindId: DuesKindId
  readonly name: string
  readonly thisYear: KindMovement
  /** To the same day of the year before. */
  readonly lastYear: KindMovement
}

export interface MemberCounts {
  readonly day: LocalDate
  readonly lastYearDay: LocalDate
  /** Every kind that has members in either year, or is in use, in the order of the codes. */
  readonly kinds: readonly KindCount[]
}

/** 会員数 per kind: at the start, new, rejoined, left, now, 口; the year before to the same day beside it. */
export function countMembers(deps: Deps, year: FiscalYear): Promise<MemberCounts> {
  return countMembersOn(deps, dayInYear(year, localDateInTokyo(deps.now())))
}

/** The same as of a day, in the fiscal year of that day. */
export async function countMembersOn(deps: Deps, day: LocalDate): Promise<MemberCounts> {
  const lastYearDay = sameDayOfFiscalYear(day, fiscalYear(fiscalYearOf(day) - 1))
  const [kinds, thisYear, lastYear] = await Promise.all([
    deps.db.pool.query<{ duesKindId: DuesKindId; name: string; isClosed: boolean }>(
      `SELECT id AS "duesKindId", name, closed_on IS NOT NULL AS "isClosed" FROM dues_kind ORDER BY code`,
    ),
    movementsOn(deps, day),
    movementsOn(deps, lastYearDay),
  ])
  const counts = kinds.rows.map(({ duesKindId, name, isClosed }) => ({
    duesKindId,
    name,
    isClosed,
    thisYear: thisYear.get(duesKindId) ?? nobody,
    lastYear: lastYear.get(duesKindId) ?? nobody,
  }))
  const shown = counts.filter((kind) => !kind.isClosed || kind.thisYear !== nobody || kind.lastYear !== nobody)
  return { day, lastYearDay, kinds: shown.map(({ isClosed: _closed, ...kind }) => kind) }
}

const nobody: KindMovement = { atStart: 0, joined: 0, rejoined: 0, left: 0, now: 0, units: 0 }

/** The rule of `membershipMovement` (domain), counted by the database. */
async function movementsOn({ db }: Deps, on: LocalDate): Promise<Map<DuesKindId, KindMovement>> {
  const { rows } = await db.pool.query<KindMovement & { duesKindId: DuesKindId }>(
    // Who joins again is told by the first day of all memberships of the kind: one pass, where asking of each costs more.
    `WITH first AS (SELECT supporter_id, dues_kind_id, min(joined_on) AS joined_on FROM membership
       GROUP BY supporter_id, dues_kind_id HAVING count(*) > 1),
     seen AS (
       SELECT m.dues_kind_id, m.joined_on < $2 AS is_old, m.joined_on >= $2 AND coalesce(m.joined_on > f.joined_on, false) AS is_rejoined,
         coalesce(m.left_on <= $1, false) AS has_left, u.units
       FROM membership m JOIN ${latestUnits('$1::date')} u ON u.membership_id = m.id
       LEFT JOIN first f ON f.supporter_id = m.supporter_id AND f.dues_kind_id = m.dues_kind_id
       WHERE m.joined_on <= $1::date AND (m.left_on IS NULL OR m.left_on >= $2::date))
     SELECT dues_kind_id AS "duesKindId", count(*) FILTER (WHERE is_old) AS "atStart",
       count(*) FILTER (WHERE NOT is_old AND NOT is_rejoined) AS joined, count(*) FILTER (WHERE is_rejoined) AS rejoined,
       count(*) FILTER (WHERE has_left) AS "left", count(*) FILTER (WHERE NOT has_left) AS now,
       coalesce(sum(units) FILTER (WHERE NOT has_left), 0)::bigint AS units
     FROM seen GROUP BY dues_kind_id`,
    [on, firstDayOf(fiscalYearOf(on))],
  )
  return new Map(rows.map(({ duesKindId, ...movement }) => [duesKindId, movement]))
}
