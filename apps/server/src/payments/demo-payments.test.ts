import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { Deps } from '@sasaeai/api/deps'
import { startDemoWorker } from '@sasaeai/api/online-giving/demo/demo-worker'
import { applyDueEvents } from '@sasaeai/api/online-giving/event/apply-due-events'
import { readGivingFront } from '@sasaeai/api/online-giving/front/read-giving-front'
import { listOnlineGifts } from '@sasaeai/api/online-giving/gift/list-online-gifts'
import { readGiftStatus } from '@sasaeai/api/online-giving/gift/read-gift-status'
import { id } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { proofChallengeSchema } from '@sasaeai/domain/online-giving/abuse/proof'
import { beginProof } from '@sasaeai/domain/online-giving/abuse/solve-proof'
import { onlineGiftListSchema } from '@sasaeai/domain/online-giving/gift/online-gift-list-input'
import { aCouncil } from '@sasaeai/testing/a-council'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { readEnvironment } from '../environment.ts'
import { openLog } from '../request-log.ts'
import { StartUpRefusal } from '../start-up-refusal.ts'
import { createWebApplication } from '../web-application.ts'
import { openPayments, paymentDoor } from './open-payments.ts'
import { serverGateways } from './server-gateways.ts'

let database: TestDatabase
let server: Server
let url: string
let deps: Deps
let stop: () => Promise<void>

beforeEach(async () => {
  database = await createTestDatabase()
  const council = await aCouncil(database.db)
  const now = () => new Date()
  const gateways = serverGateways(now)
  const door = paymentDoor()
  deps = { ...council.deps, now, gateways, demoGateway: door.gateway }
  const environment = readEnvironment({})
  const app = createWebApplication({ environment, deps, log: openLog('silent'), readSecret: async () => 'a secret of at least thirty-two characters', isStopping: () => false, demoGateway: door.handle })
  server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  url = `http://localhost:${port}`
  await openPayments({ deps, environment, gateways, door, place: () => ({ host: '127.0.0.1', port }) })
  stop = async () => door.demo?.stop()
})
afterEach(async () => {
  await stop()
  server.closeAllConnections()
  server.close()
  await database.drop()
})

/** Asks the site as its pages do. */
async function ask<Answer>(procedure: string, schema: z.ZodType<Answer>, input: unknown): Promise<Answer> {
  const answer = await fetch(`${url}/trpc/${procedure}`, { method: 'POST', headers: { origin: url, 'content-type': 'application/json' }, body: JSON.stringify(input) })
  return z.object({ result: z.object({ data: schema }) }).parse(await answer.json()).result.data
}

/** Fills in a gift of 3,000円 as far as the pay page. */
async function start() {
  const [giftId, visitId] = [deps.newId(), deps.newId()]
  const proof = beginProof(await ask('giving.challenge', proofChallengeSchema, { visitId }))(10_000)
  const gift = { giftId, visitId, slug: 'katsudo', frequency: 'once', amountYen: 3000, giver: { kind: 'person', name: '支援 花子', email: 'hanako@example.jp' }, receiptWish: 'none', proof }
  const { value: { url: payUrl, access } } = await ask('giving.start', startedSchema, gift)
  return { giftId, payUrl, access }
}

/** Presses a button on a page of the demo gateway. @returns where that leads. */
async function press(page: string, deed: string): Promise<string | null> {
  const answer = await fetch(page, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ deed }) })
  return answer.headers.get('location')
}

/** How a gift stands once everything that was told is applied. */
async function standingOf(giftId: string): Promise<unknown[]> {
  await applyDueEvents(deps, () => {})
  const { rows } = await database.db.pool.query(
    `SELECT g.state, p.amount_yen AS yen, p.method, (SELECT count(*)::int FROM journal_entry e WHERE e.id = p.entry_id) AS entries
     FROM online_gift g LEFT JOIN online_payment p ON p.gift_id = g.id WHERE g.id = $1`, [giftId])
  return rows
}

const startedSchema = z.object({ ok: z.literal(true), value: z.object({ url: z.string(), access: z.string() }) })

