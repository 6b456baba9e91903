import type { GroundDb } from '@sasaeai/db/ground-at'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import { type FiscalYear, fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { DriveKind } from '@sasaeai/domain/community-chest/campaign/drive-kind'
import { replacedByCampaigns, targetsOfCampaigns } from '@sasaeai/domain/funding-indicator/campaign-targets'
import type { AreaId, FundingSourceId } from '@sasaeai/domain/ids'
import type { FundingCategory } from '@sasaeai/domain/ledger/funding-category'
import type { Yen } from '@sasaeai/domain/money/yen'

export interface FundingTargetRow {
  readonly fundingSourceId: FundingSourceId
  /** Null where the target is the whole council's. */
  readonly areaId: AreaId | null
  readonly targetYen: Yen
  /** Whether it is the goal of the year's drives, which is decided there and not here. */
  readonly isOfCampaigns: boolean
}

/** The targets of a fiscal year, over all and by area; those of drives by district. */
export async function listFundingTargets({ db }: { readonly db: GroundDb }, year: FiscalYear): Promise<FundingTargetRow[]> {
  return readFundingTargets(db, year)
}

/** The targets of a year, or of all years: those that were set here, and the goals of drives in place of theirs. */
export async function readFundingTargets(db: GroundDb, year: FiscalYear | null): Promise<(FundingTargetRow & { readonly fiscalYear: FiscalYear })[]> {
  const { rows: [found] } = await db.pool.query<{ targets: TargetJson[]; campaigns: CampaignJson[]; sources: SourceJson[] }>({
    name: 'funding-targets',
    text: targetsSql,
    values: [year],
  })
  const { targets = [], campaigns = [], sources = [] } = found ?? {}
  const ofCampaigns = targetsOfCampaigns(campaigns.map((each) => ({ ...each, goalYen: yenFromColumn(each.goalYen) })), sources)
  const isReplaced = replacedByCampaigns(ofCampaigns, sources)
  const set = targets.map((target) => ({ ...target, targetYen: yenFromColumn(target.targetYen), isOfCampaigns: false }))
  return [
    ...set.filter((target) => !isReplaced({ ...target, sourceId: target.fundingSourceId })),
    ...ofCampaigns.map(({ sourceId, areaId, targetYen, ...target }) => ({
      fiscalYear: fiscalYear(target.fiscalYear), fundingSourceId: sourceId, areaId, targetYen, isOfCampaigns: true,
    })),
  ]
}

interface TargetJson {
  readonly fiscalYear: FiscalYear
  readonly fundingSourceId: FundingSourceId
  readonly areaId: AreaId | null
  readonly targetYen: number
}
interface CampaignJson {
  readonly fiscalYear: number
  readonly drive: DriveKind
  readonly areaId: AreaId | null
  readonly goalYen: number
}
interface SourceJson {
  readonly sourceId: FundingSourceId
  readonly category: FundingCategory
}

/** The goals of a district are those of its area and of all below it. */
const targetsSql = `
  WITH RECURSIVE district AS (
    SELECT a.id AS area_id, a.id AS district_id FROM area a JOIN area root ON root.id = a.parent_id AND root.parent_id IS NULL
    UNION ALL
    SELECT a.id, d.district_id FROM area a JOIN district d ON a.parent_id = d.area_id
  ), goal AS (
    SELECT g.campaign_id, d.district_id, sum(g.target_yen) AS yen FROM campaign_goal_total g
      JOIN campaign c ON c.id = g.campaign_id AND g.area_id IS NOT NULL AND ($1::int IS NULL OR c.fiscal_year = $1) LEFT JOIN district d USING (area_id) GROUP BY 1, 2
  ), goal_of_drive AS (
    SELECT c.fiscal_year, c.drive, NULL::uuid AS area_id, coalesce(c.goal_yen, sum(g.yen)) AS yen FROM campaign c LEFT JOIN goal g ON g.campaign_id = c.id
      WHERE $1::int IS NULL OR c.fiscal_year = $1 GROUP BY c.id, c.fiscal_year, c.drive, c.goal_yen
    UNION ALL
    SELECT c.fiscal_year, c.drive, g.district_id, g.yen FROM goal g JOIN campaign c ON c.id = g.campaign_id WHERE g.district_id IS NOT NULL
  )
  SELECT
    (SELECT coalesce(json_agg(json_build_object('fiscalYear', fiscal_year, 'fundingSourceId', funding_source_id, 'areaId', area_id,
      'targetYen', target_yen)), '[]') FROM funding_target WHERE $1::int IS NULL OR fiscal_year = $1) AS targets,
    (SELECT coalesce(json_agg(json_build_object('fiscalYear', fiscal_year, 'drive', drive, 'areaId', area_id, 'goalYen', yen)), '[]')
      FROM goal_of_drive WHERE yen IS NOT NULL) AS campaigns,
    (SELECT coalesce(json_agg(json_build_object('sourceId', id, 'category', category) ORDER BY closed_on IS NOT NULL, code), '[]') FROM funding_source) AS sources`
