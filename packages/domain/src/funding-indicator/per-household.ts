import { divideRounded } from '../money/rounding.ts'
import { type Yen, yen } from '../money/yen.ts'

/**
 * 1世帯当たり in whole yen, rounded half up. Null where the households are unknown or none: there is no average, which
 * is not an average of 0.
 */
export function perHousehold(amountYen: Yen, households: number | null): Yen | null {
  if (households === null || households <= 0) return null
  return yen(Number(divideRounded(BigInt(amountYen), BigInt(households), 'half_up')))
}
