import type { AreaId } from '../ids.ts'

/**
 * Households of an area: what was recorded of it, or else the sum of what was recorded below it, each household once.
 * Null where nothing was recorded at all.
 */
export function householdsOf(
  areaId: AreaId,
  recorded: ReadonlyMap<AreaId, number>,
  childrenOf: ReadonlyMap<AreaId, readonly AreaId[]>,
): number | null {
  const own = recorded.get(areaId)
  if (own !== undefined) return own
  const below = (childrenOf.get(areaId) ?? []).map((childId) => householdsOf(childId, recorded, childrenOf))
  const known = below.filter((households) => households !== null)
  return known.length === 0 ? null : known.reduce((sum, households) => sum + households, 0)
}
