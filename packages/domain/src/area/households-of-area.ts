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

/** The same of every area of a tree that has any, in the order of the tree. */
export function householdsByArea(
  areas: ReadonlyMap<AreaId, { readonly parentId: AreaId | null }>,
  recorded: ReadonlyMap<AreaId, number>,
): ReadonlyMap<AreaId, number> {
  const childrenOf = new Map<AreaId, AreaId[]>()
  for (const [areaId, { parentId }] of areas) {
    if (parentId === null) continue
    const siblings = childrenOf.get(parentId)
    if (siblings === undefined) childrenOf.set(parentId, [areaId])
    else siblings.push(areaId)
  }
  return new Map(
    [...areas.keys()].flatMap((areaId) => {
      const households = householdsOf(areaId, recorded, childrenOf)
      return households === null ? [] : [[areaId, households] as const]
    }),
  )
}
