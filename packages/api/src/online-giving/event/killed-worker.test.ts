import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { aCouncil } from '@sasaeai/testing/a-council'
import { anOnlineGift } from '@sasaeai/testing/an-online-gift'
import { startEventApplier } from '@sasaeai/testing/event-applier'
import { gatewaySays } from '@sasaeai/testing/gateway-says'
import { tell, tellingGateways } from '@sasaeai/testing/telling-gateways'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const gifts = 16

test('a worker that is killed with kill -9, again and again, leaves nothing half: one entry, one supporter, one receipt and one mail per gift', async () => {
  const council = await aCouncil(database.db)
  const { prisma } = database.db
  const deps = { ...council.deps, gateways: tellingGateways() }
  for (let n = 0; n < gifts; n += 1) {
    const giftId = await anOnlineGift(council, { name: `寄附者 ${n}`, email: `giver${n}@example.jp` })
    const paid = gatewaySays.paid({ giftId, sessionId: `cs_${n}`, paymentIntentId: `pi_${n}`, amountYen: 3_000, at: '2026-10-15T00:00:00Z' })
    await tell(deps, [gatewaySays.charged({ paymentIntentId: `pi_${n}`, at: '2026-10-15T00:00:00Z' }), paid, paid])
  }
  const left = async () => (await prisma.gatewayEvent.count({ where: { state: 'waiting' } })) + gifts - (await prisma.onlinePayment.count({ where: { care: 'done' } }))
  const seen = new Set<number>()
  let kills = 0
  for (let millis = 400; (await left()) > 0; millis += 300) {
    const worker = await startEventApplier(database.ownerUrl)
    const exit = once(worker, 'exit')
    // Each lives a little longer, so that it comes to an end, and is killed wherever it happens to be.
    const endsAt = performance.now() + millis
    while (performance.now() < endsAt && (await left()) > 0) await pause(20)
    worker.kill('SIGKILL')
    await exit
    seen.add(await left())
    kills += 1
  }
  expect(kills).toBeGreaterThan(1)
  // It was killed with some done and some not.
  expect(seen.size).toBeGreaterThan(1)
  const [entries, payments, supporters, receipts, mails, turns, charges] = [
    await prisma.journalEntry.count(), await prisma.onlinePayment.count({ where: { method: 'card' } }), await prisma.supporter.count(),
    await prisma.receipt.count(), await prisma.outgoingMail.count({ where: { kind: 'online_thanks', attachments: { some: {} } } }),
    await prisma.outgoingMailTurn.count(), await prisma.gatewayEvent.count({ where: { state: 'applied' } }),
  ]
  expect([entries, payments, supporters, receipts, mails, turns, charges]).toEqual([gifts, gifts, gifts, gifts, gifts, gifts, 2 * gifts])
  const numbers = await prisma.journalEntry.findMany({ select: { entryNumber: true }, orderBy: { entryNumber: 'asc' } })
  expect(numbers.map(({ entryNumber }) => entryNumber)).toEqual(Array.from({ length: gifts }, (_, place) => place + 1))
})
