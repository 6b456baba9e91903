import type { DocumentRunId } from '@sasaeai/domain/ids'
import { Button, type ButtonProps } from '@sasaeai/ui/button'
import { lazy, Suspense, useState } from 'react'
import { useMayDo } from '../../app/use-may-do.ts'
import type { LetterOrder } from './letter-order-dialog.tsx'

// The button stands on many pages and is pressed on few of them.
const LetterOrderDialog = lazy(async () => ({ default: (await import('./letter-order-dialog.tsx')).LetterOrderDialog }))
const RunDialog = lazy(async () => ({ default: (await import('../document/run-dialog.tsx')).RunDialog }))

interface LetterOrderButtonProps extends LetterOrder, Pick<ButtonProps, 'variant' | 'size' | 'children'> {}

/** Has letters made: asks for template and day, then shows how far they have come. Not there for those who may not have papers made. */
export function LetterOrderButton({ children, variant, size, ...order }: LetterOrderButtonProps) {
  const mayMake = useMayDo('document.make')
  const [isAsking, setAsking] = useState(false)
  const [runId, setRunId] = useState<DocumentRunId>()
  if (!mayMake) return null
  return (
    <>
      <Button icon="printer" variant={variant} size={size} onClick={() => setAsking(true)}>{children}</Button>
      <Suspense>
        {isAsking && <LetterOrderDialog {...order} onOrdered={setRunId} onClose={() => setAsking(false)} />}
        {runId !== undefined && <RunDialog opensPaper runId={runId} onClose={() => setRunId(undefined)} />}
      </Suspense>
    </>
  )
}
