import { gatewayApiVersion } from '@sasaeai/stripe-gateway/read-event'
import type { DemoBody } from '@sasaeai/stripe-gateway/demo/demo-objects'
import type { ToldGift } from './online-gift-story.ts'
import { paidObjects, slipObjects, subscriptionObjects, type ToldPayment } from './told-objects.ts'

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
  readonly refunds: readonly (ToldMoney & { readonly refundId: string; readonly event: ToldEvent })[]
  /** What the demo gateway keeps of it. */
  readonly objects: readonly DemoBody[]
}

/** Where the giver of an awaited gift pays: on this site, wherever it is. */
const slipPage = (intent: string) => `/demo-gateway/council/voucher/${intent}`

const dayMillis = 24 * 60 * 60 * 1000
/** 3.6 %, as cards cost. */
const feeOf = (amountYen: number) => Math.floor(amountYen * 0.036)

export function toldEvent(type: string, object: object, { at, key }: { at: Date; key: string }): ToldEvent {
  const eventId = `evt_told_${key}_${type.replaceAll('.', '_')}`
  const event = { id: eventId, object: 'event', type, api_version: gatewayApiVersion, livemode: false, created: Math.floor(at.getTime() / 1000), data: { object } }
  return { eventId, type, at, body: Buffer.from(JSON.stringify(event)) }
}

/** Everything that the gateway told of a gift; the key names it within the demo, the name is what the pay page said. */
export function storyOfGift(gift: ToldGift, { giftId, key, now, name }: { giftId: string; key: string; now: Date; name: string }): ToldStory {
  const begun = new Date(now.getTime() - gift.daysAgo * dayMillis)
  const place = { giftId, key, at: begun, name }
  return gift.months === undefined ? storyOfSingle(gift, { ...place, now }) : storyOfMonths(gift, place)
}

interface Place {
  readonly giftId: string
  readonly key: string
  readonly at: Date
  readonly name: string
}

function storyOfSingle(gift: ToldGift, { giftId, key, at, name, now }: Place & { now: Date }): ToldStory {
  const { amountYen, end, email } = gift
  const intent = `pi_told_${key}`
  const session = { id: `cs_told_${key}`, object: 'checkout.session', mode: 'payment', payment_intent: intent, amount_total: amountYen, currency: 'jpy', metadata: { gift_id: giftId } }
  if (end === 'expired') return { events: [toldEvent('checkout.session.expired', { ...session, payment_status: 'unpaid' }, { at: after(at, 1), key })], payments: [], refunds: [], objects: [] }
  const charge = (method: string) => ({ id: `ch_told_${key}`, object: 'charge', payment_intent: intent, payment_method_details: { type: method } })
  const paid = { paymentIntentId: intent, amountYen, feeYen: feeOf(amountYen) }
  const payment: Omit<ToldPayment, 'at'> = { intentId: intent, amountYen, feeYen: paid.feeYen, method: end === undefined ? 'card' : 'konbini', name, giftId }
  const refunds = refundsOf(gift, { ...paid, at }, { key, now })
  if (end === undefined) {
    const events = [toldEvent('checkout.session.completed', { ...session, payment_status: 'paid' }, { at, key }), toldEvent('charge.succeeded', charge('card'), { at, key })]
    return { events, payments: [{ ...paid, at }], refunds, objects: paidObjects({ ...payment, at }, refundAt(refunds)) }
  }
  const voucher = {
    id: intent, object: 'payment_intent', amount: amountYen, currency: 'jpy', metadata: { gift_id: giftId },
    next_action: { konbini_display_details: { expires_at: Math.floor(after(at, 3).getTime() / 1000), hosted_voucher_url: slipPage(intent) } },
  }
  const awaited = [toldEvent('checkout.session.completed', { ...session, payment_status: 'unpaid' }, { at, key }), toldEvent('payment_intent.requires_action', voucher, { at, key })]
  if (end === 'awaiting') return { events: awaited, payments: [], refunds: [], objects: slipObjects({ ...payment, at }, { email, until: after(at, 3), page: slipPage(intent) }) }
  const later = after(at, 1)
  const events = [...awaited, toldEvent('checkout.session.async_payment_succeeded', { ...session, payment_status: 'paid' }, { at: later, key }), toldEvent('charge.succeeded', charge('konbini'), { at: later, key })]
  return { events, payments: [{ ...paid, at: later }], refunds, objects: paidObjects({ ...payment, at: later }, refundAt(refunds)) }
}

