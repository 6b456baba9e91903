import type { ReactNode } from 'react'
import { withReadings } from '../site/readings.tsx'
import type { GiftWords } from '../words/gift-words-ja.ts'

/** The label of a box that may stay empty, which it says. */
export function OptionalLabel({ words, children }: { words: GiftWords; children: ReactNode }) {
  return <>{children} <span className="text-[0.875rem] font-normal text-ink-sub">{withReadings(words.optional)}</span></>
}
