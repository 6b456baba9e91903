import type { PaymentGateways } from '@sasaeai/stripe-gateway/payment-gateways'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aGateway } from '@sasaeai/testing/a-gateway'
import { anOnlineGift } from '@sasaeai/testing/an-online-gift'
import { gatewaySays, type SaidEvent } from '@sasaeai/testing/gateway-says'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { tell, tellingGateways } from '@sasaeai/testing/telling-gateways'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Deps } from '../../deps.ts'
import { fetchMissedEvents } from './fetch-missed-events.ts'

let database: TestDatabase
let council: ACouncil
let heard: SaidEvent
let missed: SaidEvent
let askedSince: Date[]

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  const giftId = await anOnlineGift(council)
  heard = gatewaySays.paid({ giftId, sessionId: 'cs_1', paymentIntentId: 'pi_1', amountYen: 3_000, at: '2026-10-15T00:00:00Z' })
  missed = gatewaySays.paid({ giftId: await anOnlineGift(council), sessionId: 'cs_2', paymentIntentId: 'pi_2', amountYen: 3_000, at: '2026-10-15T00:01:00Z' })
  askedSince = []
})
afterEach(() => database.drop())

const eventIds = async () => (await database.db.prisma.gatewayEvent.findMany({ orderBy: { createdAt: 'asc' } })).map(({ eventId }) => eventId)

/** A gateway that remembers what it has said. */
function remembering(mode: 'live' | 'demo', said: readonly { eventId: string; body: Uint8Array }[]): Deps {
  const gateway = aGateway().gateways.of('council')
  if (gateway === null) throw new Error('there is no gateway')
  async function* eventsSince(since: Date) {
    askedSince.push(since)
    yield* said
  }
  const gateways: PaymentGateways = { of: (code) => (code === 'council' ? { ...gateway, mode, eventsSince } : null), verify: async () => null }
  return { ...council.deps, gateways }
}

test('what did not come is fetched; what came stays as it is', async () => {
  await tell({ ...council.deps, gateways: tellingGateways() }, [heard])
  await fetchMissedEvents(remembering('live', [missed, heard]), (error) => { throw error })
  expect(await eventIds()).toEqual([heard.eventId, missed.eventId])
  const now = council.deps.now().getTime()
  const days = 86_400_000
  expect(askedSince).toEqual([new Date(Math.max(now - 30 * days, Math.min(now - 4 * days, Date.parse('2026-10-14T00:00:00Z'))))])
})

test('what was made in the words of another version waits for the webhook, and the demo gateway is not asked', async () => {
  const other = { ...missed, body: new TextEncoder().encode(new TextDecoder().decode(missed.body).replace(/"api_version":"[^"]*"/, '"api_version":"2020-08-27"')) }
  await fetchMissedEvents(remembering('live', [other]), (error) => { throw error })
  await fetchMissedEvents(remembering('demo', [missed]), (error) => { throw error })
  expect(await eventIds()).toEqual([])
  expect(askedSince).toHaveLength(1)
})

test('a gateway that breaks off is told of, and keeps what came before', async () => {
  const deps = remembering('live', [])
  const gateways: PaymentGateways = { of: (code) => { const gateway = deps.gateways?.of(code) ?? null; return gateway === null ? null : { ...gateway, eventsSince: breakingOff } }, verify: async () => null }
  const faults: unknown[] = []
  await fetchMissedEvents({ ...deps, gateways }, (error) => faults.push(error))
  expect([await eventIds(), faults.length]).toEqual([[missed.eventId], 1])
})

async function* breakingOff() {
  yield missed
  throw new Error('the list broke off')
}
