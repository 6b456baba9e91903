import { groupDigits } from '../../money/group-digits.ts'

/** 端数の単位: share-back is rounded down to whole multiples of so many yen. */
export const shareBackSteps = [1, 10, 100, 1000] as const
export type ShareBackStep = (typeof shareBackSteps)[number]

/** What becomes of the rest, in words: `100円未満を切り捨て`. */
export function shareBackStepText(stepYen: number): string {
  return `${groupDigits(stepYen)}円未満を切り捨て`
}
