import { groupDigits } from '../../money/group-digits.ts'
import { type CountMeaning, countMeaningNames } from '../method/collection-method-kind.ts'

/** 件数 with its unit: `4,985世帯`, `1回`; "—" where it counts different things together, or none. */
export function countText(count: number | null, meaning: CountMeaning | null): string {
  if (count === null || meaning === null) return '—'
  return count < 0 ? `△${groupDigits(-count)}${countMeaningNames[meaning]}` : `${groupDigits(count)}${countMeaningNames[meaning]}`
}
