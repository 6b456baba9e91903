import { describe, expect, it } from 'vitest'
import { signatureOf } from './event/webhook-signature.ts'
import { isMeaningfulType, readEnvelope, readFact, UnreadableEventError, verifyEvent } from './read-event.ts'

const giftId = '0198c0de-0000-7000-8000-000000000001'
const refundId = '0198c0de-0000-7000-8000-000000000002'
const created = 1_795_316_400
const at = '2026-11-22T03:00:00.000Z'
const metadata = { gift_id: giftId }

function bodyOf(type: string, object: object): Uint8Array {
  const event = {
    id: 'evt_1T0000000000000000000001', object: 'event', api_version: '2026-10-28.endive', created, livemode: false,
    pending_webhooks: 1, request: { id: null, idempotency_key: null }, type, data: { object },
  }
  return new TextEncoder().encode(JSON.stringify(event))
}

const read = (type: string, object: object) => readFact(bodyOf(type, object))

const session = {
  id: 'cs_test_a1', object: 'checkout.session', amount_subtotal: 3000, amount_total: 3000, client_reference_id: null,
  currency: 'jpy', customer: null, customer_details: { email: 'hanako@example.jp', name: null }, expires_at: created + 3600,
  invoice: null, livemode: false, locale: 'ja', metadata, mode: 'payment', payment_intent: 'pi_1',
  payment_method_types: ['card', 'konbini'], payment_status: 'paid', status: 'complete', submit_type: 'donate',
  subscription: null, ui_mode: 'hosted_page', url: null,
}
const monthly = { ...session, mode: 'subscription', payment_intent: null, subscription: 'sub_1', invoice: 'in_1' }

describe('what the pay page says', () => {
  const paid = { giftId, at, sessionId: 'cs_test_a1', paymentIntentId: 'pi_1', amountYen: 3000, currency: 'jpy' }

  it('is a payment only when it is paid', () => {
    expect(read('checkout.session.completed', session)).toEqual({ kind: 'checkout_paid', ...paid })
    expect(read('checkout.session.completed', { ...session, payment_status: 'unpaid' })).toEqual({
      kind: 'checkout_awaiting', ...paid, voucherUrl: null, payableUntil: null,
    })
    expect(read('checkout.session.completed', { ...session, payment_status: 'no_payment_required' })).toBeNull()
  })

  it('is paid or failed later', () => {
    expect(read('checkout.session.async_payment_succeeded', session)).toEqual({ kind: 'checkout_paid', ...paid })
    expect(read('checkout.session.async_payment_failed', { ...session, payment_status: 'unpaid' })).toMatchObject({
      kind: 'checkout_failed', ...paid, failure: expect.stringContaining('期限'),
    })
  })

  it('begins a monthly gift without its money, which comes by invoices', () => {
    expect(read('checkout.session.completed', monthly)).toEqual({
      kind: 'recurring_started', giftId, at, sessionId: 'cs_test_a1', subscriptionId: 'sub_1',
    })
    expect(read('checkout.session.async_payment_succeeded', monthly)).toBeNull()
    expect(read('checkout.session.async_payment_failed', monthly)).toBeNull()
    expect(read('checkout.session.completed', { ...session, mode: 'setup', payment_intent: null })).toBeNull()
  })

  it('expires', () => {
    const open = { ...session, payment_intent: null, payment_status: 'unpaid', status: 'expired' }
    expect(read('checkout.session.expired', open)).toEqual({ kind: 'checkout_expired', giftId, at, sessionId: 'cs_test_a1' })
  })

  it('names no gift of ours when it was opened by somebody else', () => {
    for (const other of [null, {}, { gift_id: 'x' }]) {
      expect(read('checkout.session.completed', { ...session, metadata: other })).toMatchObject({ giftId: null })
    }
  })

  it('says how to pay at a shop or by transfer, but keeps questions of cards to itself', () => {
    const intent = { id: 'pi_1', object: 'payment_intent', amount: 3000, currency: 'jpy', metadata, status: 'requires_action' }
    const slip = { type: 'konbini_display_details', konbini_display_details: { expires_at: created + 86_400, hosted_voucher_url: 'https://payments.stripe.com/konbini/voucher/x', stores: {} } }
    const transfer = { type: 'display_bank_transfer_instructions', display_bank_transfer_instructions: { hosted_instructions_url: 'https://payments.stripe.com/bank/x', amount_remaining: 3000 } }
    const awaiting = { kind: 'checkout_awaiting', giftId, at, sessionId: null, paymentIntentId: 'pi_1', amountYen: 3000, currency: 'jpy' }
    expect(read('payment_intent.requires_action', { ...intent, next_action: slip })).toEqual({
      ...awaiting, voucherUrl: 'https://payments.stripe.com/konbini/voucher/x', payableUntil: '2026-11-23T03:00:00.000Z',
    })
    expect(read('payment_intent.requires_action', { ...intent, next_action: transfer })).toEqual({
      ...awaiting, voucherUrl: 'https://payments.stripe.com/bank/x', payableUntil: null,
    })
    const card = { type: 'use_stripe_sdk', use_stripe_sdk: { type: 'three_d_secure_redirect' } }
    expect(read('payment_intent.requires_action', { ...intent, next_action: card })).toBeNull()
  })
})

