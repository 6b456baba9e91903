import { expect, test } from 'vitest'
import { type AreaId, type FundingSourceId, id } from '../ids.ts'
import { yen } from '../money/yen.ts'
import { replacedByCampaigns, targetsOfCampaigns } from './campaign-targets.ts'

const source = (number: number): FundingSourceId => id(`00000000-0000-7000-8000-${String(number).padStart(12, '0')}`)
const [chest, secondChest, yearEnd, dues] = [source(20), source(21), source(30), source(10)]
const area = (last: number): AreaId => id(`00000000-0000-7000-8000-00000000000${last}`)
const [hiyoshi, shinozan] = [area(1), area(2)]
const sources = [
  { sourceId: dues, category: 'membership_dues' as const },
  { sourceId: chest, category: 'community_chest' as const },
  { sourceId: secondChest, category: 'community_chest' as const },
  { sourceId: yearEnd, category: 'year_end_mutual_aid' as const },
]
const targets = targetsOfCampaigns(
  [
    { fiscalYear: 2026, drive: 'red_feather', areaId: null, goalYen: yen(900_000) },
    { fiscalYear: 2026, drive: 'themed', areaId: null, goalYen: yen(50_000) },
    { fiscalYear: 2026, drive: 'other', areaId: null, goalYen: yen(7_000) },
    { fiscalYear: 2026, drive: 'red_feather', areaId: hiyoshi, goalYen: yen(200_000) },
    { fiscalYear: 2026, drive: 'themed', areaId: hiyoshi, goalYen: yen(1_000) },
    { fiscalYear: 2026, drive: 'other', areaId: shinozan, goalYen: yen(3_000) },
    { fiscalYear: 2025, drive: 'year_end_mutual_aid', areaId: null, goalYen: yen(300_000) },
  ],
  sources,
)

test('the goals of a year’s drives are the targets of their sources, テーマ型 with 赤い羽根, other bodies’ in none', () => {
  expect(targets).toEqual([
    { fiscalYear: 2026, sourceId: chest, areaId: null, targetYen: 950_000 },
    { fiscalYear: 2026, sourceId: chest, areaId: hiyoshi, targetYen: 201_000 },
    { fiscalYear: 2025, sourceId: yearEnd, areaId: null, targetYen: 300_000 },
  ])
})

test('they take the place of what was set for the same money in the same year, and of nothing else', () => {
  const replaced = (sourceId: FundingSourceId, fiscalYear: number, areaId: AreaId | null = null) =>
    replacedByCampaigns(targets, sources)({ sourceId, areaId, fiscalYear })
  expect([replaced(chest, 2026), replaced(secondChest, 2026), replaced(yearEnd, 2025)]).toEqual([true, true, true])
  expect([replaced(yearEnd, 2026), replaced(dues, 2026), replaced(yearEnd, 2025, hiyoshi)]).toEqual([false, false, false])
  // One district with goals is enough: what was set for another no longer counts beside them.
  expect([replaced(chest, 2026, hiyoshi), replaced(secondChest, 2026, shinozan)]).toEqual([true, true])
})
