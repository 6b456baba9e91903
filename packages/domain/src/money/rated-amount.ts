import { divideRounded } from './rounding.ts'
import { yen, type Yen } from './yen.ts'
import { wholeBasisPoints } from './basis-points.ts'

/** Money that stands under one rate. */
export interface RatedPart {
  readonly amountYen: Yen
  /** In hundredths of a percent: 4000 is 40 %. */
  readonly basisPoints: number
}

/**
 * What amounts under their rates come to, in whole multiples of `stepYen`. The parts are added up exactly and the rest
 * of the whole is cut off once (端数切り捨て), so that it does not matter into how many parts the money came.
 */
export function ratedAmount(parts: readonly RatedPart[], stepYen: number): Yen {
  const exact = parts.reduce((sum, { amountYen, basisPoints }) => sum + BigInt(amountYen) * BigInt(basisPoints), 0n)
  const step = BigInt(stepYen)
  return yen(Number(divideRounded(exact, BigInt(wholeBasisPoints) * step, 'down') * step))
}
