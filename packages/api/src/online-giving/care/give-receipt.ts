import { inTransaction } from '@sasaeai/db/in-transaction'
import { hasOwnReceipt, waitsForDeposit } from '@sasaeai/domain/online-giving/care/payment-receipt'
import type { Deps } from '../../deps.ts'
import { ringBell } from '../../document/work-bell.ts'
import { issueWithin } from '../../receipt/issue-receipt.ts'
import { program } from '../event/program-actor.ts'
import { composeThanks } from './compose-thanks.ts'
import { lockForCare } from './lock-for-care.ts'
import type { PaymentCase } from './payment-case.ts'
import { queueThanks } from './queue-thanks.ts'

/**
 * 領収書: issues the receipt of a payment by the council's rule, in its name and by nobody's hand. Where it has to name the
 * day on which the money reaches the council, the giver is thanked now and the receipt waits.
 */
export async function giveReceipt(deps: Deps, payment: PaymentCase): Promise<void> {
  if (waitsForDeposit(payment)) return thankBeforeDeposit(deps, payment)
  const { paymentId, entryId, receiptId } = payment
  await inTransaction(deps.db, async (tx) => {
    if (!(await lockForCare(tx, payment))) return
    // What cannot be receipted (its series is closed, somebody has just done it) is thanked for without.
    if (entryId !== null && receiptId === null && hasOwnReceipt(payment)) await issueWithin({ deps, actor: program, tx }, { entryIds: [entryId] })
    await tx.onlinePayment.update({ where: { id: paymentId }, data: { care: entryId === null ? 'done' : 'mail' } })
  }, { isolation: 'ReadCommitted' })
}

async function thankBeforeDeposit(deps: Deps, payment: PaymentCase): Promise<void> {
  const words = await composeThanks(deps, payment, false)
  await inTransaction(deps.db, async (tx) => {
    if (!(await lockForCare(tx, payment))) return
    await queueThanks({ deps, actor: program, tx }, payment, { ...words, attachments: [] })
    await tx.onlinePayment.update({ where: { id: payment.paymentId }, data: { care: 'deposit' } })
  }, { isolation: 'ReadCommitted' })
  ringBell(deps.db, 'mail')
}
