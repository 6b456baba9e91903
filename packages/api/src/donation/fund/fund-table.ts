import type { Db } from '@sasaeai/db/database'
import { fromNullableDateColumn } from '@sasaeai/db/local-date-column'
import type { FundDetails } from '@sasaeai/domain/donation/fund/fund-details'
import { id } from '@sasaeai/domain/ids'
import { type GroundTable, groundRowOf } from '../../council/ground-table.ts'

const columns = { code: true, name: true, purpose: true, revision: true } as const

/** 使途・基金. */
export const fundTable: GroundTable<FundDetails> = {
  subjectKind: 'fund',
  read: async (tx, fundId) => groundRowOf(await tx.fund.findUnique({ where: { id: fundId }, select: columns })),
  insert: (tx, fundId, fund) => tx.fund.create({ data: { id: fundId, ...fund } }),
  update: (tx, fundId, fund) => tx.fund.update({ where: { id: fundId }, data: fund }),
  setClosedOn: (tx, fundId, closedOn) => tx.fund.update({ where: { id: fundId }, data: { closedOn } }),
  remove: (tx, fundId) => tx.fund.delete({ where: { id: fundId } }),
}

/** Every fund, closed ones included, in the order of their codes. */
export async function listFunds({ prisma }: Db) {
  const funds = await prisma.fund.findMany({ orderBy: { code: 'asc' } })
  return funds.map((fund) => ({
    ...fund,
    id: id<'FundId'>(fund.id),
    closedOn: fromNullableDateColumn(fund.closedOn),
  }))
}
