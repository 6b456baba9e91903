import type { Db } from '@sasaeai/db/database'
import { fromNullableDateColumn } from '@sasaeai/db/local-date-column'
import { id } from '@sasaeai/domain/ids'
import type { FundingSourceDetails } from '@sasaeai/domain/ledger/funding-source-details'
import { mayBeCreditedBySource } from '@sasaeai/domain/ledger/ledger-account-details'
import { fail } from '@sasaeai/domain/outcome/outcome'
import { type GroundTable, groundRowOf } from '../council/ground-table.ts'

const columns = { code: true, name: true, category: true, accountId: true, revision: true } as const

/** 財源. */
export const fundingSourceTable: GroundTable<FundingSourceDetails, 'source_account_unusable' | 'source_category_in_use'> = {
  subjectKind: 'funding_source',
  async read(tx, sourceId) {
    const source = await tx.fundingSource.findUnique({ where: { id: sourceId }, select: columns })
    return groundRowOf(source === null ? null : { ...source, accountId: id<'LedgerAccountId'>(source.accountId) })
  },
  insert: (tx, sourceId, source) => tx.fundingSource.create({ data: { id: sourceId, ...source } }),
  update: (tx, sourceId, source) => tx.fundingSource.update({ where: { id: sourceId }, data: source }),
  setClosedOn: (tx, sourceId, closedOn) => tx.fundingSource.update({ where: { id: sourceId }, data: { closedOn } }),
  remove: (tx, sourceId) => tx.fundingSource.delete({ where: { id: sourceId } }),
  /** What is in the books keeps its meaning: reports of past years read the category that a source has now. */
  async problemOfSaving(tx, { id: fundingSourceId, before, after }) {
    if (before !== null && before.category !== after.category) {
      const posting = await tx.posting.findFirst({ where: { fundingSourceId }, select: { entryId: true } })
      if (posting !== null) return fail('source_category_in_use', { field: 'category' })
    }
    const account = await tx.ledgerAccount.findUnique({ where: { id: after.accountId } })
    const isUsable = account !== null && mayBeCreditedBySource(account)
    return isUsable ? null : fail('source_account_unusable', { field: 'accountId' })
  },
}

/** Every funding source, closed ones included, in the order of their codes. */
export async function listFundingSources({ prisma }: Db) {
  const sources = await prisma.fundingSource.findMany({
    orderBy: { code: 'asc' },
    include: { account: { select: { code: true, name: true } } },
  })
  return sources.map(({ account, ...source }) => ({
    ...source,
    id: id<'FundingSourceId'>(source.id),
    accountId: id<'LedgerAccountId'>(source.accountId),
    accountName: account.name,
    closedOn: fromNullableDateColumn(source.closedOn),
  }))
}
