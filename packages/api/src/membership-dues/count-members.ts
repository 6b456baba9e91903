import { fiscalYear, firstDayOf, fiscalYearOf, type FiscalYear, sameDayOfFiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type LocalDate, localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { DuesKindId } from '@sasaeai/domain/ids'
import { dayInYear, type MembershipMovement } from '@sasaeai/domain/membership-dues/membership-state'
import type { Deps } from '../deps.ts'
import { unitsColumn, wasMemberBefore } from './member-condition.ts'

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
export async function countMembers(deps: Deps, year: FiscalYear): Promise<MemberCounts> {
  const day = dayInYear(year, localDateInTokyo(deps.now()))
  const lastYearDay = sameDayOfFiscalYear(day, fiscalYear(year - 1))
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
    `WITH seen AS (
       SELECT m.dues_kind_id, m.joined_on < $2 AS is_old, m.joined_on >= $2 AND ${wasMemberBefore} AS is_rejoined,
         coalesce(m.left_on <= $1, false) AS has_left,
         CASE WHEN m.left_on IS NULL OR m.left_on > $1 THEN ${unitsColumn('$1::date')} ELSE 0 END AS units
       FROM membership m WHERE m.joined_on <= $1::date AND (m.left_on IS NULL OR m.left_on >= $2::date))
     SELECT dues_kind_id AS "duesKindId", count(*) FILTER (WHERE is_old) AS "atStart",
       count(*) FILTER (WHERE NOT is_old AND NOT is_rejoined) AS joined, count(*) FILTER (WHERE is_rejoined) AS rejoined,
       count(*) FILTER (WHERE has_left) AS "left", count(*) FILTER (WHERE NOT has_left) AS now, sum(units)::bigint AS units
     FROM seen GROUP BY dues_kind_id`,
    [on, firstDayOf(fiscalYearOf(on))],
  )
  return new Map(rows.map(({ duesKindId, ...movement }) => [duesKindId, movement]))
}
