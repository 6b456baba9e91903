import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fiscalYear } from '../calendar/fiscal-year.ts'
import { localDate } from '../calendar/local-date.ts'
import { id } from '../ids.ts'
import type { GroundData } from '../ledger/ground-data.ts'
import { sumYen, yen } from '../money/yen.ts'
import { campaignCustody } from './campaign-custody.ts'
import { fundingCut } from './funding-cut.ts'
import { type MonthTotal, sourceFigures } from './source-figures.ts'

const uuid = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`
const dues = id<'FundingSourceId'>(uuid(1))
const chest = id<'FundingSourceId'>(uuid(2))
const feather = id<'CampaignId'>(uuid(3))
const featherOfLastYear = id<'CampaignId'>(uuid(4))
const broadcaster = id<'CampaignId'>(uuid(5))
const accountId = id<'LedgerAccountId'>(uuid(6))
const [thisYear, lastYear] = [fiscalYear(2026), fiscalYear(2025)]
const cut = fundingCut({ fiscalYear: thisYear, asOf: localDate('2026-11-21') }, localDate('2026-11-21'))
const open = { isClosed: false }
const drive = { ...open, name: '赤い羽根', code: '1', drive: 'red_feather' as const, custodyAccountId: accountId, cashAccountId: null }
const ground: GroundData = {
  version: 1,
  accounts: new Map(),
  sources: new Map([
    [dues, { ...open, code: '10', name: '社協会費', category: 'membership_dues', accountId }],
    [chest, { ...open, code: '20', name: '共同募金', category: 'community_chest', accountId }],
  ]),
  campaigns: new Map([
    [feather, { ...drive, fiscalYear: thisYear }],
    [featherOfLastYear, { ...drive, fiscalYear: lastYear }],
    [broadcaster, { ...drive, name: 'NHK歳末', code: '9', drive: 'other', fiscalYear: thisYear }],
  ]),
  methods: new Map(),
  funds: new Map(),
  duesKinds: new Map(),
  areas: new Map(),
}

function total(over: Partial<MonthTotal>): MonthTotal {
  return {
    fiscalYear: thisYear,
    sourceId: dues,
    campaignId: null,
    month: 6,
    isUntilCut: true,
    amountYen: yen(100),
    ...over,
  }
}

test('a source shows this year until the day, last year to the same day, and last year whole', () => {
  const totals = [
    total({ amountYen: yen(500) }),
    total({ month: 3, isUntilCut: false, amountYen: yen(7) }),
    total({ fiscalYear: lastYear, amountYen: yen(400) }),
    total({ fiscalYear: lastYear, month: 1, isUntilCut: false, amountYen: yen(50) }),
  ]
  const [figures] = sourceFigures(totals, { ground, cut, targets: new Map([[dues, yen(1_000)]]) })
  expect(figures).toMatchObject({
    name: '社協会費',
    holding: 'own',
    thisYen: 500,
    lastYen: 400,
    lastWholeYen: 450,
    targetYen: 1_000,
  })
  expect(figures?.months).toEqual([0, 0, 500, 0, 0, 0, 0, 0, 0, 0, 0, 0])
  expect(figures?.lastMonths).toEqual([0, 0, 400, 0, 0, 0, 0, 0, 0, 50, 0, 0])
})

test('another body’s drive is never summed in with 共同募金', () => {
  const totals = [
    total({ sourceId: chest, campaignId: feather, amountYen: yen(300) }),
    total({ sourceId: chest, campaignId: broadcaster, amountYen: yen(9_000) }),
  ]
  expect(sourceFigures(totals, { ground, cut, targets: new Map() })).toMatchObject([
    { name: '共同募金', holding: 'custody', thisYen: 300 },
  ])
})

test('what is held of a drive is what was brought forward and came in, less what was passed on', () => {
  const totals = [
    total({ sourceId: chest, campaignId: feather, amountYen: yen(900) }),
    total({ sourceId: null, campaignId: feather, amountYen: yen(-600) }),
    total({ sourceId: chest, campaignId: featherOfLastYear, fiscalYear: lastYear, amountYen: yen(800) }),
  ]
  const broughtForward = new Map([[featherOfLastYear, yen(25)]])
  const custody = campaignCustody(totals, { ground, cut, broughtForward })
  expect(
    custody.map(({ name, fiscalYear: year, ...figures }) => [
      name,
      year,
      figures.collectedYen,
      figures.lastCollectedYen,
      figures.passedOnYen,
      figures.heldYen,
    ]),
  ).toEqual([
    ['赤い羽根', 2026, 900, 800, 600, 300],
    ['赤い羽根', 2025, 0, null, 0, 25],
    ['NHK歳末', 2026, 0, null, 0, 0],
  ])
})

test('the months of a source always add up to its year, and the sources to the whole', () => {
  const anyTotal = fc.record({
    fiscalYear: fc.constantFrom(thisYear, lastYear),
    sourceId: fc.constantFrom(dues, chest),
    campaignId: fc.constant(null),
    month: fc.integer({ min: 1, max: 12 }),
    isUntilCut: fc.boolean(),
    amountYen: fc.integer({ min: -1_000_000, max: 1_000_000 }).map(yen),
  })
  fc.assert(
    fc.property(fc.array(anyTotal), (totals) => {
      const figures = sourceFigures(totals, { ground, cut, targets: new Map() })
      for (const { months, lastMonths, thisYen, lastWholeYen } of figures) {
        expect(sumYen(months)).toBe(thisYen)
        expect(sumYen(lastMonths)).toBe(lastWholeYen)
      }
      const whole = sumYen(
        totals.filter((each) => each.fiscalYear === thisYear && each.isUntilCut).map((each) => each.amountYen),
      )
      expect(sumYen(figures.map(({ thisYen }) => thisYen))).toBe(whole)
    }),
  )
})
