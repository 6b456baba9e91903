import type { FiscalYear } from '../calendar/fiscal-year.ts'
import type { AreaId, CampaignId, FundingSourceId } from '../ids.ts'
import { fundingCategories, type FundingCategory } from '../ledger/funding-category.ts'
import type { GroundData } from '../ledger/ground-data.ts'
import { sumYen, type Yen } from '../money/yen.ts'
import type { TargetedFigure } from './attainment.ts'
import type { FundingCut } from './funding-cut.ts'
import { holdingIn } from './source-figures.ts'

/** What came in of a source and campaign in a district, until the cut-off day; null for no district. */
export interface DistrictTotal {
  readonly fiscalYear: FiscalYear
  readonly sourceId: FundingSourceId
  readonly campaignId: CampaignId | null
  readonly districtId: AreaId | null
  readonly amountYen: Yen
}

export interface DistrictTarget {
  readonly districtId: AreaId
  readonly sourceId: FundingSourceId
  readonly targetYen: Yen
}

/** One category of money in a district. */
export interface DistrictCategoryFigures extends TargetedFigure {
  readonly category: FundingCategory
  readonly lastYen: Yen
}

/** A district (校区) by category of money. */
export interface DistrictFigures {
  readonly areaId: AreaId
  readonly code: string
  readonly name: string
  readonly kana: string
  /** Null where none were recorded for the year. */
  readonly households: number | null
  readonly categories: readonly DistrictCategoryFigures[]
}

interface DistrictGround {
  readonly ground: GroundData
  readonly cut: FundingCut
  /** The areas directly below the root. */
  readonly districtIds: readonly AreaId[]
  readonly targets: readonly DistrictTarget[]
  readonly households: ReadonlyMap<AreaId, number>
}

/**
 * Figures by district in the order of their codes. Money of other bodies' drives is left out, as everywhere; what
 * belongs to no district is not here.
 */
export function districtFigures(totals: readonly DistrictTotal[], districts: DistrictGround): DistrictFigures[] {
  const { ground, households, districtIds, targets } = districts
  const totalsByDistrict = Map.groupBy(totals, (total) => total.districtId)
  const targetsByDistrict = Map.groupBy(targets, (target) => target.districtId)
  return districtIds.flatMap((areaId) => {
    const area = ground.areas.get(areaId)
    if (area === undefined) return []
    const { code, name, kana } = area
    const own = { totals: totalsByDistrict.get(areaId) ?? [], targets: targetsByDistrict.get(areaId) ?? [] }
    return [
      {
        areaId,
        code,
        name,
        kana,
        households: households.get(areaId) ?? null,
        categories: categoriesOf(own, districts),
      },
    ]
  })
}

function categoriesOf(
  own: { totals: readonly DistrictTotal[]; targets: readonly DistrictTarget[] },
  { ground, cut }: DistrictGround,
): DistrictCategoryFigures[] {
  const categoryOf = (sourceId: FundingSourceId) => ground.sources.get(sourceId)?.category
  return fundingCategories.flatMap((category) => {
    const totals = own.totals.filter(
      ({ sourceId, campaignId }) =>
        categoryOf(sourceId) === category && holdingIn(ground, category, campaignId) !== 'other_drive',
    )
    const targets = own.targets.filter(({ sourceId }) => categoryOf(sourceId) === category)
    if (totals.length === 0 && targets.length === 0) return []
    const sumOf = (year: FiscalYear) =>
      sumYen(totals.filter((total) => total.fiscalYear === year).map((total) => total.amountYen))
    return [
      {
        category,
        thisYen: sumOf(cut.fiscalYear),
        lastYen: sumOf(cut.lastYear),
        targetYen: targets.length === 0 ? null : sumYen(targets.map((target) => target.targetYen)),
      },
    ]
  })
}
