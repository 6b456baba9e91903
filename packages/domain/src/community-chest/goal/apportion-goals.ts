import type { AreaId } from '../../ids.ts'
import { apportion } from '../../money/apportion.ts'
import { type Yen, yen } from '../../money/yen.ts'
import type { GoalArea, Goals } from './goal-sheet.ts'

/** What goals are shared out by. */
export const apportionBases = ['households', 'results', 'goals'] as const
export type ApportionBasis = (typeof apportionBases)[number]

export const apportionBasisNames: Record<ApportionBasis, string> = {
  households: '世帯数',
  results: '前年度の実績額',
  goals: '前年度の目標額',
}

/** How far down goals are shared out: over the 校区, or over the 自治会 below them. */
export const apportionDepths = [1, 2] as const
export type ApportionDepth = (typeof apportionDepths)[number]

export const apportionDepthNames: Record<ApportionDepth, string> = { 1: '校区まで', 2: '自治会まで' }

/**
 * Splits an amount in proportion to weights into whole steps (100円 …), so that the parts sum to the whole, to the yen:
 * what does not fill a step goes to the part of the greatest weight. Where nothing weighs anything, nobody can say how to
 * share, and the answer is null.
 */
export function apportionInSteps(total: Yen, weights: readonly number[], stepYen: number): Yen[] | null {
  const greatest = Math.max(0, ...weights)
  if (greatest === 0) return null
  const steps = Math.floor(total / stepYen)
  const rest = total - steps * stepYen
  const favoured = weights.indexOf(greatest)
  return apportion(yen(steps), weights).map((part, place) => yen(part * stepYen + (place === favoured ? rest : 0)))
}

export interface Apportioning {
  /** The tree, the root among them. */
  readonly areas: readonly GoalArea[]
  readonly depth: ApportionDepth
  /** The place of each method that is shared out, with the amount. */
  readonly totals: readonly { readonly place: number; readonly totalYen: Yen }[]
  /** Last year's results or goals by area and method; null to go by households. */
  readonly before: Goals | null
  readonly stepYen: number
}

export interface Apportioned {
  /** The goals of all areas with the shared-out methods in place of what stood there. */
  readonly goals: Goals
  /** Places of methods that had nothing to go by: their amount stands on the root. */
  readonly unshared: readonly number[]
}

/**
 * Shares out amounts over areas. Money that belonged to no 校区 last year counts for the root this year too; households do
 * not, because each of them is somewhere.
 */
export function apportionGoals(goals: Goals, { areas, depth, totals, before, stepYen }: Apportioning): Apportioned {
  const root = areas.find(({ parentId }) => parentId === null)
  if (root === undefined) throw new Error('the tree of areas has no root')
  const parts = partsOf(areas, root.areaId, depth)
  const width = Math.max(0, ...[...goals.values()].map(({ length }) => length), ...totals.map(({ place }) => place + 1))
  const shared = new Map([...goals].map(([areaId, amounts]) => [areaId, [...amounts]]))
  const amountsOf = (areaId: AreaId) => {
    const amounts = shared.get(areaId) ?? Array.from({ length: width }, () => 0)
    shared.set(areaId, amounts)
    return amounts
  }
  const unshared: number[] = []
  for (const { place, totalYen } of totals) {
    for (const amounts of shared.values()) amounts[place] = 0
    const weights = parts.map(({ area, ids }) => (before === null ? householdsIn(area, root.areaId) : weightIn(before, ids, place)))
    const amounts = apportionInSteps(totalYen, weights, stepYen)
    if (amounts === null) {
      unshared.push(place)
      amountsOf(root.areaId)[place] = totalYen
    }
    for (const [index, amount] of (amounts ?? []).entries()) {
      const part = parts[index]
      if (part !== undefined && amount > 0) amountsOf(part.area.areaId)[place] = amount
    }
  }
  return { goals: shared, unshared }
}

/** An area that gets a part, with the areas whose past counts for it. */
interface Part {
  readonly area: GoalArea
  readonly ids: readonly AreaId[]
}

/** The root and the 校区 by themselves, and those of the lowest depth with all that is below them. */
function partsOf(areas: readonly GoalArea[], rootId: AreaId, depth: ApportionDepth): Part[] {
  const below = Map.groupBy(areas, ({ parentId }) => parentId)
  const allBelow = (area: GoalArea): AreaId[] => [area.areaId, ...(below.get(area.areaId) ?? []).flatMap(allBelow)]
  const walk = (area: GoalArea, level: number): Part[] => {
    const children = below.get(area.areaId) ?? []
    if (level >= depth || (children.length === 0 && area.areaId !== rootId)) return [{ area, ids: allBelow(area) }]
    // What stands on an area above the lowest is its own; its households are those of its parts, as far as they are known.
    const households = children.every((child) => child.households === null) ? area.households : null
    return [{ area: { ...area, households }, ids: [area.areaId] }, ...children.flatMap((child) => walk(child, level + 1))]
  }
  return areas.filter(({ areaId }) => areaId === rootId).flatMap((root) => walk(root, 0))
}

function householdsIn({ areaId, households }: GoalArea, rootId: AreaId): number {
  return areaId === rootId ? 0 : (households ?? 0)
}

function weightIn(before: Goals, ids: readonly AreaId[], place: number): number {
  return Math.max(0, ids.reduce((sum, areaId) => sum + (before.get(areaId)?.[place] ?? 0), 0))
}
