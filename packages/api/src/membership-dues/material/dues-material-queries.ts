import type { Db } from '@sasaeai/db/database'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { AreaId } from '@sasaeai/domain/ids'
import type { DuesMaterialDetails } from '@sasaeai/domain/membership-dues/material/dues-material-input'

/** An area with what it was given for a year's dues; zeros and a null revision where nothing was written down. */
export interface DuesMaterialRow extends DuesMaterialDetails {
  readonly areaId: AreaId
  readonly code: string
  readonly name: string
  /** The 校区 it lies in; null right below the root. */
  readonly parentId: AreaId | null
  readonly parentName: string | null
  /** Null where none were recorded for the year. */
  readonly households: number | null
  readonly revision: number | null
}

/**
 * The open areas of the lowest level that has households in the year, or of the lowest level at all, and whatever else
 * has been given something; in the order of their codes.
 */
export async function listDuesMaterials(db: Db, fiscalYear: FiscalYear): Promise<DuesMaterialRow[]> {
  const { rows } = await db.pool.query<DuesMaterialRow>(
    `SELECT a.id AS "areaId", a.code, a.name, p.id AS "parentId", p.name AS "parentName", h.households, m.revision,
        coalesce(m.envelopes_issued, 0) AS "envelopesIssued", coalesce(m.envelopes_returned, 0) AS "envelopesReturned",
        coalesce(m.slips_issued, 0) AS "slipsIssued", coalesce(m.slips_returned, 0) AS "slipsReturned",
        m.issued_on AS "issuedOn", m.returned_on AS "returnedOn", coalesce(m.note, '') AS note
      FROM area a JOIN area_type t ON t.id = a.area_type_id LEFT JOIN area p ON p.id = a.parent_id AND p.parent_id IS NOT NULL
        LEFT JOIN ${householdsOfYear} h ON h.area_id = a.id
        LEFT JOIN dues_material m ON m.area_id = a.id AND m.fiscal_year = $1
      WHERE m.area_id IS NOT NULL OR a.closed_on IS NULL AND t.level = ${lowestLevel}
      ORDER BY a.code`,
    [fiscalYear],
  )
  return rows
}

/** What one area was given; null where nothing was written down. */
export async function readMaterialOfArea(
  db: Db,
  { areaId, fiscalYear }: { areaId: AreaId; fiscalYear: FiscalYear },
): Promise<DuesMaterialDetails | null> {
  const { rows } = await db.pool.query<DuesMaterialDetails>(
    `SELECT envelopes_issued AS "envelopesIssued", envelopes_returned AS "envelopesReturned", slips_issued AS "slipsIssued",
        slips_returned AS "slipsReturned", issued_on AS "issuedOn", returned_on AS "returnedOn", note
      FROM dues_material WHERE fiscal_year = $1 AND area_id = $2`,
    [fiscalYear, areaId],
  )
  return rows[0] ?? null
}

/** 自治会加入世帯 before 住基世帯, because they were the ones asked. */
export const householdsOfYear = `(SELECT DISTINCT ON (area_id) area_id, households FROM area_household
  WHERE fiscal_year = $1 ORDER BY area_id, basis DESC)`

const lowestLevel = `coalesce(
  (SELECT max(ht.level) FROM area_household hh JOIN area ha ON ha.id = hh.area_id JOIN area_type ht ON ht.id = ha.area_type_id
    WHERE hh.fiscal_year = $1),
  (SELECT max(lt.level) FROM area la JOIN area_type lt ON lt.id = la.area_type_id))`
