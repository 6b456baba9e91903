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

/**
 * 入金日 as 受領日: the payout has arrived (care `deposit`). One that failed does not come again itself: what it would have
 * brought is a line of a later one, which names the one that failed, and that may fail as well.
 */
async function letReceiptsGoOn(tx: Hand): Promise<void> {
  await tx.$executeRaw`
    WITH RECURSIVE bringing AS (
      SELECT o.id AS first_id, o.id, o.payment_account_id, o.gateway_payout_id, o.state, o.entry_id, o.arrives_on
      FROM payout o WHERE o.id IN (SELECT p.payout_id FROM online_payment p WHERE p.care = 'deposit')
      UNION SELECT b.first_id, o.id, o.payment_account_id, o.gateway_payout_id, o.state, o.entry_id, o.arrives_on
      FROM bringing b JOIN payout_line l ON b.state = 'failed' AND l.kind = 'adjustment' AND l.source_id = b.gateway_payout_id
        JOIN payout o ON o.id = l.payout_id AND o.payment_account_id = b.payment_account_id),
    arrived AS (
      UPDATE online_payment p SET care = 'receipt' FROM bringing b WHERE p.care = 'deposit' AND b.first_id = p.payout_id AND b.state = 'paid' AND b.entry_id IS NOT NULL
      RETURNING p.entry_id, b.arrives_on)
    UPDATE donation d SET received_on = a.arrives_on FROM arrived a WHERE d.entry_id = a.entry_id`
}
