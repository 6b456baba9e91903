import type { AskedDocumentOrder } from '@sasaeai/domain/document/document-order-input'
import type { DocumentRunId } from '@sasaeai/domain/ids'
import { Button, type ButtonProps } from '@sasaeai/ui/button'
import { useToast } from '@sasaeai/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { refusalWords } from '../../app/refusal-words.ts'
import { faultMessage, queryClient, trpc } from '../../app/trpc.ts'
import { useMayDo } from '../../app/use-may-do.ts'

// The button stands on many pages and is pressed on few of them.
const RunDialog = lazy(() => import('./run-dialog.tsx').then((module) => ({ default: module.RunDialog })))

interface OrderPapersButtonProps extends Pick<ButtonProps, 'variant' | 'size' | 'icon' | 'children'> {
  /** What is ordered, or how to find it out when the button is pressed. */
  readonly order: AskedDocumentOrder | (() => AskedDocumentOrder)
  /** For papers that one makes of something just done, such as a receipt. */
  readonly onOrdered?: (() => void) | undefined
}

/**
 * Has papers made: shows how far they have come, and opens the PDF when it is done. Whoever does not wait finds it in
 * the list of papers. Not there for those who may not have papers made.
 */
export function OrderPapersButton({ order, onOrdered, children, ...look }: OrderPapersButtonProps) {
  const toast = useToast()
  const place = useMutation(trpc.document.order.mutationOptions())
  const [runId, setRunId] = useState<DocumentRunId>()
  const mayMake = useMayDo('document.make')
  if (!mayMake) return null
  const press = async () => {
    try {
      const outcome = await place.mutateAsync(typeof order === 'function' ? order() : order)
      if (!outcome.ok) return toast({ tone: 'error', text: await refusalWords(outcome) })
      setRunId(outcome.value.runId)
      onOrdered?.()
      return await queryClient.invalidateQueries(trpc.document.list.pathFilter())
    } catch (error) {
      return toast({ tone: 'error', text: faultMessage(error) })
    }
  }
  return (
    <>
      <Button icon="printer" {...look} isBusy={place.isPending} busyLabel="準備しています" onClick={() => void press()}>
        {children}
      </Button>
      {runId !== undefined && (
        <Suspense>
          <RunDialog opensPaper runId={runId} onClose={() => setRunId(undefined)} />
        </Suspense>
      )}
    </>
  )
}
