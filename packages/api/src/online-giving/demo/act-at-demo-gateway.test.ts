import { createDemoGateway, type DemoGateway } from '@sasaeai/stripe-gateway/demo/demo-gateway'
import { demoKeys } from '@sasaeai/stripe-gateway/demo/demo-keys'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Deps } from '../../deps.ts'
import { actAtDemoGateway } from './act-at-demo-gateway.ts'
import { demoStoreInDatabase } from './demo-store-in-database.ts'
import { readDemoAccounts } from './read-demo-accounts.ts'

let database: TestDatabase
let council: ACouncil
let demo: DemoGateway
let deps: Deps

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  demo = createDemoGateway({ store: demoStoreInDatabase(database.db), keys: demoKeys('a secret'), deliver: async () => 200 })
  deps = { ...council.deps, demoGateway: async () => demo }
})
afterAll(async () => {
  await demo.close()
  await database.drop()
})

const act = (deed: Parameters<typeof actAtDemoGateway>[2]['deed'], subjectId = '') =>
  actAtDemoGateway(deps, council.actors.accountant, { accountCode: 'council', deed, subjectId })

test('a month passes at the demo gateway, and who has let it pass is written down', async () => {
  const before = (await readDemoAccounts(deps))?.find(({ code }) => code === 'council')
  expect(before?.overview).toMatchObject({ payments: [], balanceYen: 0 })
  expect(await act('next_month')).toEqual({ ok: true, value: null })
  const after = (await readDemoAccounts(deps))?.[0]
  const days = (Date.parse(after?.overview.now ?? '') - Date.parse(before?.overview.now ?? '')) / 86_400_000
  expect(days).toBeGreaterThan(27)
  expect(days).toBeLessThan(32)
  expect(await database.db.prisma.auditEvent.findMany({ where: { subjectKind: 'demo_gateway' } })).toMatchObject([
    { action: 'demo_gateway.act', subjectId: 'council', reason: '次の月へ進める', actorId: council.actors.accountant.userId },
  ])
})

test('where there is nothing to do, nothing is done, and nothing written down', async () => {
  expect(await act('make_payout')).toEqual({ ok: false, code: 'demo_nothing_to_send' })
  for (const deed of ['fail_payout', 'win_dispute', 'lose_dispute', 'finish_refund', 'fail_refund', 'refuse_card', 'take_card', 'open_dispute'] as const) {
    expect(await act(deed, 'po_demo_none')).toEqual({ ok: false, code: 'demo_deed_too_late' })
  }
  expect(await actAtDemoGateway(deps, council.actors.accountant, { accountCode: 'nobody', deed: 'next_month', subjectId: '' })).toEqual({ ok: false, code: 'demo_gateway_absent' })
  expect(await database.db.prisma.auditEvent.count({ where: { subjectKind: 'demo_gateway' } })).toBe(1)
})

test('beside a real key there is none', async () => {
  const real: Deps = { ...council.deps, demoGateway: async () => null }
  expect([await readDemoAccounts(real), await readDemoAccounts(council.deps)]).toEqual([null, null])
  expect(await actAtDemoGateway(real, council.actors.accountant, { accountCode: 'council', deed: 'next_month', subjectId: '' })).toEqual({ ok: false, code: 'demo_gateway_absent' })
})
