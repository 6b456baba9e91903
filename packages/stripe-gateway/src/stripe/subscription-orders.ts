import type { Stripe } from 'stripe'
import { z } from 'zod'
import { referenceSchema } from '../event/event-parts.ts'
import type { AmountOrder, SubscriptionOrder } from '../payment-gateway.ts'
import { readAnswer } from './call-gateway.ts'

const subscriptionSchema = z.object({
  id: z.string(),
  object: z.literal('subscription'),
  status: z.string(),
  items: z.object({ data: z.array(z.object({ id: z.string(), price: z.object({ product: referenceSchema }) })).min(1) }),
})

/** A changed amount counts from the next month on: nothing is charged or given back for the one that runs. */
export async function changeAmountAt(client: Stripe, { subscriptionId, amountYen }: AmountOrder, key: string): Promise<null> {
  const { items } = readAnswer(subscriptionSchema, await client.subscriptions.retrieve(subscriptionId))
  const [item] = items.data.map(({ id, price }) => ({
    id,
    price_data: { currency: 'jpy', product: price.product, unit_amount: amountYen, recurring: { interval: 'month' as const } },
  }))
  return updateAt(client, subscriptionId, { key, change: { items: item === undefined ? [] : [item], proration_behavior: 'none' } })
}

/** The invoices of the months between are made void as they come, so that nobody is asked for them later. */
export async function pauseAt(client: Stripe, { subscriptionId }: SubscriptionOrder, key: string): Promise<null> {
  return updateAt(client, subscriptionId, { key, change: { pause_collection: { behavior: 'void' } } })
}

export async function resumeAt(client: Stripe, { subscriptionId }: SubscriptionOrder, key: string): Promise<null> {
  return updateAt(client, subscriptionId, { key, change: { pause_collection: '' } })
}

/** One that has ended cannot be ended again; it can be looked at, and that is all that was wanted. */
export async function endAt(client: Stripe, { subscriptionId }: SubscriptionOrder, key: string): Promise<null> {
  try {
    readAnswer(subscriptionSchema, await client.subscriptions.cancel(subscriptionId, {}, { idempotencyKey: key }))
  } catch (error) {
    if (!(await hasEnded(client, subscriptionId))) throw error
  }
  return null
}

async function hasEnded(client: Stripe, subscriptionId: string): Promise<boolean> {
  const seen = subscriptionSchema.safeParse(await client.subscriptions.retrieve(subscriptionId).catch(() => null))
  return seen.success && seen.data.status === 'canceled'
}

async function updateAt(
  client: Stripe, subscriptionId: string, { key, change }: { key: string; change: Stripe.SubscriptionUpdateParams },
): Promise<null> {
  readAnswer(subscriptionSchema, await client.subscriptions.update(subscriptionId, change, { idempotencyKey: key }))
  return null
}
