import { toDateColumn } from '@sasaeai/db/local-date-column'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { type CampaignId, type CollectionMethodId, id } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { type ACouncil, aCouncil } from '@sasaeai/testing/a-council'
import { aChestSlip } from '@sasaeai/testing/a-chest-slip'
import { bookSlip } from '@sasaeai/testing/a-slip'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openFiscalYear } from '../../council/open-fiscal-year.ts'
import { readGoalBasis } from './goal-basis-query.ts'
import { readGoalSheet } from './goal-sheet-query.ts'
import { putBackGoals } from './put-back-goals.ts'
import { saveGoals } from './save-goals.ts'

let database: TestDatabase
let council: ACouncil
let campaignId: CampaignId

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  campaignId = council.campaign('赤い羽根共同募金')
})
afterEach(() => database.drop())

type Line = readonly [area: string, method: string, amount: number]

function save(goalRevision: number, lines: readonly Line[], takesSum = false) {
  const cells = lines.map(([area, method, amount]) => ({
    areaId: council.area(area), methodId: council.method(method), targetYen: yen(amount),
  }))
  return saveGoals(council.deps, council.actors.accountant, { campaignId, goalRevision, cells, takesSum })
}

async function sheetOf(of = campaignId) {
  const sheet = await readGoalSheet(council.deps, of)
  if (sheet === null) throw new Error('no sheet')
  const nameOf = new Map(sheet.areas.map(({ areaId, name }) => [areaId, name]))
  const goals = sheet.goals.map(([areaId, amounts]) => [nameOf.get(areaId) ?? '', ...amounts.slice(0, 2)] as const)
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
  return { ...sheet, goals }
}

test('goals stand by area and method, an emptied cell is gone, and the sum can become the goal of the drive', async () => {
  expect((await sheetOf()).areas.map(({ name }) => name)).toEqual([
    'ささえ市', '日吉校区', '日吉一丁目自治会', '日吉二丁目自治会', '篠山校区', '篠山町自治会',
  ])
  expect(await save(1, [['日吉校区', '戸別募金', 500_000], ['篠山町自治会', '法人募金', 80_000], ['ささえ市', '法人募金', 20_000]])).toEqual({
    ok: true, value: { goalRevision: 2, totalYen: 600_000, replacedGoal: null },
  })
  expect(await sheetOf()).toMatchObject({
    goalRevision: 2, goalYen: null, goals: [['ささえ市', 0, 20_000], ['日吉校区', 500_000, 0], ['篠山町自治会', 0, 80_000]],
  })
  expect(await save(2, [['篠山町自治会', '法人募金', 0], ['日吉校区', '戸別募金', 480_000]], true)).toMatchObject({ value: { totalYen: 500_000 } })
  expect(await sheetOf()).toMatchObject({ goalRevision: 3, goalYen: 500_000, goals: [['ささえ市', 0, 20_000], ['日吉校区', 480_000, 0]] })
  const noted = await database.db.prisma.auditEvent.findMany({ where: { action: 'campaign.save_goals' }, orderBy: { id: 'asc' } })
  expect(noted.map(({ before, after }) => [before, after])).toMatchObject([
    [{ totalYen: 0 }, { totalYen: 600_000, changed: 3 }],
    [{ totalYen: 600_000 }, { totalYen: 500_000, changed: 2, goalYen: 500_000 }],
  ])
})

test('of two who save goals the second is told, and nothing of theirs is half saved', async () => {
  expect(await save(1, [['日吉校区', '戸別募金', 500_000]])).toMatchObject({ ok: true })
  expect(await save(1, [['篠山校区', '戸別募金', 1], ['日吉校区', '戸別募金', 2]])).toEqual({ ok: false, code: 'goals_changed_meanwhile' })
  expect((await sheetOf()).goals).toEqual([['日吉校区', 500_000, 0]])
  // The form of the drive is another matter: it was not changed by saving goals.
  expect(await database.db.prisma.campaign.findUnique({ where: { id: campaignId }, select: { revision: true } })).toEqual({ revision: 1 })
})

