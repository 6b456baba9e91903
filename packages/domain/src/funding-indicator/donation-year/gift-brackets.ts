import { groupDigits } from '../../money/group-digits.ts'

/** 1件の額: where each bracket begins, in yen. */
export const giftBrackets = [0, 1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000] as const

/** 1,000円〜2,999円; the last one is open. */
export function giftBracketName(place: number): string {
  const [from, next] = [giftBrackets[place], giftBrackets[place + 1]]
  if (from === undefined) throw new RangeError(`there is no bracket ${place}`)
  if (next === undefined) return `${groupDigits(from)}円以上`
  return from === 0 ? `${groupDigits(next)}円未満` : `${groupDigits(from)}円〜${groupDigits(next - 1)}円`
}
