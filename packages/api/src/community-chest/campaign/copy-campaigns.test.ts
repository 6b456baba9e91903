import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { CopiedGoals } from '@sasaeai/domain/community-chest/campaign/campaign-input'
import { yen } from '@sasaeai/domain/money/yen'
import { type ACouncil, aCouncil } from '@sasaeai/testing/a-council'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openFiscalYear } from '../../council/open-fiscal-year.ts'
import { copyCampaigns } from './copy-campaigns.ts'

let database: TestDatabase
let council: ACouncil

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  const blank = { copyCampaigns: false, copyHouseholds: false, copyTargets: false, copyDuesTerms: false }
  await openFiscalYear(council.deps, council.actors.administrator, { year: fiscalYear(2027), ...blank })
})
afterEach(() => database.drop())

const copy = (goals: CopiedGoals) => copyCampaigns(council.deps, council.actors.accountant, { toYear: fiscalYear(2027), goals })

async function collect(amountYen: number, area?: string): Promise<void> {
  await bookSlip(council, aSlip(council, {
    fundingSourceId: council.source('共同募金'), campaignId: council.campaign('赤い羽根共同募金'), duesKindId: undefined,
    collectionMethodId: council.method(area === undefined ? '街頭募金' : '戸別募金'), amountYen: yen(amountYen),
    areaId: area === undefined ? undefined : council.area(area),
  }))
}

async function goalsOfNextYear() {
  const campaigns = await database.db.prisma.campaign.findMany({
    where: { fiscalYear: 2027 }, orderBy: { code: 'asc' },
    include: { goals: { include: { area: true, collectionMethod: true }, orderBy: { area: { code: 'asc' } } } },
  })
  return campaigns.map(({ name, opensOn, goalYen, goals }) => ({
    name, opensOn: opensOn.toISOString().slice(0, 10), goalYen,
    goals: goals.map(({ area, collectionMethod, targetYen }) => [area.name, collectionMethod.name, Number(targetYen)]),
  }))
}

test('the drives of last year are copied with their windows moved by a year; again, only what is missing', async () => {
  await database.db.prisma.campaign.updateMany({ where: { drive: 'red_feather' }, data: { suggestedYen: 500n, goalYen: 900_000n } })
  expect(await copy('none')).toEqual({ ok: true, value: { campaigns: 2, withGoals: 0 } })
  expect(await goalsOfNextYear()).toEqual([
    { name: '赤い羽根共同募金', opensOn: '2027-10-01', goalYen: null, goals: [] },
    { name: '歳末たすけあい', opensOn: '2027-12-01', goalYen: null, goals: [] },
  ])
  expect(await copy('none')).toEqual({ ok: true, value: { campaigns: 0, withGoals: 0 } })
  expect(await database.db.prisma.auditEvent.count({ where: { action: 'campaign.copy' } })).toBe(1)
})

test('last year\'s goals come along where asked for, with the goal as it was fixed, and nothing of this year is overwritten', async () => {
  const campaignId = council.campaign('赤い羽根共同募金')
  await database.db.prisma.campaign.update({ where: { id: campaignId }, data: { goalYen: 900_000n } })
  await database.db.prisma.campaignGoal.createMany({ data: [
    { campaignId, areaId: council.area('日吉校区'), collectionMethodId: council.method('戸別募金'), targetYen: 500_000n },
    { campaignId, areaId: council.area('篠山校区'), collectionMethodId: council.method('戸別募金'), targetYen: 399_900n },
  ] })
  expect(await copy('goals')).toEqual({ ok: true, value: { campaigns: 2, withGoals: 1 } })
  expect((await goalsOfNextYear())[0]).toMatchObject({
    goalYen: 900_000n, goals: [['日吉校区', '戸別募金', 500_000], ['篠山校区', '戸別募金', 399_900]],
  })
  expect(await copy('results')).toMatchObject({ value: { campaigns: 0 } })
  expect((await goalsOfNextYear())[0]).toMatchObject({ goalYen: 900_000n })
})

test('what last year brought becomes this year\'s goals by area and method, and money without an area stands on the whole', async () => {
  await collect(30_000, '日吉一丁目自治会')
  await collect(12_000, '日吉一丁目自治会')
  await collect(7_000, '篠山校区')
  await collect(3_456)
  expect(await copy('results')).toEqual({ ok: true, value: { campaigns: 2, withGoals: 1 } })
  expect(await goalsOfNextYear()).toMatchObject([
    {
      goalYen: 52_456n,
      goals: [['ささえ市', '街頭募金', 3_456], ['日吉一丁目自治会', '戸別募金', 42_000], ['篠山校区', '戸別募金', 7_000]],
    },
    { name: '歳末たすけあい', goalYen: null, goals: [] },
  ])
})

test('a year before which there are no drives has nothing to copy', async () => {
  expect(await copyCampaigns(council.deps, council.actors.accountant, { toYear: fiscalYear(2026), goals: 'none' })).toEqual({
    ok: false, code: 'campaigns_nothing_to_copy', about: '令和7年度',
  })
})
