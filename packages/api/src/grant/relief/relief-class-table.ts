import type { Db } from '@sasaeai/db/database'
import { fromNullableDateColumn } from '@sasaeai/db/local-date-column'
import type { ReliefClassDetails } from '@sasaeai/domain/grant/relief/relief-class-details'
import { id } from '@sasaeai/domain/ids'
import { type GroundTable, groundRowOf } from '../../council/ground-table.ts'

const columns = { code: true, name: true, revision: true } as const

/** 見舞金の対象区分. */
export const reliefClassTable: GroundTable<ReliefClassDetails> = {
  subjectKind: 'relief_class',
  read: async (tx, classId) => groundRowOf(await tx.reliefClass.findUnique({ where: { id: classId }, select: columns })),
  insert: (tx, classId, details) => tx.reliefClass.create({ data: { id: classId, ...details } }),
  update: (tx, classId, details) => tx.reliefClass.update({ where: { id: classId }, data: details }),
  setClosedOn: (tx, classId, closedOn) => tx.reliefClass.update({ where: { id: classId }, data: { closedOn } }),
  remove: (tx, classId) => tx.reliefClass.delete({ where: { id: classId } }),
}

/** Every class, closed ones included, in the order of their codes. */
export async function listReliefClasses({ prisma }: Db) {
  const classes = await prisma.reliefClass.findMany({ orderBy: { code: 'asc' } })
  return classes.map((each) => ({ ...each, id: id<'ReliefClassId'>(each.id), closedOn: fromNullableDateColumn(each.closedOn) }))
}
