import type { AreaId, CollectionMethodId } from '../../ids.ts'
import type { CountMeaning } from '../method/collection-method-kind.ts'
import type { Yen } from '../../money/yen.ts'

/** An area that may have goals: the root, the 校区 and the 自治会 right below them. */
export interface GoalArea {
  readonly areaId: AreaId
  readonly code: string
  readonly name: string
  /** Null for the root. */
  readonly parentId: AreaId | null
  /** Recorded for the year, or else the sum of what was recorded below; null where nothing was. */
  readonly households: number | null
}

export interface GoalMethod {
  readonly methodId: CollectionMethodId
  readonly name: string
  readonly countMeaning: CountMeaning
}

/** Goals by area, one amount for each method in their order; an area without any is missing. */
export type Goals = ReadonlyMap<AreaId, readonly number[]>

/** A line of the grid: an area with what stands on it alone, and with all below it. */
export interface GoalRow {
  readonly area: GoalArea
  readonly own: readonly number[]
  readonly total: readonly number[]
  readonly children: readonly GoalRow[]
}

/** The tree of areas with their goals and sums. The root comes first: what belongs to no 校区 stands on it. */
export function goalTree(areas: readonly GoalArea[], methods: number, goals: Goals): GoalRow {
  const below = Map.groupBy(areas, ({ parentId }) => parentId)
  const none = Array.from({ length: methods }, () => 0)
  const rowOf = (area: GoalArea): GoalRow => {
    const children = (below.get(area.areaId) ?? []).map(rowOf)
    const own = goals.get(area.areaId) ?? none
    return { area, own, total: children.reduce((sum, { total }) => addEach(sum, total), own), children }
  }
  const root = areas.find(({ parentId }) => parentId === null)
  if (root === undefined) throw new Error('the tree of areas has no root')
  return rowOf(root)
}

function addEach(left: readonly number[], right: readonly number[]): number[] {
  return left.map((amount, place) => amount + (right[place] ?? 0))
}

/** The sum over all methods. */
export function sumOfMethods(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0)
}

/** 目安: what the suggestion per household comes to; null where either is unknown. */
export function suggestedOf({ households }: Pick<GoalArea, 'households'>, suggestedYen: Yen | null): number | null {
  return households === null || suggestedYen === null ? null : households * suggestedYen
}
