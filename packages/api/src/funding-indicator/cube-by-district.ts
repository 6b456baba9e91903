import { yenFromColumn } from '@sasaeai/db/yen-column'
import { firstYear, fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { CubeCell } from '@sasaeai/domain/funding-indicator/funding-cube'
import { holdingIn } from '@sasaeai/domain/funding-indicator/source-figures'
import type { GroundData } from '@sasaeai/domain/ledger/ground-data'
import { areaPlaceOf, partOf, type TallyGroup } from './area-tally.ts'
import type { CubeTally } from './cube-sums.ts'
import { districtsOfGround, type PlacedDistricts, placeDistricts } from './districts-of-ground.ts'

/** The cells by district instead of area, the years in their order. Whose money it is is told by source and drive. */
export function cubeByDistrict({ areas, groups }: CubeTally, ground: GroundData): CubeCell[] {
  const placed = placeDistricts(areas.keys(), districtsOfGround(ground))
  const cells: CubeCell[] = []
  for (const group of groups.values()) {
    const [sourceId, campaignId, methodId, duesKindId] = group.of
    const source = ground.sources.get(sourceId)
    if (source === undefined) continue
    const holding = holdingIn(ground, source.category, campaignId)
    for (const { year, districtId, yen, count } of sumByDistrict(group, placed)) {
      cells.push({ fiscalYear: fiscalYear(year), districtId, sourceId, methodId, duesKindId, holding, amountYen: yenFromColumn(yen), count })
    }
  }
  return cells.toSorted((left, right) => left.fiscalYear - right.fiscalYear)
}

interface DistrictSum {
  readonly year: number
  readonly districtId: PlacedDistricts['ids'][number]
  yen: number
  count: number
}

/** A cell finds its sum by place, among the districts of its year: by a key of both it would take several times as long. */
function sumByDistrict({ keys, figures: [yen = [], counts = []] }: Pick<TallyGroup<[]>, 'keys' | 'figures'>, { ids, ofAreas }: PlacedDistricts): DistrictSum[] {
  const years: (DistrictSum | undefined)[][] = []
  const sums: DistrictSum[] = []
  for (const [cell, key] of keys.entries()) {
    const year = partOf(key)
    const districts = (years[year - firstYear] ??= [])
    const place = ofAreas[areaPlaceOf(key)] ?? 0
    let sum = districts[place]
    if (sum === undefined) {
      sum = districts[place] = { year, districtId: ids[place] ?? null, yen: 0, count: 0 }
      sums.push(sum)
    }
    sum.yen += yen[cell] ?? 0
    sum.count += counts[cell] ?? 0
  }
  return sums
}
