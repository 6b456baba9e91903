import type { HouseholdBasis } from '@sasaeai/domain/area/household-basis'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { AreaId, AreaTypeId } from '@sasaeai/domain/ids'

/** An area as the list procedure answers it. */
export interface ListedArea {
  readonly areaId: AreaId
  readonly parentId: AreaId | null
  readonly areaTypeId: AreaTypeId
  readonly typeName: string
  readonly level: number
  readonly code: string
  readonly name: string
  readonly kana: string
  readonly note: string
  readonly closedOn: LocalDate | null
}

export interface ListedHouseholds {
  readonly areaId: AreaId
  readonly basis: HouseholdBasis
  readonly households: number
  readonly asOf: LocalDate
}

/** Areas by their parent, in the order of the list. */
export function childrenByParent(areas: readonly ListedArea[]): ReadonlyMap<AreaId | null, readonly ListedArea[]> {
  return Map.groupBy(areas, (area) => area.parentId)
}

/** The areas above one, from the root down to its parent. */
export function areasAbove(areas: readonly ListedArea[], area: ListedArea): ListedArea[] {
  const parent = areas.find((each) => each.areaId === area.parentId)
  return parent === undefined ? [] : [...areasAbove(areas, parent), parent]
}
