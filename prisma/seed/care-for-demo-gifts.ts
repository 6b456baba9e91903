import type { Deps } from '@sasaeai/api/deps'
import { markMailSent } from '@sasaeai/api/letter/outbox/mark-mail-sent'
import { mailFollowers } from '@sasaeai/api/mail-followers-by-kind'
import { giveReceipt } from '@sasaeai/api/online-giving/care/give-receipt'
import { readPaymentCase } from '@sasaeai/api/online-giving/care/payment-case'
import { sendThanks } from '@sasaeai/api/online-giving/care/send-thanks'
import { keepReceiptPapers } from '@sasaeai/api/receipt/paper/keep-receipt-papers'
import { readSheets } from '@sasaeai/api/receipt/paper/printed-receipt'
import type { Db } from '@sasaeai/db/database'
import { id, type ReceiptId } from '@sasaeai/domain/ids'
import { demoAccountant } from './demo-accountant.ts'

/**
 * Receipts and mails of thanks for what was given online, made by the steps that make real ones, each a moment after its
 * payment and in that order: so that numbers and days follow each other. The mails count as sent by hand on the same day.
 * The papers are set all at once in between, which takes a fraction of the time.
 * @param deps with a clock that shows some time after all of them were paid.
 * @param momentOf when each is cared for, by when it was paid.
 */
export async function careForDemoGifts(deps: Deps, momentOf = aMomentLater): Promise<void> {
  const { db } = deps
  const payments = await readPayments(db)
  const depsAt = (paidAt: Date): Deps => ({ ...deps, now: () => momentOf(paidAt) })
  const receiptIds: ReceiptId[] = []
  for (const { paymentId, paidAt } of payments) {
    const payment = await readPaymentCase(db, paymentId)
    if (payment?.care === 'receipt') await giveReceipt(depsAt(paidAt), payment)
    const receiptId = (await readPaymentCase(db, paymentId))?.receiptId ?? null
    if (receiptId !== null) receiptIds.push(receiptId)
  }
  await keepReceiptPapers(deps, await readSheets(db, receiptIds))
  const actor = await demoAccountant(db)
  for (const { paymentId, paidAt } of payments) {
    const payment = await readPaymentCase(db, paymentId)
    if (payment?.care !== 'mail') continue
    await sendThanks(depsAt(paidAt), payment)
    const mails = await db.prisma.outgoingMail.findMany({ where: { orderId: paymentId, state: 'waiting' }, select: { id: true } })
    for (const mail of mails) await markMailSent(depsAt(paidAt), actor, { mailId: id(mail.id), followers: mailFollowers })
  }
}

function aMomentLater(paidAt: Date): Date {
  return new Date(paidAt.getTime() + 60_000)
}

async function readPayments({ pool }: Db): Promise<{ paymentId: string; paidAt: Date }[]> {
  const { rows } = await pool.query<{ paymentId: string; paidAt: Date }>(
    `SELECT id AS "paymentId", paid_at AS "paidAt" FROM online_payment WHERE care <> 'done' ORDER BY paid_at, id`,
  )
  return rows
}
