import { failureMessage } from '@sasaeai/domain/outcome/failure-message'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { faultMessage, trpc } from '../../app/trpc.ts'
import type { DraftSaver } from './draft-saver.ts'
import type { BatchView } from './intake-wire.ts'
import type { ReadDraft } from './use-draft-reading.ts'

/**
 * Posting, or handing in where a second person posts. First everything typed is saved, so that what is posted is what
 * stands on the screen; pressed again while it runs, or after a lost answer, it books nothing twice.
 */
export function useFinishBatch({ batch, saver, read }: { batch: BatchView; saver: DraftSaver; read: ReadDraft }) {
  const queryClient = useQueryClient()
  const post = useMutation(trpc.intake.post.mutationOptions({ networkMode: 'always' }))
  const submit = useMutation(trpc.intake.submit.mutationOptions({ networkMode: 'always' }))
  const [attempt, setAttempt] = useState(0)
  const [failure, setFailure] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const act = batch.requiresApproval ? submit : post

  const finish = async () => {
    setAttempt((count) => count + 1)
    setFailure(null)
    if (!read.isPostable) return
    setBusy(true)
    try {
      if (!(await saver.flush())) {
        setFailure(
          saver.state.kind === 'waiting'
            ? 'サーバーに接続できません。入力はこの端末に残っています。つながってから、もう一度押してください。'
            : null,
        )
        return
      }
      const answer = await act.mutateAsync({ batchId: batch.batchId, revision: saver.revision })
      if (!answer.ok) setFailure(failureMessage(answer))
      else await queryClient.invalidateQueries(trpc.pathFilter())
    } catch (error) {
      setFailure(faultMessage(error))
    } finally {
      setBusy(false)
    }
  }
  return {
    label: batch.requiresApproval ? '承認を依頼' : '記帳する',
    attempt,
    wasTried: attempt > 0,
    failure,
    isBusy,
    run: () => {
      if (!isBusy) void finish()
    },
  }
}
