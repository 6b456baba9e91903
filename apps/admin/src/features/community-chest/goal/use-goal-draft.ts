import { type Goals, sumOfMethods } from '@sasaeai/domain/community-chest/goal/goal-sheet'
import type { GoalSheetWire } from '@sasaeai/domain/community-chest/goal/goal-sheet-wire'
import { cellsBefore, readTypedGoals, type TypedGoals } from '@sasaeai/domain/community-chest/goal/typed-goals'
import type { AreaId } from '@sasaeai/domain/ids'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYen, yen } from '@sasaeai/domain/money/yen'
import { failureMessage } from '@sasaeai/domain/outcome/failure-message'
import { useToast } from '@sasaeai/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { readAnew } from '../../../app/read-anew.ts'
import { faultMessage, queryClient, trpc } from '../../../app/trpc.ts'
import { type GoalDraft, keepGoals, readKeptGoals } from './kept-goal-draft.ts'
import { usePutBackGoals } from './use-put-back-goals.tsx'

/** A cell of the grid, and what is put into it. */
export interface TypedCell {
  readonly areaId: AreaId
  readonly place: number
  readonly text: string
}

export interface GoalDraftActs {
  readonly typed: TypedGoals
  readonly recorded: Goals
  readonly isSaving: boolean
  readonly problem: string | null
  /** Somebody else has saved goals since the typing began. */
  readonly isOutdated: boolean
  /** Stays the same function. */
  readonly type: (cells: readonly TypedCell[]) => void
  /** Puts whole goals into the cells. */
  readonly put: (goals: Goals) => void
  readonly discard: () => void
  /** What was typed stays, now on top of what the other person has saved, which is then in sight. */
  readonly reload: () => Promise<void>
  readonly save: (takesSum: boolean) => Promise<boolean>
}

/** What has been typed into the goals of a drive and not saved yet. Nothing typed is lost by a refusal or a reload. */
export function useGoalDraft(sheet: GoalSheetWire): GoalDraftActs {
  const { campaignId } = sheet
  const recorded: Goals = useMemo(() => new Map(sheet.goals), [sheet.goals])
  const { draft, setDraft, goalRevision, change, type } = useTyped(sheet, recorded)
  const { problem, isRefused, refuse, forget } = useRefusal()
  const send = useMutation(trpc.communityChest.goal.save.mutationOptions())
  const toast = useToast()
  const undoOf = usePutBackGoals((after) => setDraft((before) => ({ ...before, goalRevision: after })))
  const save = async (takesSum: boolean) => {
    forget()
    const read = readTypedGoals(recorded, draft.typed, sheet)
    if (!read.ok) return refuse(read.message)
    try {
      const outcome = await send.mutateAsync({ campaignId, goalRevision, takesSum, cells: [...read.cells] })
      if (!outcome.ok) return refuse(failureMessage(outcome), outcome.code === 'goals_changed_meanwhile')
      const { goalRevision: saved, totalYen, replacedGoal } = outcome.value
      setDraft({ goalRevision: saved, typed: new Map() })
      await readAnew(queryClient)
      const goal = replacedGoal === null ? null : { fromYen: totalYen, toYen: replacedGoal.yen }
      toast({
        text: `目標額を保存しました（積み上げ ${formatYen(totalYen)}円、変更 ${groupDigits(read.cells.length)}か所）`,
        action: undoOf({ campaignId, goalRevision: saved, cells: cellsBefore(read.cells, recorded, sheet.methods), goal }),
      })
      return true
    } catch (error) {
      return refuse(faultMessage(error))
    }
  }
  const reload = async () => {
    await readAnew(queryClient)
    const fresh = await queryClient.fetchQuery(trpc.communityChest.goal.sheet.queryOptions({ campaignId }))
    setDraft((before) => ({ ...before, goalRevision: fresh?.goalRevision ?? before.goalRevision }))
    forget()
  }
  const put = (goals: Goals) => change(() => typedFor(goals, recorded, sheet))
  const discard = () => {
    setDraft({ goalRevision: sheet.goalRevision, typed: new Map() })
    forget()
  }
  const isOutdated = isRefused || goalRevision !== sheet.goalRevision
  return { typed: draft.typed, recorded, isSaving: send.isPending, problem, isOutdated, type, put, discard, reload, save }
}

/** Why the last saving did not work, and whether it was because somebody else had saved before. */
function useRefusal() {
  const [refusal, setRefusal] = useState<{ readonly problem: string; readonly isRefused: boolean } | null>(null)
  const refuse = (problem: string, isRefused = false) => {
    setRefusal({ problem, isRefused })
    return false
  }
  return { problem: refusal?.problem ?? null, isRefused: refusal?.isRefused ?? false, refuse, forget: () => setRefusal(null) }
}

/** What is typed, on the revision on which the typing began; kept in the browser with every change. */
function useTyped({ campaignId, goalRevision: newest }: GoalSheetWire, recorded: Goals) {
  const [draft, setDraft] = useState<GoalDraft>(() => readKeptGoals(campaignId) ?? { goalRevision: newest, typed: new Map() })
  useEffect(() => keepGoals(campaignId, draft), [campaignId, draft])
  const change = useCallback(
    (typed: (before: TypedGoals) => TypedGoals) =>
      setDraft((before) => ({ goalRevision: before.typed.size === 0 ? newest : before.goalRevision, typed: typed(before.typed) })),
    [newest],
  )
  const type = useCallback((cells: readonly TypedCell[]) => change((before) => withCells(before, cells, recorded)), [change, recorded])
  return { draft, setDraft, goalRevision: draft.typed.size === 0 ? newest : draft.goalRevision, change, type }
}

/** A cell that says again what is recorded is no change. */
function withCells(before: TypedGoals, cells: readonly TypedCell[], recorded: Goals): TypedGoals {
  const typed = new Map(before)
  for (const { areaId, place, text } of cells) {
    const { [place]: _, ...others } = typed.get(areaId) ?? {}
    const next = text === goalText(recorded.get(areaId)?.[place]) ? others : { ...others, [place]: text }
    if (Object.keys(next).length === 0) typed.delete(areaId)
    else typed.set(areaId, next)
  }
  return typed
}

function typedFor(goals: Goals, recorded: Goals, { areas, methods }: GoalSheetWire): TypedGoals {
  const cells = areas.flatMap(({ areaId }) => {
    const amounts = goals.get(areaId) ?? []
    if (sumOfMethods(amounts) === 0 && !recorded.has(areaId)) return []
    return methods.map((_, place) => ({ areaId, place, text: goalText(amounts[place]) }))
  })
  return withCells(new Map(), cells, recorded)
}

/** How a recorded amount stands in its cell: none is an empty cell. */
export function goalText(amount: number | undefined): string {
  return amount === undefined || amount === 0 ? '' : formatYen(yen(amount))
}
