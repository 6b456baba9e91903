import { yen } from '@sasaeai/domain/money/yen'
import { yenSchema } from '@sasaeai/domain/money/yen-schema'
import { z } from 'zod'
import { instantSchema, referenceSchema } from '../event/event-parts.ts'
import type { GatewayPayoutLine } from '../payment-gateway.ts'

/** Where the source of a line is written out (`expand`), it names the payment that it was about. */
const sourceSchema = z.object({
  id: z.string(),
  object: z.string(),
  payment_intent: referenceSchema.nullish(),
})

const lineSchema = z.object({
  id: z.string().startsWith('txn_'),
  object: z.literal('balance_transaction'),
  type: z.string(),
  amount: yenSchema,
  fee: yenSchema,
  currency: z.string(),
  created: instantSchema,
  description: z.string().nullish(),
  source: sourceSchema.nullish(),
})

export const payoutLinesSchema = z.object({ object: z.literal('list'), data: z.array(lineSchema), has_more: z.boolean() })

type BalanceLine = z.output<typeof lineSchema>

/** A line of our account at the gateway as one of a payout; null for the payout itself, which takes the sum of the others away. */
export function payoutLineOf(line: BalanceLine): GatewayPayoutLine | null {
  if (line.type === 'payout') return null
  const kind = kindOf(line)
  const paymentIntentId = line.source?.payment_intent ?? null
  const isAllFee = kind === 'fee'
  return {
    lineId: line.id,
    kind,
    sourceId: (kind === 'payment' ? paymentIntentId : null) ?? line.source?.id ?? '',
    paymentIntentId,
    grossYen: isAllFee ? yen(0) : line.amount,
    // The gateway takes a fee of its own as an amount that goes away, and that without a fee.
    feeYen: isAllFee ? yen(line.fee - line.amount) : line.fee,
    currency: line.currency,
    happenedAt: line.created,
    description: line.description ?? '',
  }
}

const kinds: ReadonlyMap<string, GatewayPayoutLine['kind']> = new Map([
  ['charge', 'payment'],
  ['payment', 'payment'],
  ['refund', 'refund'],
  ['payment_refund', 'refund'],
  ['refund_failure', 'refund_failure'],
  ['stripe_fee', 'fee'],
  ['stripe_fx_fee', 'fee'],
  ['tax_fee', 'fee'],
])

/** Disputes have no type of their own: they are adjustments about a dispute, in the one direction or the other. */
function kindOf({ type, amount, source }: BalanceLine): GatewayPayoutLine['kind'] {
  if (source?.object === 'dispute') return amount < 0 ? 'dispute' : 'dispute_reversal'
  return kinds.get(type) ?? 'adjustment'
}
