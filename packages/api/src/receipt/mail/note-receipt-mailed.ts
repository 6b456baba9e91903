import type { Tx } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { Deps } from '../../deps.ts'
import type { SentMail } from '../../letter/outbox/mail-followers.ts'

/** 受渡しの記録 of a receipt whose PDF has gone out by mail. */
export async function noteReceiptMailed(deps: Deps, tx: Tx, { subjectId, sentById }: SentMail): Promise<void> {
  await tx.receiptDeed.create({
    data: { id: deps.newId(), receiptId: subjectId, kind: 'mailed', doneOn: toDateColumn(localDateInTokyo(deps.now())), recordedAt: deps.now(), recordedById: sentById },
  })
}
