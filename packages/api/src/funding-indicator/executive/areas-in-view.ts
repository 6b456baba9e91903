import type { AreaId } from '@sasaeai/domain/ids'
import type { GroundData } from '@sasaeai/domain/ledger/ground-data'

/** An area and what lies directly below it. */
export interface AreaView {
  /** Null for the whole council. */
  readonly areaId: AreaId | null
  readonly rootId: AreaId | null
  /** From the district down to the area itself. */
  readonly path: readonly AreaId[]
  /** The level of what lies below it; 0 is the root's. */
  readonly level: number
  readonly hasChildren: (areaId: AreaId) => boolean
  /**
   * The area directly below the one in view in which an area lies; the area in view for itself; undefined outside it. In
   * the whole council, money of no area stands under null.
   */
  readonly placeOf: (areaId: AreaId | null) => AreaId | null | undefined
}

export function areasInView({ areas }: GroundData, areaId: AreaId | null): AreaView {
  const root = [...areas].find(([, { parentId }]) => parentId === null)?.[0] ?? null
  const focus = areaId === root ? null : areaId
  const below = focus ?? root
  const parents = new Set([...areas.values()].map(({ parentId }) => parentId))
  return {
    areaId: focus,
    rootId: root,
    path: focus === null ? [] : pathTo(areas, focus),
    level: (below === null ? 0 : (areas.get(below)?.level ?? 0)) + 1,
    hasChildren: (each) => parents.has(each),
    placeOf: (each) => {
      if (each === null) return focus === null ? null : undefined
      if (each === below) return focus === null ? null : each
      let at = each
      for (;;) {
        const parentId = areas.get(at)?.parentId ?? null
        // An area that the tree does not know is none.
        if (parentId === null) return focus === null ? null : undefined
        if (parentId === below) return at
        at = parentId
      }
    },
  }
}

function pathTo(areas: GroundData['areas'], areaId: AreaId): AreaId[] {
  const parentId = areas.get(areaId)?.parentId ?? null
  // The root is the council itself and stands in no path.
  return parentId === null ? [] : [...pathTo(areas, parentId), areaId]
}
