import type { Stripe } from 'stripe'
import { z } from 'zod'
import { instantSchema } from './event/event-parts.ts'
import type { CheckoutOrder, OpenedCheckout, PaymentGateway, RefundOrder } from './payment-gateway.ts'
import { gatewayApiVersion, isMeaningfulType } from './read-event.ts'
import { callGateway, readAnswer } from './stripe/call-gateway.ts'
import { checkoutParams } from './stripe/checkout-params.ts'
import { payoutLineOf, payoutLinesSchema } from './stripe/payout-line.ts'
import { readList } from './stripe/read-list.ts'
import { changeAmountAt, endAt, pauseAt, resumeAt } from './stripe/subscription-orders.ts'

/** One account at the gateway. */
export interface StripeAccount {
  /** sk_live_…, rk_live_…, sk_test_…, rk_test_… or that of the demo gateway, sk_demo_…. */
  readonly secretKey: string
  /** Another place than the gateway's own: the demo gateway, or whatever stands between. */
  readonly host?: string
  readonly port?: number
  readonly protocol?: 'http' | 'https'
  /** How long one try may take, in milliseconds. */
  readonly timeoutMillis?: number
}

/** Whose money a key moves; null when it is no key of the gateway's. */
export function modeOfKey(secretKey: string): PaymentGateway['mode'] | null {
  const mode = /^(?:sk|rk)_(live|test|demo)_./.exec(secretKey)?.[1]
  return mode === 'live' || mode === 'test' || mode === 'demo' ? mode : null
}

/**
 * The gateway behind an account's key. The SDK is loaded with the first order.
 * @throws RangeError for a key that is none.
 */
export function createStripeGateway(account: StripeAccount): PaymentGateway {
  const mode = modeOfKey(account.secretKey)
  if (mode === null) throw new RangeError('the secret key is none of sk_live_…, rk_live_…, sk_test_…, rk_test_…, sk_demo_…')
  let loading: Promise<Stripe> | undefined
  const client = () => (loading ??= loadClient(account))
  const order = <Value>(ask: (stripe: Stripe) => Promise<Value>) => callGateway(async () => ask(await client()))
  return {
    mode,
    openCheckout: (wanted, key) => order((stripe) => openCheckoutAt(stripe, wanted, key)),
    expireCheckout: (sessionId, key) => order((stripe) => expireCheckoutAt(stripe, sessionId, key)),
    refund: (wanted, key) => order((stripe) => refundAt(stripe, wanted, key)),
    changeAmount: (wanted, key) => order((stripe) => changeAmountAt(stripe, wanted, key)),
    pause: (wanted, key) => order((stripe) => pauseAt(stripe, wanted, key)),
    resume: (wanted, key) => order((stripe) => resumeAt(stripe, wanted, key)),
    end: (wanted, key) => order((stripe) => endAt(stripe, wanted, key)),
    payoutLines: (payoutId) => payoutLinesAt(client, payoutId),
    eventsSince: (since) => eventsSinceAt(client, since),
  }
}

async function loadClient({ secretKey, timeoutMillis = 10_000, host, port, protocol }: StripeAccount): Promise<Stripe> {
  const { Stripe: Client } = await import('stripe')
  return new Client(secretKey, {
    ...(host === undefined ? {} : { host }),
    ...(port === undefined ? {} : { port }),
    ...(protocol === undefined ? {} : { protocol }),
    apiVersion: gatewayApiVersion,
    timeout: timeoutMillis,
    // Tries are counted in one place (stripe/call-gateway), which also knows when a full queue (429) is worth one.
    maxNetworkRetries: 0,
    telemetry: false,
  })
}

const openedSchema = z.object({
  id: z.string(),
  object: z.literal('checkout.session'),
  url: z.url(),
  expires_at: instantSchema,
})

const customerSchema = z.object({ id: z.string(), object: z.literal('customer') })

/** Two calls, each under a key of its own that follows from ours: asked for again, both give what they gave. */
async function openCheckoutAt(stripe: Stripe, wanted: CheckoutOrder, key: string): Promise<OpenedCheckout> {
  const customer = wanted.frequency === 'monthly' ? null : await openCustomerAt(stripe, wanted, key)
  const answer = await stripe.checkout.sessions.create(checkoutParams(wanted, customer), { idempotencyKey: key })
  const { id: sessionId, url, expires_at: expiresAt } = readAnswer(openedSchema, answer)
  return { sessionId, url, expiresAt }
}

/** Each gift has a customer of its own: what somebody sends too much for one must not pay for another. */
async function openCustomerAt(stripe: Stripe, { email, giftId }: CheckoutOrder, key: string): Promise<string> {
  const answer = await stripe.customers.create({ email, metadata: { gift_id: giftId } }, { idempotencyKey: `${key}-customer` })
  return readAnswer(customerSchema, answer).id
}

const sessionSchema = z.object({ id: z.string(), object: z.literal('checkout.session'), status: z.string() })

async function expireCheckoutAt(stripe: Stripe, sessionId: string, key: string): Promise<null> {
  try {
    readAnswer(sessionSchema, await stripe.checkout.sessions.expire(sessionId, {}, { idempotencyKey: key }))
  } catch (error) {
    // Only an open page can be closed; one that no longer is needs nothing.
    const seen = sessionSchema.safeParse(await stripe.checkout.sessions.retrieve(sessionId).catch(() => null))
    if (!seen.success || seen.data.status === 'open') throw error
  }
  return null
}

const refundSchema = z.object({ id: z.string(), object: z.literal('refund') })

async function refundAt(stripe: Stripe, wanted: RefundOrder, key: string): Promise<{ gatewayRefundId: string }> {
  const answer = await stripe.refunds.create(
    {
      payment_intent: wanted.paymentIntentId,
      amount: wanted.amountYen,
      reason: 'requested_by_customer',
      metadata: { refund_id: wanted.refundId },
      ...(wanted.email === undefined ? {} : { instructions_email: wanted.email }),
    },
    { idempotencyKey: key },
  )
  return { gatewayRefundId: readAnswer(refundSchema, answer).id }
}

async function* payoutLinesAt(client: () => Promise<Stripe>, payoutId: string): ReturnType<PaymentGateway['payoutLines']> {
  const lines = readList(async (after) => {
    const stripe = await client()
    const expand = ['data.source']
    return readAnswer(payoutLinesSchema, await stripe.balanceTransactions.list({ payout: payoutId, limit: 100, expand, ...after }))
  })
  for await (const balanceLine of lines) {
    const line = payoutLineOf(balanceLine)
    if (line !== null) yield line
  }
}

const eventsSchema = z.object({
  object: z.literal('list'),
  data: z.array(z.looseObject({ id: z.string(), object: z.literal('event'), type: z.string() })),
  has_more: z.boolean(),
})

async function* eventsSinceAt(client: () => Promise<Stripe>, since: Date): ReturnType<PaymentGateway['eventsSince']> {
  const created = { gte: Math.floor(since.getTime() / 1000) }
  const events = readList(async (after) => {
    const stripe = await client()
    return readAnswer(eventsSchema, await stripe.events.list({ created, limit: 100, ...after }))
  })
  for await (const event of events) {
    if (!isMeaningfulType(event.type)) continue
    yield { eventId: event.id, body: new TextEncoder().encode(JSON.stringify(event)) }
  }
}
