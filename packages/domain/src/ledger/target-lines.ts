import type { LocalDate } from '../calendar/local-date.ts'
import type { AreaId, FundingSourceId } from '../ids.ts'
import type { Yen } from '../money/yen.ts'

interface Source {
  readonly id: FundingSourceId
  readonly code: string
  readonly name: string
  readonly closedOn: LocalDate | null
}

interface Target {
  readonly fundingSourceId: FundingSourceId
  /** Null where the target is the whole council's. */
  readonly areaId: AreaId | null
  readonly targetYen: Yen
  readonly isOfCampaigns: boolean
}

/** A source with its target in a year and scope. */
export interface TargetLine {
  readonly fundingSourceId: FundingSourceId
  readonly code: string
  readonly name: string
  /** Null where there is no target, which is not the same as a target of 0. */
  readonly targetYen: Yen | null
  /** Whether it is the goal of the year's drives, which is set there. */
  readonly isOfCampaigns: boolean
}

/** The 目標額 of a year in one scope: of every source in use, and of those out of use that have one. */
export function targetLines(sources: readonly Source[], targets: readonly Target[], areaId: AreaId | null): TargetLine[] {
  const inScope = new Map(targets.flatMap((target) => (target.areaId === areaId ? [[target.fundingSourceId, target]] : [])))
  return sources
    .filter(({ id, closedOn }) => closedOn === null || inScope.has(id))
    .map(({ id, code, name }) => {
      const target = inScope.get(id)
      return { fundingSourceId: id, code, name, targetYen: target?.targetYen ?? null, isOfCampaigns: target?.isOfCampaigns ?? false }
    })
}
