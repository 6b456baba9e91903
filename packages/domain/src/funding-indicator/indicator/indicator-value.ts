import { divideRounded } from '../../money/rounding.ts'
import type { IndicatorDirection } from './indicator-kind.ts'
import { type Computed, sumOfParts } from './figure-part.ts'

/** What a formula comes to. */
export interface IndicatorFigure {
  readonly value: number | null
  readonly numerator: number | null
  /** Null where there is none, or where it is not known. */
  readonly denominator: number | null
}

/**
 * A formula worked out, to so many decimals, a half away from zero. There is no value, rather than 0, where the numerator
 * is not known or the denominator is not known or not above zero.
 */
export function figureOf(computed: Computed, decimals: number): IndicatorFigure {
  const numerator = sumOfParts(computed.numerator)
  if (computed.denominator === null) return { value: numerator, numerator, denominator: null }
  const denominator = sumOfParts(computed.denominator)
  return { value: ratioOf({ numerator, denominator }, { isPercent: computed.isPercent, decimals }), numerator, denominator }
}

interface Fraction {
  readonly numerator: number | null
  readonly denominator: number | null
}

function ratioOf({ numerator, denominator }: Fraction, { isPercent, decimals }: { isPercent: boolean; decimals: number }): number | null {
  if (numerator === null || denominator === null || denominator <= 0) return null
  // BigInt keeps yen × 100 × 10^4 exact, which a double does not.
  const scale = 10 ** decimals
  const quotient = divideRounded(BigInt(numerator) * BigInt(isPercent ? 100 : 1) * BigInt(scale), BigInt(denominator), 'half_up')
  return Number(quotient) / scale
}

/** How far a value has come towards its target, in percent to a tenth, cut down so that 100.0 says that it was reached. */
export function attainmentOfTarget(value: number | null, target: number | null, direction: IndicatorDirection): number | null {
  if (value === null || target === null || direction === 'none') return null
  const [reached, wanted] = direction === 'higher' ? [value, target] : [target, value]
  if (wanted <= 0) return null
  return Number(divideRounded(tenThousandths(reached) * 1000n, tenThousandths(wanted), 'down')) / 10
}

/** Whether the target was reached; null where one of both is missing, or where neither way is better. */
export function isTargetMet(value: number | null, target: number | null, direction: IndicatorDirection): boolean | null {
  if (value === null || target === null || direction === 'none') return null
  return direction === 'higher' ? value >= target : value <= target
}

/** Entered values have four decimals at the most. */
function tenThousandths(value: number): bigint {
  return BigInt(Math.round(value * 10_000))
}
