import { groupDigits } from './group-digits.ts'
import { divideRounded, type Rounding } from './rounding.ts'

/** A figure of a ratio: whole yen, households or gifts; missing where it was never recorded. */
type Figure = number | null | undefined

const missing = '—'

/**
 * A share or rate as `12.3%`, rounded half up to a tenth of a percent; a negative one as `△12.3%`.
 * Where the denominator is missing or not above zero there is no rate, and "—" is printed, never 0%.
 * @throws RangeError when a figure is not a whole, safe number.
 */
export function formatRatio(numerator: Figure, denominator: Figure): string {
  return percentOf(numerator, denominator, 'half_up')
}

/**
 * Attainment of a target (達成率) as `98.7%`. Cut down, not rounded, so that 100.0% is only printed once the target
 * has truly been reached. "—" where no target was set.
 */
export function formatAttainment(actual: Figure, target: Figure): string {
  return percentOf(actual, target, 'down')
}

/**
 * This year as a share of last year to the same day (前年比): `104.2%`, `98.7%`. "—" where last year is missing or
 * had nothing.
 */
export function formatYearOnYear(thisYear: Figure, lastYear: Figure): string {
  return percentOf(thisYear, lastYear, 'half_up')
}

/** The change against last year to the same day (増減率): `4.2%` for an increase, `△1.3%` for a decrease. */
export function formatYearOnYearChange(thisYear: Figure, lastYear: Figure): string {
  if (!isRecorded(thisYear) || !isRecorded(lastYear)) return missing
  return percentOf(thisYear - lastYear, lastYear, 'half_up')
}

function percentOf(numerator: Figure, denominator: Figure, rounding: Rounding): string {
  if (!isRecorded(numerator) || !isRecorded(denominator) || denominator <= 0) return missing
  // BigInt refuses fractions and keeps yen × 1000 exact, which a double does not.
  const permille = divideRounded(BigInt(numerator) * 1000n, BigInt(denominator), rounding)
  const size = permille < 0n ? -permille : permille
  return `${permille < 0n ? '△' : ''}${groupDigits(size / 10n)}.${size % 10n}%`
}

function isRecorded(figure: Figure): figure is number {
  return figure !== null && figure !== undefined
}
