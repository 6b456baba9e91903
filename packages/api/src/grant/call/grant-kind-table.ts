import type { Db } from '@sasaeai/db/database'
import { fromNullableDateColumn } from '@sasaeai/db/local-date-column'
import type { GrantKindDetails } from '@sasaeai/domain/grant/call/grant-kind-details'
import { id } from '@sasaeai/domain/ids'
import { type GroundTable, groundRowOf } from '../../council/ground-table.ts'

const columns = { code: true, name: true, revision: true } as const

/** 助成の種類. */
export const grantKindTable: GroundTable<GrantKindDetails> = {
  subjectKind: 'grant_kind',
  read: async (tx, kindId) => groundRowOf(await tx.grantKind.findUnique({ where: { id: kindId }, select: columns })),
  insert: (tx, kindId, kind) => tx.grantKind.create({ data: { id: kindId, ...kind } }),
  update: (tx, kindId, kind) => tx.grantKind.update({ where: { id: kindId }, data: kind }),
  setClosedOn: (tx, kindId, closedOn) => tx.grantKind.update({ where: { id: kindId }, data: { closedOn } }),
  remove: (tx, kindId) => tx.grantKind.delete({ where: { id: kindId } }),
}

/** Every kind of grant, closed ones included, in the order of their codes. */
export async function listGrantKinds({ prisma }: Db) {
  const kinds = await prisma.grantKind.findMany({ orderBy: { code: 'asc' } })
  return kinds.map((kind) => ({ ...kind, id: id<'GrantKindId'>(kind.id), closedOn: fromNullableDateColumn(kind.closedOn) }))
}
