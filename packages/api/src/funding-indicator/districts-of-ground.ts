import { districtsByArea } from '@sasaeai/domain/funding-indicator/district-of'
import type { AreaId } from '@sasaeai/domain/ids'
import type { GroundData } from '@sasaeai/domain/ledger/ground-data'

/** The district of every area. */
export type Districts = ReadonlyMap<AreaId, AreaId>

const known = new WeakMap<GroundData, Districts>()

/** Worked out once for each copy of the ground data. */
export function districtsOfGround(ground: GroundData): Districts {
  const districts = known.get(ground) ?? districtsByArea(ground.areas)
  known.set(ground, districts)
  return districts
}

/** Areas and the districts that they lie in, by their places in two lists. */
export interface PlacedDistricts {
  /** Null first, for no district. */
  readonly ids: readonly (AreaId | null)[]
  /** For each area in turn, which of those is its own. */
  readonly ofAreas: readonly number[]
}

/** Looks up every area once, so that folding thousands of cells by district is adding up numbers. */
export function placeDistricts(areas: Iterable<AreaId | null>, districts: Districts): PlacedDistricts {
  const places = new Map<AreaId | null, number>([[null, 0]])
  const ofAreas: number[] = []
  for (const areaId of areas) {
    const district = areaId === null ? null : (districts.get(areaId) ?? null)
    const place = places.get(district) ?? places.size
    places.set(district, place)
    ofAreas.push(place)
  }
  return { ids: [...places.keys()], ofAreas }
}
