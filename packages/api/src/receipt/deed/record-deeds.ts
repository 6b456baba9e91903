import { inTransaction } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { RecordDeedsInput } from '@sasaeai/domain/receipt/receipt-input'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'

/** 受渡しの記録: that the paper of receipts was handed over, posted, came back or was spoiled; of a whole run those that are not void. */
export function recordDeeds(deps: Deps, actor: Actor, { of, kind, doneOn, note }: RecordDeedsInput): Promise<Outcome<{ count: number }, 'receipt_not_found'>> {
  return inTransaction(deps.db, async (tx) => {
    const where = 'runId' in of ? { runId: of.runId, voidedAt: null } : { id: { in: of.receiptIds } }
    const receipts = await tx.receipt.findMany({ where, select: { id: true, printedNumber: true } })
    const [first] = receipts
    if (first === undefined || ('receiptIds' in of && receipts.length < new Set(of.receiptIds).size)) return fail('receipt_not_found')
    await tx.receiptDeed.createMany({
      data: receipts.map(({ id: receiptId }) => ({ id: deps.newId(), receiptId, kind, doneOn: toDateColumn(doneOn), note, recordedAt: deps.now(), recordedById: actor.userId })),
    })
    const subjectId = 'runId' in of ? of.runId : first.id
    const after = { kind, doneOn, note, count: receipts.length, ...(receipts.length === 1 ? { receiptNumber: first.printedNumber } : {}) }
    await recordAuditEvent(deps, tx, { actor, action: 'receipt_deed.record', subjectKind: 'runId' in of ? 'receipt_run' : 'receipt', subjectId, after })
    return succeed({ count: receipts.length })
  }, { isolation: 'ReadCommitted' })
}