/** A month each 30 days; the one that fails is the last one told. */
function storyOfMonths({ amountYen, months = 0, failsIn, email }: ToldGift, { giftId, key, at, name }: Place): ToldStory {
  const subscription = `sub_told_${key}`
  const started = { id: `cs_told_${key}`, object: 'checkout.session', mode: 'subscription', payment_status: 'paid', subscription, metadata: { gift_id: giftId } }
  const events = [toldEvent('checkout.session.completed', started, { at, key })]
  const payments: ToldMoney[] = []
  const objects: DemoBody[] = []
  for (let month = 0; month < months; month += 1) {
    const [day, place] = [after(at, month * 30), `${key}m${month}`]
    const invoice = { id: `in_told_${place}`, object: 'invoice', currency: 'jpy', parent: { subscription_details: { subscription, metadata: { gift_id: giftId } } } }
    const isFailed = month + 1 === failsIn
    const state = {
      id: subscription, object: 'subscription', status: isFailed ? 'past_due' : 'active', pause_collection: null, metadata: { gift_id: giftId },
      items: { data: [{ current_period_end: Math.floor(after(day, 30).getTime() / 1000), quantity: 1, price: { unit_amount: amountYen, currency: 'jpy' } }] },
    }
    if (isFailed) {
      events.push(...triesOf(invoice, { amountYen, day, key: place }))
    } else {
      const intent = `pi_told_${place}`
      payments.push({ paymentIntentId: intent, at: day, amountYen, feeYen: feeOf(amountYen) })
      objects.push(...paidObjects({ intentId: intent, at: day, amountYen, feeYen: feeOf(amountYen), method: 'card', name, giftId }, null))
      events.push(
        toldEvent('invoice.paid', { ...invoice, amount_paid: amountYen, status_transitions: { paid_at: Math.floor(day.getTime() / 1000) } }, { at: day, key: place }),
        toldEvent('invoice_payment.paid', { object: 'invoice_payment', invoice: invoice.id, payment: { payment_intent: intent } }, { at: day, key: place }),
        toldEvent('charge.succeeded', { id: `ch_told_${place}`, object: 'charge', payment_intent: intent, payment_method_details: { type: 'card' } }, { at: day, key: place }),
      )
    }
    events.push(toldEvent('customer.subscription.updated', state, { at: day, key: place }))
    if (month + 1 < months) continue
    const newest = { invoiceId: invoice.id, from: day, until: after(day, 30), isPaid: !isFailed }
    objects.push(...subscriptionObjects({ subscriptionId: subscription, giftId, name, email, amountYen, startedAt: at, month: newest }))
  }
  return { events, payments, refunds: [], objects }
}

/** A month that could not be taken: tried again after three and after eight days, and then given up. */
function triesOf(invoice: object, { amountYen, day, key }: { amountYen: number; day: Date; key: string }): ToldEvent[] {
  return [0, 3, 8].map((days, tried, all) => {
    const next = all[tried + 1]
    const at = after(day, days)
    const next_payment_attempt = next === undefined ? null : Math.floor(after(day, next).getTime() / 1000)
    return toldEvent('invoice.payment_failed', { ...invoice, amount_due: amountYen, attempt_count: tried + 1, next_payment_attempt }, { at, key: `${key}t${tried}` })
  })
}

/** Made at the gateway, as staff does who does not know the page for it yet. */
function refundsOf({ refund }: ToldGift, payment: ToldMoney, { key, now }: { key: string; now: Date }): ToldStory['refunds'] {
  if (refund === undefined) return []
  const [at, refundId] = [new Date(now.getTime() - refund.daysAgo * dayMillis), `re_told_${key}`]
  const told = { id: refundId, object: 'refund', amount: refund.amountYen, currency: 'jpy', payment_intent: payment.paymentIntentId, status: 'succeeded', metadata: {} }
  return [{ ...payment, refundId, at, amountYen: -refund.amountYen, feeYen: 0, event: toldEvent('refund.created', told, { at, key }) }]
}

function refundAt([refund]: ToldStory['refunds']): { refundId: string; at: Date; amountYen: number } | null {
  return refund === undefined ? null : { refundId: refund.refundId, at: refund.at, amountYen: -refund.amountYen }
}

function after(at: Date, days: number): Date {
  return new Date(at.getTime() + days * dayMillis)
}
