import { formatBasisPoints } from '../../money/basis-points.ts'
import { formatYen, formatYenDelta, yen, type Yen } from '../../money/yen.ts'
import { type DuesUnit, duesUnitNames } from './dues-unit.ts'

/** The amount that a year's terms suggest. */
export interface SuggestedAmount {
  readonly unit: DuesUnit
  readonly unitYen: Yen | null
}

/** 目安 as it is printed: `500円／世帯`, `5,000円／口`; a free amount is `自由` or `自由（1,000円以上）`. */
export function formatSuggestedAmount({ unit, unitYen }: SuggestedAmount): string {
  if (unit === 'free') return unitYen === null ? '自由' : `自由（${formatYen(unitYen)}円以上）`
  return unitYen === null ? '—' : `${formatYen(unitYen)}円／${duesUnitNames[unit]}`
}

/**
 * What the year before suggested, where it differs: `前年度 400円（+100円）`, `（△100円）` where it was more. Null where it
 * was the same or there was none. Different units are named and not set off against each other.
 */
export function changeOfSuggestedAmount(now: SuggestedAmount, before: SuggestedAmount | null): string | null {
  if (before === null || (before.unit === now.unit && before.unitYen === now.unitYen)) return null
  if (before.unit !== now.unit || before.unitYen === null || now.unitYen === null) return `前年度 ${formatSuggestedAmount(before)}`
  const difference = yen(now.unitYen - before.unitYen)
  return `前年度 ${formatYen(before.unitYen)}円（${difference > 0 ? '+' : ''}${formatYenDelta(difference)}円）`
}

/** What the year before shared back, where it differs: `前年度 40%`. */
export function changeOfRate(now: number, before: number | null): string | null {
  return before === null || before === now ? null : `前年度 ${formatBasisPoints(before)}`
}
