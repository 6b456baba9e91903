import { yen } from '@sasaeai/domain/money/yen'
import { type ACouncil, aCouncil } from '@sasaeai/testing/a-council'
import { setGoals } from '@sasaeai/testing/a-drive'
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

test('the goals of a district and of all below it are its target, as soon as they are saved; without goals what was set counts', async () => {
  const { deps, actors, fiscalYear, area } = council
  const [chest, yearEnd] = [council.source('共同募金'), council.source('歳末たすけあい')]
  const hiyoshi = area('日吉校区')
  await saveFundingTargets(deps, actors.accountant, {
    fiscalYear, areaId: hiyoshi, targets: [{ fundingSourceId: chest, targetYen: yen(900_000) }, { fundingSourceId: yearEnd, targetYen: yen(70_000) }],
  })
  const seen = async () => {
    const [{ districts }, cube] = await Promise.all([fundingDashboard(deps, { fiscalYear }), fundingCube(deps)])
    const own = districts.find(({ areaId }) => areaId === hiyoshi)
    const inCube = cube.targets.filter(([, place = -1]) => cube.districts[place] === hiyoshi).map(([, , source = -1, amount]) => [cube.sources[source], amount])
    return { dashboard: own?.categories.map(({ category, targetYen }) => [category, targetYen]), chest: inCube.find(([source]) => source === chest)?.[1] }
  }
  expect(await seen()).toEqual({ dashboard: [['community_chest', 900_000], ['year_end_mutual_aid', 70_000]], chest: 900_000 })
  const goal = { campaign: council.campaign('赤い羽根共同募金'), method: '戸別募金' }
  await setGoals(council, [
    { ...goal, area: 'ささえ市', targetYen: 5_000_000 }, { ...goal, area: '日吉校区', targetYen: 10_000 }, { ...goal, area: '日吉一丁目自治会', targetYen: 60_000 },
  ])
  expect(await seen()).toEqual({ dashboard: [['community_chest', 70_000], ['year_end_mutual_aid', 70_000]], chest: 70_000 })
})
