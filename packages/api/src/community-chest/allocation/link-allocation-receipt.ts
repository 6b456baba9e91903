import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { fromDateColumn, toDateColumn } from '@sasaeai/db/local-date-column'
import { isUniqueViolation } from '@sasaeai/db/refusals'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { LinkAllocationReceiptInput, UnlinkAllocationReceiptInput } from '@sasaeai/domain/community-chest/allocation/receive-allocation-input'
import type { FundingSourceId, JournalEntryId } from '@sasaeai/domain/ids'
import { addYen, formatYenDelta, negateYen, type Yen } from '@sasaeai/domain/money/yen'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { lockAllocation } from './lock-allocation.ts'

type LinkFailure = 'row_gone' | 'allocation_closed' | 'allocation_exceeds_decided' | 'allocation_entry_taken'

/**
 * Writes down that an entry which was booked by another door is a 受入 of an allocation: the entry stays as it is. The
 * database refuses one that is linked already, or is not of the allocation's funding source.
 */
export async function linkAllocationReceipt(deps: Deps, actor: Actor, input: LinkAllocationReceiptInput): Promise<Outcome<null, LinkFailure>> {
  const { receiptId, allocationId, entryId } = input
  const link = inTransaction(deps.db, async (tx): Promise<Outcome<null, LinkFailure>> => {
    const allocation = await lockAllocation(tx, allocationId)
    if (allocation === null) return fail('row_gone')
    if ((await tx.allocationReceipt.count({ where: { id: receiptId } })) > 0) return succeed(null)
    if (allocation.isClosed) return fail('allocation_closed')
    const money = await readMoney(tx, entryId, allocation.details.fundingSourceId)
    if (money === null) return fail('allocation_entry_taken')
    const toReceive = addYen(allocation.details.decidedYen, negateYen(allocation.receivedYen))
    if (money.amountYen > toReceive) return fail('allocation_exceeds_decided', { about: `${formatYenDelta(toReceive)}円` })
    await tx.allocationReceipt.create({
      data: { id: receiptId, allocationId, receivedOn: toDateColumn(money.receivedOn), amountYen: BigInt(money.amountYen), entryId },
    })
    await recordAuditEvent(deps, tx, {
      actor, action: 'allocation.link', subjectKind: 'allocation', subjectId: allocationId, after: { name: allocation.details.name, ...money },
    })
    return succeed(null)
  }, { isolation: 'ReadCommitted' })
  return link.catch((error: unknown) => {
    // Another allocation took it in the same moment.
    if (isUniqueViolation(error)) return fail('allocation_entry_taken')
    throw error
  })
}

/** What an entry brought of a funding source; null unless it is money that came in, stands, and is linked to nothing. */
async function readMoney(tx: Tx, entryId: JournalEntryId, fundingSourceId: FundingSourceId): Promise<{ receivedOn: LocalDate; amountYen: Yen } | null> {
  const entry = await tx.journalEntry.findFirst({
    where: { id: entryId, kind: 'receipt', reversedBy: null, allocationReceipt: null },
    select: { entryDate: true, postings: { where: { fundingSourceId }, select: { amountYen: true } } },
  })
  const amountYen = yenFromColumn(-(entry?.postings ?? []).reduce((sum, posting) => sum + posting.amountYen, 0n))
  return entry === null || amountYen <= 0 ? null : { receivedOn: fromDateColumn(entry.entryDate), amountYen }
}

/** Takes back what was linked by mistake; what was booked as a 受入 is undone by 取消 of its entry instead. */
export async function unlinkAllocationReceipt(
  deps: Deps,
  actor: Actor,
  { receiptId, allocationId }: UnlinkAllocationReceiptInput,
): Promise<Outcome<null, 'row_gone'>> {
  return inTransaction(deps.db, async (tx) => {
    const allocation = await lockAllocation(tx, allocationId)
    const receipt = await tx.allocationReceipt.findFirst({ where: { id: receiptId, allocationId, entry: { sourceKind: { not: 'allocation_receipt' } } } })
    if (allocation === null || receipt === null) return fail('row_gone')
    await tx.allocationReceipt.delete({ where: { id: receiptId } })
    const before = { name: allocation.details.name, receivedOn: fromDateColumn(receipt.receivedOn), amountYen: yenFromColumn(receipt.amountYen) }
    await recordAuditEvent(deps, tx, { actor, action: 'allocation.unlink', subjectKind: 'allocation', subjectId: allocationId, before })
    return succeed(null)
  }, { isolation: 'ReadCommitted' })
}
