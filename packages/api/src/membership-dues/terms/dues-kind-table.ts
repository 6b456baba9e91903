import type { DuesKindDetails } from '@sasaeai/domain/membership-dues/terms/dues-kind-details'
import { type GroundTable, groundRowOf } from '../../council/ground-table.ts'

const columns = { code: true, name: true, revision: true } as const

/** 会員種別. */
export const duesKindTable: GroundTable<DuesKindDetails> = {
  subjectKind: 'dues_kind',
  read: async (tx, kindId) => groundRowOf(await tx.duesKind.findUnique({ where: { id: kindId }, select: columns })),
  insert: (tx, kindId, kind) => tx.duesKind.create({ data: { id: kindId, ...kind } }),
  update: (tx, kindId, kind) => tx.duesKind.update({ where: { id: kindId }, data: kind }),
  setClosedOn: (tx, kindId, closedOn) => tx.duesKind.update({ where: { id: kindId }, data: { closedOn } }),
  remove: (tx, kindId) => tx.duesKind.delete({ where: { id: kindId } }),
}
