import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { id } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { GatewayUnreachableError } from './gateway-unreachable-error.ts'
import { createStripeGateway, modeOfKey } from './stripe-gateway.ts'

interface Seen {
  readonly method: string
  readonly url: string
  readonly key: string | undefined
  readonly version: string | undefined
  readonly form: URLSearchParams
}

let server: Server
let seen: Seen[]
/** What the gateway answers, one after the other; the last one from then on. */
let answers: ((response: ServerResponse) => void)[]

const says = (status: number, body: object | string) => (response: ServerResponse) => {
  response.writeHead(status, { 'content-type': typeof body === 'string' ? 'text/html' : 'application/json' })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}
const refuses = (status: number, error: object) => says(status, { error: { type: 'invalid_request_error', ...error } })
const hangsUp = (response: ServerResponse) => void response.socket?.destroy()
const isSilent = () => undefined

const session = { id: 'cs_test_1', object: 'checkout.session', url: 'https://checkout.stripe.com/c/pay/cs_test_1', expires_at: 1_795_320_000 }
const customer = { id: 'cus_1', object: 'customer' }
const refund = { id: 're_1', object: 'refund', status: 'succeeded' }

beforeEach(async () => {
  seen = []
  answers = []
  server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let form = ''
  for await (const part of request) form += part
  const { headers, method = '', url = '' } = request
  seen.push({ method, url, key: headers['idempotency-key']?.toString(), version: headers['stripe-version']?.toString(), form: new URLSearchParams(form) })
  const next = answers.length > 1 ? answers.shift() : answers[0]
  next?.(response)
}

function gatewayAt(timeoutMillis = 2000) {
  const address = server.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  return createStripeGateway({ secretKey: 'sk_test_x', host: '127.0.0.1', port, protocol: 'http', timeoutMillis })
}

const wanted = {
  giftId: id<'OnlineGiftId'>('0198c0de-0000-7000-8000-000000000001'),
  amountYen: yen(3000),
  frequency: 'once',
  name: '善意の寄附',
  email: 'hanako@example.jp',
  locale: 'ja',
  successUrl: 'https://shakyo.example.jp/thanks',
  cancelUrl: 'https://shakyo.example.jp/give',
  expiresAt: new Date('2026-11-22T04:00:00Z'),
} as const
const back = { paymentIntentId: 'pi_1', amountYen: yen(500), refundId: id<'OnlineRefundId'>('0198c0de-0000-7000-8000-000000000002') }

describe('a pay page', () => {
  it('is asked for under the key and in the version that are ours, with the amount that the server has set', async () => {
    answers = [says(200, customer), says(200, session)]
    expect(await gatewayAt().openCheckout(wanted, 'key-1')).toEqual({
      ok: true, value: { sessionId: 'cs_test_1', url: session.url, expiresAt: '2026-11-22T04:00:00.000Z' },
    })
    const [payer, call] = seen
    expect(payer).toMatchObject({ method: 'POST', url: '/v1/customers', key: 'key-1-customer', version: '2026-10-28.endive' })
    expect(Object.fromEntries(payer?.form ?? [])).toEqual({ 'email': 'hanako@example.jp', 'metadata[gift_id]': wanted.giftId })
    expect(call).toMatchObject({ method: 'POST', url: '/v1/checkout/sessions', key: 'key-1', version: '2026-10-28.endive' })
    expect(Object.fromEntries(call?.form ?? [])).toEqual({
      'ui_mode': 'hosted_page',
      'submit_type': 'donate',
      'mode': 'payment',
      'line_items[0][quantity]': '1',
      'line_items[0][price_data][currency]': 'jpy',
      'line_items[0][price_data][unit_amount]': '3000',
      'line_items[0][price_data][product_data][name]': '善意の寄附',
      'client_reference_id': wanted.giftId,
      'customer': 'cus_1',
      'locale': 'ja',
      'success_url': wanted.successUrl,
      'cancel_url': wanted.cancelUrl,
      'expires_at': '1795320000',
      'metadata[gift_id]': wanted.giftId,
      'payment_intent_data[metadata][gift_id]': wanted.giftId,
      'payment_intent_data[description]': '善意の寄附',
    })
  })

  it('of a monthly gift has its months carry the gift', async () => {
    answers = [says(200, session)]
    await gatewayAt().openCheckout({ ...wanted, frequency: 'monthly' }, 'key-1')
    const form = Object.fromEntries(seen[0]?.form ?? [])
    expect(seen).toHaveLength(1)
    expect(form).toMatchObject({
      'mode': 'subscription',
      'customer_email': 'hanako@example.jp',
      'line_items[0][price_data][recurring][interval]': 'month',
      'subscription_data[metadata][gift_id]': wanted.giftId,
    })
    expect(Object.keys(form).filter((name) => name.startsWith('payment_intent_data'))).toEqual([])
  })
})

describe('an answer', () => {
  it.each([
    ['a full queue', refuses(429, { message: 'Too many requests' })],
    ['a lock', refuses(409, { code: 'idempotency_key_in_use', message: 'in use' })],
    ['a pause for maintenance', says(503, '<html>Service Unavailable</html>')],
    ['a connection that breaks', hangsUp],
  ])('is asked for again after %s, under the same key', async (_name, first) => {
    answers = [first, says(200, refund)]
    expect(await gatewayAt().refund(back, 'key-1')).toEqual({ ok: true, value: { gatewayRefundId: 're_1' } })
    expect(new Set(seen.map(({ key }) => key))).toEqual(new Set(['key-1']))
    expect(seen.length).toBeGreaterThan(1)
  })

  it('that does not come is not final: the same key is asked for another time', async () => {
    answers = [isSilent]
    expect(await gatewayAt(100).refund(back, 'key-1')).toEqual({
      ok: false, isFinal: false, message: '決済会社から答えがありません。しばらくして、もう一度たずねます。',
    })
    expect(seen).toHaveLength(3)
  })

  it('of a fault inside is not asked for at once again: under its key it would only be repeated', async () => {
    answers = [refuses(500, { type: 'api_error', message: 'An unknown error occurred' })]
    expect(await gatewayAt().refund(back, 'key-1')).toMatchObject({ ok: false, isFinal: false })
    expect(seen).toHaveLength(1)
  })

  it.each([
    ['charge_already_refunded', 'この決済は、すでに全額が返金されています。'],
    ['charge_disputed', '異議申立てがあった決済は、返金できません。'],
    ['something_new', '決済会社に断られました（something_new：no）'],
  ])('of %s is final, in words of the office', async (code, message) => {
    answers = [refuses(400, { code, message: 'no' })]
    expect(await gatewayAt().refund(back, 'key-1')).toEqual({ ok: false, isFinal: true, message })
    expect(seen).toHaveLength(1)
  })

  it('of a key that is wrong is not final, because the key can be put right', async () => {
    answers = [refuses(401, { message: 'Invalid API Key provided' })]
    expect(await gatewayAt().refund(back, 'key-1')).toMatchObject({ ok: false, isFinal: false, message: expect.stringContaining('STRIPE_SECRET_KEY') })
    answers = [refuses(403, { message: 'The provided key does not have the required permissions' })]
    expect(await gatewayAt().refund(back, 'key-1')).toMatchObject({ ok: false, isFinal: false, message: expect.stringContaining('権限') })
  })

  it.each([
    ['a 404 without an error, which the SDK hands on as if it were one', says(404, { message: 'not found' })],
    ['another object', says(200, session)],
    ['nothing', says(200, {})],
  ])('is none when it is %s', async (_name, strange) => {
    answers = [strange]
    expect(await gatewayAt().refund(back, 'key-1')).toEqual({
      ok: false, isFinal: false, message: '決済会社の答えを読めませんでした。しばらくして、もう一度たずねます。',
    })
  })
})

describe('a list', () => {
  const line = { id: 'txn_1', object: 'balance_transaction', amount: 3000, fee: 108, currency: 'jpy', created: 1_795_316_400, description: null, type: 'charge', source: { id: 'ch_1', object: 'charge', payment_intent: 'pi_1' } }
  const page = (data: object[], more: boolean) => says(200, { object: 'list', data, has_more: more, url: '/v1/balance_transactions' })

  async function linesOf() {
    const lines = []
    for await (const one of gatewayAt().payoutLines('po_1')) lines.push(one)
    return lines
  }

  it('of a payout’s lines says what each is about, and leaves out the payout itself', async () => {
    const about = (object: string, idOfIt: string) => ({ id: idOfIt, object, payment_intent: 'pi_2' })
    answers = [page([
      line,
      { ...line, id: 'txn_2', type: 'payment', source: { id: 'py_1', object: 'charge', payment_intent: 'pi_2' } },
      { ...line, id: 'txn_3', type: 'payment_refund', amount: -500, fee: 0, source: about('refund', 're_1') },
      { ...line, id: 'txn_4', type: 'adjustment', amount: -3000, fee: 1500, source: about('dispute', 'du_1') },
      { ...line, id: 'txn_5', type: 'adjustment', amount: 3000, fee: 0, source: about('dispute', 'du_1') },
      { ...line, id: 'txn_6', type: 'refund_failure', amount: 500, fee: 0, source: about('refund', 're_1') },
    ], true), page([
      { ...line, id: 'txn_7', type: 'stripe_fee', amount: -330, fee: 0, source: null, description: 'Radar' },
      { ...line, id: 'txn_8', type: 'payout', amount: -9000, fee: 0, source: { id: 'po_1', object: 'payout' } },
      { ...line, id: 'txn_9', type: 'reserve_hold', amount: -100, fee: 0, source: null },
    ], false)]
    expect((await linesOf()).map(({ kind, sourceId, grossYen, feeYen }) => [kind, sourceId, grossYen, feeYen])).toEqual([
      ['payment', 'pi_1', 3000, 108],
      ['payment', 'pi_2', 3000, 108],
      ['refund', 're_1', -500, 0],
      ['dispute', 'du_1', -3000, 1500],
      ['dispute_reversal', 'du_1', 3000, 0],
      ['refund_failure', 're_1', 500, 0],
      ['fee', '', 0, 330],
      ['adjustment', '', -100, 0],
    ])
    expect(seen.map(({ url }) => new URL(url, 'http://x').searchParams.get('starting_after'))).toEqual([null, 'txn_6'])
    expect(new URL(seen[0]?.url ?? '', 'http://x').searchParams.get('expand[0]')).toBe('data.source')
  })

  it('that breaks off says so, so that nobody takes its beginning for the whole', async () => {
    answers = [page([line], true), refuses(500, { type: 'api_error', message: 'no' })]
    await expect(linesOf()).rejects.toThrow(GatewayUnreachableError)
  })
})

describe('a key', () => {
  it('says whose money it moves', () => {
    expect(['sk_live_1', 'rk_live_1', 'sk_test_1', 'sk_demo_council.x', 'pk_live_1', 'sk_live_', ''].map(modeOfKey)).toEqual([
      'live', 'live', 'test', 'demo', null, null, null,
    ])
    expect(() => createStripeGateway({ secretKey: 'pk_live_1' })).toThrow(RangeError)
  })
})
