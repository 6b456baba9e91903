import { z } from 'zod'
import { DemoApiError } from '../demo-api-error.ts'
import { demoSubscriptionSchema, type DemoSubscription } from '../demo-gift-objects.ts'
import { newDemoId } from '../demo-ids.ts'
import type { DemoTurn } from '../demo-turn.ts'
import type { DemoApiCall } from './demo-api-call.ts'
import { amountSchema, readParams } from './demo-params.ts'

const updateSchema = z.strictObject({
  pause_collection: z.union([z.literal(''), z.strictObject({ behavior: z.literal('void') })]).optional(),
  proration_behavior: z.literal('none').optional(),
  items: z
    .array(
      z.strictObject({
        id: z.string(),
        price_data: z.strictObject({
          currency: z.literal('jpy'),
          product: z.string(),
          recurring: z.strictObject({ interval: z.literal('month') }),
          unit_amount: amountSchema,
        }),
      }),
    )
    .length(1)
    .optional(),
})

/** GET /v1/subscriptions/:id */
export async function findDemoSubscription(turn: DemoTurn, { id }: DemoApiCall): Promise<DemoSubscription> {
  const subscription = await turn.find(demoSubscriptionSchema, id)
  if (subscription === null) throw DemoApiError.missing('subscription', id)
  return subscription
}

/** POST /v1/subscriptions/:id */
export async function updateDemoSubscription(turn: DemoTurn, call: DemoApiCall): Promise<DemoSubscription> {
  const { pause_collection: pause, items } = readParams(updateSchema, call.values)
  const before = await findGoingOn(turn, call)
  const [item] = before.items.data
  const [change] = items ?? []
  if (change !== undefined && (change.id !== item.id || change.price_data.product !== item.price.product)) {
    throw DemoApiError.missing('subscription_item', change.id)
  }
  const price = change === undefined ? item.price : { ...item.price, id: newDemoId('price'), unit_amount: change.price_data.unit_amount }
  const after: DemoSubscription = {
    ...before,
    items: { ...before.items, data: [{ ...item, price }] },
    ...(pause === undefined ? {} : { pause_collection: pause === '' ? null : { ...pause, resumes_at: null } }),
  }
  turn.tell('customer.subscription.updated', after)
  return after
}

/** DELETE /v1/subscriptions/:id */
export async function cancelDemoSubscription(turn: DemoTurn, call: DemoApiCall): Promise<DemoSubscription> {
  const ended: DemoSubscription = { ...(await findGoingOn(turn, call)), status: 'canceled', canceled_at: turn.now() }
  turn.tell('customer.subscription.deleted', ended)
  return ended
}

async function findGoingOn(turn: DemoTurn, call: DemoApiCall): Promise<DemoSubscription> {
  const subscription = await findDemoSubscription(turn, call)
  // One that has ended can be looked at, but nothing can be done with it.
  if (subscription.status === 'canceled') throw DemoApiError.missing('subscription', call.id)
  return subscription
}
