import { groupDigits } from '../../money/group-digits.ts'
import { divideRounded, type Rounding } from '../../money/rounding.ts'

/** How the tables of this council print a rate (community_chest_rules). */
export interface RateRules {
  /** Digits behind the point, 0 to 2. */
  readonly decimals: number
  readonly rounding: Rounding
}

/** A whole figure; missing where it was never recorded. */
type Figure = number | null | undefined

/**
 * A rate of 共同募金 (達成率, 前年比, 構成比) in percent, as the council's rules round it: `108.9%`, `109%`; a negative one
 * as `△1.2%`. Without a denominator above zero there is no rate, and "—" is printed, never 0%.
 * @throws RangeError when a figure is not a whole, safe number.
 */
export function printedRate(numerator: Figure, denominator: Figure, { decimals, rounding }: RateRules): string {
  if (!isRecorded(numerator) || !isRecorded(denominator) || denominator <= 0) return '—'
  const scale = 10n ** BigInt(decimals)
  // BigInt refuses fractions and keeps yen × 10,000 exact, which a double does not.
  const parts = divideRounded(BigInt(numerator) * 100n * scale, BigInt(denominator), rounding)
  const size = parts < 0n ? -parts : parts
  const fraction = decimals === 0 ? '' : `.${(size % scale).toString().padStart(decimals, '0')}`
  return `${parts < 0n ? '△' : ''}${groupDigits(size / scale)}${fraction}%`
}

function isRecorded(figure: Figure): figure is number {
  return figure !== null && figure !== undefined
}
