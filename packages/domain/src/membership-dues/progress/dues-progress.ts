import type { AreaId, DuesKindId } from '../../ids.ts'
import type { GroundArea } from '../../ledger/ground-data.ts'
import { addYen, type Yen, yen } from '../../money/yen.ts'
import { householdsOf } from '../../area/households-of-area.ts'
import { combinedStatus, type DuesStatus, duesStatusOf } from './dues-status.ts'

/** What was asked of a year's dues and what came in until a day; households are those of 世帯 kinds only. */
export interface DuesSums {
  readonly askedHouseholds: number
  readonly paidHouseholds: number
  /** Members asked by name, and those of them from whom anything came in. */
  readonly askedMembers: number
  readonly paidMembers: number
  /** 口 asked. */
  readonly askedUnits: number
  readonly expectedYen: Yen
  readonly receivedYen: Yen
  /** Last year's dues up to the same day. */
  readonly lastYen: Yen
}

/** One kind of dues in one area; the area is null for what members pay directly and for what names no area. */
export interface DuesFact extends DuesSums {
  readonly areaId: AreaId | null
  readonly duesKindId: DuesKindId
}

export type ProgressArea = Pick<GroundArea, 'code' | 'name' | 'isClosed' | 'parentId' | 'level'>

/** A line of 納入状況: an area with everything below it, the area's own money beside that of its parts, or 直接. */
export interface DuesProgressRow extends DuesSums {
  readonly part: 'area' | 'own' | 'direct'
  /** Null for 直接. */
  readonly areaId: AreaId | null
  readonly code: string
  readonly name: string
  /** 0 for 校区. */
  readonly depth: number
  readonly status: DuesStatus
  /** Null where none were recorded. */
  readonly households: number | null
  /** How many of the lowest areas within are in each status. */
  readonly lowest: Readonly<Record<DuesStatus, number>>
  readonly children: readonly DuesProgressRow[]
}

interface ProgressGround {
  readonly areas: ReadonlyMap<AreaId, ProgressArea>
  /** Of one basis, as recorded. */
  readonly households: ReadonlyMap<AreaId, number>
}

interface Tree extends ProgressGround {
  readonly childrenOf: ReadonlyMap<AreaId, readonly AreaId[]>
  readonly factsOf: ReadonlyMap<AreaId | null, readonly DuesFact[]>
  /** Open areas without any figure are shown down to this level: they are the ones that were forgotten. */
  readonly deepestLevel: number
}

/**
 * The lines right below the root, each with its parts: every fact stands in exactly one lowest line, so that the lines
 * of any level add up to the whole.
 */
export function duesProgress(facts: readonly DuesFact[], ground: ProgressGround): DuesProgressRow[] {
  const tree = treeOf(facts, ground)
  const [root] = [...ground.areas].find(([, { parentId }]) => parentId === null) ?? [null]
  const unplaced = facts.filter(({ areaId }) => areaId !== null && !ground.areas.has(areaId))
  const direct = [...(tree.factsOf.get(null) ?? []), ...unplaced]
  return [
    ...(root === null ? [] : (tree.childrenOf.get(root) ?? []).flatMap((areaId) => areaRow(areaId, 0, tree))),
    ...(root === null ? [] : ownRow(root, 0, tree)),
    ...(direct.length === 0 ? [] : [{ ...lineOf(direct), ...directNames }]),
  ]
}

const directNames = { part: 'direct', areaId: null, code: '', name: '直接・地域なし', depth: 0, households: null } as const

/** The sums of lines that do not contain each other. */
export function sumOfDues(parts: readonly DuesSums[]): DuesSums {
  const sum = (figure: (part: DuesSums) => number) => parts.reduce((total, part) => total + figure(part), 0)
  const sumYen = (figure: (part: DuesSums) => Yen) => parts.reduce((total, part) => addYen(total, figure(part)), yen(0))
  return {
    askedHouseholds: sum((part) => part.askedHouseholds),
    paidHouseholds: sum((part) => part.paidHouseholds),
    askedMembers: sum((part) => part.askedMembers),
    paidMembers: sum((part) => part.paidMembers),
    askedUnits: sum((part) => part.askedUnits),
    expectedYen: sumYen((part) => part.expectedYen),
    receivedYen: sumYen((part) => part.receivedYen),
    lastYen: sumYen((part) => part.lastYen),
  }
}

