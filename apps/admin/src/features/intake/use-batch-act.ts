import { useToast } from '@sasaeai/ui/toast'
import type { IntakeBatchId } from '@sasaeai/domain/ids'
import type { BatchRevision } from '@sasaeai/domain/intake/intake-inputs'
import { failureMessage, type FailureCode } from '@sasaeai/domain/outcome/failure-message'
import type { Failure } from '@sasaeai/domain/outcome/outcome'
import { useQueryClient } from '@tanstack/react-query'
import { faultMessage, trpc } from '../../app/trpc.ts'

/** Runs an act on the newest state of a batch, tells when it could not be done, and shows the batch anew. */
export function useBatchAct(batchId: IntakeBatchId, onDone: () => void) {
  const queryClient = useQueryClient()
  const toast = useToast()
  return async (act: (target: BatchRevision) => Promise<{ ok: true } | Failure<FailureCode>>) => {
    try {
      // The desk saves while this page stands open, so the revision of the first look may be old.
      const { revision } = await queryClient.fetchQuery(trpc.intake.batch.queryOptions({ batchId }, { staleTime: 0 }))
      const answer = await act({ batchId, revision })
      if (!answer.ok) toast({ text: refusalOf(answer), tone: 'error' })
      onDone()
      await queryClient.invalidateQueries(trpc.pathFilter())
    } catch (error) {
      toast({ text: faultMessage(error), tone: 'error' })
    }
  }
}

/** The page shows the newer state at once; there is nothing to choose between. */
function refusalOf(failure: Failure<FailureCode>): string {
  if (failure.code !== 'draft_changed_elsewhere') return failureMessage(failure)
  return 'この受付は、表示したあとで変更されました。いまの内容を確かめてください。'
}
