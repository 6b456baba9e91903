import type { z } from 'zod'
import { groupDigits } from './group-digits.ts'

/** An amount in whole yen. Made only here and by the calculations of this folder. */
export type Yen = number & z.core.$brand<'Yen'>

/**
 * Brands a number as yen.
 * @throws RangeError when it is not a whole number or lies beyond what a double can hold exactly.
 */
export function yen(amount: number): Yen {
  const whole = withoutNegativeZero(amount)
  if (!isYen(whole)) throw new RangeError(`not a whole, safe amount of yen: ${amount}`)
  return whole
}

/** Whether a value from outside is an amount in yen: a whole number that a double can hold exactly, and not −0. */
function isYen(value: unknown): value is Yen {
  return Number.isSafeInteger(value) && !Object.is(value, -0)
}

/** The sum of two amounts, in yen. @throws RangeError when the sum is no longer exact. */
export function addYen(left: Yen, right: Yen): Yen {
  return yen(left + right)
}

/** The sum of any number of amounts, in yen; nothing sums to 0. @throws RangeError when it is no longer exact. */
export function sumYen(amounts: Iterable<Yen>): Yen {
  let total = yen(0)
  for (const amount of amounts) total = addYen(total, amount)
  return total
}

/** The same amount on the other side of the books. */
export function negateYen(amount: Yen): Yen {
  return yen(-amount)
}

/** An amount as a ledger cell or an input shows it: `1,000`, `-1,000`. Can be typed back as it stands. */
export function formatYen(amount: Yen): string {
  return groupDigits(amount)
}

/** A difference as Japanese statements print it: `1,000` for an increase, `△1,000` for a decrease. */
export function formatYenDelta(difference: Yen): string {
  return difference < 0 ? `△${groupDigits(-difference)}` : groupDigits(difference)
}

/** −0 would print as "-0" and differ from 0 under Object.is, so it never becomes an amount. */
function withoutNegativeZero(amount: number): number {
  return amount === 0 ? 0 : amount
}
