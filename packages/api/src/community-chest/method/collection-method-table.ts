import type { Db } from '@sasaeai/db/database'
import { fromNullableDateColumn } from '@sasaeai/db/local-date-column'
import type { CollectionMethodDetails } from '@sasaeai/domain/community-chest/method/collection-method-details'
import { id } from '@sasaeai/domain/ids'
import { type GroundTable, groundRowOf } from '../../council/ground-table.ts'

const columns = { code: true, name: true, nationalCategory: true, countMeaning: true, revision: true } as const

/** 募金方法. */
export const collectionMethodTable: GroundTable<CollectionMethodDetails> = {
  subjectKind: 'collection_method',
  read: async (tx, methodId) => groundRowOf(await tx.collectionMethod.findUnique({ where: { id: methodId }, select: columns })),
  insert: (tx, methodId, method) => tx.collectionMethod.create({ data: { id: methodId, ...method } }),
  update: (tx, methodId, method) => tx.collectionMethod.update({ where: { id: methodId }, data: method }),
  setClosedOn: (tx, methodId, closedOn) => tx.collectionMethod.update({ where: { id: methodId }, data: { closedOn } }),
  remove: (tx, methodId) => tx.collectionMethod.delete({ where: { id: methodId } }),
}

/** Every collection method, closed ones included, in the order of their codes. */
export async function listCollectionMethods({ prisma }: Db) {
  const methods = await prisma.collectionMethod.findMany({ orderBy: { code: 'asc' } })
  return methods.map((method) => ({
    ...method,
    id: id<'CollectionMethodId'>(method.id),
    closedOn: fromNullableDateColumn(method.closedOn),
  }))
}
