import { expect, test } from 'vitest'
import { yen } from '../../money/yen.ts'
import { changeOfRate, changeOfSuggestedAmount, formatSuggestedAmount } from './compare-terms.ts'

const ofHousehold = (amount: number) => ({ unit: 'household', unitYen: yen(amount) }) as const

test('a suggested amount is printed with what it is counted by', () => {
  expect(formatSuggestedAmount(ofHousehold(500))).toBe('500円／世帯')
  expect(formatSuggestedAmount({ unit: 'unit', unitYen: yen(5_000) })).toBe('5,000円／口')
  expect(formatSuggestedAmount({ unit: 'free', unitYen: yen(1_000) })).toBe('自由（1,000円以上）')
  expect(formatSuggestedAmount({ unit: 'free', unitYen: null })).toBe('自由')
})

test('the year before is mentioned where it differs, with a sign', () => {
  expect(changeOfSuggestedAmount(ofHousehold(500), ofHousehold(400))).toBe('前年度 400円（+100円）')
  expect(changeOfSuggestedAmount(ofHousehold(500), ofHousehold(600))).toBe('前年度 600円（△100円）')
  expect(changeOfSuggestedAmount(ofHousehold(500), { unit: 'unit', unitYen: yen(500) })).toBe('前年度 500円／口')
  expect(changeOfSuggestedAmount(ofHousehold(500), { unit: 'free', unitYen: null })).toBe('前年度 自由')
})

test('what stayed, and a year without one before it, say nothing', () => {
  expect(changeOfSuggestedAmount(ofHousehold(500), ofHousehold(500))).toBeNull()
  expect(changeOfSuggestedAmount(ofHousehold(500), null)).toBeNull()
  expect([changeOfRate(4_000, 4_000), changeOfRate(4_000, null), changeOfRate(4_000, 3_350)]).toEqual([null, null, '前年度 33.5%'])
})
