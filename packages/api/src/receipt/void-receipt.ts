import { inTransaction } from '@sasaeai/db/in-transaction'
import type { ReceiptId } from '@sasaeai/domain/ids'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { VoidReceiptInput } from '@sasaeai/domain/receipt/receipt-input'
import type { Actor, Deps } from '../deps.ts'
import { recordAuditEvent } from '../user/record-audit-event.ts'

/** 無効: the receipt keeps its number and what it says; its entries may have another one. */
export function voidReceipt(
  deps: Deps,
  actor: Actor,
  { receiptId, reason }: VoidReceiptInput,
): Promise<Outcome<{ receiptId: ReceiptId }, 'receipt_not_found' | 'receipt_already_void'>> {
  return inTransaction(deps.db, async (tx) => {
    const { count } = await tx.receipt.updateMany({
      where: { id: receiptId, voidedAt: null },
      data: { voidedAt: deps.now(), voidedById: actor.userId, voidReason: reason },
    })
    if (count === 0) {
      const receipt = await tx.receipt.findUnique({ where: { id: receiptId }, select: { id: true } })
      return fail(receipt === null ? 'receipt_not_found' : 'receipt_already_void')
    }
    await tx.receiptEntry.updateMany({ where: { receiptId }, data: { isLive: false } })
    await recordAuditEvent(deps, tx, { actor, action: 'receipt.void', subjectKind: 'receipt', subjectId: receiptId, reason })
    return succeed({ receiptId })
  }, { isolation: 'ReadCommitted' })
}
