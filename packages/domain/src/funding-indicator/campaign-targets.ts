import type { DriveKind } from '../community-chest/campaign/drive-kind.ts'
import type { AreaId, FundingSourceId } from '../ids.ts'
import { drivesOf, type FundingCategory } from '../ledger/funding-category.ts'
import { sumYen, type Yen } from '../money/yen.ts'

/** 目標額 of a drive: of the whole, as it is fixed or else as its goals add up, or of what lies in one district. */
export interface CampaignGoalRow {
  readonly fiscalYear: number
  readonly drive: DriveKind
  /** Null for the whole. */
  readonly areaId: AreaId | null
  readonly goalYen: Yen
}

interface TargetedSource {
  readonly sourceId: FundingSourceId
  readonly category: FundingCategory
}

interface SourceTarget {
  readonly fiscalYear: number
  readonly sourceId: FundingSourceId
  readonly areaId: AreaId | null
  readonly targetYen: Yen
}

/**
 * The targets of 共同募金 and 歳末, whole and by district, are the goals of their drives, where a year has set any: one
 * number for the public and for the funding page. Other bodies' drives are in none. Where several sources share a
 * category, the first of them carries the whole, because a goal is of a drive and not of a source.
 */
export function targetsOfCampaigns(campaigns: readonly CampaignGoalRow[], sources: readonly TargetedSource[]): SourceTarget[] {
  const firstOf = new Map<FundingCategory, FundingSourceId>()
  for (const { category, sourceId } of sources) if (!firstOf.has(category)) firstOf.set(category, sourceId)
  return [...firstOf].flatMap(([category, sourceId]) => {
    const drives: readonly DriveKind[] = drivesOf(category).filter((drive) => drive !== 'other')
    const ours = campaigns.filter(({ drive }) => drives.includes(drive))
    return [...Map.groupBy(ours, ({ fiscalYear }) => fiscalYear)].flatMap(([fiscalYear, ofYear]) =>
      [...Map.groupBy(ofYear, ({ areaId }) => areaId)].map(([areaId, goals]) => ({
        fiscalYear, sourceId, areaId, targetYen: sumYen(goals.map(({ goalYen }) => goalYen)),
      })),
    )
  })
}

/**
 * Tells of a target that was set whether the goals of drives replace it, also where it was set for another source of the
 * same money. One district with goals is enough to replace what was set for every district of that year: half of one and
 * half of the other would be neither.
 */
export function replacedByCampaigns(
  ofCampaigns: readonly SourceTarget[],
  sources: readonly TargetedSource[],
): (target: Pick<SourceTarget, 'sourceId' | 'areaId' | 'fiscalYear'>) => boolean {
  const categories = new Map(sources.map(({ sourceId, category }) => [sourceId, category]))
  const keyOf = ({ fiscalYear, areaId, sourceId }: Pick<SourceTarget, 'sourceId' | 'areaId' | 'fiscalYear'>) =>
    `${fiscalYear}/${areaId === null ? 'whole' : 'districts'}/${categories.get(sourceId)}`
  const replaced = new Set(ofCampaigns.map(keyOf))
  return (target) => replaced.has(keyOf(target))
}
