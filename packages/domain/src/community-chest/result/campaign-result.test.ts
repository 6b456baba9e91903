import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fiscalYear } from '../../calendar/fiscal-year.ts'
import { localDate } from '../../calendar/local-date.ts'
import { type AreaId, type CampaignId, type CollectionMethodId, id } from '../../ids.ts'
import { sumYen, yen } from '../../money/yen.ts'
import type { DriveKind } from '../campaign/drive-kind.ts'
import { type AreaFact, type CampaignResult, methodRows, type ResultArea, totalOfResult } from './campaign-result.ts'
import { resultOfWire, wireOfResult } from './campaign-result-wire.ts'
import { areaRows, householdsOfRows, sumOfAreas, yenPerHousehold } from './result-areas.ts'
import { campaignsInScope, resultCuts, type ResultCampaign, scopeInYear } from './result-scope.ts'
import { sampleResult } from './sample-result.ts'

const uuid = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`
const areaId = (number: number): AreaId => id(uuid(number))
const campaignId = (number: number): CampaignId => id(uuid(number))
const methodId = (number: number): CollectionMethodId => id(uuid(number))
const [year, lastYear] = [fiscalYear(2026), fiscalYear(2025)]

function campaign(number: number, change: Partial<ResultCampaign> & { drive: DriveKind }): ResultCampaign {
  return {
    campaignId: campaignId(number), fiscalYear: year, code: '1', name: `運動${number}`, goalYen: null,
    opensOn: localDate('2026-10-01'), closesOn: localDate('2027-03-31'), ...change,
  }
}

const campaigns = [
  campaign(1, { drive: 'red_feather' }),
  campaign(2, { drive: 'themed', code: '5' }),
  campaign(3, { drive: 'year_end_mutual_aid', code: '2' }),
  campaign(4, { drive: 'other', code: '3' }),
  campaign(11, { drive: 'red_feather', fiscalYear: lastYear, code: '9' }),
  campaign(13, { drive: 'year_end_mutual_aid', fiscalYear: lastYear, code: '2' }),
  campaign(14, { drive: 'other', fiscalYear: lastYear, code: '4' }),
]

test('その他 is in no sum, only in its own result', () => {
  const numbers = (scope: Parameters<typeof campaignsInScope>[1], of = year) =>
    campaignsInScope(campaigns, scope, of).map((each) => Number(each.campaignId.slice(-2)))
  expect(numbers({ fiscalYear: year })).toEqual([1, 2, 3])
  expect(numbers({ fiscalYear: year, drive: 'themed' })).toEqual([2])
  expect(numbers({ fiscalYear: year, campaignId: campaignId(4) })).toEqual([4])
})

test('前年 is the campaign of the same code, or the only one of the drive; of その他 the code must fit', () => {
  const before = (number: number) =>
    campaignsInScope(campaigns, { fiscalYear: year, campaignId: campaignId(number) }, lastYear).map((each) => Number(each.campaignId.slice(-2)))
  expect([before(1), before(2), before(3), before(4)]).toEqual([[11], [], [13], []])
})

test('an address that still names the campaign of another year shows the one of its own', () => {
  expect(scopeInYear(campaigns, { fiscalYear: lastYear, campaignId: campaignId(3) })).toEqual({ fiscalYear: lastYear, campaignId: campaignId(13) })
  expect(scopeInYear(campaigns, { fiscalYear: lastYear, campaignId: campaignId(4) })).toEqual({ fiscalYear: lastYear, campaignId: campaignId(4) })
  expect(scopeInYear(campaigns, { fiscalYear: lastYear })).toEqual({ fiscalYear: lastYear })
})

test('every year is counted to the same day, which a leap year has and others have not', () => {
  expect(resultCuts({ fiscalYear: fiscalYear(2023), until: localDate('2024-02-29'), years: 2 }, localDate('2026-11-21'))).toEqual([
    { fiscalYear: 2023, until: '2024-02-29' },
    { fiscalYear: 2022, until: '2023-02-28' },
  ])
  // Looked at after its end, a year is whole, with what came late; and so are those before it.
  expect(resultCuts({ fiscalYear: lastYear, years: 2 }, localDate('2026-11-21')).map(({ until }) => until)).toEqual(['2026-11-21', '2025-11-21'])
})

/** 市 › two 校区 › two 自治会 each. */
function aTree(): Map<AreaId, ResultArea> {
  const area = (number: number, parent: number | null, level: number): [AreaId, ResultArea] => [
    areaId(number),
    { parentId: parent === null ? null : areaId(parent), level, code: String(number), name: `地域${number}`, isClosed: false },
  ]
  return new Map([area(0, null, 0), area(1, 0, 1), area(2, 0, 1), area(11, 1, 2), area(12, 1, 2), area(21, 2, 2), area(22, 2, 2)])
}

function resultOf(areas: readonly AreaFact[], before: readonly AreaFact[] = []): CampaignResult {
  const base = sampleResult([], { goalYen: 0, rules: { decimals: 1, rounding: 'half_up' } })
  const years = base.years.map((each, place) => ({ ...each, areas: place === 0 ? areas : before }))
  const counts = new Map([[areaId(11), 100], [areaId(12), 50], [areaId(2), 80]])
  return { ...base, shownYears: 2, years, areas: aTree(), households: { basis: 'association_membership', asOf: localDate('2026-04-01'), counts } }
}

const fact = (place: AreaId | null, collected: number, change: Partial<AreaFact> = {}): AreaFact => ({
  areaId: place, goalYen: yen(0), collectedYen: yen(collected), householdYen: yen(collected), households: 0, ...change,
})

test('an area shows all below it; money of the whole council and of no area is one line of its own', () => {
  const rows = areaRows(resultOf(
    [fact(areaId(11), 40_000, { goalYen: yen(50_000) }), fact(areaId(1), 3_000), fact(areaId(0), 0, { goalYen: yen(9_000) }), fact(null, 7_000, { householdYen: yen(0) })],
    [fact(areaId(22), 1_000)],
  ))
  expect(rows.map((row) => [row.name, row.goalYen, row.collectedYen, row.lastYen, row.byYear, row.households])).toEqual([
    ['地域1', 50_000, 43_000, 0, [43_000, 0], 150],
    ['地域2', 0, 0, 1_000, [0, 1_000], 80],
    ['地域の指定なし', 9_000, 7_000, 0, [7_000, 0], null],
  ])
  expect(rows[0]?.children.map(({ name }) => name)).toEqual(['地域11', '地域12', '地域1（全体あて）'])
  expect(rows.map(yenPerHousehold)).toEqual([286, 0, null])
  expect(householdsOfRows(rows)).toBe(230)
})

test('whatever came in where, the lines of each level add up to the whole, and come over the wire as they were', () => {
  const place = fc.constantFrom<(number | null)[]>(null, 0, 1, 2, 11, 12, 21, 22)
  const facts = fc.uniqueArray(fc.record({ place, amount: fc.integer({ min: -10_000, max: 10_000_000 }), goal: fc.nat(1_000_000) }), { selector: (each) => each.place })
  fc.assert(
    fc.property(facts, facts, (now, before) => {
      const of = (some: typeof now) => some.map((each) => fact(each.place === null ? null : areaId(each.place), each.amount, { goalYen: yen(each.goal), households: 2 }))
      const result = resultOf(of(now), of(before))
      const rows = areaRows(result)
      const whole = sumOfAreas(rows)
      expect(whole.collectedYen).toBe(now.reduce((sum, { amount }) => sum + amount, 0))
      expect(whole.lastYen).toBe(before.reduce((sum, { amount }) => sum + amount, 0))
      expect(whole.goalYen).toBe(now.reduce((sum, { goal }) => sum + goal, 0))
      for (const row of rows) if (row.children.length > 0) expect(sumYen(row.children.map((child) => child.collectedYen))).toBe(row.collectedYen)
      expect(areaRows(resultOfWire(wireOfResult(result)))).toEqual(rows)
    }),
  )
})

test('the goal that was fixed stands in the total, and what the goals by method come to beside it where that differs', () => {
  const base = sampleResult(
    [{ name: '戸別募金', category: 'household', meaning: 'households', now: [500, 1], last: [0, 0] }],
    { goalYen: 1_000, rules: { decimals: 1, rounding: 'half_up' } },
  )
  const withGoals = (goal: number) => ({
    ...base,
    years: base.years.map((each) => ({ ...each, methods: [{ methodId: methodId(0), goalYen: yen(goal), collectedYen: yen(500), count: 1 }] })),
  })
  expect(totalOfResult(withGoals(0))).toMatchObject({ goalYen: 1_000, goalsByMethodYen: null })
  expect(totalOfResult(withGoals(1_000))).toMatchObject({ goalYen: 1_000, goalsByMethodYen: null })
  expect(totalOfResult(withGoals(900))).toMatchObject({ goalYen: 1_000, goalsByMethodYen: 900 })
  expect(methodRows(withGoals(900))).toMatchObject([{ name: '戸別募金', goalYen: 900, collectedYen: 500 }])
})
