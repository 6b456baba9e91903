import { z } from 'zod'
import { DemoApiError } from '../demo-api-error.ts'
import { demoChargeSchema } from '../demo-gift-objects.ts'
import {
  demoBalanceSchema, demoDisputeSchema, demoEventSchema, demoPayoutSchema, demoRefundSchema, type DemoBalance, type DemoRefund,
} from '../demo-money-objects.ts'
import { publicBody } from '../demo-objects.ts'
import { makeDemoRefund } from '../demo-refunds.ts'
import type { DemoTurn } from '../demo-turn.ts'
import type { DemoApiCall } from './demo-api-call.ts'
import { amountSchema, formMetadataSchema, pageParams, readParams, wholeSchema } from './demo-params.ts'

const refundParams = z.strictObject({
  payment_intent: z.string(),
  amount: amountSchema.refine((amount) => amount > 0, 'must be greater than 0').optional(),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
  metadata: formMetadataSchema,
  instructions_email: z.email().optional(),
})

/** POST /v1/refunds */
export async function createDemoRefund(turn: DemoTurn, { values }: DemoApiCall): Promise<DemoRefund> {
  const wanted = readParams(refundParams, values)
  return makeDemoRefund(turn, {
    paymentIntentId: wanted.payment_intent,
    amountYen: wanted.amount ?? null,
    reason: wanted.reason ?? null,
    metadata: wanted.metadata,
    email: wanted.instructions_email ?? null,
  })
}

const balanceParams = z.strictObject({ ...pageParams, payout: z.string() })

/** GET /v1/balance_transactions?payout=…: the newest first. */
export async function listDemoBalance(turn: DemoTurn, { values }: DemoApiCall): Promise<object> {
  const { payout: payoutId, expand, ...page } = readParams(balanceParams, values)
  const payout = await turn.find(demoPayoutSchema, payoutId)
  if (payout === null) throw DemoApiError.missing('payout', payoutId)
  const { data, hasMore } = pageOf(payout.demo.lines.toReversed().map((id) => ({ id })), page)
  const lines: object[] = []
  for (const { id } of data) {
    const line = await turn.find(demoBalanceSchema, id)
    if (line !== null) lines.push(publicBody(expand.includes('data.source') ? { ...line, source: await sourceOf(turn, line) } : line))
  }
  return { object: 'list', url: '/v1/balance_transactions', has_more: hasMore, data: lines }
}

async function sourceOf(turn: DemoTurn, { source }: DemoBalance): Promise<object | null> {
  const object = await turn.find(z.union([demoChargeSchema, demoRefundSchema, demoDisputeSchema, demoPayoutSchema]), source)
  return object === null ? null : publicBody(object)
}

const eventParams = z.strictObject({ ...pageParams, created: z.strictObject({ gte: wholeSchema }).optional() })

/** GET /v1/events: the newest first. */
export async function listDemoEvents(turn: DemoTurn, { values }: DemoApiCall): Promise<object> {
  const { created, ...page } = readParams(eventParams, values)
  const since = new Date((created?.gte ?? 0) * 1000)
  const events = await turn.list(demoEventSchema, ['event', 'event_waiting'], { since })
  const { data, hasMore } = pageOf(events.toReversed(), page)
  return { object: 'list', url: '/v1/events', has_more: hasMore, data: data.map(publicBody) }
}

function pageOf<Item extends { id: string }>(
  items: readonly Item[], { limit, starting_after: after }: { limit: number; starting_after?: string | undefined },
): { data: readonly Item[]; hasMore: boolean } {
  const from = after === undefined ? 0 : items.findIndex(({ id }) => id === after) + 1
  return { data: items.slice(from, from + limit), hasMore: items.length > from + limit }
}
