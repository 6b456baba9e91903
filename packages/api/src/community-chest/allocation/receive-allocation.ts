import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { entryOfAllocationReceipt } from '@sasaeai/domain/community-chest/allocation/allocation-receipt-entry'
import type { ReceiveAllocationInput } from '@sasaeai/domain/community-chest/allocation/receive-allocation-input'
import { type AllocationReceiptId, id, type LedgerAccountId } from '@sasaeai/domain/ids'
import { addYen, formatYenDelta, negateYen } from '@sasaeai/domain/money/yen'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps, Desk } from '../../deps.ts'
import { type LedgerRefusal, ledgerRefusalOf } from '../../ledger/ledger-refusal.ts'
import { postEntries } from '../../ledger/post-entries.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { lockAllocation, type LockedAllocation, readIncomeAccount } from './lock-allocation.ts'

type ReceiveFailure =
  | LedgerRefusal
  | 'row_gone'
  | 'allocation_closed'
  | 'allocation_exceeds_decided'
  | 'allocation_cash_unusable'
  | 'allocation_source_unusable'

interface Received {
  readonly receiptId: AllocationReceiptId
}

/**
 * 配分金の受入: books the whole or a part of what was decided, never more. The allocation is locked, so receipts of it wait
 * for each other; one that is sent again is answered with what it became the first time.
 */
export async function receiveAllocation(deps: Deps, actor: Actor, input: ReceiveAllocationInput): Promise<Outcome<Received, ReceiveFailure>> {
  try {
    return await inTransaction(deps.db, (tx) => receiveWithin({ deps, actor, tx }, input), { isolation: 'ReadCommitted' })
  } catch (error) {
    const refusal = ledgerRefusalOf(error)
    if (refusal === null) throw error
    return refusal.code === 'period_closed' ? { ...refusal, field: 'receivedOn' } : refusal
  }
}

async function receiveWithin(desk: Desk, input: ReceiveAllocationInput): Promise<Outcome<Received, ReceiveFailure>> {
  const { tx } = desk
  const { receiptId } = input
  const allocation = await lockAllocation(tx, input.allocationId)
  if (allocation === null) return fail('row_gone')
  if ((await tx.allocationReceipt.count({ where: { id: receiptId } })) > 0) return succeed({ receiptId })
  if (allocation.isClosed) return fail('allocation_closed')
  const toReceive = addYen(allocation.details.decidedYen, negateYen(allocation.receivedYen))
  if (input.amountYen > toReceive) return fail('allocation_exceeds_decided', { field: 'amountYen', about: `${formatYenDelta(toReceive)}円` })
  if (!(await isCashOfCouncil(tx, input.cashAccountId))) return fail('allocation_cash_unusable', { field: 'cashAccountId' })
  const incomeAccountId = await readIncomeAccount(tx, allocation.details.fundingSourceId)
  if (incomeAccountId === null) return fail('allocation_source_unusable')
  await writeReceipt(desk, input, { allocation, incomeAccountId })
  return succeed({ receiptId })
}

async function isCashOfCouncil(tx: Tx, cashAccountId: LedgerAccountId): Promise<boolean> {
  const usable = { id: cashAccountId, book: 'council', category: 'asset', isHeading: false, closedOn: null } as const
  return (await tx.ledgerAccount.count({ where: usable })) > 0
}

async function writeReceipt(
  desk: Desk,
  input: ReceiveAllocationInput,
  { allocation, incomeAccountId }: { allocation: LockedAllocation; incomeAccountId: LedgerAccountId },
): Promise<void> {
  const { deps, actor, tx } = desk
  const { receiptId, allocationId, receivedOn, amountYen, note } = input
  const entry = entryOfAllocationReceipt(input, { ...allocation.details, incomeAccountId }, { id: id(deps.newId()), postedById: actor.userId })
  const after = { entryDate: receivedOn, amountYen }
  await postEntries(desk, [{ entry, audit: { action: 'ledger.post', subjectKind: 'journal_entry', subjectId: entry.id, after } }])
  await tx.allocationReceipt.create({
    data: { id: receiptId, allocationId, receivedOn: toDateColumn(receivedOn), amountYen: BigInt(amountYen), entryId: entry.id },
  })
  await recordAuditEvent(deps, tx, {
    actor,
    action: 'allocation.receive',
    subjectKind: 'allocation',
    subjectId: allocationId,
    after: { name: allocation.details.name, receivedOn, amountYen, note },
  })
}
