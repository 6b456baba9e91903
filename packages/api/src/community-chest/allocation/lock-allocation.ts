import type { Tx } from '@sasaeai/db/in-transaction'
import { fromDateColumn } from '@sasaeai/db/local-date-column'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { AllocationDetails } from '@sasaeai/domain/community-chest/allocation/allocation-input'
import { type AllocationId, type FundingSourceId, id, type LedgerAccountId } from '@sasaeai/domain/ids'
import { mayBeCreditedBySource } from '@sasaeai/domain/ledger/ledger-account-details'
import { sumYen, type Yen } from '@sasaeai/domain/money/yen'

/** A 配分金 that nobody else receives or changes until the command's end. */
export interface LockedAllocation {
  readonly details: AllocationDetails
  readonly revision: number
  readonly isClosed: boolean
  /** What came in and was not undone, in yen. */
  readonly receivedYen: Yen
  /** Whether anything was ever received, undone or not: its entries tell of the funding source. */
  readonly hasReceipts: boolean
}

/** Null when there is no such allocation. Under READ COMMITTED, so that what was received while we waited is seen. */
export async function lockAllocation(tx: Tx, allocationId: AllocationId): Promise<LockedAllocation | null> {
  await tx.$queryRaw`SELECT 1 FROM allocation WHERE id = ${allocationId}::uuid FOR UPDATE`
  const row = await tx.allocation.findUnique({ where: { id: allocationId } })
  if (row === null) return null
  const receipts = await tx.$queryRaw<{ amountYen: bigint; isUndone: boolean }[]>`
    SELECT r.amount_yen AS "amountYen", u.id IS NOT NULL AS "isUndone" FROM allocation_receipt r
      LEFT JOIN journal_entry u ON u.reverses_entry_id = r.entry_id WHERE r.allocation_id = ${allocationId}::uuid`
  const { name, drive, label, note, revision } = row
  return {
    details: {
      fiscalYear: fiscalYear(row.fiscalYear),
      name,
      sourceYear: fiscalYear(row.sourceYear),
      drive,
      label,
      fundingSourceId: id(row.fundingSourceId),
      decidedOn: fromDateColumn(row.decidedOn),
      decidedYen: yenFromColumn(row.decidedYen),
      note,
    },
    revision,
    isClosed: row.closedOn !== null,
    receivedYen: sumYen(receipts.flatMap(({ amountYen, isUndone }) => (isUndone ? [] : [yenFromColumn(amountYen)]))),
    hasReceipts: receipts.length > 0,
  }
}

/**
 * Where 配分金 of a funding source is booked: the income of a 補助金. Null for any other source: what is held for others is
 * no income of the council's, and 配分金 is no gift.
 */
export async function readIncomeAccount(tx: Tx, fundingSourceId: FundingSourceId): Promise<LedgerAccountId | null> {
  const source = await tx.fundingSource.findUnique({ where: { id: fundingSourceId }, include: { account: true } })
  if (source === null || source.closedOn !== null || source.category !== 'subsidy') return null
  const { account } = source
  return mayBeCreditedBySource(account) && account.category === 'income' && account.book === 'council' ? id(account.id) : null
}
