import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fiscalYear } from '../../calendar/fiscal-year.ts'
import { addDays, localDate } from '../../calendar/local-date.ts'
import { yen } from '../../money/yen.ts'
import { type CollectedDays, curveOf, curveWords, wholeLastYear } from './collected-days.ts'

const day = (text: string, amount: number) => ({ day: localDate(text), amountYen: yen(amount) })

function daysOf(change: Partial<CollectedDays> = {}): CollectedDays {
  return {
    scope: { fiscalYear: fiscalYear(2026) },
    cut: { fiscalYear: fiscalYear(2026), until: localDate('2026-10-04') },
    lastCut: { fiscalYear: fiscalYear(2025), until: localDate('2025-10-04') },
    campaigns: [],
    rules: { decimals: 1, rounding: 'half_up' },
    window: { opensOn: localDate('2026-10-01'), closesOn: localDate('2027-03-31') },
    goalYen: yen(100_000),
    now: [day('2026-10-02', 30_000), day('2026-10-04', 20_000)],
    last: [day('2025-10-01', 10_000), day('2025-10-04', 30_000), day('2025-12-20', 5_000)],
    ...change,
  }
}

test('every day of the drive stands beside the same day of last year, whether anything came in or not', () => {
  expect(curveOf(daysOf()).map(({ day: on, dayYen, nowYen, lastYen }) => [on, dayYen, nowYen, lastYen])).toEqual([
    ['2026-10-01', 0, 0, 10_000],
    ['2026-10-02', 30_000, 30_000, 10_000],
    ['2026-10-03', 0, 30_000, 10_000],
    ['2026-10-04', 20_000, 50_000, 40_000],
  ])
  expect(wholeLastYear(daysOf())).toBe(45_000)
})

test('says in words how far the drive has come', () => {
  expect(curveWords(daysOf())).toBe(
    'R8.10.4までに50,000円が集まりました。目標額100,000円の50.0%、目標まであと50,000円。前年の同じ日までの40,000円に比べて10,000円、125.0%です。運動はR9.3.31までです。',
  )
  expect(curveWords(daysOf({ goalYen: yen(40_000), last: [] }))).toContain('目標額40,000円の125.0%、目標を10,000円上回っています。前年の同じ日（R7.10.4）までの実績はありません。')
  expect(curveWords(daysOf({ now: [], goalYen: null }))).toContain('0円が集まりました。前年の同じ日までの40,000円に比べて△40,000円、0.0%です。')
  expect(curveWords(daysOf({ window: null, now: [], last: [] }))).toBe('この年度の運動はまだありません。')
})

test('a drive that is long over ends with its last day, and a leap day counts on the 28th', () => {
  const over = daysOf({
    cut: { fiscalYear: fiscalYear(2024), until: localDate('2026-11-21') },
    lastCut: { fiscalYear: fiscalYear(2023), until: localDate('2025-11-21') },
    window: { opensOn: localDate('2025-02-27'), closesOn: localDate('2025-03-02') },
    now: [day('2025-02-28', 500)],
    last: [day('2024-02-29', 700), day('2024-02-28', 100)],
  })
  expect(curveOf(over).map(({ day: on, nowYen, lastYen }) => [on, nowYen, lastYen])).toEqual([
    ['2025-02-27', 0, 0], ['2025-02-28', 500, 800], ['2025-03-01', 500, 800], ['2025-03-02', 500, 800],
  ])
})

test('the curve ends with the sum of all days up to the cut', () => {
  const some = (first: string) =>
    fc.uniqueArray(fc.record({ offset: fc.integer({ min: -40, max: 400 }), amount: fc.integer({ min: -5_000, max: 9_000 }) }), { selector: ({ offset }) => offset, maxLength: 20 })
      .map((days) => days.map(({ offset, amount }) => ({ day: addDays(localDate(first), offset), amountYen: yen(amount) })))
  fc.assert(
    fc.property(some('2026-10-01'), some('2025-10-01'), fc.integer({ min: 0, max: 300 }), (now, last, until) => {
      const [cut, lastCut] = [addDays(localDate('2026-10-01'), until), addDays(localDate('2025-10-01'), until)]
      const all = daysOf({ now, last, cut: { fiscalYear: fiscalYear(2026), until: cut }, lastCut: { fiscalYear: fiscalYear(2025), until: lastCut } })
      const sum = (days: typeof now, to: string) => days.filter((each) => each.day <= to).reduce((total, each) => total + each.amountYen, 0)
      const end = curveOf(all).at(-1)
      expect([end?.nowYen, end?.lastYen]).toEqual([sum(now, cut), sum(last, lastCut)])
    }),
  )
})
