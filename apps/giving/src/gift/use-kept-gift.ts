import { useCallback, useState } from 'react'
import type { GiftDraft } from './gift-draft.ts'
import { keepGift, type KeptGift, readKeptGift } from './kept-draft.ts'

/** The gift that is being filled in; every change is kept at once. */
export function useKeptGift(slug: string) {
  const [kept, setKept] = useState(() => readKeptGift(slug))
  const set = useCallback((next: (before: KeptGift) => KeptGift) => {
    setKept((before) => {
      const after = next(before)
      keepGift(slug, after)
      return after
    })
  }, [slug])
  const change = useCallback((part: Partial<GiftDraft>) => set((before) => ({ ...before, draft: { ...before.draft, ...part } })), [set])
  const markSent = useCallback((sent: KeptGift['sent']) => set((before) => ({ ...before, sent })), [set])
  return { kept, change, markSent }
}
