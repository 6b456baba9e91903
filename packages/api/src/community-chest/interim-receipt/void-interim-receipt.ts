import { inTransaction } from '@sasaeai/db/in-transaction'
import type { VoidInterimReceiptInput } from '@sasaeai/domain/community-chest/interim-receipt/interim-receipt-input'
import type { InterimReceiptId } from '@sasaeai/domain/ids'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'

/** 無効: the 預り証 keeps its number and what it says; its entries may have another one. */
export function voidInterimReceipt(
  deps: Deps,
  actor: Actor,
  { interimReceiptId, reason }: VoidInterimReceiptInput,
): Promise<Outcome<{ interimReceiptId: InterimReceiptId }, 'interim_receipt_not_found' | 'interim_receipt_already_void'>> {
  return inTransaction(deps.db, async (tx) => {
    const { count } = await tx.interimReceipt.updateMany({
      where: { id: interimReceiptId, voidedAt: null },
      data: { voidedAt: deps.now(), voidedById: actor.userId, voidReason: reason },
    })
    if (count === 0) {
      const known = await tx.interimReceipt.count({ where: { id: interimReceiptId } })
      return fail(known === 0 ? 'interim_receipt_not_found' : 'interim_receipt_already_void')
    }
    await tx.interimReceiptEntry.updateMany({ where: { interimReceiptId }, data: { isLive: false } })
    await recordAuditEvent(deps, tx, { actor, action: 'interim_receipt.void', subjectKind: 'interim_receipt', subjectId: interimReceiptId, reason })
    return succeed({ interimReceiptId })
  }, { isolation: 'ReadCommitted' })
}
