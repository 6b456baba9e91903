import { type GroundDb, groundAt } from '@sasaeai/db/ground-at'
import { fiscalYear, firstDayOf, fiscalYearOf, sameDayOfFiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type LocalDate, localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { DuesKindId } from '@sasaeai/domain/ids'
import type { MembershipFilter } from '@sasaeai/domain/membership-dues/member/membership-list-input'
import type { MembershipMovement } from '@sasaeai/domain/membership-dues/member/membership-state'
import type { Deps } from '../../deps.ts'
import { keptAnswer } from '../../ledger/kept-answers.ts'
import { readVersions } from '../../ledger/read-ground-data.ts'
import { groundMomentOf, ofNow, type ReportMoment } from '../../ledger/report-moment.ts'
import { dayOfMembers } from './day-of-members.ts'
import { newestUnits } from './member-condition.ts'

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
export function countMembers(deps: Deps, asked: Pick<MembershipFilter, 'fiscalYear' | 'asOf'>, at: ReportMoment = ofNow): Promise<MemberCounts> {
  return countMembersOn(deps, dayOfMembers(asked, at, localDateInTokyo(deps.now())), groundMomentOf(at))
}

/** The same as of a day, in the fiscal year of that day; the memberships as they were known at a moment, or now. */
export async function countMembersOn(deps: Deps, day: LocalDate, moment: Date | null = null): Promise<MemberCounts> {
  const db = groundAt(deps.db, moment)
  const lastYearDay = sameDayOfFiscalYear(day, fiscalYear(fiscalYearOf(day) - 1))
  const [kinds, { thisYear, lastYear }] = await Promise.all([
    db.pool.query<{ duesKindId: DuesKindId; name: string; isClosed: boolean }>(
      `SELECT id AS "duesKindId", name, closed_on IS NOT NULL AS "isClosed" FROM dues_kind ORDER BY code`,
    ),
    readVersions(deps.db).then(({ dues }) =>
      keptAnswer(db, { question: ['member movements', day], version: dues }, () => movementsOn(db, day, lastYearDay)),
    ),
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

interface MovementsOfYears {
  readonly thisYear: ReadonlyMap<DuesKindId, KindMovement>
  readonly lastYear: ReadonlyMap<DuesKindId, KindMovement>
}

interface MovementRow extends KindMovement {
  readonly duesKindId: DuesKindId
  readonly isLastYear: boolean
}

/** The rule of `membershipMovement` (domain), counted by the database for both years by one look at all memberships. */
async function movementsOn(db: GroundDb, day: LocalDate, lastYearDay: LocalDate): Promise<MovementsOfYears> {
  // Without a name, so that it is planned for these days: in one year few are new, in another all have just been taken in.
  const { rows } = await db.pool.query<MovementRow>(movementsSql, [
    day,
    firstDayOf(fiscalYearOf(day)),
    lastYearDay,
    firstDayOf(fiscalYearOf(lastYearDay)),
  ])
  const movementsOf = (wanted: boolean) =>
    new Map(rows.flatMap(({ duesKindId, isLastYear, ...movement }) => (isLastYear === wanted ? [[duesKindId, movement] as const] : [])))
  return { thisYear: movementsOf(false), lastYear: movementsOf(true) }
}

/** The movements from a year's first day to a day of it; the 口 are those of that day, null where there were none yet. */
function movementsUntil(day: string, { firstDay, units }: { firstDay: string; units: string }): string {
  const stays = `(left_on IS NULL OR left_on > ${day})`
  return `dues_kind_id AS "duesKindId", count(*) FILTER (WHERE joined_on < ${firstDay}) AS "atStart",
        count(*) FILTER (WHERE joined_on >= ${firstDay} AND NOT is_again) AS joined,
        count(*) FILTER (WHERE joined_on >= ${firstDay} AND is_again) AS rejoined,
        count(*) FILTER (WHERE NOT ${stays}) AS "left", count(*) FILTER (WHERE ${stays}) AS now,
        coalesce(sum(${units}) FILTER (WHERE ${stays}), 0)::bigint AS units
      FROM seen WHERE joined_on <= ${day} AND (left_on IS NULL OR left_on >= ${firstDay}) AND ${units} IS NOT NULL GROUP BY dues_kind_id`
}

/** Who joins again is looked for among the new ones of both years alone. */
const movementsSql = `
  WITH again AS (
    SELECT DISTINCT m.id FROM membership m JOIN membership e ON e.supporter_id = m.supporter_id AND e.dues_kind_id = m.dues_kind_id
      WHERE m.joined_on BETWEEN $4::date AND $1::date AND e.joined_on < m.joined_on),
  units AS (
    SELECT membership_id, ${newestUnits('$1::date')} AS now_units, ${newestUnits('$3::date')} AS last_units
      FROM membership_units WHERE effective_on <= $1::date GROUP BY membership_id),
  seen AS MATERIALIZED (
    SELECT m.dues_kind_id, m.joined_on, m.left_on, again.id IS NOT NULL AS is_again, u.now_units, u.last_units
      FROM membership m JOIN units u ON u.membership_id = m.id LEFT JOIN again ON again.id = m.id
      WHERE m.joined_on <= $1::date AND (m.left_on IS NULL OR m.left_on >= $4::date))
  SELECT false AS "isLastYear", ${movementsUntil('$1::date', { firstDay: '$2::date', units: 'now_units' })}
  UNION ALL
  SELECT true, ${movementsUntil('$3::date', { firstDay: '$4::date', units: 'last_units' })}`
