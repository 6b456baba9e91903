import type { LocalDate } from '../calendar/local-date.ts'
import type { AreaId } from '../ids.ts'
import { type HouseholdBasis, householdBases } from './household-basis.ts'

/** Households of an area in one fiscal year, by basis, as of a date. */
export interface HouseholdCount {
  readonly areaId: AreaId
  readonly basis: HouseholdBasis
  readonly households: number
  readonly asOf: LocalDate
}

/** 世帯数の根拠 that a year's figures are made on, the newest of its dates, and its counts as they were recorded. */
export interface HouseholdsOfYear {
  readonly basis: HouseholdBasis
  readonly asOf: LocalDate
  readonly counts: ReadonlyMap<AreaId, number>
}

/**
 * 自治会加入世帯 where any were reported, because they were the ones asked; else 住基世帯: one basis for all areas of a
 * year, so that their numbers can be added up. Null where the year has none.
 */
export function householdsOfYear(counts: readonly HouseholdCount[]): HouseholdsOfYear | null {
  return householdsByBasis(counts)[0] ?? null
}

/** The same of every basis that the year has, 自治会加入世帯 first. */
export function householdsByBasis(counts: readonly HouseholdCount[]): HouseholdsOfYear[] {
  const preferred: readonly HouseholdBasis[] = householdBases.toReversed()
  return preferred.flatMap((basis) => {
    const used = counts.filter((count) => count.basis === basis)
    const newest = used.map(({ asOf }) => asOf).toSorted().at(-1)
    if (newest === undefined) return []
    return [{ basis, asOf: newest, counts: new Map(used.map(({ areaId, households }) => [areaId, households])) }]
  })
}
