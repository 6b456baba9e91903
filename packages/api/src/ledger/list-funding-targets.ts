import type { Db } from '@sasaeai/db/database'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import { type FiscalYear, fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { DriveKind } from '@sasaeai/domain/community-chest/campaign/drive-kind'
import { isTargetOfCampaigns, targetsOfCampaigns } from '@sasaeai/domain/funding-indicator/campaign-targets'
import { type AreaId, type FundingSourceId, id } from '@sasaeai/domain/ids'
import type { FundingCategory } from '@sasaeai/domain/ledger/funding-category'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../deps.ts'

export interface FundingTargetRow {
  readonly fundingSourceId: FundingSourceId
  /** Null where the target is the whole council's. */
  readonly areaId: AreaId | null
  readonly targetYen: Yen
  /** Whether it is the goal of the year's drives, which is decided there and not here. */
  readonly isOfCampaigns: boolean
}

/** The targets of a fiscal year, over all and by area. */
export async function listFundingTargets({ db }: Deps, year: FiscalYear): Promise<FundingTargetRow[]> {
  return readFundingTargets(db, year)
}

/** The targets of a year, or of all years: those that were set here, and the goals of drives in place of theirs. */
export async function readFundingTargets(db: Db, year: FiscalYear | null): Promise<(FundingTargetRow & { readonly fiscalYear: FiscalYear })[]> {
  const { rows: [found] } = await db.pool.query<{ targets: TargetJson[]; campaigns: CampaignJson[]; sources: SourceJson[] }>({
    name: 'funding-targets',
    text: targetsSql,
    values: [year],
  })
  const { targets = [], campaigns = [], sources = [] } = found ?? {}
  const ofCampaigns = targetsOfCampaigns(campaigns.map((each) => ({ ...each, goalYen: yenFromColumn(each.goalYen) })), sources)
  const set = targets.map((target) => ({ ...target, targetYen: yenFromColumn(target.targetYen), isOfCampaigns: false }))
  return [
    ...set.filter((target) => !isTargetOfCampaigns({ ...target, sourceId: target.fundingSourceId }, { targets: ofCampaigns, sources })),
    ...ofCampaigns.map(({ sourceId, targetYen, ...target }) => ({
      fiscalYear: fiscalYear(target.fiscalYear), fundingSourceId: id<'FundingSourceId'>(sourceId), areaId: null, targetYen, isOfCampaigns: true,
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
  readonly goalYen: number
}
interface SourceJson {
  readonly sourceId: FundingSourceId
  readonly category: FundingCategory
}

const targetsSql = `
  SELECT
    (SELECT coalesce(json_agg(json_build_object('fiscalYear', fiscal_year, 'fundingSourceId', funding_source_id, 'areaId', area_id,
      'targetYen', target_yen)), '[]') FROM funding_target WHERE $1::int IS NULL OR fiscal_year = $1) AS targets,
    (SELECT coalesce(json_agg(json_build_object('fiscalYear', fiscal_year, 'drive', drive, 'goalYen', goal_yen)), '[]')
      FROM campaign WHERE goal_yen IS NOT NULL AND ($1::int IS NULL OR fiscal_year = $1)) AS campaigns,
    (SELECT coalesce(json_agg(json_build_object('sourceId', id, 'category', category) ORDER BY closed_on IS NOT NULL, code), '[]') FROM funding_source) AS sources`
