import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import type { ReceiptId } from '@sasaeai/domain/ids'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { VoidReceiptInput } from '@sasaeai/domain/receipt/receipt-input'
import type { Actor, Deps } from '../deps.ts'
import { cancelMailAbout } from '../letter/outbox/cancel-mail.ts'
import { recordAuditEvent } from '../user/record-audit-event.ts'
import { keepNewPapers } from './paper/keep-receipt-papers.ts'

type VoidOutcome = Outcome<{ receiptId: ReceiptId }, 'receipt_not_found' | 'receipt_already_void'>

/** 無効: the receipt keeps its number and what it says; its entries may have another one. */
export async function voidReceipt(deps: Deps, actor: Actor, input: VoidReceiptInput): Promise<VoidOutcome> {
  const outcome = await inTransaction(deps.db, (tx) => voidWithin({ deps, actor, tx }, input), { isolation: 'ReadCommitted' })
  if (outcome.ok) await keepNewPapers(deps, [input.receiptId])
  return outcome
}

/** The same as a part of a larger act. */
export async function voidWithin({ deps, actor, tx }: { deps: Deps; actor: Actor; tx: Tx }, { receiptId, reason }: VoidReceiptInput): Promise<VoidOutcome> {
  const { count } = await tx.receipt.updateMany({
    where: { id: receiptId, voidedAt: null },
    data: { voidedAt: deps.now(), voidedById: actor.userId, voidReason: reason },
  })
  if (count === 0) {
    const receipt = await tx.receipt.findUnique({ where: { id: receiptId }, select: { id: true } })
    return fail(receipt === null ? 'receipt_not_found' : 'receipt_already_void')
  }
  await tx.receiptEntry.updateMany({ where: { receiptId }, data: { isLive: false } })
  await cancelMailAbout({ deps, actor, tx }, receiptId, '領収書を無効にしたため')
  await recordAuditEvent(deps, tx, { actor, action: 'receipt.void', subjectKind: 'receipt', subjectId: receiptId, reason })
  return succeed({ receiptId })
}
