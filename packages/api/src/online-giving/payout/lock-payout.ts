import type { Tx } from '@sasaeai/db/in-transaction'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { JournalEntryId, PaymentAccountId, PayoutId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { PayoutState } from '@sasaeai/domain/online-giving/payout/payout-state'

/** 入金, held until the end of the transaction. */
export interface LockedPayout {
  readonly id: PayoutId
  readonly paymentAccountId: PaymentAccountId
  readonly gatewayPayoutId: string
  readonly amountYen: Yen
  readonly arrivesOn: LocalDate
  readonly state: PayoutState
  readonly failure: string
  readonly gatewayChangedAt: Date
  readonly hasLines: boolean
  readonly entryId: JournalEntryId | null
  readonly confirmedAt: Date | null
}

type Wanted = { readonly payoutId: PayoutId } | { readonly paymentAccountId: PaymentAccountId; readonly gatewayPayoutId: string }

export async function lockPayout(tx: Tx, wanted: Wanted): Promise<LockedPayout | null> {
  const condition = 'payoutId' in wanted ? 'o.id = $1::uuid' : 'o.payment_account_id = $1::uuid AND o.gateway_payout_id = $2'
  const values = 'payoutId' in wanted ? [wanted.payoutId] : [wanted.paymentAccountId, wanted.gatewayPayoutId]
  const [payout] = await tx.$queryRawUnsafe<LockedPayout[]>(
    `SELECT o.id, o.payment_account_id AS "paymentAccountId", o.gateway_payout_id AS "gatewayPayoutId", o.amount_yen::float8 AS "amountYen",
       to_char(o.arrives_on, 'YYYY-MM-DD') AS "arrivesOn", o.state::text AS state, o.failure, o.gateway_changed_at AS "gatewayChangedAt", o.has_lines AS "hasLines",
       o.entry_id AS "entryId", o.confirmed_at AS "confirmedAt"
     FROM payout o WHERE ${condition} FOR UPDATE`,
    ...values,
  )
  return payout ?? null
}
