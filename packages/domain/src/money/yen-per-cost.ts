import { groupDigits } from './group-digits.ts'
import { divideRounded } from './rounding.ts'

/** What each yen of cost brought, rounded half up to a tenth: `12.3円`. "—" where no cost was written down, or none arose. */
export function formatYenPerCost(broughtYen: number, costYen: number | null): string {
  if (costYen === null || costYen <= 0) return '—'
  const tenths = divideRounded(BigInt(broughtYen) * 10n, BigInt(costYen), 'half_up')
  const size = tenths < 0n ? -tenths : tenths
  return `${tenths < 0n ? '△' : ''}${groupDigits(size / 10n)}.${size % 10n}円`
}
