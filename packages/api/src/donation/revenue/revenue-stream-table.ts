import type { Tx } from '@sasaeai/db/in-transaction'
import { fromNullableDateColumn, toDateColumn } from '@sasaeai/db/local-date-column'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import type { RevenueStreamDetails } from '@sasaeai/domain/donation/revenue/revenue-stream-details'
import { type FundingSourceId, id, idIn, type LedgerAccountId } from '@sasaeai/domain/ids'
import { drivesOf } from '@sasaeai/domain/ledger/funding-category'
import { mayBeCreditedBySource } from '@sasaeai/domain/ledger/ledger-account-details'
import { fail, type Failure } from '@sasaeai/domain/outcome/outcome'
import { type GroundChange, type GroundTable, groundRowOf } from '../../council/ground-table.ts'
import { isUsableAccount } from '../../ledger/is-usable-account.ts'

type RevenueProblem = 'revenue_source_unusable' | 'revenue_fee_unusable' | 'revenue_kind_fixed'

const columns = {
  kind: true, code: true, name: true, supporterId: true, fundingSourceId: true, fundId: true, startsOn: true, endsOn: true, expectedYen: true, place: true, terms: true,
  display: true, feeAccountId: true, note: true, revision: true,
} as const

/** 協賛・収益. */
export const revenueStreamTable: GroundTable<RevenueStreamDetails, RevenueProblem> = {
  subjectKind: 'revenue_stream',
  read: async (tx, streamId) => {
    const row = await tx.revenueStream.findUnique({ where: { id: streamId }, select: columns })
    if (row === null) return null
    const { supporterId, fundingSourceId, fundId, feeAccountId, startsOn, endsOn, expectedYen, ...same } = row
    return groundRowOf({
      ...same,
      supporterId: idIn<'SupporterId'>(supporterId) ?? null,
      fundingSourceId: id<'FundingSourceId'>(fundingSourceId),
      fundId: idIn<'FundId'>(fundId) ?? null,
      feeAccountId: idIn<'LedgerAccountId'>(feeAccountId) ?? null,
      startsOn: fromNullableDateColumn(startsOn),
      endsOn: fromNullableDateColumn(endsOn),
      expectedYen: expectedYen === null ? null : yenFromColumn(expectedYen),
    })
  },
  insert: (tx, streamId, details) => tx.revenueStream.create({ data: { id: streamId, ...columnsOf(details) } }),
  update: (tx, streamId, details) => tx.revenueStream.update({ where: { id: streamId }, data: columnsOf(details) }),
  setClosedOn: (tx, streamId, closedOn) => tx.revenueStream.update({ where: { id: streamId }, data: { closedOn } }),
  remove: (tx, streamId) => tx.revenueStream.delete({ where: { id: streamId } }),
  problemOfSaving,
}

async function problemOfSaving(tx: Tx, { before, after }: GroundChange<RevenueStreamDetails>): Promise<Failure<RevenueProblem> | null> {
  if (before !== null && before.kind !== after.kind) return fail('revenue_kind_fixed', { field: 'kind' })
  if ((await readRevenueAccount(tx, after.fundingSourceId)) === null) return fail('revenue_source_unusable', { field: 'fundingSourceId' })
  if (after.feeAccountId === null) return null
  const isSpending = await isUsableAccount(tx, after.feeAccountId, 'expense')
  return isSpending ? null : fail('revenue_fee_unusable', { field: 'feeAccountId' })
}

/** Where money of a funding source is income of the council's; null for dues, for what is held for others, and for what is not in use. */
export async function readRevenueAccount(tx: Tx, fundingSourceId: FundingSourceId): Promise<LedgerAccountId | null> {
  const source = await tx.fundingSource.findUnique({ where: { id: fundingSourceId }, include: { account: true } })
  if (source === null || source.closedOn !== null || source.category === 'membership_dues' || drivesOf(source.category).length > 0) return null
  const { account } = source
  return mayBeCreditedBySource(account) && account.category === 'income' && account.book === 'council' ? id(account.id) : null
}

function columnsOf({ startsOn, endsOn, expectedYen, ...same }: RevenueStreamDetails) {
  const day = (date: RevenueStreamDetails['startsOn']) => (date === null ? null : toDateColumn(date))
  return { ...same, startsOn: day(startsOn), endsOn: day(endsOn), expectedYen: expectedYen === null ? null : BigInt(expectedYen) }
}
