import { inTransaction } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { ReceiptId } from '@sasaeai/domain/ids'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { ReissueReceiptInput } from '@sasaeai/domain/receipt/receipt-input'
import type { Actor, Deps } from '../deps.ts'
import { recordAuditEvent } from '../user/record-audit-event.ts'
import { keepNewPapers } from './paper/keep-receipt-papers.ts'

type ReissueFailure = 'receipt_not_found' | 'receipt_void_not_reissued' | 'receipt_reversed_not_reissued'

export interface ReissuedReceipt {
  readonly receiptId: ReceiptId
  /** How often it has been handed out once more, this time included. */
  readonly sequence: number
}

/**
 * 再発行: a receipt is handed out once more, with the number and the words that it has; from now on it prints with the
 * mark, the day and the count, from a PDF of its own that is kept beside the first one. Refused for a void one, and where its money has left the books.
 */
export async function reissueReceipt(deps: Deps, actor: Actor, { receiptId, reason }: ReissueReceiptInput): Promise<Outcome<ReissuedReceipt, ReissueFailure>> {
  const outcome = await inTransaction(deps.db, async (tx): Promise<Outcome<ReissuedReceipt, ReissueFailure>> => {
    // Whoever makes it void at this moment, or hands it out as well, waits for the row.
    await tx.$queryRaw`SELECT 1 FROM receipt WHERE id = ${receiptId}::uuid FOR NO KEY UPDATE`
    const receipt = await tx.receipt.findUnique({
      where: { id: receiptId },
      select: { printedNumber: true, voidedAt: true, _count: { select: { reissues: true } } },
    })
    if (receipt === null) return fail('receipt_not_found')
    if (receipt.voidedAt !== null) return fail('receipt_void_not_reissued')
    const reversed = await tx.receiptEntry.count({ where: { receiptId, entry: { reversedBy: { isNot: null } } } })
    if (reversed > 0) return fail('receipt_reversed_not_reissued')
    const sequence = receipt._count.reissues + 1
    await tx.receiptReissue.create({
      data: { receiptId, sequence, reissuedOn: toDateColumn(localDateInTokyo(deps.now())), reason, reissuedAt: deps.now(), reissuedById: actor.userId },
    })
    await recordAuditEvent(deps, tx, { actor, action: 'receipt.reissue', subjectKind: 'receipt', subjectId: receiptId, after: { receiptNumber: receipt.printedNumber, sequence }, reason })
    return succeed({ receiptId, sequence })
  }, { isolation: 'ReadCommitted' })
  if (outcome.ok) await keepNewPapers(deps, [receiptId])
  return outcome
}
