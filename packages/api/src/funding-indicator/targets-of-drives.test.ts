import { yen } from '@sasaeai/domain/money/yen'
import { type ACouncil, aCouncil } from '@sasaeai/testing/a-council'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listFundingTargets } from '../ledger/list-funding-targets.ts'
import { saveFundingTargets } from '../ledger/save-funding-targets.ts'
import { fundingCube } from './funding-cube-queries.ts'
import { fundingDashboard } from './funding-dashboard-queries.ts'

let database: TestDatabase
let council: ACouncil

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterAll(() => database.drop())

test('the goals of the year’s drives take the place of what was set by source, in every figure, and another body’s do not', async () => {
  const { deps, actors, fiscalYear } = council
  const { prisma } = database.db
  const chest = council.source('共同募金')
  const seen = async () => {
    const [targets, dashboard, cube] = await Promise.all([listFundingTargets(deps, fiscalYear), fundingDashboard(deps, { fiscalYear }), fundingCube(deps)])
    return {
      set: targets.map(({ targetYen, isOfCampaigns }) => [targetYen, isOfCampaigns]),
      dashboard: dashboard.sources.find(({ sourceId }) => sourceId === chest)?.targetYen,
      cube: cube.targets.map((target) => target[3]),
    }
  }
  const targets = [{ fundingSourceId: chest, targetYen: yen(16_000_000) }]
  await saveFundingTargets(deps, actors.accountant, { fiscalYear, areaId: null, targets })
  await prisma.campaign.updateMany({ where: { drive: 'year_end_mutual_aid' }, data: { drive: 'other', goalYen: 5_000n } })
  expect(await seen()).toEqual({ set: [[16_000_000, false]], dashboard: 16_000_000, cube: [16_000_000] })
  await prisma.campaign.updateMany({ where: { drive: 'red_feather' }, data: { goalYen: 14_500_000n } })
  expect(await seen()).toEqual({ set: [[14_500_000, true]], dashboard: 14_500_000, cube: [14_500_000] })
  // Taken away again, what was set by source counts as before.
  await prisma.campaign.updateMany({ where: { drive: 'red_feather' }, data: { goalYen: null } })
  expect(await seen()).toEqual({ set: [[16_000_000, false]], dashboard: 16_000_000, cube: [16_000_000] })
})