describe('what is said about months', () => {
  const invoice = {
    id: 'in_1', object: 'invoice', amount_due: 1000, amount_paid: 1000, amount_remaining: 0, attempt_count: 1, attempted: true,
    billing_reason: 'subscription_cycle', collection_method: 'charge_automatically', currency: 'jpy', customer: 'cus_1',
    next_payment_attempt: null, status: 'paid', status_transitions: { finalized_at: created - 60, paid_at: created - 30 },
    parent: { type: 'subscription_details', quote_details: null, subscription_details: { subscription: 'sub_1', metadata } },
  }
  const month = { giftId, subscriptionId: 'sub_1', invoiceId: 'in_1', amountYen: 1000, currency: 'jpy' }

  it('is paid when it was paid, in what came by the gateway', () => {
    expect(read('invoice.paid', invoice)).toEqual({ kind: 'month_paid', ...month, at: '2026-11-22T02:59:30.000Z' })
    expect(read('invoice.paid', { ...invoice, amount_paid_off_stripe: 400 })).toMatchObject({ amountYen: 600 })
    expect(read('invoice.paid', { ...invoice, amount_paid: 0 })).toBeNull()
    expect(read('invoice.paid', { ...invoice, parent: null })).toBeNull()
  })

  it('fails, and is tried again or not', () => {
    const open = { ...invoice, amount_paid: 0, status: 'open', attempt_count: 2, next_payment_attempt: created + 259_200 }
    const failed = { kind: 'month_failed', ...month, attempts: 2, nextAttemptAt: '2026-11-25T03:00:00.000Z', at }
    expect(read('invoice.payment_failed', open)).toEqual(failed)
    expect(read('invoice.payment_failed', { ...open, next_payment_attempt: null })).toEqual({ ...failed, nextAttemptAt: null })
  })

  it('is linked to its payment', () => {
    const link = { id: 'inpay_1', object: 'invoice_payment', invoice: 'in_1', amount_paid: 1000, status: 'paid', payment: { type: 'payment_intent', payment_intent: 'pi_2' } }
    expect(read('invoice_payment.paid', link)).toEqual({ kind: 'month_linked', invoiceId: 'in_1', paymentIntentId: 'pi_2', at })
    expect(read('invoice_payment.paid', { ...link, payment: { type: 'charge', charge: 'ch_1' } })).toBeNull()
  })

  it('follows how the monthly gift stands', () => {
    const item = { id: 'si_1', current_period_start: created, current_period_end: 1_797_951_600, quantity: 1, price: { id: 'price_1', unit_amount: 1500, currency: 'jpy' } }
    const subscription = {
      id: 'sub_1', object: 'subscription', status: 'active', pause_collection: null, cancel_at_period_end: false, customer: 'cus_1',
      metadata, items: { object: 'list', data: [item] },
    }
    const changed = { kind: 'recurring_changed', giftId, subscriptionId: 'sub_1', amountYen: 1500, currency: 'jpy', at }
    const told = (type: string, change: object) => read(`customer.subscription.${type}`, { ...subscription, ...change })
    // 15:00 UTC is the next day in Tokyo.
    expect(told('updated', {})).toEqual({ ...changed, state: 'active', nextOn: '2026-12-23' })
    expect(told('updated', { cancel_at_period_end: true })).toEqual({ ...changed, state: 'active', nextOn: null })
    expect(told('updated', { pause_collection: { behavior: 'void', resumes_at: null } })).toEqual({ ...changed, state: 'paused', nextOn: null })
    expect(told('paused', { status: 'paused' })).toEqual({ ...changed, state: 'paused', nextOn: null })
    expect(told('resumed', {})).toMatchObject({ state: 'active' })
    expect(told('updated', { status: 'past_due' })).toEqual({ ...changed, state: 'past_due', nextOn: '2026-12-23' })
    expect(told('deleted', { status: 'canceled' })).toEqual({ ...changed, state: 'ended', nextOn: null })
    expect(told('updated', { status: 'incomplete' })).toBeNull()
  })
})

