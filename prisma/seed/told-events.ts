import { gatewayApiVersion } from '@sasaeai/stripe-gateway/read-event'
import type { ToldGift } from './online-gift-story.ts'

/** An event as the gateway would have sent it. */
export interface ToldEvent {
  readonly eventId: string
  readonly type: string
  readonly at: Date
  readonly body: Buffer
}

/** What was paid, as the gateway's own account has it. */
export interface ToldMoney {
  readonly paymentIntentId: string
  readonly at: Date
  readonly amountYen: number
  readonly feeYen: number
}

export interface ToldStory {
  readonly events: readonly ToldEvent[]
  readonly payments: readonly ToldMoney[]
  readonly refunds: readonly (ToldMoney & { readonly refundId: string })[]
}

const dayMillis = 24 * 60 * 60 * 1000
/** 3.6 %, as cards cost. */
const feeOf = (amountYen: number) => Math.floor(amountYen * 0.036)

export function toldEvent(type: string, object: object, { at, key }: { at: Date; key: string }): ToldEvent {
  const eventId = `evt_told_${key}_${type.replaceAll('.', '_')}`
  const event = { id: eventId, object: 'event', type, api_version: gatewayApiVersion, livemode: false, created: Math.floor(at.getTime() / 1000), data: { object } }
  return { eventId, type, at, body: Buffer.from(JSON.stringify(event)) }
}

/** Everything that the gateway told of a gift; the key names it within the demo. */
export function storyOfGift(gift: ToldGift, { giftId, key, now }: { giftId: string; key: string; now: Date }): ToldStory {
  const begun = new Date(now.getTime() - gift.daysAgo * dayMillis)
  const stories = gift.months === undefined ? [storyOfSingle(gift, { giftId, key, at: begun })] : [storyOfMonths(gift, { giftId, key, at: begun })]
  return stories.map((story) => withRefund(gift, story, { key, now }))[0] ?? { events: [], payments: [], refunds: [] }
}

interface Place {
  readonly giftId: string
  readonly key: string
  readonly at: Date
}

function storyOfSingle({ amountYen, end }: ToldGift, { giftId, key, at }: Place): ToldStory {
  const intent = `pi_told_${key}`
  const session = { id: `cs_told_${key}`, object: 'checkout.session', mode: 'payment', payment_intent: intent, amount_total: amountYen, currency: 'jpy', metadata: { gift_id: giftId } }
  if (end === 'expired') return { events: [toldEvent('checkout.session.expired', { ...session, payment_status: 'unpaid' }, { at: after(at, 1), key })], payments: [], refunds: [] }
  const charge = (method: string) => ({ id: `ch_told_${key}`, object: 'charge', payment_intent: intent, payment_method_details: { type: method } })
  const paid = { paymentIntentId: intent, amountYen, feeYen: feeOf(amountYen) }
  if (end === undefined) {
    const events = [toldEvent('checkout.session.completed', { ...session, payment_status: 'paid' }, { at, key }), toldEvent('charge.succeeded', charge('card'), { at, key })]
    return { events, payments: [{ ...paid, at }], refunds: [] }
  }
  const voucher = {
    id: intent, object: 'payment_intent', amount: amountYen, currency: 'jpy', metadata: { gift_id: giftId },
    next_action: { konbini_display_details: { expires_at: Math.floor(after(at, 3).getTime() / 1000), hosted_voucher_url: null } },
  }
  const awaited = [toldEvent('checkout.session.completed', { ...session, payment_status: 'unpaid' }, { at, key }), toldEvent('payment_intent.requires_action', voucher, { at, key })]
  if (end === 'awaiting') return { events: awaited, payments: [], refunds: [] }
  const later = after(at, 1)
  const events = [...awaited, toldEvent('checkout.session.async_payment_succeeded', { ...session, payment_status: 'paid' }, { at: later, key }), toldEvent('charge.succeeded', charge('konbini'), { at: later, key })]
  return { events, payments: [{ ...paid, at: later }], refunds: [] }
}

/** A month each 30 days; the one that fails is the last one told. */
function storyOfMonths({ amountYen, months = 0, failsIn }: ToldGift, { giftId, key, at }: Place): ToldStory {
  const subscription = `sub_told_${key}`
  const started = { id: `cs_told_${key}`, object: 'checkout.session', mode: 'subscription', payment_status: 'paid', subscription, metadata: { gift_id: giftId } }
  const events = [toldEvent('checkout.session.completed', started, { at, key })]
  const payments: ToldMoney[] = []
  for (let month = 0; month < months; month += 1) {
    const [day, place] = [after(at, month * 30), `${key}m${month}`]
    const invoice = { id: `in_told_${place}`, object: 'invoice', currency: 'jpy', parent: { subscription_details: { subscription, metadata: { gift_id: giftId } } } }
    const isFailed = month + 1 === failsIn
    const state = {
      id: subscription, object: 'subscription', status: isFailed ? 'past_due' : 'active', pause_collection: null, metadata: { gift_id: giftId },
      items: { data: [{ current_period_end: Math.floor(after(day, 30).getTime() / 1000), quantity: 1, price: { unit_amount: amountYen, currency: 'jpy' } }] },
    }
    if (isFailed) {
      events.push(toldEvent('invoice.payment_failed', { ...invoice, amount_due: amountYen, attempt_count: 1, next_payment_attempt: Math.floor(after(day, 3).getTime() / 1000) }, { at: day, key: place }))
    } else {
      const intent = `pi_told_${place}`
      payments.push({ paymentIntentId: intent, at: day, amountYen, feeYen: feeOf(amountYen) })
      events.push(
        toldEvent('invoice.paid', { ...invoice, amount_paid: amountYen, status_transitions: { paid_at: Math.floor(day.getTime() / 1000) } }, { at: day, key: place }),
        toldEvent('invoice_payment.paid', { object: 'invoice_payment', invoice: invoice.id, payment: { payment_intent: intent } }, { at: day, key: place }),
        toldEvent('charge.succeeded', { id: `ch_told_${place}`, object: 'charge', payment_intent: intent, payment_method_details: { type: 'card' } }, { at: day, key: place }),
      )
    }
    events.push(toldEvent('customer.subscription.updated', state, { at: day, key: place }))
  }
  return { events, payments, refunds: [] }
}

/** Made at the gateway, as staff does who does not know the page for it yet. */
function withRefund({ refund }: ToldGift, story: ToldStory, { key, now }: { key: string; now: Date }): ToldStory {
  const [payment] = story.payments
  if (refund === undefined || payment === undefined) return story
  const [at, refundId] = [new Date(now.getTime() - refund.daysAgo * dayMillis), `re_told_${key}`]
  const told = { id: refundId, object: 'refund', amount: refund.amountYen, currency: 'jpy', payment_intent: payment.paymentIntentId, status: 'succeeded', metadata: {} }
  return { ...story, events: [...story.events, toldEvent('refund.created', told, { at, key })], refunds: [{ ...payment, refundId, at, amountYen: -refund.amountYen, feeYen: 0 }] }
}

function after(at: Date, days: number): Date {
  return new Date(at.getTime() + days * dayMillis)
}
