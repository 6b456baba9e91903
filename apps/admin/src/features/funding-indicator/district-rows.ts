import type { DistrictCategoryFigures, DistrictFigures } from '@sasaeai/domain/funding-indicator/district-figures'
import { perHousehold } from '@sasaeai/domain/funding-indicator/per-household'
import type { FundingCategory } from '@sasaeai/domain/ledger/funding-category'
import { type Yen, yen } from '@sasaeai/domain/money/yen'
import type { DistrictSort } from './funding-search.ts'

/** A district with the one category of money that the page shows. */
export interface DistrictRow extends Pick<DistrictFigures, 'areaId' | 'code' | 'name' | 'households'> {
  readonly thisYen: Yen
  readonly lastYen: Yen
  readonly targetYen: Yen | null
  readonly perHouseholdYen: Yen | null
}

/** The districts of a category, in the order asked for; what has no figure comes last either way. */
export function districtRows(
  districts: readonly DistrictFigures[],
  category: FundingCategory,
  { sort, isDescending }: { sort: DistrictSort; isDescending: boolean },
): DistrictRow[] {
  const rows = districts.map(({ areaId, code, name, households, categories }): DistrictRow => {
    const none: DistrictCategoryFigures = { category, thisYen: yen(0), lastYen: yen(0), targetYen: null }
    const { thisYen, lastYen, targetYen } = categories.find((figures) => figures.category === category) ?? none
    return {
      areaId,
      code,
      name,
      households,
      thisYen,
      lastYen,
      targetYen,
      perHouseholdYen: perHousehold(thisYen, households),
    }
  })
  if (sort === 'code') return isDescending ? rows.toReversed() : rows
  const figure = figureBySort[sort]
  return rows.toSorted((left, right) => {
    const [a, b] = [figure(left), figure(right)]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return isDescending ? b - a : a - b
  })
}

const figureBySort: Record<Exclude<DistrictSort, 'code'>, (row: DistrictRow) => number | null> = {
  thisYen: (row) => row.thisYen,
  yearOnYear: (row) => (row.lastYen <= 0 ? null : row.thisYen / row.lastYen),
  perHousehold: (row) => row.perHouseholdYen,
  attainment: (row) => (row.targetYen === null || row.targetYen === 0 ? null : row.thisYen / row.targetYen),
}
