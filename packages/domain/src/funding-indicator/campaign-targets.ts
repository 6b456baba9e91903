import type { DriveKind } from '../community-chest/campaign/drive-kind.ts'
import type { FundingSourceId } from '../ids.ts'
import { drivesOf, type FundingCategory } from '../ledger/funding-category.ts'
import { sumYen, type Yen } from '../money/yen.ts'

/** 目標額 of a drive, as it is fixed. */
export interface CampaignGoalRow {
  readonly fiscalYear: number
  readonly drive: DriveKind
  readonly goalYen: Yen
}

interface TargetedSource {
  readonly sourceId: FundingSourceId
  readonly category: FundingCategory
}

interface SourceTarget {
  readonly fiscalYear: number
  readonly sourceId: FundingSourceId
  readonly targetYen: Yen
}

/**
 * The targets of 共同募金 and 歳末 are the goals of their drives, where a year has fixed any: one number for the public
 * and for the funding page. Other bodies' drives are in none. Where several sources share a category, the first of them
 * carries the whole, because a goal is of a drive and not of a source.
 */
export function targetsOfCampaigns(campaigns: readonly CampaignGoalRow[], sources: readonly TargetedSource[]): SourceTarget[] {
  const firstOf = new Map<FundingCategory, FundingSourceId>()
  for (const { category, sourceId } of sources) if (!firstOf.has(category)) firstOf.set(category, sourceId)
  return [...firstOf].flatMap(([category, sourceId]) => {
    const drives: readonly DriveKind[] = drivesOf(category).filter((drive) => drive !== 'other')
    const ours = Map.groupBy(campaigns.filter(({ drive }) => drives.includes(drive)), ({ fiscalYear }) => fiscalYear)
    return [...ours].map(([fiscalYear, goals]) => ({ fiscalYear, sourceId, targetYen: sumYen(goals.map(({ goalYen }) => goalYen)) }))
  })
}

interface AnyTarget<Area> {
  readonly sourceId: FundingSourceId
  readonly areaId: Area | null
  readonly fiscalYear: number
}

/** Whether a whole council's target is one that the goals of drives take the place of, also where it is another source's. */
export function isTargetOfCampaigns<Area>(
  { sourceId, areaId, fiscalYear }: AnyTarget<Area>,
  given: { readonly targets: readonly SourceTarget[]; readonly sources: readonly TargetedSource[] },
): boolean {
  if (areaId !== null) return false
  const categoryOf = (id: FundingSourceId) => given.sources.find((source) => source.sourceId === id)?.category
  return given.targets.some((target) => target.fiscalYear === fiscalYear && categoryOf(target.sourceId) === categoryOf(sourceId))
}
