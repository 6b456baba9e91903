import type { Tx } from '@sasaeai/db/in-transaction'
import type { PayoutId } from '@sasaeai/domain/ids'

type Hand = Pick<Tx, '$executeRaw'>

/** Tells the payments of a payout that it brings them, and their fees; and gifts whose 受領日 is that of the payout wait no longer. */
export async function tellPaymentsOfPayout(tx: Hand, payoutId: PayoutId): Promise<void> {
  await tx.$executeRaw`
    UPDATE online_payment p SET payout_id = o.id, fee_yen = greatest(l.fee_yen, 0)
    FROM payout_line l JOIN payout o ON o.id = l.payout_id
    WHERE o.id = ${payoutId}::uuid AND p.payout_id IS NULL AND l.kind = 'payment' AND l.payment_intent_id = p.payment_intent_id AND o.payment_account_id = p.payment_account_id`
  await letReceiptsGoOn(tx)
}

/** The same of payments that came after the payout that brings them. What is months old was told long ago. */
export async function tellLatePayments(tx: Hand): Promise<void> {
  await tx.$executeRaw`
    UPDATE online_payment p SET payout_id = o.id, fee_yen = greatest(l.fee_yen, 0)
    FROM payout_line l JOIN payout o ON o.id = l.payout_id
    WHERE p.payout_id IS NULL AND p.paid_on > CURRENT_DATE - 120 AND l.kind = 'payment' AND l.payment_intent_id = p.payment_intent_id AND o.payment_account_id = p.payment_account_id`
  await letReceiptsGoOn(tx)
}

/** 入金日 as 受領日: the payout has arrived (care `deposit`). */
async function letReceiptsGoOn(tx: Hand): Promise<void> {
  await tx.$executeRaw`
    WITH arrived AS (
      UPDATE online_payment p SET care = 'receipt' FROM payout o WHERE p.care = 'deposit' AND o.id = p.payout_id AND o.state = 'paid' AND o.entry_id IS NOT NULL
      RETURNING p.entry_id, o.arrives_on)
    UPDATE donation d SET received_on = a.arrives_on FROM arrived a WHERE d.entry_id = a.entry_id`
}
