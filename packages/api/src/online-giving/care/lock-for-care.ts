import type { Tx } from '@sasaeai/db/in-transaction'
import type { PaymentCase } from './payment-case.ts'

/** Locks a payment until the transaction ends; false where somebody has gone on with it meanwhile. */
export async function lockForCare(tx: Tx, { paymentId, care, entryId }: Pick<PaymentCase, 'paymentId' | 'care' | 'entryId'>): Promise<boolean> {
  const rows = await tx.$queryRaw<object[]>`
    SELECT 1 FROM online_payment WHERE id = ${paymentId}::uuid AND care = ${care}::payment_care AND entry_id IS NOT DISTINCT FROM ${entryId}::uuid FOR UPDATE`
  return rows.length > 0
}
