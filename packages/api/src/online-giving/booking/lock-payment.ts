import type { Tx } from '@sasaeai/db/in-transaction'
import type { JournalEntryId, OnlineGiftId, OnlinePaymentId, PaymentAccountId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'

/** オンライン決済, held until the end of the transaction: what is given back of it is decided one after the other. */
export interface LockedPayment {
  readonly id: OnlinePaymentId
  readonly giftId: OnlineGiftId
  readonly paymentAccountId: PaymentAccountId
  readonly paymentIntentId: string | null
  readonly method: string
  readonly entryId: JournalEntryId | null
  readonly amountYen: Yen
  /** What was given back of it already. */
  readonly refundedYen: Yen
}

type Wanted = { readonly paymentId: OnlinePaymentId } | { readonly paymentAccountId: PaymentAccountId; readonly paymentIntentId: string }

export async function lockPayment(tx: Tx, wanted: Wanted): Promise<LockedPayment | null> {
  const condition = 'paymentId' in wanted ? 'p.id = $1::uuid' : 'p.payment_account_id = $1::uuid AND p.payment_intent_id = $2'
  const values = 'paymentId' in wanted ? [wanted.paymentId] : [wanted.paymentAccountId, wanted.paymentIntentId]
  const [payment] = await tx.$queryRawUnsafe<LockedPayment[]>(
    `SELECT p.id, p.gift_id AS "giftId", p.payment_account_id AS "paymentAccountId", p.payment_intent_id AS "paymentIntentId", p.method, p.entry_id AS "entryId",
       p.amount_yen::float8 AS "amountYen", p.refunded_yen::float8 AS "refundedYen"
     FROM online_payment p WHERE ${condition} FOR UPDATE`,
    ...values,
  )
  return payment ?? null
}
