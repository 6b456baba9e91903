import { groupDigits } from '@sasaeai/domain/money/group-digits'
import type { SiteWords } from '../words/site-words-ja.ts'

/** An amount as the language writes it: 1,000円, ¥1,000. */
export function inYen(words: SiteWords, amountYen: number): string {
  return words.yen(groupDigits(amountYen))
}

/** A civil date, `2026-11-22`, as the language writes it. */
export function dayInWords(words: SiteWords, date: string): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return words.day(year, month, day)
}
