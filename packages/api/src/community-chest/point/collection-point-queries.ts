import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { CollectionPointDetails } from '@sasaeai/domain/community-chest/point/collection-point-details'
import type { CollectionPointId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import type { YearSince } from '../../ledger/posted-since.ts'
import { readAt } from '../../ledger/read-at.ts'
import { ofNow, type ReportMoment } from '../../ledger/report-moment.ts'
import { stands } from '../../ledger/stands-sql.ts'

/** A box, a shop, a product or an occasion with what it brought. Amounts in yen, years by the drive that the money is of. */
export interface CollectionPointRow extends CollectionPointDetails {
  readonly pointId: CollectionPointId
  readonly areaName: string | null
  readonly supporterName: string | null
  readonly supporterNumber: number | null
  readonly campaignName: string | null
  readonly campaignYear: FiscalYear | null
  readonly closedOn: LocalDate | null
  readonly revision: number
  readonly thisYearYen: Yen
  readonly lastYearYen: Yen
  /** How often money came from it in the year. */
  readonly thisYearTimes: number
  /** The last day on which money came from it at all. */
  readonly lastReceivedOn: LocalDate | null
}

/** What there is to collect from in a year: everything but occasions of other years' drives. What it brought, and of which point money is, is of now or of a moment. */
export async function listCollectionPoints({ db }: Pick<Deps, 'db'>, year: FiscalYear, at: ReportMoment = ofNow): Promise<CollectionPointRow[]> {
  const { rows } = await readAt(db, at, (books, since) => books.query<CollectionPointRow>(
    `${pointSql(since)} WHERE c.fiscal_year IS NULL OR c.fiscal_year = $1 ORDER BY o.kind, length(o.code), o.code`, [year],
  ))
  return rows
}

/** One of them; null when it is gone. */
export async function readCollectionPoint(
  { db }: Pick<Deps, 'db'>,
  { pointId, year }: { pointId: CollectionPointId; year: FiscalYear },
  at: ReportMoment,
): Promise<CollectionPointRow | null> {
  const { rows } = await readAt(db, at, (books, since) => books.query<CollectionPointRow>(`${pointSql(since)} WHERE o.id = $2`, [year, pointId]))
  return rows[0] ?? null
}

/**
 * The entries of every point: those that were linked, and those that took the place of a linked one by a correction. What
 * was reversed is none any more. What was posted since is left out.
 */
export const pointEntries = (since: readonly YearSince[]) => `
  WITH RECURSIVE of_point AS (
    SELECT entry_id, point_id FROM collection_point_entry
    UNION
    SELECT e.id, o.point_id FROM of_point o JOIN journal_entry e ON e.corrects_entry_id = o.entry_id
      WHERE NOT EXISTS (SELECT 1 FROM collection_point_entry own WHERE own.entry_id = e.id)),
  standing AS (
    SELECT o.point_id, e.id AS entry_id, e.entry_number, e.entry_date, e.description, p.campaign_id, p.collection_method_id,
      -p.amount_yen AS amount_yen, p.count
    FROM of_point o JOIN journal_entry e ON e.id = o.entry_id
    JOIN posting p ON p.entry_id = e.id AND p.funding_source_id IS NOT NULL AND p.campaign_id IS NOT NULL
    WHERE ${stands('e.id', since)})`

const pointSql = (since: readonly YearSince[]) => `${pointEntries(since)},
  brought AS (
    SELECT s.point_id, max(s.entry_date) AS last_on,
      coalesce(sum(s.amount_yen) FILTER (WHERE g.fiscal_year = $1), 0)::bigint AS this_year,
      coalesce(sum(s.amount_yen) FILTER (WHERE g.fiscal_year = $1 - 1), 0)::bigint AS last_year,
      (count(*) FILTER (WHERE g.fiscal_year = $1))::int AS times
    FROM standing s JOIN campaign g ON g.id = s.campaign_id GROUP BY s.point_id)
  SELECT o.id AS "pointId", o.kind, o.code, o.name, o.place, o.area_id AS "areaId", a.name AS "areaName", o.supporter_id AS "supporterId",
    u.name AS "supporterName", u.number AS "supporterNumber", o.campaign_id AS "campaignId", c.name AS "campaignName", c.fiscal_year AS "campaignYear",
    o.starts_on AS "startsOn", o.staff, o.note, o.closed_on AS "closedOn", o.revision, coalesce(b.this_year, 0) AS "thisYearYen",
    coalesce(b.last_year, 0) AS "lastYearYen", coalesce(b.times, 0) AS "thisYearTimes", b.last_on AS "lastReceivedOn"
  FROM collection_point o LEFT JOIN area a ON a.id = o.area_id LEFT JOIN supporter u ON u.id = o.supporter_id
  LEFT JOIN campaign c ON c.id = o.campaign_id LEFT JOIN brought b ON b.point_id = o.id`
