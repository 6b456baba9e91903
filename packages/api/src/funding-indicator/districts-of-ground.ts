import { createHash } from 'node:crypto'
import { districtsByArea } from '@sasaeai/domain/funding-indicator/district-of'
import type { AreaId } from '@sasaeai/domain/ids'
import type { GroundData } from '@sasaeai/domain/ledger/ground-data'

/** The district of every area, and a name that is another when any area lies in another district. */
export interface Districts {
  readonly byArea: ReadonlyMap<AreaId, AreaId>
  readonly name: string
}

const known = new WeakMap<GroundData, Districts>()

/** Worked out once for each copy of the ground data. */
export function districtsOfGround(ground: GroundData): Districts {
  const districts = known.get(ground) ?? findDistricts(ground)
  known.set(ground, districts)
  return districts
}

function findDistricts({ areas }: GroundData): Districts {
  const byArea = districtsByArea(areas)
  const pairs = [...byArea].map(([area, district]) => `${area}${district}`).toSorted()
  return { byArea, name: createHash('md5').update(pairs.join('')).digest('base64url') }
}
