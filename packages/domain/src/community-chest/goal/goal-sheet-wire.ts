import type { FiscalYear } from '../../calendar/fiscal-year.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import type { AreaId, CampaignId } from '../../ids.ts'
import type { Yen } from '../../money/yen.ts'
import type { GoalArea, GoalMethod, Goals } from './goal-sheet.ts'

/** The goals of a drive as they travel: amounts by area in the order of the methods. */
export interface GoalSheetWire {
  readonly campaignId: CampaignId
  readonly name: string
  readonly fiscalYear: FiscalYear
  readonly goalRevision: number
  /** 目標額 of the drive as it is fixed, and the day on which it was published. */
  readonly goalYen: Yen | null
  readonly goalPublishedOn: LocalDate | null
  readonly suggestedYen: Yen | null
  readonly stepYen: number
  readonly methods: readonly GoalMethod[]
  readonly areas: readonly GoalArea[]
  readonly goals: readonly (readonly [areaId: AreaId, amounts: readonly number[]])[]
}

/** Unpacks goals on the other side. */
export function goalsOfWire(goals: GoalSheetWire['goals']): Goals {
  return new Map(goals)
}
