import type { Tx } from '@sasaeai/db/in-transaction'
import type { Desk } from '../../deps.ts'
import { pdfType } from '../../document/paper-maker.ts'
import { queueMail } from '../../letter/outbox/queue-mail.ts'
import type { MailCandidate } from './mail-candidates.ts'
import type { ReceiptMailWords } from './receipt-mail-words.ts'

export interface ReceiptMailOrder {
  readonly orderId: string
  readonly wordsOf: ReceiptMailWords
}

/** Puts the mail of one receipt into the outbox, with its present PDF as it is kept. False where it is there already. */
export async function queueReceiptMail(desk: Desk, { orderId, wordsOf }: ReceiptMailOrder, candidate: MailCandidate): Promise<boolean> {
  const { receiptId, supporterId, toAddress, number, payer, calendarYear, copy } = candidate
  const paper = await desk.tx.receiptPaper.findUniqueOrThrow({ where: { receiptId_copy: { receiptId, copy } }, select: { bytes: true } })
  const mailId = await queueMail(desk, {
    orderId,
    subjectId: receiptId,
    kind: calendarYear === null ? 'receipt' : 'annual_receipt',
    supporterId,
    toName: payer,
    toAddress,
    ...wordsOf(candidate),
    attachments: [{ fileName: `${calendarYear === null ? '領収書' : '年間証明'}_${number}.pdf`, mediaType: pdfType, bytes: paper.bytes }],
  })
  return mailId !== null
}

/** Locks receipts until the transaction ends: who makes one void meanwhile waits, and so does who mails one as well. */
export async function lockReceipts(tx: Tx, receiptIds: readonly string[]): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM receipt WHERE id = ANY(${[...receiptIds]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`
}
