import { yen } from '@sasaeai/domain/money/yen'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listFundingTargets } from './list-funding-targets.ts'
import { saveFundingTargets } from './save-funding-targets.ts'

let database: TestDatabase
let council: ACouncil

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterAll(() => database.drop())

test('targets stand per source over all and per area, and each save replaces only its own', async () => {
  const { deps, actors, fiscalYear } = council
  const [dues, chest] = [council.source('社協会費'), council.source('共同募金')]
  const save = (areaId: typeof hiyoshi | null, amounts: [typeof dues, number | null][]) =>
    saveFundingTargets(deps, actors.accountant, {
      fiscalYear,
      areaId,
      targets: amounts.map(([fundingSourceId, amount]) => ({ fundingSourceId, targetYen: amount === null ? null : yen(amount) })),
    })
  const hiyoshi = council.area('日吉校区')
  await save(null, [[dues, 20_000_000], [chest, 15_000_000]])
  await save(hiyoshi, [[dues, 400_000]])
  await save(null, [[dues, null], [chest, 16_000_000]])
  const targets = await listFundingTargets(deps, fiscalYear)
  expect(targets.toSorted((left, right) => left.targetYen - right.targetYen)).toMatchObject([
    { fundingSourceId: dues, areaId: hiyoshi, targetYen: 400_000, isOfCampaigns: false },
    { fundingSourceId: chest, areaId: null, targetYen: 16_000_000, isOfCampaigns: false },
  ])
  const events = await database.db.prisma.auditEvent.findMany({ where: { action: 'funding_target.save' }, orderBy: { id: 'asc' } })
  expect(events.at(-1)).toMatchObject({
    before: { [dues]: 20_000_000, [chest]: 15_000_000 },
    after: { [dues]: null, [chest]: 16_000_000 },
  })
})
