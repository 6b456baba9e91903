import type { Db } from '@sasaeai/db/database'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { AreaId, DuesKindId } from '@sasaeai/domain/ids'
import type { DuesCut } from '@sasaeai/domain/membership-dues/dues-cut'
import { paidDirectly } from '../ledger/posting-condition.ts'

interface DuesPlace {
  readonly areaId: AreaId | null
  readonly duesKindId: DuesKindId
}

/** Dues that came in; the area is null for what is counted as 直接. */
export interface ReceivedDues extends DuesPlace {
  readonly duesYear: FiscalYear
  readonly receivedYen: number
  /** 件数: households, of a 世帯 kind. */
  readonly count: number
}

/** This year's dues and last year's, each up to its day: from the kept totals, but for what members pay by name. */
export async function readReceivedDues(db: Db, { fiscalYear, until, lastYear, lastUntil }: DuesCut): Promise<ReceivedDues[]> {
  const { rows } = await db.pool.query<ReceivedDues>({
    name: 'dues-received',
    text: receivedSql,
    values: [fiscalYear, until, lastYear, lastUntil],
  })
  return rows
}

const untilCut = (row: string) => `${row}.funding_source_id IS NOT NULL
  AND (${row}.dues_year = $1::int AND ${row}.entry_date <= $2::date OR ${row}.dues_year = $3::int AND ${row}.entry_date <= $4::date)`

/** What the totals hold by area, with the payments of direct members taken out of the areas and put beside them. */
const receivedSql = `
  WITH direct AS MATERIALIZED (
    SELECT p.dues_year, p.area_id, p.dues_kind_id, -sum(p.amount_yen) AS yen, sum(p.count) AS count
      FROM posting p
      WHERE p.supporter_id IS NOT NULL AND p.area_id IS NOT NULL AND ${untilCut('p')} AND ${paidDirectly}
      GROUP BY 1, 2, 3)
  SELECT dues_year AS "duesYear", area_id AS "areaId", dues_kind_id AS "duesKindId", sum(yen)::bigint AS "receivedYen",
      sum(count)::bigint AS count
    FROM (
      SELECT dues_year, area_id, dues_kind_id, -sum(amount_yen) AS yen, sum(count) AS count
        FROM funding_total t WHERE ${untilCut('t')} GROUP BY 1, 2, 3
      UNION ALL SELECT dues_year, area_id, dues_kind_id, -yen, -count FROM direct
      UNION ALL SELECT dues_year, NULL, dues_kind_id, yen, count FROM direct) parts
    GROUP BY 1, 2, 3`

/** What was asked; the area is null for what members pay directly. */
export interface AskedDues extends DuesPlace {
  readonly households: number
  readonly members: number
  readonly units: number
  readonly expectedYen: number
}

/** What the fixed requests of a year ask, by kind and area. Households named within an association are in its line. */
export async function readAskedDues(db: Db, year: FiscalYear): Promise<AskedDues[]> {
  const { rows } = await db.pool.query<AskedDues>(
    `SELECT e.area_id AS "areaId", r.dues_kind_id AS "duesKindId", coalesce(sum(e.households), 0)::int AS households,
        count(e.membership_id)::int AS members, coalesce(sum(e.units), 0)::int AS units, sum(e.expected_yen)::bigint AS "expectedYen"
      FROM dues_request r JOIN dues_expectation e ON e.request_id = r.id
      WHERE r.fiscal_year = $1 AND r.status = 'fixed' AND NOT e.is_within_area
      GROUP BY 1, 2`,
    [year],
  )
  return rows
}

export interface PaidMembers extends DuesPlace {
  readonly members: number
}

/** Of the members who were asked by name, how many something came in from until the day. */
export async function readPaidMembers(db: Db, { fiscalYear, until }: DuesCut): Promise<PaidMembers[]> {
  const { rows } = await db.pool.query<PaidMembers>({
    name: 'dues-paid-members',
    text: `
      WITH paid AS MATERIALIZED (
        SELECT p.supporter_id, p.dues_kind_id FROM posting p
          WHERE p.dues_year = $1::int AND p.supporter_id IS NOT NULL AND p.funding_source_id IS NOT NULL AND p.entry_date <= $2::date
          GROUP BY 1, 2 HAVING sum(p.amount_yen) < 0)
      SELECT e.area_id AS "areaId", paid.dues_kind_id AS "duesKindId", count(*)::int AS members
        FROM paid JOIN membership m USING (supporter_id, dues_kind_id)
          JOIN dues_expectation e ON e.membership_id = m.id
          JOIN dues_request r ON r.id = e.request_id AND r.fiscal_year = $1::int AND r.status = 'fixed'
        WHERE NOT e.is_within_area
        GROUP BY 1, 2`,
    values: [fiscalYear, until],
  })
  return rows
}

export interface RequestStatusRow {
  readonly duesKindId: DuesKindId
  readonly status: 'draft' | 'fixed'
}

/** How far the requests of a year have come; a kind without a request is missing. */
export async function readRequestStatuses(db: Db, year: FiscalYear): Promise<RequestStatusRow[]> {
  const { rows } = await db.pool.query<RequestStatusRow>(
    'SELECT dues_kind_id AS "duesKindId", status FROM dues_request WHERE fiscal_year = $1',
    [year],
  )
  return rows
}
