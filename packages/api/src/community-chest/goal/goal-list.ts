import { type GoalRow, goalTree, sumOfMethods } from '@sasaeai/domain/community-chest/goal/goal-sheet'
import { type GoalSheetWire, goalsOfWire } from '@sasaeai/domain/community-chest/goal/goal-sheet-wire'

/** A line of 目標額一覧, on paper and in Excel. */
export interface GoalListLine {
  readonly code: string
  readonly name: string
  readonly households: number | null
  readonly amounts: readonly number[]
  readonly totalYen: number
}

/** A 校区 with what stands below it; `parts` is empty where nothing does. */
export interface GoalListGroup {
  readonly sum: GoalListLine
  readonly parts: readonly GoalListLine[]
}

export interface GoalList {
  /** What belongs to no 校区. */
  readonly whole: GoalListLine
  readonly groups: readonly GoalListGroup[]
  readonly total: GoalListLine
}

/** The goals of a drive by 校区, each with those of its 自治会 that have any. */
export function goalListOf({ areas, methods, goals }: GoalSheetWire): GoalList {
  const root = goalTree(areas, methods.length, goalsOfWire(goals))
  return {
    whole: { ...lineOf(root, root.own), name: `${root.area.name}全体（校区に分けない分）`, households: null },
    groups: root.children.map((row) => ({ sum: lineOf(row, row.total), parts: partsOf(row) })),
    total: { ...lineOf(root, root.total), code: '', name: '合計' },
  }
}

function partsOf(row: GoalRow): GoalListLine[] {
  const below = row.children.filter(({ total }) => sumOfMethods(total) > 0)
  if (below.length === 0) return []
  const own = sumOfMethods(row.own) === 0 ? [] : [{ ...lineOf(row, row.own), code: '', name: `${row.area.name}（まとめて）`, households: null }]
  return [...own, ...below.map((child) => lineOf(child, child.total))]
}

function lineOf({ area: { code, name, households } }: GoalRow, amounts: readonly number[]): GoalListLine {
  return { code, name, households, amounts, totalYen: sumOfMethods(amounts) }
}