test('what was saved is put back as it stood, with the goal of the drive, unless anybody has changed goals since', async () => {
  await save(1, [['日吉校区', '戸別募金', 500_000], ['篠山校区', '戸別募金', 300_000]])
  expect(await save(2, [['日吉校区', '戸別募金', 0], ['篠山町自治会', '法人募金', 80_000]], true)).toMatchObject({ value: { totalYen: 380_000, replacedGoal: { yen: null } } })
  const before = (goalRevision: number) => putBackGoals(council.deps, council.actors.accountant, {
    campaignId, goalRevision, goal: { fromYen: yen(380_000), toYen: null },
    cells: [
      { areaId: council.area('日吉校区'), methodId: council.method('戸別募金'), targetYen: yen(500_000) },
      { areaId: council.area('篠山町自治会'), methodId: council.method('法人募金'), targetYen: yen(0) },
    ],
  })
  const saved = await sheetOf()
  // Published since, or set to another amount in the form of the drive: putting back would take away what others rely on.
  for (const change of [{ goalPublishedOn: toDateColumn(localDate('2026-09-01')) }, { goalPublishedOn: null, goalYen: 390_000n }]) {
    await database.db.prisma.campaign.update({ where: { id: campaignId }, data: change })
    expect(await before(3)).toEqual({ ok: false, code: 'goals_not_put_back' })
  }
  expect(await before(2)).toEqual({ ok: false, code: 'goals_not_put_back' })
  expect((await sheetOf()).goals).toEqual(saved.goals)
  await database.db.prisma.campaign.update({ where: { id: campaignId }, data: { goalYen: 380_000n } })
  const outcomes = await Promise.all([before(3), before(3)])
  expect(outcomes).toContainEqual({ ok: true, value: { goalRevision: 4 } })
  expect(outcomes).toContainEqual({ ok: false, code: 'goals_not_put_back' })
  expect(await sheetOf()).toMatchObject({ goalRevision: 4, goalYen: null, goals: [['日吉校区', 500_000, 0], ['篠山校区', 300_000, 0]] })
  expect(await database.db.prisma.auditEvent.findFirstOrThrow({ where: { action: 'campaign.put_back_goals' } })).toMatchObject({
    before: { totalYen: 380_000, goalYen: 380_000 }, after: { totalYen: 800_000, changed: 2, goalYen: null },
  })
})

test('sixteen who save at once: one does, fifteen are told', async () => {
  const outcomes = await Promise.all(Array.from({ length: 16 }, (_, place) => save(1, [['日吉校区', '戸別募金', 100 + place]])))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(new Set(outcomes.map((outcome) => (outcome.ok ? 'saved' : outcome.code)))).toEqual(new Set(['saved', 'goals_changed_meanwhile']))
})

test('goals of a drive or a method that is gone are refused in words', async () => {
  const methodId = id<'CollectionMethodId'>(council.deps.newId()) satisfies CollectionMethodId
  const cells = [{ areaId: council.area('日吉校区'), methodId, targetYen: yen(1) }]
  const by = (of: CampaignId) => saveGoals(council.deps, council.actors.accountant, { campaignId: of, goalRevision: 1, cells, takesSum: false })
  expect(await by(campaignId)).toMatchObject({ ok: false, code: 'reference_gone' })
  expect(await by(id<'CampaignId'>(council.deps.newId()))).toEqual({ ok: false, code: 'row_gone' })
})

test('households stand beside: as recorded of an area, or as the sum of what lies below', async () => {
  for (const [area, households] of [['日吉一丁目自治会', 102], ['日吉二丁目自治会', 80], ['篠山校区', 50]] as const) {
    await database.db.prisma.areaHousehold.create({
      data: { areaId: council.area(area), fiscalYear: 2026, basis: 'association_membership', households, asOf: toDateColumn(localDate('2026-04-01')) },
    })
  }
  expect((await sheetOf()).areas.map(({ name, households }) => [name, households])).toEqual([
    ['ささえ市', 232], ['日吉校区', 182], ['日吉一丁目自治会', 102], ['日吉二丁目自治会', 80], ['篠山校区', 50], ['篠山町自治会', null],
  ])
})

test('next year is shared out by what this year set out and brought, money without an area on the whole', async () => {
  await save(1, [['日吉校区', '戸別募金', 500_000]])
  await bookSlip(council, aChestSlip(council, { areaId: council.area('日吉一丁目自治会') }))
  await bookSlip(council, aChestSlip(council, { areaId: undefined, collectionMethodId: council.method('法人募金'), amountYen: yen(10_000) }))
  await openFiscalYear(council.deps, council.actors.administrator, {
    year: fiscalYear(2027), copyCampaigns: true, copyHouseholds: false, copyTargets: false, copyDuesTerms: false,
  })
  const next = await database.db.prisma.campaign.findFirstOrThrow({ where: { fiscalYear: 2027, code: '1' } })
  const basis = await readGoalBasis(council.deps, id(next.id))
  expect(basis.goals?.map(([areaId, amounts]) => [areaId, ...amounts.slice(0, 2)])).toEqual([[council.area('日吉校区'), 500_000, 0]])
  expect(basis.results?.map(([areaId, amounts]) => [areaId, ...amounts.slice(0, 2)]).toSorted((left, right) => Number(left[1]) - Number(right[1]))).toEqual([
    [council.area('ささえ市'), 0, 10_000], [council.area('日吉一丁目自治会'), 62_500, 0],
  ])
  expect(await readGoalBasis(council.deps, campaignId)).toEqual({ goals: null, results: null })
})
