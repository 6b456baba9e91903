import type { Db } from '@sasaeai/db/database'
import { fromNullableDateColumn } from '@sasaeai/db/local-date-column'
import type { GoodsItemDetails } from '@sasaeai/domain/goodwill-bank/goods/goods-item-details'
import { id } from '@sasaeai/domain/ids'
import { fail } from '@sasaeai/domain/outcome/outcome'
import { type GroundTable, groundRowOf } from '../../council/ground-table.ts'

const columns = { code: true, name: true, category: true, measure: true, unit: true, gramsEach: true, revision: true } as const

/** 品目. What has been counted in pieces cannot become grams. */
export const goodsItemTable: GroundTable<GoodsItemDetails, 'goods_item_counted'> = {
  subjectKind: 'goods_item',
  read: async (tx, itemId) => groundRowOf(await tx.goodsItem.findUnique({ where: { id: itemId }, select: columns })),
  insert: (tx, itemId, details) => tx.goodsItem.create({ data: { id: itemId, ...details } }),
  update: (tx, itemId, details) => tx.goodsItem.update({ where: { id: itemId }, data: details }),
  setClosedOn: (tx, itemId, closedOn) => tx.goodsItem.update({ where: { id: itemId }, data: { closedOn } }),
  remove: (tx, itemId) => tx.goodsItem.delete({ where: { id: itemId } }),
  problemOfSaving: async (tx, { id: itemId, before, after }) => {
    if (before === null || before.measure === after.measure) return null
    return (await tx.goodsLot.count({ where: { itemId } })) > 0 ? fail('goods_item_counted', { field: 'measure' }) : null
  },
}

/** Every item, closed ones included, in the order of their codes. */
export async function listGoodsItems({ prisma }: Db) {
  const items = await prisma.goodsItem.findMany({ orderBy: { code: 'asc' } })
  return items.map((item) => ({ ...item, id: id<'GoodsItemId'>(item.id), closedOn: fromNullableDateColumn(item.closedOn) }))
}
