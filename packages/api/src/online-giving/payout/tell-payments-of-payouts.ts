import type { Tx } from '@sasaeai/db/in-transaction'

/**
 * Tells payments of the payout that brings them and of their fees, in whichever order both came; and once it is paid, gifts
 * whose 受領日 is that of the payout need wait no longer (care `deposit`). A payment that is months old was told long ago: the look goes
 * back no further.
 */
export async function tellPaymentsOfPayouts(tx: Pick<Tx, '$executeRaw'>): Promise<void> {
  await tx.$executeRaw`
    UPDATE online_payment p SET payout_id = o.id, fee_yen = greatest(l.fee_yen, 0)
    FROM payout_line l JOIN payout o ON o.id = l.payout_id
    WHERE p.payout_id IS NULL AND p.paid_on > CURRENT_DATE - 120 AND l.kind = 'payment' AND l.payment_intent_id = p.payment_intent_id AND o.payment_account_id = p.payment_account_id`
  await tx.$executeRaw`
    WITH arrived AS (
      UPDATE online_payment p SET care = 'receipt' FROM payout o WHERE p.care = 'deposit' AND o.id = p.payout_id AND o.state = 'paid' AND o.entry_id IS NOT NULL
      RETURNING p.entry_id, o.arrives_on)
    UPDATE donation d SET received_on = a.arrives_on FROM arrived a WHERE d.entry_id = a.entry_id`
}
