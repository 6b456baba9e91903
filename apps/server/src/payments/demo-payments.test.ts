import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { Deps } from '@sasaeai/api/deps'
import { startDemoWorker } from '@sasaeai/api/online-giving/demo/demo-worker'
import { applyDueEvents } from '@sasaeai/api/online-giving/event/apply-due-events'
import { readGivingFront } from '@sasaeai/api/online-giving/front/read-giving-front'
import { id } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { proofChallengeSchema } from '@sasaeai/domain/online-giving/abuse/proof'
import { beginProof } from '@sasaeai/domain/online-giving/abuse/solve-proof'
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
async function ask<Answer>(procedure: string, schema: z.ZodType<Answer>, input?: unknown): Promise<Answer> {
  const answer = await fetch(`${url}/trpc/${procedure}`, { method: 'POST', headers: { origin: url, 'content-type': 'application/json' }, ...(input === undefined ? {} : { body: JSON.stringify(input) }) })
  return z.object({ result: z.object({ data: schema }) }).parse(await answer.json()).result.data
}

const startedSchema = z.object({ ok: z.literal(true), value: z.object({ url: z.string(), access: z.string() }) })

test('in a demo council without keys a gift goes from the form over the pay page into the books, by the gateway’s own SDK', async () => {
  expect(await readGivingFront(deps)).toMatchObject({ isOpen: true, isDemo: true })
  const giftId = deps.newId()
  const proof = beginProof(await ask('giving.challenge', proofChallengeSchema))(10_000)
  const gift = { giftId, slug: 'katsudo', frequency: 'once', amountYen: 3000, giver: { kind: 'person', name: '支援 花子', email: 'hanako@example.jp' }, receiptWish: 'none', proof }
  const started = await ask('giving.start', startedSchema, gift)
  expect(started.value.url.startsWith(`${url}/demo-gateway/council/pay/`)).toBe(true)
  const page = await (await fetch(started.value.url)).text()
  expect(page).toContain('デモ')
  const paid = await fetch(started.value.url, { method: 'POST', redirect: 'manual', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'deed=card' })
  expect(paid.headers.get('location')).toBe(`${url}/thanks/${giftId}#${started.value.access}`)
  await expect.poll(async () => {
    await applyDueEvents(deps, () => {})
    const { rows } = await database.db.pool.query(`SELECT g.state, p.amount_yen AS yen FROM online_gift g LEFT JOIN online_payment p ON p.gift_id = g.id WHERE g.id = $1`, [giftId])
    return rows
  }, { timeout: 10_000 }).toEqual([{ state: 'paid', yen: 3_000 }])
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
