import type { Db } from '@sasaeai/db/database'
import { fromNullableDateColumn } from '@sasaeai/db/local-date-column'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import type { FundDetails } from '@sasaeai/domain/donation/fund/fund-details'
import { id } from '@sasaeai/domain/ids'
import { type GroundTable, groundRowOf } from '../../council/ground-table.ts'

const columns = { code: true, name: true, purpose: true, publicDescription: true, targetYen: true, isRestricted: true, revision: true } as const

/** 使途・基金. */
export const fundTable: GroundTable<FundDetails> = {
  subjectKind: 'fund',
  read: async (tx, fundId) => {
    const row = await tx.fund.findUnique({ where: { id: fundId }, select: columns })
    return groundRowOf(row === null ? null : withYen(row))
  },
  insert: (tx, fundId, fund) => tx.fund.create({ data: { id: fundId, ...columnsOf(fund) } }),
  update: (tx, fundId, fund) => tx.fund.update({ where: { id: fundId }, data: columnsOf(fund) }),
  setClosedOn: (tx, fundId, closedOn) => tx.fund.update({ where: { id: fundId }, data: { closedOn } }),
  remove: (tx, fundId) => tx.fund.delete({ where: { id: fundId } }),
}

/** Every fund, closed ones included, in the order of their codes. */
export async function listFunds({ prisma }: Db) {
  const funds = await prisma.fund.findMany({ orderBy: { code: 'asc' } })
  return funds.map((fund) => ({
    ...withYen(fund),
    id: id<'FundId'>(fund.id),
    closedOn: fromNullableDateColumn(fund.closedOn),
  }))
}

function withYen<Row extends { readonly targetYen: bigint | null }>(row: Row) {
  return { ...row, targetYen: row.targetYen === null ? null : yenFromColumn(row.targetYen) }
}

function columnsOf({ targetYen, ...same }: FundDetails) {
  return { ...same, targetYen: targetYen === null ? null : BigInt(targetYen) }
}
