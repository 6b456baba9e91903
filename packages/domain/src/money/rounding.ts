/**
 * How a division that does not come out even is settled.
 * - `half_up`: to the nearest, a half away from zero (四捨五入), the usual rounding of printed percentages.
 * - `down`: towards zero (切り捨て).
 */
export const roundings = ['half_up', 'down'] as const
export type Rounding = (typeof roundings)[number]

/** The whole quotient under a named rounding. Exact for any size. @throws RangeError for a zero divisor. */
export function divideRounded(dividend: bigint, divisor: bigint, rounding: Rounding): bigint {
  const towardsZero = dividend / divisor
  if (rounding === 'down') return towardsZero
  const remainder = absolute(dividend % divisor)
  if (remainder * 2n < absolute(divisor)) return towardsZero
  return (dividend < 0n) === (divisor < 0n) ? towardsZero + 1n : towardsZero - 1n
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value
}
