import { yen, type Yen } from './yen.ts'

/**
 * Splits an amount in proportion to weights (按分) so that the parts sum to the whole, to the yen.
 * Largest remainder: each part is first cut down to whole yen, then the yen left over go one each to the largest
 * cut-off remainders, the earlier part first where they are equal. A part of weight 0 receives nothing, unless every
 * weight is 0: then the amount is split evenly. A negative amount splits exactly as its opposite, so a reversal
 * mirrors what it reverses.
 * @param weights whole numbers ≥ 0: households, units, yen.
 * @throws RangeError for another weight, or when there is an amount but no part to receive it.
 */
export function apportion(total: Yen, weights: readonly number[]): Yen[] {
  const faulty = weights.find((weight) => !Number.isSafeInteger(weight) || weight < 0)
  if (faulty !== undefined) throw new RangeError(`not a whole weight of 0 or more: ${faulty}`)
  if (weights.length === 0 && total !== 0) throw new RangeError(`no part to receive ${total} yen`)
  const sign = total < 0 ? -1 : 1
  return largestRemainder(BigInt(Math.abs(total)), effectiveWeights(weights)).map((part) => yen(sign * Number(part)))
}

function effectiveWeights(weights: readonly number[]): bigint[] {
  const allZero = weights.every((weight) => weight === 0)
  return weights.map((weight) => (allZero ? 1n : BigInt(weight)))
}

/** BigInt, because an amount times a weight outgrows what a double holds exactly. */
function largestRemainder(total: bigint, weights: readonly bigint[]): bigint[] {
  const weightSum = weights.reduce((sum, weight) => sum + weight, 0n)
  const shares = weights.map((weight, index) => ({
    index,
    part: (total * weight) / weightSum,
    remainder: (total * weight) % weightSum,
  }))
  const cutTotal = shares.reduce((sum, share) => sum + share.part, 0n)
  const leftOver = Number(total - cutTotal)
  const favoured = new Set(
    shares
      .toSorted((left, right) => Number(right.remainder - left.remainder) || left.index - right.index)
      .slice(0, leftOver)
      .map((share) => share.index),
  )
  return shares.map((share) => (favoured.has(share.index) ? share.part + 1n : share.part))
}
