import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysBetween } from '../../calendar/days-between.ts'
import { addDays, localDate } from '../../calendar/local-date.ts'
import { campaignPhaseWords } from './campaign-phase.ts'

const window = { opensOn: localDate('2026-10-01'), closesOn: localDate('2026-12-31'), closedOn: null }

test.each([
  ['2026-09-21', '開始まで10日'],
  ['2026-10-01', 'あと91日'],
  ['2026-12-30', 'あと1日'],
  ['2026-12-31', '今日まで'],
  ['2027-01-01', '期間終了'],
])('on %s a drive from October to December says %s', (today, words) => {
  expect(campaignPhaseWords(window, localDate(today))).toBe(words)
})

test('a closed drive is closed whatever the day', () => {
  expect(campaignPhaseWords({ ...window, closedOn: localDate('2027-01-20') }, localDate('2026-11-01'))).toBe('締め済み')
})

test('days between two dates are what is added to come from one to the other', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: -2_000, max: 2_000 }), (offset, days) => {
    const from = addDays(localDate('1950-01-01'), offset)
    expect(daysBetween(from, addDays(from, days))).toBe(days)
  }))
})