/** How many of the lowest areas of some lines are in each status. */
export function lowestOf(rows: readonly Pick<DuesProgressRow, 'lowest'>[]): Record<DuesStatus, number> {
  const count = (status: DuesStatus) => rows.reduce((total, { lowest }) => total + lowest[status], 0)
  return { unpaid: count('unpaid'), partial: count('partial'), paid: count('paid'), unasked: count('unasked') }
}

/** The lines with only those lowest areas that are in one status, and what stands above them. */
export function rowsInStatus(rows: readonly DuesProgressRow[], status: DuesStatus): DuesProgressRow[] {
  return rows.flatMap((row) => {
    if (row.children.length === 0) return row.status === status ? [row] : []
    const children = rowsInStatus(row.children, status)
    return children.length === 0 ? [] : [{ ...row, children }]
  })
}

function treeOf(facts: readonly DuesFact[], ground: ProgressGround): Tree {
  const childrenOf = new Map<AreaId, AreaId[]>()
  for (const [areaId, { parentId }] of ground.areas) {
    if (parentId === null) continue
    const siblings = childrenOf.get(parentId)
    if (siblings === undefined) childrenOf.set(parentId, [areaId])
    else siblings.push(areaId)
  }
  const levels = facts.map(({ areaId }) => (areaId === null ? 0 : (ground.areas.get(areaId)?.level ?? 0)))
  return {
    ...ground,
    childrenOf,
    factsOf: Map.groupBy(facts, ({ areaId }) => areaId),
    deepestLevel: levels.reduce((deepest, level) => Math.max(deepest, level), 1),
  }
}

function areaRow(areaId: AreaId, depth: number, tree: Tree): DuesProgressRow[] {
  const area = tree.areas.get(areaId)
  if (area === undefined) return []
  const below = (tree.childrenOf.get(areaId) ?? []).flatMap((childId) => areaRow(childId, depth + 1, tree))
  const own = tree.factsOf.get(areaId) ?? []
  const names = { part: 'area', areaId, code: area.code, name: area.name, depth } as const
  const households = householdsOf(areaId, tree.households, tree.childrenOf)
  if (below.length > 0) {
    const children = [...below, ...ownRow(areaId, depth + 1, tree)]
    const status = combinedStatus(children.map((child) => child.status))
    return [{ ...sumOfDues(children), ...names, households, status, lowest: lowestOf(children), children }]
  }
  if (own.length === 0 && (area.isClosed || area.level > tree.deepestLevel)) return []
  const line = lineOf(own)
  return [{ ...line, ...names, households, lowest: { ...line.lowest, [line.status]: 1 } }]
}

/** What is booked on, or asked of, an area that has parts of its own. */
function ownRow(areaId: AreaId, depth: number, tree: Tree): DuesProgressRow[] {
  const [area, own] = [tree.areas.get(areaId), tree.factsOf.get(areaId) ?? []]
  if (area === undefined || own.length === 0) return []
  const names = { part: 'own', areaId, code: area.code, name: `${area.name}（全体あて）`, depth } as const
  return [{ ...lineOf(own), ...names, households: null }]
}

function lineOf(facts: readonly DuesFact[]) {
  const status = combinedStatus(
    facts.map(({ askedHouseholds, askedMembers, expectedYen, receivedYen }) =>
      duesStatusOf({ asked: askedHouseholds + askedMembers, expectedYen, receivedYen }),
    ),
  )
  return { ...sumOfDues(facts), status, lowest: { unpaid: 0, partial: 0, paid: 0, unasked: 0 }, children: [] }
}
