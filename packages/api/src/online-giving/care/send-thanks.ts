import { inTransaction } from '@sasaeai/db/in-transaction'
import type { ReceiptId } from '@sasaeai/domain/ids'
import { isMailAddress } from '@sasaeai/domain/letter/outbox/mail-address'
import type { Deps, Desk } from '../../deps.ts'
import { pdfType } from '../../document/paper-maker.ts'
import { ringBell } from '../../document/work-bell.ts'
import { askingWithin } from '../../ledger/asking.ts'
import { readMailCandidates } from '../../receipt/mail/mail-candidates.ts'
import { lockReceipts, queueReceiptMail } from '../../receipt/mail/queue-receipt-mail.ts'
import { readReceiptMailWords } from '../../receipt/mail/receipt-mail-words.ts'
import { keepWhatCanBeSet } from '../../receipt/paper/keep-receipt-papers.ts'
import { presentCopy, readSheets } from '../../receipt/paper/printed-receipt.ts'
import type { MailAttachment } from '../../letter/outbox/queue-mail.ts'
import { program } from '../event/program-actor.ts'
import { composeThanks } from './compose-thanks.ts'
import { lockForCare } from './lock-for-care.ts'
import type { PaymentCase } from './payment-case.ts'
import { queueThanks } from './queue-thanks.ts'

/** お礼のメール, with the receipt where a PDF was wished for; who was thanked before gets the receipt alone. */
export async function sendThanks(deps: Deps, payment: PaymentCase): Promise<void> {
  const receiptId = payment.wish === 'pdf' ? payment.receiptId : null
  const paper = receiptId === null ? null : await readPaper(deps, receiptId)
  const prepared = payment.isThanked ? await receiptMail(deps, paper === null ? null : receiptId, payment) : await thanksMail(deps, payment, paper)
  await inTransaction(deps.db, async (tx) => {
    if (!(await lockForCare(tx, payment))) return
    await prepared({ deps, actor: program, tx })
    await tx.onlinePayment.update({ where: { id: payment.paymentId }, data: { care: 'done' } })
  }, { isolation: 'ReadCommitted' })
  ringBell(deps.db, 'mail')
}

type Queue = (desk: Desk) => Promise<void>

async function thanksMail(deps: Deps, payment: PaymentCase, paper: MailAttachment | null): Promise<Queue> {
  const words = await composeThanks(deps, payment, paper !== null)
  return (desk) => queueThanks(desk, payment, { ...words, attachments: paper === null ? [] : [paper] })
}

async function receiptMail(deps: Deps, receiptId: ReceiptId | null, { paymentId, email }: PaymentCase): Promise<Queue> {
  if (receiptId === null || !isMailAddress(email)) return async () => {}
  const wordsOf = await readReceiptMailWords(deps)
  return async (desk) => {
    await lockReceipts(desk.tx, [receiptId])
    const [candidate] = await readMailCandidates(askingWithin(desk.tx), { receiptIds: [receiptId] })
    if (candidate !== undefined) await queueReceiptMail(desk, { orderId: paymentId, wordsOf }, { ...candidate, toAddress: email })
  }
}

/** The receipt's PDF as it is kept; null where it cannot be set (docs/receipts.md), so that the office sees to it. */
async function readPaper(deps: Deps, receiptId: ReceiptId): Promise<MailAttachment | null> {
  const [sheet] = await readSheets(deps.db, [receiptId])
  if (sheet === undefined || sheet.voidReason !== '' || (await keepWhatCanBeSet(deps, [sheet])).length > 0) return null
  const { bytes } = await deps.db.prisma.receiptPaper.findUniqueOrThrow({ where: { receiptId_copy: { receiptId, copy: presentCopy(sheet) } }, select: { bytes: true } })
  return { fileName: `領収書_${sheet.number}.pdf`, mediaType: pdfType, bytes }
}
