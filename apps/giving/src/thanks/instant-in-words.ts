import { dayInWords } from '../site/figures-in-words.ts'
import type { SiteWords } from '../words/site-words-ja.ts'

const tokyoAheadMs = 9 * 60 * 60_000

/** Day and time of an instant in Tokyo, where there is no summer time; of a civil date its day. */
export function instantInWords(words: SiteWords, instant: string): { readonly day: string; readonly time: string } {
  const isDate = instant.length === 10
  const there = isDate ? instant : new Date(Date.parse(instant) + tokyoAheadMs).toISOString()
  return { day: dayInWords(words, there.slice(0, 10)), time: there.slice(11, 16) }
}
