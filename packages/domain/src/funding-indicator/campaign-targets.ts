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
 * number for the public and for the funding page. Other bodies' drives are in none. Where several sources share a category, the first of them
 * carries the whole, because a goal is of a drive and not of a source.
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
 * Whether a target is one that the goals of drives take the place of, also where it is another source's. As soon as any
 * district has goals, none keeps what was set for it elsewhere: half of one and half of the other would be neither.
 */
export function isTargetOfCampaigns(
  { sourceId, areaId, fiscalYear }: Pick<SourceTarget, 'sourceId' | 'areaId' | 'fiscalYear'>,
  given: { readonly targets: readonly SourceTarget[]; readonly sources: readonly TargetedSource[] },
): boolean {
  const categoryOf = (id: FundingSourceId) => given.sources.find((source) => source.sourceId === id)?.category
  return given.targets.some(
    (target) => target.fiscalYear === fiscalYear && (target.areaId === null) === (areaId === null) && categoryOf(target.sourceId) === categoryOf(sourceId),
  )
}
