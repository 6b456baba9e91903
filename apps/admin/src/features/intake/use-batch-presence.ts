import type { IntakeBatchId } from '@sasaeai/domain/ids'
import { useMutation } from '@tanstack/react-query'
import { useEffect } from 'react'
import { trpc } from '../../app/trpc.ts'
import { tabId } from './draft-mirror.ts'

const beatMillis = 8_000

/** Says every few seconds that this tab has the batch open, and tells who else has and which revision is the newest. */
export function useBatchPresence(batchId: IntakeBatchId) {
  const { mutate, data } = useMutation(trpc.intake.notePresence.mutationOptions({ networkMode: 'always' }))
  useEffect(() => {
    const beat = () => mutate({ batchId, tabId: tabId() })
    beat()
    const beating = setInterval(beat, beatMillis)
    return () => clearInterval(beating)
  }, [batchId, mutate])
  return data ?? null
}
