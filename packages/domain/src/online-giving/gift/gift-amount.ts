import type { FiscalYear } from '../../calendar/fiscal-year.ts'
import type { DuesUnit } from '../../membership-dues/terms/dues-unit.ts'
import { formatYen, yen, type Yen } from '../../money/yen.ts'
import { fail, succeed, type Outcome } from '../../outcome/outcome.ts'

/** 会費 that can be paid here: what the year's terms say of the kind. */
export interface GivingDues {
  readonly unit: DuesUnit
  /** 目安 per 世帯 or 口; where the amount is free, the 下限 or null. */
  readonly unitYen: Yen | null
  readonly fiscalYear: FiscalYear
}

/** Between which amounts one payment lies. */
export interface AmountBounds {
  readonly minimumYen: Yen
  readonly maximumYen: Yen
}

export interface AskedAmount {
  readonly amountYen: Yen | null
  readonly units: number | null
}

export interface GiftAmount {
  readonly amountYen: Yen
  readonly units: number | null
  readonly duesYear: FiscalYear | null
}

/**
 * What is to be paid: what was asked for a gift; of dues the 口数 times what the year says, or a free amount that is not below
 * the 下限. Dues are what they are, so the smallest gift does not bind them; the largest payment does.
 */
export function amountOfGift(asked: AskedAmount, dues: GivingDues | null, bounds: AmountBounds): Outcome<GiftAmount, 'gift_amount_missing' | 'gift_below_minimum' | 'gift_above_maximum'> {
  const isCounted = dues !== null && dues.unit !== 'free' && dues.unitYen !== null
  const amount = isCounted ? (asked.units ?? 0) * dues.unitYen : asked.amountYen
  if (amount === null || amount === 0 || (!isCounted && asked.units !== null)) return fail('gift_amount_missing', { field: isCounted ? 'units' : 'amountYen' })
  const minimumYen = dues === null ? bounds.minimumYen : (dues.unitYen ?? 1)
  const field = isCounted ? 'units' : 'amountYen'
  if (amount < minimumYen) return fail('gift_below_minimum', { field, about: `${formatYen(yen(minimumYen))}円` })
  if (amount > bounds.maximumYen) return fail('gift_above_maximum', { field, about: `${formatYen(bounds.maximumYen)}円` })
  return succeed({ amountYen: yen(amount), units: isCounted ? asked.units : null, duesYear: dues?.fiscalYear ?? null })
}
