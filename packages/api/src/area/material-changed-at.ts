import type { Tx } from '@sasaeai/db/in-transaction'
import type { AreaId } from '@sasaeai/domain/ids'
import { fail, type Failure } from '@sasaeai/domain/outcome/outcome'

/** Somebody else has changed what an area was given since the sheet was opened: the person is told which area. */
export async function materialChangedAt(tx: Tx, areaId: AreaId): Promise<Failure<'material_changed_meanwhile'>> {
  const area = await tx.area.findUnique({ where: { id: areaId }, select: { name: true } })
  return fail('material_changed_meanwhile', area === null ? {} : { about: area.name })
}
