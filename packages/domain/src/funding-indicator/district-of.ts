import type { AreaId } from '../ids.ts'
import type { GroundArea } from '../ledger/ground-data.ts'

/**
 * The district (校区) of every area: the area itself or the one above it that stands directly below the root. The root
 * has none: what is booked on the whole city belongs to no district.
 */
export function districtsByArea(areas: ReadonlyMap<AreaId, Pick<GroundArea, 'parentId'>>): Map<AreaId, AreaId> {
  const districts = new Map<AreaId, AreaId>()
  for (const areaId of areas.keys()) {
    let [at, above] = [areaId, areas.get(areaId)?.parentId ?? null]
    while (above !== null) {
      const next = areas.get(above)?.parentId ?? null
      if (next === null) {
        districts.set(areaId, at)
        break
      }
      at = above
      above = next
    }
  }
  return districts
}
