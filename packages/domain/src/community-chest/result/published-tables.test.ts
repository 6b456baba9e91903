import { expect, test } from 'vitest'
import { groupDigits } from '../../money/group-digits.ts'
import { formatYenDelta } from '../../money/yen.ts'
import { countMeaningNames } from '../method/collection-method-kind.ts'
import { changeYen, methodRows, totalOfResult } from './campaign-result.ts'
import { nationalShare } from './national-shares.ts'
import { printedRate } from './printed-rate.ts'
import { sampleResult } from './sample-result.ts'

/**
 * What a council printed of its 平成21年度 (owasewel.com, 募金実績): the figures of its table, and its whole percents.
 * Its table also adds 世帯, 回 and 件 to one 件数, which ours never does.
 */
const owase = sampleResult(
  [
    { name: '戸別募金', category: 'household', meaning: 'households', now: [2_422_561, 4_985], last: [2_577_184, 5_357] },
    { name: '法人募金', category: 'corporate', meaning: 'givers', now: [796_500, 126], last: [787_700, 121] },
    { name: '街頭募金', category: 'street', meaning: 'occasions', now: [46_997, 1], last: [42_764, 1] },
    { name: '職域募金', category: 'workplace', meaning: 'givers', now: [91_544, 8], last: [54_000, 1] },
    { name: 'イベント募金', category: 'event', meaning: 'occasions', now: [182_183, 5], last: [0, 0] },
    { name: '募金箱', category: 'other', meaning: 'givers', now: [81_987, 6], last: [18_352, 2] },
  ],
  { goalYen: 3_323_831, rules: { decimals: 0, rounding: 'half_up' } },
)

test('a table that a council published comes out to the yen, and its rates as it rounded them', () => {
  const printed = methodRows(owase).map((row) => [row.name, groupDigits(row.collectedYen), groupDigits(row.count), groupDigits(row.lastYen), formatYenDelta(changeYen(row))])
  expect(printed).toEqual([
    ['戸別募金', '2,422,561', '4,985', '2,577,184', '△154,623'],
    ['法人募金', '796,500', '126', '787,700', '8,800'],
    ['街頭募金', '46,997', '1', '42,764', '4,233'],
    ['職域募金', '91,544', '8', '54,000', '37,544'],
    ['イベント募金', '182,183', '5', '0', '182,183'],
    ['募金箱', '81,987', '6', '18,352', '63,635'],
  ])
  const total = totalOfResult(owase)
  expect([total.collectedYen, total.lastYen, changeYen(total)]).toEqual([3_621_772, 3_480_000, 141_772])
  expect(printedRate(total.collectedYen, total.goalYen, owase.rules)).toBe('109%')
  expect(printedRate(total.collectedYen, total.lastYen, owase.rules)).toBe('104%')
  // 目標額 against that of the year before, 3,282,190 yen.
  expect(printedRate(total.goalYen, 3_282_190, owase.rules)).toBe('101%')
  expect(total.count).toBeNull()
})

test('cut down, the same table would have printed another 達成率', () => {
  const down = { decimals: 0, rounding: 'down' } as const
  const total = totalOfResult(owase)
  expect(printedRate(total.collectedYen, total.goalYen, down)).toBe('108%')
  expect(printedRate(total.collectedYen, total.lastYen, down)).toBe('104%')
})

test('the national shares come out of the national amounts', () => {
  // In thousands of yen, as the ministry printed them for R5. The copy at hand breaks off within その他, after 1,782,…; that
  // 戸別 was printed as 70.7 % says that it was not more than the larger of these.
  const named = { household: 11_355_221, corporate: 1_753_425, workplace: 693_916, street: 259_013, school: 228_211 } as const
  for (const other of [1_782_000, 1_782_713]) {
    const whole = Object.values(named).reduce((sum, each) => sum + each, other)
    const share = (part: number) => printedRate(part, whole, { decimals: 1, rounding: 'half_up' })
    expect(Object.entries({ ...named, other }).map(([category, amount]) => [category, share(amount)])).toEqual([
      ['household', nationalShare('household')],
      ['corporate', nationalShare('corporate')],
      ['workplace', nationalShare('workplace')],
      ['street', nationalShare('street')],
      ['school', nationalShare('school')],
      ['other', nationalShare('other')],
    ])
  }
  expect(nationalShare('event')).toBe('—')
})

test('the same year under another rounding, worked out by hand', () => {
  // No table whose rates are cut down was found with its figures: this one is made up, its rates reckoned on paper.
  const made = sampleResult(
    [
      { name: '戸別募金', category: 'household', meaning: 'households', now: [1_999_900, 4_000], last: [2_000_100, 4_100] },
      { name: '学校募金', category: 'school', meaning: 'households', now: [100, 3], last: [0, 0] },
    ],
    { goalYen: 2_001_000, rules: { decimals: 1, rounding: 'down' } },
  )
  const total = totalOfResult(made)
  const rates = methodRows(made).map((row) => [printedRate(row.collectedYen, row.lastYen, made.rules), printedRate(row.collectedYen, total.collectedYen, made.rules)])
  // 1,999,900 ÷ 2,000,100 = 99.990 %, ÷ 2,000,000 = 99.995 %; 100 ÷ 2,000,000 = 0.005 %; nothing last year is no rate.
  expect(rates).toEqual([['99.9%', '99.9%'], ['—', '0.0%']])
  // 2,000,000 ÷ 2,001,000 = 99.950 %, which half up would print as 100.0 %.
  expect(printedRate(total.collectedYen, total.goalYen, made.rules)).toBe('99.9%')
  expect(printedRate(total.collectedYen, total.goalYen, { decimals: 1, rounding: 'half_up' })).toBe('100.0%')
  expect([changeYen(total), total.count]).toEqual([-100, { number: 4_003, meaning: 'households' }])
  expect(`${groupDigits(total.count?.number ?? 0)}${countMeaningNames.households}`).toBe('4,003世帯')
})