describe('what is said about payments', () => {
  it('is by what means they were made', () => {
    const charge = { id: 'ch_1', object: 'charge', amount: 3000, payment_intent: 'pi_1', payment_method_details: { type: 'konbini', konbini: {} } }
    expect(read('charge.succeeded', charge)).toEqual({ kind: 'charge', paymentIntentId: 'pi_1', chargeId: 'ch_1', method: 'konbini', at })
    expect(read('charge.succeeded', { ...charge, payment_intent: null })).toBeNull()
  })

  it('is how refunds stand', () => {
    const refund = { id: 're_1', object: 'refund', amount: 500, currency: 'jpy', charge: 'ch_1', payment_intent: 'pi_1', metadata: { refund_id: refundId }, status: 'succeeded', reason: null }
    const told = { kind: 'refund', gatewayRefundId: 're_1', paymentIntentId: 'pi_1', amountYen: 500, currency: 'jpy', refundId, at }
    expect(read('refund.created', refund)).toEqual({ ...told, state: 'succeeded', failure: '' })
    expect(read('refund.created', { ...refund, status: 'requires_action' })).toEqual({ ...told, state: 'pending', failure: '' })
    expect(read('refund.failed', { ...refund, status: 'failed', failure_reason: 'declined' })).toEqual({
      ...told, state: 'failed', failure: 'カード会社・銀行に断られ、返金できませんでした。',
    })
    expect(read('refund.updated', { ...refund, metadata: {}, status: 'canceled' })).toMatchObject({ state: 'failed', refundId: null })
  })

  it('is how disputes stand', () => {
    const dispute = { id: 'du_1', object: 'dispute', amount: 3000, currency: 'jpy', charge: 'ch_1', payment_intent: 'pi_1', reason: 'fraudulent', status: 'needs_response', evidence_details: { due_by: created + 604_800, has_evidence: false } }
    const told = (type: string, status: string) => read(`charge.dispute.${type}`, { ...dispute, status })
    expect(told('created', 'needs_response')).toEqual({
      kind: 'dispute', gatewayDisputeId: 'du_1', paymentIntentId: 'pi_1', amountYen: 3000, currency: 'jpy', state: 'open',
      reason: 'fraudulent', answerBy: '2026-11-29T03:00:00.000Z', at,
    })
    const states = ['under_review', 'warning_needs_response', 'won', 'warning_closed', 'prevented', 'lost', 'appeal_under_review']
    expect(states.map((status) => told('closed', status))).toMatchObject(
      ['open', 'open', 'won', 'won', 'won', 'lost', 'lost'].map((state) => ({ state })),
    )
  })

  it('is how payouts stand', () => {
    const payout = { id: 'po_1', object: 'payout', amount: 98_000, arrival_date: 1_795_478_400, currency: 'jpy', status: 'in_transit', failure_code: null, automatic: true }
    const told = { kind: 'payout', gatewayPayoutId: 'po_1', amountYen: 98_000, currency: 'jpy', arrivesOn: '2026-11-24', at }
    expect(read('payout.created', payout)).toEqual({ ...told, state: 'pending', failure: '' })
    expect(read('payout.paid', { ...payout, status: 'paid' })).toEqual({ ...told, state: 'paid', failure: '' })
    expect(read('payout.failed', { ...payout, status: 'failed', failure_code: 'account_closed' })).toEqual({
      ...told, state: 'failed', failure: '入金先の口座が解約されています。',
    })
    expect(read('payout.reconciliation_completed', { ...payout, status: 'paid' })).toEqual({ kind: 'payout_lines_ready', gatewayPayoutId: 'po_1', at })
  })
})

describe('an event', () => {
  it('of another kind means nothing', () => {
    expect(read('customer.created', { id: 'cus_1', object: 'customer' })).toBeNull()
    expect([isMeaningfulType('customer.created'), isMeaningfulType('invoice.paid')]).toEqual([false, true])
  })

  it('without what it has to have is refused, not guessed at', () => {
    expect(() => read('checkout.session.completed', { ...session, amount_total: 30.5 })).toThrow(UnreadableEventError)
    expect(() => read('checkout.session.completed', { ...session, payment_intent: null })).toThrow(/payment_intent/)
    expect(() => read('refund.created', session)).toThrow(UnreadableEventError)
    expect(() => readFact(new TextEncoder().encode('{"id":'))).toThrow(UnreadableEventError)
    expect(() => readFact(Uint8Array.of(0xff, 0xfe))).toThrow(UnreadableEventError)
  })

  it('is verified before anything in it is read', async () => {
    const secret = 'whsec_1'
    const now = new Date(at)
    const body = bodyOf('checkout.session.completed', session)
    const signature = signatureOf(body, { secret, now })
    expect(await verifyEvent(body, signature, { secret, now })).toEqual({
      id: 'evt_1T0000000000000000000001', type: 'checkout.session.completed', apiVersion: '2026-10-28.endive', account: null,
      livemode: false, createdAt: at,
    })
    expect(await verifyEvent(body, 't=1,v1=00', { secret, now })).toBeNull()
    const thin = new TextEncoder().encode('{"id":"evt_1","object":"v2.core.event"}')
    expect(await verifyEvent(thin, signatureOf(thin, { secret, now }), { secret, now })).toBeNull()
  })

  it('names the connected account that it came from', () => {
    const event = JSON.parse(new TextDecoder().decode(bodyOf('invoice.paid', {})))
    expect(readEnvelope(new TextEncoder().encode(JSON.stringify({ ...event, account: 'acct_1' })))).toMatchObject({ account: 'acct_1' })
  })
})
