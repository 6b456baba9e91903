import { formatYen, type Yen } from '../../money/yen.ts'
import type { DuesUnit } from '../terms/dues-unit.ts'

/** What a year suggests, as letters say it: `1世帯あたり 500円`; where the amount is free, that it is. */
export function duesSuggestionWords({ unit, unitYen }: { readonly unit: DuesUnit; readonly unitYen: Yen | null }): string {
  if (unitYen === null) return '金額は自由です'
  switch (unit) {
    case 'household':
      return `1世帯あたり ${formatYen(unitYen)}円`
    case 'unit':
      return `1口 ${formatYen(unitYen)}円`
    case 'free':
      return `${formatYen(unitYen)}円以上、金額は自由です`
  }
}
