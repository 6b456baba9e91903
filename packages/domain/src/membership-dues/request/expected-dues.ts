import { yen, type Yen } from '../../money/yen.ts'
import type { DuesUnit } from '../terms/dues-unit.ts'

export interface AskedTerms {
  readonly unit: DuesUnit
  /** 目安 per 世帯 or 口, in yen; where the amount is free, the 下限 or null. */
  readonly unitYen: Yen | null
}

export interface AskedPayer {
  /** 世帯 of a 自治会; one for a household that is named. */
  readonly households: number | null
  /** 口 of a member. */
  readonly units: number | null
}

/**
 * 目安額: what a payer is asked for under the terms of a year, in yen. Per household, per 口 (one where none is
 * recorded), or the 下限 where the amount is free. The statement that prepares a request computes the same in SQL.
 */
export function expectedDuesYen({ unit, unitYen }: AskedTerms, { households, units }: AskedPayer): Yen {
  const each = unitYen ?? 0
  switch (unit) {
    case 'household':
      return yen((households ?? 0) * each)
    case 'unit':
      return yen((units ?? 1) * each)
    case 'free':
      return yen(each)
  }
}
