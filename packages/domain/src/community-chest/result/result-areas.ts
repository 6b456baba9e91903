import { householdsOf } from '../../area/households-of-area.ts'
import type { AreaId } from '../../ids.ts'
import { addYen, type Yen, yen } from '../../money/yen.ts'
import { type AreaFact, type CampaignResult, figuresOf, type ResultArea, type ResultFigures } from './campaign-result.ts'

/** What the lines of 校区別 add up. */
export interface AreaFigures extends ResultFigures {
  /** 戸別: what came in from door to door, and from how many households. */
  readonly householdYen: Yen
  readonly paidHouseholds: number
}

/** A line of 校区別: an area with everything below it, the area's own money beside that of its parts, or no area at all. */
export interface AreaRow extends AreaFigures {
  readonly part: 'area' | 'own' | 'none'
  /** Null for no area. */
  readonly areaId: AreaId | null
  readonly code: string
  readonly name: string
  /** 0 for 校区. */
  readonly depth: number
  /** Null where none were recorded. */
  readonly households: number | null
  readonly children: readonly AreaRow[]
}

interface Tree {
  readonly areas: ReadonlyMap<AreaId, ResultArea>
  readonly households: ReadonlyMap<AreaId, number>
  readonly shownYears: number
  readonly childrenOf: ReadonlyMap<AreaId, readonly AreaId[]>
  /** The figures of each area itself. */
  readonly own: ReadonlyMap<AreaId | null, AreaFigures>
  /** Open areas without any figure are shown down to this level: they are the ones that were forgotten. */
  readonly deepestLevel: number
}

/**
 * The lines right below the root, each with its parts: every fact stands in exactly one lowest line, so that the lines
 * of any level add up to the whole. What names no area, or only the whole council, is a line of its own.
 */
export function areaRows(result: CampaignResult): AreaRow[] {
  const tree = treeOf(result)
  const [root] = [...tree.areas].find(([, { parentId }]) => parentId === null) ?? [null]
  const below = root === null ? [] : (tree.childrenOf.get(root) ?? []).flatMap((areaId) => areaRow(areaId, 0, tree))
  const elsewhere = [...tree.own].flatMap(([areaId, figures]) =>
    areaId === null || areaId === root || !tree.areas.has(areaId) ? [figures] : [],
  )
  if (elsewhere.length === 0) return below
  return [...below, { ...sumOfAreas(elsewhere), ...noArea }]
}

const noArea = { part: 'none', areaId: null, code: '', name: '地域の指定なし', depth: 0, households: null, children: [] } as const

/** The sums of lines that do not contain each other. */
export function sumOfAreas(parts: readonly AreaFigures[]): AreaFigures {
  const [first, ...rest] = parts
  if (first === undefined) return nothing
  return rest.reduce<AreaFigures>(
    (sum, part) => ({
      goalYen: addYen(sum.goalYen, part.goalYen),
      collectedYen: addYen(sum.collectedYen, part.collectedYen),
      lastYen: addYen(sum.lastYen, part.lastYen),
      byYear: sum.byYear.map((amount, year) => addYen(amount, part.byYear[year] ?? yen(0))),
      householdYen: addYen(sum.householdYen, part.householdYen),
      paidHouseholds: sum.paidHouseholds + part.paidHouseholds,
    }),
    figuresIn(first),
  )
}

const nothing: AreaFigures = { goalYen: yen(0), collectedYen: yen(0), lastYen: yen(0), byYear: [], householdYen: yen(0), paidHouseholds: 0 }

/** A line without what else it says. */
function figuresIn({ goalYen, collectedYen, lastYen, byYear, householdYen, paidHouseholds }: AreaFigures): AreaFigures {
  return { goalYen, collectedYen, lastYen, byYear, householdYen, paidHouseholds }
}

function treeOf({ areas, years, shownYears, households }: CampaignResult): Tree {
  const childrenOf = new Map<AreaId, AreaId[]>()
  for (const [areaId, { parentId }] of areas) {
    if (parentId === null) continue
    const siblings = childrenOf.get(parentId)
    if (siblings === undefined) childrenOf.set(parentId, [areaId])
    else siblings.push(areaId)
  }
  const own = ownFigures(years.map((year) => year.areas), shownYears)
  const levels = [...own.keys()].map((areaId) => (areaId === null ? 0 : (areas.get(areaId)?.level ?? 0)))
  return {
    areas,
    households: households?.counts ?? new Map(),
    shownYears,
    childrenOf,
    own,
    deepestLevel: levels.reduce((deepest, level) => Math.max(deepest, level), 1),
  }
}

/** What each area has in any of the years, the year asked for first. */
function ownFigures(years: readonly (readonly AreaFact[])[], shownYears: number): Map<AreaId | null, AreaFigures> {
  const collected = new Map<AreaId | null, Yen[]>()
  for (const [place, facts] of years.entries()) {
    for (const { areaId, collectedYen } of facts) {
      const amounts = collected.get(areaId) ?? years.map(() => yen(0))
      amounts[place] = collectedYen
      collected.set(areaId, amounts)
    }
  }
  const asked = new Map((years[0] ?? []).map((fact) => [fact.areaId, fact]))
  return new Map(
    [...collected].map(([areaId, amounts]) => {
      const { goalYen = yen(0), householdYen = yen(0), households = 0 } = asked.get(areaId) ?? {}
      return [areaId, { ...figuresOf({ goalYen, collected: amounts, shownYears }), householdYen, paidHouseholds: households }]
    }),
  )
}

function areaRow(areaId: AreaId, depth: number, tree: Tree): AreaRow[] {
  const area = tree.areas.get(areaId)
  if (area === undefined) return []
  const below = (tree.childrenOf.get(areaId) ?? []).flatMap((childId) => areaRow(childId, depth + 1, tree))
  const own = tree.own.get(areaId)
  const names = { part: 'area', areaId, code: area.code, name: area.name, depth } as const
  const households = householdsOf(areaId, tree.households, tree.childrenOf)
  if (below.length > 0) {
    const children = [...below, ...ownRow(areaId, depth + 1, tree)]
    return [{ ...sumOfAreas(children), ...names, households, children }]
  }
  if (own === undefined && (area.isClosed || area.level > tree.deepestLevel)) return []
  return [{ ...(own ?? emptyFigures(tree)), ...names, households, children: [] }]
}

function emptyFigures({ shownYears }: Tree): AreaFigures {
  return { ...nothing, byYear: Array.from({ length: shownYears }, () => yen(0)) }
}

/** What is booked on, or set out for, an area that has parts of its own. */
function ownRow(areaId: AreaId, depth: number, tree: Tree): AreaRow[] {
  const [area, own] = [tree.areas.get(areaId), tree.own.get(areaId)]
  if (area === undefined || own === undefined) return []
  return [{ ...own, part: 'own', areaId, code: area.code, name: `${area.name}（全体あて）`, depth, households: null, children: [] }]
}

/** Households over lines of one level; null where none has any. */
export function householdsOfRows(rows: readonly Pick<AreaRow, 'households'>[]): number | null {
  const known = rows.flatMap(({ households }) => (households === null ? [] : [households]))
  return known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0)
}

/** 1世帯当たり: what came in from door to door for each household there is, in whole yen cut down; null without households. */
export function yenPerHousehold({ householdYen, households }: Pick<AreaRow, 'householdYen' | 'households'>): Yen | null {
  return households === null || households <= 0 ? null : yen(Math.trunc(householdYen / households))
}