test('in a demo council without keys a gift goes from the form over the pay page into the books, by the gateway’s own SDK', async () => {
  expect(await readGivingFront(deps)).toMatchObject({ isOpen: true, isDemo: true })
  const { giftId, payUrl, access } = await start()
  expect(payUrl.startsWith(`${url}/demo-gateway/council/pay/`)).toBe(true)
  const page = await (await fetch(payUrl)).text()
  expect(page).toContain('デモ')
  expect(await press(payUrl, 'card')).toBe(`${url}/thanks/${giftId}#${access}`)
  await expect.poll(() => standingOf(giftId), { timeout: 10_000 }).toEqual([{ state: 'paid', yen: 3_000, method: 'card', entries: 1 }])
})

test('銀行振込 is awaited and in the books once it has come; PayPay is in the books at once', async () => {
  const [later, atOnce] = [await start(), await start()]
  const instructions = `${url}${await press(later.payUrl, 'transfer')}`
  const wallet = `${url}${await press(atOnce.payUrl, 'paypay')}`
  expect(await press(wallet, 'approve')).toBe(`${url}/thanks/${atOnce.giftId}#${atOnce.access}`)
  await expect.poll(() => standingOf(atOnce.giftId), { timeout: 10_000 }).toEqual([{ state: 'paid', yen: 3_000, method: 'paypay', entries: 1 }])
  await expect.poll(() => standingOf(later.giftId), { timeout: 10_000 }).toEqual([{ state: 'awaiting', yen: null, method: null, entries: 0 }])
  expect(await readGiftStatus(deps, { giftId: id(later.giftId), access: later.access })).toMatchObject({ state: 'awaiting', voucherUrl: instructions, payableUntil: null, method: '' })
  await press(instructions, 'pay')
  await expect.poll(() => standingOf(later.giftId), { timeout: 10_000 }).toEqual([{ state: 'paid', yen: 3_000, method: 'customer_balance', entries: 1 }])
  expect(await readGiftStatus(deps, { giftId: id(later.giftId), access: later.access })).toMatchObject({ state: 'paid', method: 'customer_balance' })
  const { rows } = await listOnlineGifts(deps, onlineGiftListSchema.parse({ method: 'customer_balance' }))
  expect(rows).toMatchObject([{ giftId: later.giftId, methods: ['customer_balance'] }])
})

test('with a key the demo gateway is not there, and a council that is no demo takes nothing without one', async () => {
  const gateways = serverGateways(() => new Date())
  const parts = { deps, gateways, door: paymentDoor(), place: () => ({ host: '', port: 0 }) }
  await openPayments({ ...parts, environment: readEnvironment({ STRIPE_SECRET_KEY: 'sk_test_abc', STRIPE_WEBHOOK_SECRET: 'whsec_abc' }) })
  expect([gateways.of('council')?.mode, gateways.of('chest'), parts.door.demo]).toEqual(['test', null, null])
  await database.db.pool.query('UPDATE council SET is_demo = false')
  const real = { ...parts, gateways: serverGateways(() => new Date()) }
  await openPayments({ ...real, environment: readEnvironment({}) })
  expect([real.gateways.of('council'), real.door.demo]).toEqual([null, null])
  await expect(openPayments({ ...real, environment: readEnvironment({ STRIPE_SECRET_KEY: 'sk_test_abc', STRIPE_WEBHOOK_SECRET: 'whsec_abc' }) })).rejects.toBeInstanceOf(StartUpRefusal)
})

