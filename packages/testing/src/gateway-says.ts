import { gatewayApiVersion } from '@sasaeai/stripe-gateway/read-event'

/** An event as the gateway writes it, byte for byte. */
export interface SaidEvent {
  readonly eventId: string
  readonly type: string
  readonly body: Buffer
}

/** The envelope of an event. Each has an id of its own; the same word in another envelope is the gateway saying it again. */
export interface Envelope {
  /** An instant with its time zone, in whole seconds. */
  readonly at: string
  readonly eventId?: string
  readonly livemode?: boolean
  readonly account?: string
  readonly apiVersion?: string
}

let count = 0

function say(type: string, object: object, { at, eventId, livemode = false, account, apiVersion = gatewayApiVersion }: Envelope): SaidEvent {
  count += 1
  const event = {
    id: eventId ?? `evt_${String(count).padStart(6, '0')}`, object: 'event', type, api_version: apiVersion, livemode, created: secondsOf(at), data: { object },
    ...(account === undefined ? {} : { account }),
  }
  return { eventId: event.id, type, body: Buffer.from(JSON.stringify(event)) }
}

const secondsOf = (at: string) => Math.floor(new Date(at).getTime() / 1000)

interface Checkout extends Envelope {
  readonly giftId: string
  readonly sessionId: string
  /** Null in a page where nothing was tried. */
  readonly paymentIntentId: string
  readonly amountYen: number
  readonly currency?: string
}

function session({ giftId, sessionId, paymentIntentId, amountYen, currency = 'jpy' }: Checkout, status: 'paid' | 'unpaid') {
  return { id: sessionId, object: 'checkout.session', mode: 'payment', payment_status: status, payment_intent: paymentIntentId, amount_total: amountYen, currency, metadata: { gift_id: giftId } }
}

interface Subscription extends Envelope {
  readonly giftId: string
  readonly subscriptionId: string
}

interface Month extends Subscription {
  readonly invoiceId: string
  readonly amountYen: number
}

function invoice({ giftId, subscriptionId, invoiceId }: Month) {
  return { id: invoiceId, object: 'invoice', currency: 'jpy', parent: { subscription_details: { subscription: subscriptionId, metadata: { gift_id: giftId } } } }
}

/** What the gateway says of gifts: the same events, with what is read of them, as it would send to the webhook. */
export const gatewaySays = {
  /** By card, at once. */
  paid: (word: Checkout) => say('checkout.session.completed', session(word, 'paid'), word),
  /** コンビニ was chosen: paid later, or not at all. */
  awaiting: (word: Checkout) => say('checkout.session.completed', session(word, 'unpaid'), word),
  voucher: ({ giftId, paymentIntentId, amountYen, at, ...envelope }: Checkout) =>
    say('payment_intent.requires_action', {
      id: paymentIntentId, object: 'payment_intent', amount: amountYen, currency: 'jpy', metadata: { gift_id: giftId },
      next_action: { konbini_display_details: { expires_at: secondsOf(at) + 3 * 86_400, hosted_voucher_url: `https://pay.example.jp/${paymentIntentId}` } },
    }, { at, ...envelope }),
  paidLater: (word: Checkout) => say('checkout.session.async_payment_succeeded', session(word, 'paid'), word),
  notPaidLater: (word: Checkout) => say('checkout.session.async_payment_failed', session(word, 'unpaid'), word),
  expired: (word: Checkout) => say('checkout.session.expired', session(word, 'unpaid'), word),
  charged: ({ paymentIntentId, method = 'card', ...envelope }: Envelope & { readonly paymentIntentId: string; readonly method?: string }) =>
    say('charge.succeeded', { id: paymentIntentId.replace('pi_', 'ch_'), object: 'charge', payment_intent: paymentIntentId, payment_method_details: { type: method } }, envelope),
  refunded: ({ refundId, paymentIntentId, amountYen, hasFailed = false, ...envelope }: Envelope & {
    readonly refundId: string
    readonly paymentIntentId: string
    readonly amountYen: number
    readonly hasFailed?: boolean
  }) =>
    say(hasFailed ? 'refund.failed' : 'refund.created', {
      id: refundId, object: 'refund', payment_intent: paymentIntentId, amount: amountYen, currency: 'jpy', status: hasFailed ? 'failed' : 'succeeded', metadata: {},
    }, envelope),
  started: ({ giftId, subscriptionId, sessionId, ...envelope }: Subscription & { readonly sessionId: string }) =>
    say('checkout.session.completed', {
      id: sessionId, object: 'checkout.session', mode: 'subscription', payment_status: 'paid', subscription: subscriptionId, metadata: { gift_id: giftId },
    }, envelope),
  monthPaid: (word: Month) => say('invoice.paid', { ...invoice(word), amount_paid: word.amountYen, status_transitions: { paid_at: secondsOf(word.at) } }, word),
  monthFailed: ({ attempts, ...word }: Month & { readonly attempts: number }) =>
    say('invoice.payment_failed', { ...invoice(word), amount_due: word.amountYen, attempt_count: attempts, next_payment_attempt: secondsOf(word.at) + 3 * 86_400 }, word),
  monthLinked: ({ invoiceId, paymentIntentId, ...envelope }: Envelope & { readonly invoiceId: string; readonly paymentIntentId: string }) =>
    say('invoice_payment.paid', { object: 'invoice_payment', invoice: invoiceId, payment: { payment_intent: paymentIntentId } }, envelope),
  recurring: ({ giftId, subscriptionId, amountYen, status = 'active', isPaused = false, nextAt, ...envelope }: Subscription & {
    readonly amountYen: number
    readonly status?: 'active' | 'past_due' | 'canceled'
    readonly isPaused?: boolean
    readonly nextAt: string
  }) =>
    say(status === 'canceled' ? 'customer.subscription.deleted' : 'customer.subscription.updated', {
      id: subscriptionId, object: 'subscription', status, pause_collection: isPaused ? { behavior: 'void' } : null, metadata: { gift_id: giftId },
      items: { data: [{ current_period_end: secondsOf(nextAt), quantity: 1, price: { unit_amount: amountYen, currency: 'jpy' } }] },
    }, envelope),
  somethingElse: (envelope: Envelope) => say('customer.created', { id: 'cus_1', object: 'customer' }, envelope),
}
