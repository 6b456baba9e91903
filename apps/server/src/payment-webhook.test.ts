import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { aCouncil } from '@sasaeai/testing/a-council'
import { anOnlineGift } from '@sasaeai/testing/an-online-gift'
import { gatewaySays, type SaidEvent } from '@sasaeai/testing/gateway-says'
import { signatureOf } from '@sasaeai/stripe-gateway/event/webhook-signature'
import { signatureOfTests, tellingGateways } from '@sasaeai/testing/telling-gateways'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readEnvironment } from './environment.ts'
import { openLog } from './request-log.ts'
import { createWebApplication } from './web-application.ts'

let database: TestDatabase
let server: Server
let address: string
let paid: SaidEvent
const logged: string[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  const council = await aCouncil(database.db)
  const app = createWebApplication({
    environment: readEnvironment({ PUBLIC_URL: 'https://sasae.example' }),
    deps: { ...council.deps, gateways: tellingGateways() },
    log: openLog('debug', { write: (line) => logged.push(line) }),
    readSecret: async () => 'a secret of at least thirty-two characters',
    isStopping: () => false,
  })
  server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const where = server.address()
  address = `http://127.0.0.1:${typeof where === 'object' ? where?.port : ''}`
  paid = gatewaySays.paid({ giftId: await anOnlineGift(council), sessionId: 'cs_1', paymentIntentId: 'pi_1', amountYen: 3_000, at: '2026-10-15T00:00:00Z' })
})
afterAll(async () => {
  server.close()
  await database.drop()
})

const send = async (event: SaidEvent, { path = '/webhooks/payments/council', headers = {} }: { path?: string; headers?: Record<string, string> } = {}) =>
  (await fetch(address + path, {
    method: 'POST', body: new Uint8Array(event.body),
    headers: { 'content-type': 'application/json; charset=utf-8', 'stripe-signature': signatureOfTests(event), ...headers },
  })).status

test('what is signed is stored once, as it came, and answered 200 each time; nothing is booked in the request', async () => {
  expect(await Promise.all(Array.from({ length: 5 }, () => send(paid)))).toEqual([200, 200, 200, 200, 200])
  const events = await database.db.prisma.gatewayEvent.findMany()
  expect(events).toMatchObject([{ eventId: paid.eventId, type: 'checkout.session.completed', state: 'waiting', createdAt: new Date('2026-10-15T00:00:00Z') }])
  expect(Buffer.from(events[0]?.body ?? []).equals(paid.body)).toBe(true)
  expect(await database.db.prisma.onlinePayment.count()).toBe(0)
})

test('a page that is not ours may send it, because nothing but the signature counts', async () => {
  expect(await send(paid, { headers: { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' } })).toBe(200)
})

test.each([['without a signature', {}], ['with somebody else’s', { 'stripe-signature': 't=1795312800,v1=00' }]])('%s it is refused', async (_, headers) => {
  const answer = await fetch(`${address}/webhooks/payments/council`, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json', ...headers } })
  expect(answer.status).toBe(400)
})

test('what was signed more than five minutes ago, or with another account’s secret, is refused and not stored', async () => {
  const kept = await database.db.prisma.gatewayEvent.count()
  const { body } = paid
  const secret = 'whsec_of_tests'
  const overheard = signatureOf(body, { secret, now: new Date(Date.now() - 301_000) })
  const justInTime = signatureOf(body, { secret, now: new Date(Date.now() - 240_000) })
  const ofAnother = signatureOf(body, { secret: 'whsec_of_chest', now: new Date() })
  const sent = (signature: string) => send(paid, { headers: { 'stripe-signature': signature } })
  expect([await sent(overheard), await sent(justInTime), await sent(ofAnother)]).toEqual([400, 200, 400])
  expect(await database.db.prisma.gatewayEvent.count()).toBe(kept)
})

test('an account that nobody has a key for is not found, one byte changed is refused, and so is what is far too long', async () => {
  expect(await send(paid, { path: '/webhooks/payments/chest' })).toBe(404)
  const altered = { ...paid, body: Buffer.from(paid.body.toString().replace('3000', '9000')) }
  expect(await send(altered, { headers: { 'stripe-signature': signatureOfTests(paid) } })).toBe(400)
  expect(await send({ ...paid, body: Buffer.alloc(300_000, ' ') })).toBe(413)
  expect(await database.db.prisma.gatewayEvent.count()).toBe(1)
  expect(logged.join('')).not.toMatch(/hanako|pi_1|whsec|v1=/)
})
