import { type IntakeDraft, isSameDraft } from '@sasaeai/domain/intake/intake-draft'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { trpc } from '../../app/trpc.ts'
import { clearMirror, forgetMirrors, readMirrors, writeMirror } from './draft-mirror.ts'
import { DraftSaver, type DraftSaverPorts } from './draft-saver.ts'
import type { BatchView } from './intake-wire.ts'

export interface AutosavedDraft {
  readonly saver: DraftSaver
  /** What the grid starts from: the server's draft, or what this browser typed after it. */
  readonly opening: IntakeDraft
}

/**
 * Opens the draft of a batch with what this browser still holds of it, and saves it from then on. The component that
 * calls it is to be mounted anew for another batch.
 */
export function useAutosavedDraft(batch: BatchView): AutosavedDraft {
  const save = useMutation(trpc.intake.save.mutationOptions({ networkMode: 'always' }))
  const [, showAgain] = useState(0)
  const [opened] = useState(() =>
    openDraft(batch, (revision, draft) => save.mutateAsync({ batchId: batch.batchId, revision, draft })),
  )
  const { saver } = opened
  useEffect(() => {
    saver.start(() => showAgain((count) => count + 1))
    const renewal = setInterval(() => saver.renewMirror(), 5_000)
    const tryAgain = () => void saver.flush()
    addEventListener('online', tryAgain)
    return () => {
      clearInterval(renewal)
      removeEventListener('online', tryAgain)
      // Leaving the page for another one: what is still unsaved goes out at once, and stays mirrored until it is in.
      void saver.flush()
      saver.stop()
    }
  }, [saver])
  return opened
}

function openDraft(batch: BatchView, save: DraftSaverPorts['save']): AutosavedDraft {
  const { batchId, draft } = batch
  const kept = readMirrors(batchId)
  const found = kept.find(({ mirrored }) => !isSameDraft(mirrored.draft, draft))
  const newest = found?.mirrored
  // The mirror's own revision makes a save that starts from an older draft come back as a conflict, as it should.
  const base = newest === undefined ? batch : { ...batch, revision: newest.revision }
  const saver = new DraftSaver(base, newest?.sent ?? null, {
    save,
    mirror: (unsaved) =>
      unsaved === null ? clearMirror(batchId) : writeMirror(batchId, { ...unsaved, at: Date.now() }),
  })
  const opening = newest?.draft ?? draft
  // What is taken over, and what the server has anyway, is forgotten; another tab's own typing is kept for its turn.
  forgetMirrors(kept.filter((each) => each === found || isSameDraft(each.mirrored.draft, draft)).map(({ key }) => key))
  if (newest !== undefined) writeMirror(batchId, { ...newest, at: Date.now() })
  return { saver, opening }
}
