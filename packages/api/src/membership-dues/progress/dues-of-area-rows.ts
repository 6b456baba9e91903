import type { Db } from '@sasaeai/db/database'
import { type GroundDb, groundAt } from '@sasaeai/db/ground-at'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import type { HouseholdBasis } from '@sasaeai/domain/area/household-basis'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { AreaId, DuesKindId, MembershipId, SupporterId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import { paidDirectly } from '../../ledger/posting-condition.ts'
import { readAt } from '../../ledger/read-at.ts'
import { groundMomentOf, type ReportMoment } from '../../ledger/report-moment.ts'
import { wasPosted } from '../../ledger/stands-sql.ts'
import { idsOfSupporter } from '../../supporter/merged-supporter-sql.ts'

/** Which areas of which year. */
export interface YearAndAreas {
  readonly fiscalYear: FiscalYear
  readonly areaIds: readonly AreaId[]
}

/** 納入のお願い to the area itself or to one below it. */
export interface AskedLine {
  readonly areaId: AreaId
  readonly duesKindId: DuesKindId
  readonly households: number | null
  readonly unitYen: Yen | null
  readonly expectedYen: Yen
  readonly slipNumber: number | null
  readonly adjustmentReason: string
}

export async function readAskedLines(db: GroundDb, { areaIds, fiscalYear }: YearAndAreas): Promise<AskedLine[]> {
  const { rows } = await db.pool.query<AskedLine>(
    `SELECT e.area_id AS "areaId", r.dues_kind_id AS "duesKindId", e.households, e.unit_yen AS "unitYen",
        e.expected_yen AS "expectedYen", e.slip_number AS "slipNumber", e.adjustment_reason AS "adjustmentReason"
      FROM dues_expectation e JOIN dues_request r ON r.id = e.request_id
      WHERE e.area_id = ANY($1::uuid[]) AND e.membership_id IS NULL AND r.fiscal_year = $2 AND r.status = 'fixed'
      ORDER BY e.slip_number`,
    [areaIds, fiscalYear],
  )
  return rows
}

/** A member who pays through the area. */
export interface MemberThrough {
  readonly membershipId: MembershipId
  readonly supporterId: SupporterId
  readonly number: number
  readonly name: string
  readonly duesKindId: DuesKindId
  readonly units: number | null
  /** What came in from the member for the year. */
  readonly receivedYen: Yen
}

/** The members who paid through these areas at any time of the year, by their reading. */
export async function readMembersThrough(db: Db, { areaIds, fiscalYear }: YearAndAreas, at: ReportMoment): Promise<MemberThrough[]> {
  const { rows } = await readAt(db, at, (books, since) => books.query<MemberThrough>(
    `SELECT m.id AS "membershipId", s.id AS "supporterId", s.number, s.name, m.dues_kind_id AS "duesKindId",
        (SELECT u.units FROM membership_units u WHERE u.membership_id = m.id AND u.effective_on <= make_date($2::int + 1, 3, 31)
          ORDER BY u.effective_on DESC LIMIT 1) AS units,
        coalesce((SELECT -sum(p.amount_yen) FROM posting p WHERE p.dues_year = $2::int AND p.supporter_id = ANY ${idsOfSupporter('s.id')}
          AND p.dues_kind_id = m.dues_kind_id AND p.funding_source_id IS NOT NULL${wasPosted('p.entry_id', since)}), 0)::bigint AS "receivedYen"
      FROM membership m JOIN supporter s ON s.id = m.supporter_id
      WHERE m.area_id = ANY($1::uuid[]) AND m.route = 'association' AND m.joined_on <= make_date($2::int + 1, 3, 31)
        AND (m.left_on IS NULL OR m.left_on >= make_date($2::int, 4, 1))
      ORDER BY s.kana, s.number LIMIT 500`,
    [areaIds, fiscalYear],
  ))
  return rows
}

/** One year's dues of an area, to their end. */
export interface YearOfArea {
  readonly fiscalYear: FiscalYear
  readonly kinds: readonly { readonly duesKindId: DuesKindId; readonly receivedYen: Yen; readonly count: number }[]
  readonly households: { readonly basis: HouseholdBasis; readonly asOf: LocalDate; readonly households: number } | null
}

/** This year and the four before it, the newest first, with the households recorded of the area itself. */
export async function readDuesYears(
  db: Db,
  { areaIds, fiscalYear, areaId }: YearAndAreas & { areaId: AreaId },
  at: ReportMoment,
): Promise<YearOfArea[]> {
  const [received, households] = await Promise.all([
    readAt(db, at, (books, since) => books.query<{ duesYear: FiscalYear; duesKindId: DuesKindId; receivedYen: number; count: number }>(
      `SELECT p.dues_year AS "duesYear", p.dues_kind_id AS "duesKindId", (-sum(p.amount_yen))::bigint AS "receivedYen",
          sum(p.count)::bigint AS count
        FROM posting p WHERE p.area_id = ANY($1::uuid[]) AND p.dues_year BETWEEN $2::int - 4 AND $2::int
          AND p.funding_source_id IS NOT NULL AND NOT ${paidDirectly}${wasPosted('p.entry_id', since)}
        GROUP BY 1, 2`,
      [areaIds, fiscalYear],
    )),
    groundAt(db, groundMomentOf(at)).pool.query<NonNullable<YearOfArea['households']> & { fiscalYear: FiscalYear }>(
      `SELECT DISTINCT ON (fiscal_year) fiscal_year AS "fiscalYear", basis, as_of AS "asOf", households FROM area_household
        WHERE area_id = $1 AND fiscal_year BETWEEN $2::int - 4 AND $2::int
        ORDER BY fiscal_year, basis DESC`,
      [areaId, fiscalYear],
    ),
  ])
  const yearsKnown = new Set([fiscalYear, ...received.rows.map(({ duesYear }) => duesYear)])
  return [...yearsKnown]
    .toSorted((left, right) => right - left)
    .map((year) => {
      const counted = households.rows.find((row) => row.fiscalYear === year)
      return {
        fiscalYear: year,
        kinds: received.rows
          .filter(({ duesYear }) => duesYear === year)
          .map(({ duesKindId, receivedYen, count }) => ({ duesKindId, receivedYen: yenFromColumn(receivedYen), count })),
        households:
          counted === undefined ? null : { basis: counted.basis, asOf: counted.asOf, households: counted.households },
      }
    })
}
