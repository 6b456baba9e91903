import type { Db } from '@sasaeai/db/database'
import { isUniqueViolation, violatedConstraint } from '@sasaeai/db/refusals'
import { fromNullableDateColumn } from '@sasaeai/db/local-date-column'
import type { GoodwillPurposeDetails } from '@sasaeai/domain/goodwill-bank/purpose/goodwill-purpose-details'
import { id, idIn } from '@sasaeai/domain/ids'
import { fail } from '@sasaeai/domain/outcome/outcome'
import { type GroundTable, groundRowOf } from '../../council/ground-table.ts'

const columns = { code: true, name: true, fundId: true, revision: true } as const

/** 預託の目的. A fund keeps the money of one purpose only. */
export const goodwillPurposeTable: GroundTable<GoodwillPurposeDetails, 'goodwill_fund_taken'> = {
  subjectKind: 'goodwill_purpose',
  read: async (tx, purposeId) => {
    const row = await tx.goodwillPurpose.findUnique({ where: { id: purposeId }, select: columns })
    return groundRowOf(row === null ? null : { ...row, fundId: idIn<'FundId'>(row.fundId) ?? null })
  },
  insert: (tx, purposeId, details) => tx.goodwillPurpose.create({ data: { id: purposeId, ...details } }),
  update: (tx, purposeId, details) => tx.goodwillPurpose.update({ where: { id: purposeId }, data: details }),
  setClosedOn: (tx, purposeId, closedOn) => tx.goodwillPurpose.update({ where: { id: purposeId }, data: { closedOn } }),
  remove: (tx, purposeId) => tx.goodwillPurpose.delete({ where: { id: purposeId } }),
  refusalOf: (error) =>
    isUniqueViolation(error) && violatedConstraint(error) === 'goodwill_purpose_fund_id_key' ? fail('goodwill_fund_taken', { field: 'fundId' }) : null,
}

/** Every purpose, closed ones included, in the order of their codes. */
export async function listGoodwillPurposes({ prisma }: Db) {
  const purposes = await prisma.goodwillPurpose.findMany({ orderBy: { code: 'asc' }, include: { fund: { select: { name: true } } } })
  return purposes.map(({ fund, ...purpose }) => ({
    ...purpose,
    id: id<'GoodwillPurposeId'>(purpose.id),
    fundId: idIn<'FundId'>(purpose.fundId) ?? null,
    fundName: fund?.name ?? null,
    closedOn: fromNullableDateColumn(purpose.closedOn),
  }))
}