test('STRIPE_API_HOST, _PORT and _PROTOCOL lead the real gateway’s SDK elsewhere; what breaks on the way opens one page, under one key', async () => {
  const seen: { path: string; key: string; authorization: string }[] = []
  // It refuses for now, hangs up with the order in its hands, and then says again what it has done.
  const made = new Map<string, object>()
  const elsewhere = createServer((request, response) => {
    const [path, key] = [request.url ?? '', String(request.headers['idempotency-key'])]
    seen.push({ path, key, authorization: request.headers.authorization ?? '' })
    const times = seen.filter((other) => other.key === key).length
    if (times === 1) return void response.writeHead(429, { 'content-type': 'application/json' }).end('{"error":{"type":"invalid_request_error","message":"slow down"}}')
    const body = made.get(key) ?? (path === '/v1/customers' ? { id: `cus_${made.size}`, object: 'customer' } : { id: `cs_${made.size}`, object: 'checkout.session', url: 'https://checkout.example/1', expires_at: 1_795_320_000 })
    made.set(key, body)
    return times === 2 ? void request.socket.destroy() : void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }).listen(0, '127.0.0.1')
  await once(elsewhere, 'listening')
  const address = elsewhere.address()
  const port = typeof address === 'object' ? address?.port : 0
  const real = { deps, gateways: serverGateways(() => new Date()), door: paymentDoor(), place: () => ({ host: '', port: 0 }) }
  await openPayments({
    ...real,
    environment: readEnvironment({ STRIPE_SECRET_KEY: 'sk_test_abc', STRIPE_WEBHOOK_SECRET: 'whsec_abc', STRIPE_API_HOST: '127.0.0.1', STRIPE_API_PORT: String(port), STRIPE_API_PROTOCOL: 'http' }),
  })
  const order = { giftId: id<'OnlineGiftId'>(deps.newId()), amountYen: yen(3000), frequency: 'once', name: '善意の寄附', email: 'hanako@example.jp', locale: 'ja', successUrl: `${url}/thanks`, cancelUrl: `${url}/give`, expiresAt: new Date('2026-11-22T04:00:00Z') } as const
  // Nobody waits for ever: what was not answered in time is asked for again later, under the same key.
  let opened = await real.gateways.of('council')?.openCheckout(order, 'key-1')
  for (let again = 0; opened?.ok === false && again < 3; again += 1) opened = await real.gateways.of('council')?.openCheckout(order, 'key-1')
  expect(opened).toMatchObject({ ok: true, value: { sessionId: 'cs_1' } })
  expect([...made.keys()]).toEqual(['key-1-customer', 'key-1'])
  expect(new Set(seen.map(({ authorization }) => authorization))).toEqual(new Set(['Bearer sk_test_abc']))
  expect([real.gateways.of('council')?.mode, real.door.demo]).toEqual(['test', null])
  elsewhere.closeAllConnections()
  elsewhere.close()
})

test('what fell due while the server was down happens at the next start, and what was not taken is sent again', async () => {
  const demo = await deps.demoGateway?.()
  const opened = await deps.gateways?.of('council')?.openCheckout({
    giftId: id<'OnlineGiftId'>(deps.newId()), amountYen: yen(3000), frequency: 'monthly', name: '善意の寄附', email: 'hanako@example.jp', locale: 'ja',
    successUrl: `${url}/thanks`, cancelUrl: `${url}/give`, expiresAt: new Date(Date.now() + 3_600_000),
  }, 'key-1')
  await fetch(opened?.ok === true ? opened.value.url : '', { method: 'POST', redirect: 'manual', body: new URLSearchParams({ deed: 'card' }) })
  expect(await demo?.overview('council')).toMatchObject({ subscriptions: [{ amountYen: 3000, status: 'active' }], balanceYen: 2892, waitingEvents: 0 })
  const stored = await deps.db.prisma.gatewayEvent.findMany({ orderBy: { eventId: 'asc' } })
  expect(stored.map(({ type }) => type)).toEqual([
    'customer.subscription.created', 'charge.succeeded', 'payment_intent.succeeded', 'invoice.paid', 'invoice_payment.paid',
    'customer.subscription.updated', 'checkout.session.completed',
  ])
  // As if it had been stopped a while ago, before anybody had answered.
  await deps.db.pool.query(`UPDATE demo_gateway_object SET kind = 'event_waiting', body = body || '{"pending_webhooks": 1}' WHERE kind = 'event'`)
  await deps.db.pool.query(
    `UPDATE demo_gateway_object SET body = jsonb_set(body, '{items,data,0,current_period_end}', to_jsonb(extract(epoch FROM now())::bigint - 86400)) WHERE kind = 'subscription'`,
  )
  const worker = startDemoWorker({ deps, onFault: (error) => { throw error } })
  await expect.poll(async () => (await demo?.overview('council'))?.payments.length, { timeout: 10_000 }).toBe(2)
  await worker.stop()
  // What was taken before is taken once more, and is the same event.
  const types = (await deps.db.prisma.gatewayEvent.findMany({ orderBy: { eventId: 'asc' } })).map(({ type }) => type)
  expect(types.slice(stored.length)).toEqual(['charge.succeeded', 'payment_intent.succeeded', 'invoice.paid', 'invoice_payment.paid', 'customer.subscription.updated'])
  expect(await demo?.overview('council')).toMatchObject({ waitingEvents: 0 })
})
