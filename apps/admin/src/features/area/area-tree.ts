import type { AreaId } from '@sasaeai/domain/ids'
import type { RouterOutput } from '../../app/trpc.ts'

export type ListedArea = RouterOutput['area']['list'][number]
export type ListedHouseholds = RouterOutput['area']['households'][number]

/** Areas by their parent, in the order of the list. */
export function childrenByParent(areas: readonly ListedArea[]): ReadonlyMap<AreaId | null, readonly ListedArea[]> {
  return Map.groupBy(areas, (area) => area.parentId)
}

/** The areas above one, from the root down to its parent. */
export function areasAbove(areas: readonly ListedArea[], area: ListedArea): ListedArea[] {
  const parent = areas.find((each) => each.areaId === area.parentId)
  return parent === undefined ? [] : [...areasAbove(areas, parent), parent]
}
