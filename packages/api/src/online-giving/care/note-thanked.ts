import type { Tx } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { Deps } from '../../deps.ts'
import type { SentMail } from '../../letter/outbox/mail-followers.ts'

/** 礼状の記録 of a gift, and 受渡しの記録 of the receipt, when the mail of thanks for an online payment has gone out. */
export async function noteThanked(deps: Deps, tx: Tx, { subjectId: paymentId, sentById }: SentMail): Promise<void> {
  const { entryId } = await tx.onlinePayment.findUniqueOrThrow({ where: { id: paymentId }, select: { entryId: true } })
  if (entryId === null) return
  const today = toDateColumn(localDateInTokyo(deps.now()))
  if ((await tx.donation.count({ where: { entryId } })) > 0) {
    await tx.thankYouLetter.createMany({ data: [{ id: deps.newId(), entryId, sentOn: today, method: 'メール', recordedAt: deps.now(), recordedById: sentById }], skipDuplicates: true })
  }
  const mail = await tx.outgoingMail.findUniqueOrThrow({ where: { orderId_subjectId: { orderId: paymentId, subjectId: paymentId } }, select: { _count: { select: { attachments: true } } } })
  const receipt = mail._count.attachments === 0 ? null : await tx.receiptEntry.findFirst({ where: { entryId, isLive: true }, select: { receiptId: true } })
  if (receipt !== null) {
    await tx.receiptDeed.create({ data: { id: deps.newId(), receiptId: receipt.receiptId, kind: 'mailed', doneOn: today, recordedAt: deps.now(), recordedById: sentById } })
  }
}
