import { violatedConstraint } from '@sasaeai/db/refusals'
import { sqlStateOf } from '@sasaeai/db/sql-state'
import type { AreaDetails } from '@sasaeai/domain/area/area-details'
import { id } from '@sasaeai/domain/ids'
import { fail } from '@sasaeai/domain/outcome/outcome'
import { type GroundTable, groundRowOf } from '../council/ground-table.ts'

const columns = { code: true, name: true, kana: true, note: true, areaTypeId: true, parentId: true, revision: true } as const

/** The state under which the database refuses a tree out of order (migration ground_guards). */
export const areaOrderState = 'SA005'

/** 地域. Moving an area is saving it with another parent; that the tree keeps its order, the database sees to. */
export const areaTable: GroundTable<AreaDetails, 'area_order_broken' | 'area_root_taken' | 'area_has_open_children'> = {
  subjectKind: 'area',
  async read(tx, areaId) {
    const area = await tx.area.findUnique({ where: { id: areaId }, select: columns })
    if (area === null) return null
    const { areaTypeId, parentId } = area
    return groundRowOf({ ...area, areaTypeId: id<'AreaTypeId'>(areaTypeId), parentId: parentId === null ? null : id<'AreaId'>(parentId) })
  },
  insert: (tx, areaId, area) => tx.area.create({ data: { id: areaId, ...area } }),
  update: (tx, areaId, area) => tx.area.update({ where: { id: areaId }, data: area }),
  setClosedOn: (tx, areaId, closedOn) => tx.area.update({ where: { id: areaId }, data: { closedOn } }),
  remove: (tx, areaId) => tx.area.delete({ where: { id: areaId } }),
  async problemOfClosing(tx, areaId) {
    const child = await tx.area.findFirst({ where: { parentId: areaId, closedOn: null }, select: { name: true } })
    return child === null ? null : fail('area_has_open_children', { about: child.name })
  },
  refusalOf(error) {
    if (sqlStateOf(error) === areaOrderState) return fail('area_order_broken', { field: 'parentId' })
    return violatedConstraint(error) === 'area_one_root' ? fail('area_root_taken', { field: 'parentId' }) : null
  },
}
