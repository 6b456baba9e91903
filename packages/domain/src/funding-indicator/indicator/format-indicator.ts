import { groupDigits } from '../../money/group-digits.ts'
import { divideRounded } from '../../money/rounding.ts'

/** A value as it is printed with its decimals, 0 to 4: `61.3`, `248,933`, `△4.2`; `—` where there is none. */
export function formatIndicatorNumber(value: number | null, decimals: number): string {
  if (value === null) return '—'
  // Values are stored with four decimals at the most; a double's own rounding would print some of them too low.
  const size = divideRounded(BigInt(Math.round(Math.abs(value) * 10_000)), BigInt(10 ** (4 - decimals)), 'half_up')
  const scale = BigInt(10 ** decimals)
  const digits = groupDigits(size / scale) + (decimals === 0 ? '' : `.${String(size % scale).padStart(decimals, '0')}`)
  return value < 0 && size > 0n ? `△${digits}` : digits
}

/** The same with its unit: `61.3%`, `248,933件`. */
export function formatIndicatorValue(value: number | null, { decimals, unit }: { decimals: number; unit: string }): string {
  return value === null ? '—' : `${formatIndicatorNumber(value, decimals)}${unit}`
}

/** 達成率 as `98.7%`; `—` where there is no target. */
export function formatAttained(attainment: number | null): string {
  return formatIndicatorValue(attainment, { decimals: 1, unit: '%' })
}
