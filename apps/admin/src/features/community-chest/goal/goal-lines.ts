import { type GoalArea, type GoalRow, sumOfMethods } from '@sasaeai/domain/community-chest/goal/goal-sheet'
import type { AreaId } from '@sasaeai/domain/ids'

/** A line of the grid: cells to type into (`own`), or the sums of an area whose parts are typed into (`sum`). */
export interface GoalLine {
  readonly kind: 'own' | 'sum'
  readonly row: GoalRow
  /** What the line is called, where the name of its area would not say it. */
  readonly name: string
  /** 0 for the root and the 校区, 1 for what stands below a 校区. */
  readonly depth: number
  readonly canUnfold: boolean
  readonly isUnfolded: boolean
  /** Among the lines that can be typed into; −1 for another. */
  readonly place: number
}

/**
 * The lines in view. A folded 校区 is typed into as long as nothing stands below it; then it shows the sums. Unfolded, it
 * shows its own amount and its 自治会.
 */
export function goalLines(root: GoalRow, unfolded: ReadonlySet<AreaId>): GoalLine[] {
  const lines = [line('own', root, `${root.area.name}全体（校区に分けない分）`), ...root.children.flatMap((row) => linesOf(row, unfolded, 0))]
  const open = lines.filter(({ kind }) => kind === 'own')
  const places = new Map(open.map((each, place) => [each, place]))
  return lines.map((each) => ({ ...each, place: places.get(each) ?? -1 }))
}

type UnplacedLine = Omit<GoalLine, 'place'>


function linesOf(row: GoalRow, unfolded: ReadonlySet<AreaId>, depth: number): UnplacedLine[] {
  const canUnfold = row.children.length > 0
  const isUnfolded = canUnfold && unfolded.has(row.area.areaId)
  const look = { depth, canUnfold, isUnfolded }
  if (!isUnfolded) return [{ ...line(hasParts(row) ? 'sum' : 'own', row, row.area.name), ...look }]
  return [
    { ...line('sum', row, row.area.name), ...look },
    { ...line('own', row, `${row.area.name}（まとめて）`), depth: depth + 1 },
    ...row.children.flatMap((child) => linesOf(child, unfolded, depth + 1)),
  ]
}

function line(kind: GoalLine['kind'], row: GoalRow, name: string): UnplacedLine {
  return { kind, row, name, depth: 0, canUnfold: false, isUnfolded: false }
}

function hasParts({ children }: GoalRow): boolean {
  return children.some(({ total }) => sumOfMethods(total) > 0)
}

/** The cell that a block is pasted into, and how many methods there are. */
export interface PastePlace {
  readonly line: number
  readonly place: number
  readonly methods: number
}

/** Where a copied block lands: line by line over the lines that can be typed into, cell by cell over the methods. */
export function pastedCells(lines: readonly GoalLine[], block: readonly (readonly string[])[], at: PastePlace) {
  const open = lines.flatMap(({ kind, row }): GoalArea[] => (kind === 'own' ? [row.area] : []))
  return block.flatMap((texts, down) =>
    texts.flatMap((text, right) => {
      const area = open[at.line + down]
      const place = at.place + right
      return area === undefined || place >= at.methods ? [] : [{ areaId: area.areaId, place, text }]
    }),
  )
}
