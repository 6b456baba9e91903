import { type FailureCode, failureMessage } from '@sasaeai/domain/outcome/failure-message'
import type { Failure } from '@sasaeai/domain/outcome/outcome'
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { faultMessage, isAnswered, trpc } from '../../app/trpc.ts'
import type { DraftSaver } from './draft-saver.ts'
import type { BatchView } from './intake-wire.ts'
import type { ReadDraft } from './use-draft-reading.ts'

/** The way from a typed batch into the books. */
export interface FinishBatch {
  readonly label: string
  readonly busyLabel: string
  /** How often it was tried; each try that fails brings the summary of errors up again. */
  readonly attempt: number
  readonly wasTried: boolean
  /** Why it did not work, in words. */
  readonly failure: string | null
  readonly isBusy: boolean
  readonly run: () => void
}

interface Finishing {
  readonly batch: BatchView
  readonly saver: DraftSaver
  readonly read: ReadDraft
}

/**
 * Posting, or handing in where a second person posts. First everything typed is saved, so that what is posted is what
 * stands on the screen; pressed again while it runs, or after a lost answer, it books nothing twice.
 */
export function useFinishBatch({ batch, saver, read }: Finishing): FinishBatch {
  const queryClient = useQueryClient()
  const post = useMutation(trpc.intake.post.mutationOptions({ networkMode: 'always' }))
  const submit = useMutation(trpc.intake.submit.mutationOptions({ networkMode: 'always' }))
  const [attempt, setAttempt] = useState(0)
  const [failure, setFailure] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const words = wordsOf(batch)

  const finish = async () => {
    setAttempt((count) => count + 1)
    setFailure(null)
    if (!read.isPostable) return
    setBusy(true)
    try {
      if (!(await saver.flush())) return setFailure(saver.state.kind === 'waiting' ? notYetSent(words.label) : null)
      const target = { batchId: batch.batchId, revision: saver.revision }
      const answer = await (batch.requiresApproval ? submit : post).mutateAsync(target)
      setFailure(answer.ok ? null : failureMessage(answer))
      await lookAgain(queryClient, answer)
    } catch (error) {
      setFailure(isAnswered(error) ? faultMessage(error) : unanswered(words.label))
    } finally {
      setBusy(false)
    }
  }
  return {
    ...words,
    attempt,
    wasTried: attempt > 0,
    failure,
    isBusy,
    run: () => {
      if (!isBusy) void finish()
    },
  }
}

function wordsOf({ requiresApproval }: BatchView): { label: string; busyLabel: string } {
  return requiresApproval
    ? { label: '承認を依頼', busyLabel: '依頼しています' }
    : { label: '記帳する', busyLabel: '記帳しています' }
}

/** After a success everything, after a refusal the tables that the screen had judged by: a month may be closed now. */
async function lookAgain(queryClient: QueryClient, answer: { ok: true } | Failure<FailureCode>): Promise<void> {
  await queryClient.invalidateQueries(answer.ok ? trpc.pathFilter() : trpc.intake.context.queryFilter())
}

function notYetSent(label: string): string {
  return `サーバーに接続できません。入力はこの端末に残っています。つながってから、もう一度「${label}」を押してください。`
}

/** The answer got lost on the way, so nobody here can tell whether the books have it. */
function unanswered(label: string): string {
  return `サーバーから返事がありません。もう一度「${label}」を押してください。すでに記帳されていても、二重にはなりません。`
}
