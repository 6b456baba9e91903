import type { PutBackGoalsInput } from '@sasaeai/domain/community-chest/goal/goal-input'
import { useMutation } from '@tanstack/react-query'
import { useCallback } from 'react'
import { trpc } from '../../../app/trpc.ts'
import { UndoButton } from '../../../app/undo-button.tsx'
import { useRunCommand } from '../../../app/use-run-command.ts'

/**
 * 「元に戻す」 after goals were saved. What has been typed meanwhile stays: `onBack` is told of the revision on which it then
 * stands. The server refuses when anybody has changed goals since.
 */
export function usePutBackGoals(onBack: (goalRevision: number) => void) {
  const { mutateAsync } = useMutation(trpc.communityChest.goal.putBack.mutationOptions())
  const run = useRunCommand()
  return useCallback(
    (before: PutBackGoalsInput) => {
      const putBack = async () => {
        const outcome = await mutateAsync(before)
        if (outcome.ok) onBack(outcome.value.goalRevision)
        return outcome
      }
      return <UndoButton onUndo={() => run(putBack, { done: '目標額を、保存する前に戻しました' })} />
    },
    [mutateAsync, onBack, run],
  )
}
