import { fiscalYear, type FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { RecordedMaterials } from '@sasaeai/domain/community-chest/material/typed-campaign-material'
import type { AreaId, CampaignId } from '@sasaeai/domain/ids'
import type { Deps } from '../../deps.ts'
import { householdsOfAreas } from '../branch/branch-queries.ts'

/** An area with what it was given for a drive. */
export interface CampaignMaterialRow {
  readonly areaId: AreaId
  readonly code: string
  readonly name: string
  /** The 校区 it lies in; null right below the root. */
  readonly parentId: AreaId | null
  readonly parentName: string | null
  /** Null where none were recorded for the year. */
  readonly households: number | null
  readonly materials: RecordedMaterials
}

export interface CampaignMaterialSheet {
  readonly campaignName: string
  readonly fiscalYear: FiscalYear
  readonly rows: readonly CampaignMaterialRow[]
}

/**
 * The open areas of the lowest level that has households in the drive's year, or of the lowest level at all, and whatever
 * else has been given something; null when there is no such drive.
 */
export async function campaignMaterials({ db }: Deps, campaignId: CampaignId): Promise<CampaignMaterialSheet | null> {
  const campaign = await db.prisma.campaign.findUnique({ where: { id: campaignId }, select: { name: true, fiscalYear: true } })
  if (campaign === null) return null
  const { rows } = await db.pool.query<CampaignMaterialRow>(sheetSql, [campaign.fiscalYear, campaignId])
  return { campaignName: campaign.name, fiscalYear: fiscalYear(campaign.fiscalYear), rows }
}

const itemOf = (item: string) => `
  (SELECT json_build_object('issued', m.issued, 'returned', m.returned, 'issuedOn', m.issued_on, 'returnedOn', m.returned_on, 'revision', m.revision)
    FROM campaign_material m WHERE m.campaign_id = $2 AND m.area_id = a.id AND m.item = '${item}')`

const sheetSql = `
  WITH ${householdsOfAreas},
  lowest AS (SELECT coalesce(
    (SELECT max(t.level) FROM household h JOIN area a ON a.id = h.area_id JOIN area_type t ON t.id = a.area_type_id),
    (SELECT max(t.level) FROM area a JOIN area_type t ON t.id = a.area_type_id)) AS level)
  SELECT a.id AS "areaId", a.code, a.name, p.id AS "parentId", p.name AS "parentName", h.households,
    json_build_object('feather', ${itemOf('feather')}, 'envelope', ${itemOf('envelope')}, 'poster', ${itemOf('poster')}) AS materials
  FROM area a JOIN area_type t ON t.id = a.area_type_id LEFT JOIN area p ON p.id = a.parent_id AND p.parent_id IS NOT NULL
  LEFT JOIN household h ON h.area_id = a.id, lowest
  WHERE EXISTS (SELECT 1 FROM campaign_material m WHERE m.campaign_id = $2 AND m.area_id = a.id) OR a.closed_on IS NULL AND t.level = lowest.level
  ORDER BY a.code`
