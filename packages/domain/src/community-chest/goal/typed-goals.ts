import type { AreaId, CollectionMethodId } from '../../ids.ts'
import { amountRefusalMessage, parseAmount } from '../../money/parse-amount.ts'
import { yen, type Yen } from '../../money/yen.ts'
import type { GoalArea, GoalMethod, Goals } from './goal-sheet.ts'

/** What has been typed into the grid and not saved, as text: for each area the cells by their place. */
export type TypedGoals = ReadonlyMap<AreaId, Readonly<Record<number, string>>>

/** An amount as it stands in a cell: nothing for none. Null where it cannot be read. */
export function goalInText(text: string): number | null {
  if (text.trim() === '') return 0
  const amount = parseAmount(text)
  return amount.ok && amount.yen >= 0 ? amount.yen : null
}

/** The goals as they will be: what is typed in place of what is recorded. What cannot be read counts as recorded. */
export function goalsAsTyped(recorded: Goals, typed: TypedGoals, methods: number): Goals {
  const goals = new Map(recorded)
  for (const [areaId, cells] of typed) {
    const amounts = [...(recorded.get(areaId) ?? Array.from({ length: methods }, () => 0))]
    for (const [place, text] of Object.entries(cells)) amounts[Number(place)] = goalInText(text) ?? amounts[Number(place)] ?? 0
    goals.set(areaId, amounts)
  }
  return goals
}

export interface GoalCell {
  readonly areaId: AreaId
  readonly methodId: CollectionMethodId
  readonly targetYen: Yen
}

export type GoalReading = { readonly ok: true; readonly cells: readonly GoalCell[] } | { readonly ok: false; readonly message: string }

interface GoalSheetHeads {
  readonly areas: readonly GoalArea[]
  readonly methods: readonly GoalMethod[]
}

/** The cells to be saved: those that differ from what is recorded. The first that cannot be read is named. */
export function readTypedGoals(recorded: Goals, typed: TypedGoals, { areas, methods }: GoalSheetHeads): GoalReading {
  const cells: GoalCell[] = []
  for (const { areaId, name } of areas) {
    for (const [place, text] of Object.entries(typed.get(areaId) ?? {})) {
      const method = methods[Number(place)]
      const amount = goalInText(text)
      if (method === undefined) continue
      if (amount === null) return { ok: false, message: `${name}の「${method.name}」：${refusalOf(text)}` }
      if (amount !== (recorded.get(areaId)?.[Number(place)] ?? 0)) cells.push({ areaId, methodId: method.methodId, targetYen: yen(amount) })
    }
  }
  return { ok: true, cells }
}

/** What the same cells said before: saving these undoes the others. */
export function cellsBefore(cells: readonly GoalCell[], recorded: Goals, methods: readonly GoalMethod[]): GoalCell[] {
  const placeOf = new Map(methods.map(({ methodId }, place) => [methodId, place]))
  return cells.map(({ areaId, methodId }) => ({ areaId, methodId, targetYen: yen(recorded.get(areaId)?.[placeOf.get(methodId) ?? -1] ?? 0) }))
}

function refusalOf(text: string): string {
  const amount = parseAmount(text)
  return amount.ok ? '目標額は0円以上で入力してください。' : amountRefusalMessage(amount.reason)
}

/** What was copied out of Excel: lines of cells. The last line break ends a line and begins none. */
export function cellsOfPaste(text: string): string[][] {
  return text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n').map((line) => line.split('\t').map((cell) => cell.trim()))
}
