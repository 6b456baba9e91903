import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localDate } from '../calendar/local-date.ts'
import { sumYen, yen } from '../money/yen.ts'
import { givenInYearWords, receivedGiftWords, receivedGoodsWords } from './received-gift-words.ts'

const line = { fundName: '子ども食堂応援', goods: '', sponsorship: null, amountYen: yen(10_000), receivedOn: localDate('2026-07-01') }

test('a gift names its purpose, and none where it has none', () => {
  expect(receivedGiftWords([line])).toEqual({ purpose: '寄附金（子ども食堂応援）として', details: [], receivedFrom: '2026-07-01', receivedTo: '2026-07-01' })
  expect(receivedGiftWords([{ ...line, fundName: null }]).purpose).toBe('寄附金として')
})

test('a gift that was split over funds tells each part', () => {
  const { purpose, details } = receivedGiftWords([line, { ...line, fundName: '移送サービス', amountYen: yen(3_333) }, { ...line, fundName: null, amountYen: yen(1) }])
  expect(purpose).toBe('寄附金（子ども食堂応援・移送サービス）として')
  expect(details).toEqual([{ label: '子ども食堂応援', amountYen: 10_000 }, { label: '移送サービス', amountYen: 3_333 }, { label: '使途の指定なし', amountYen: 1 }])
})

test('goods are named, and the amount is told to be their worth', () => {
  const { purpose, details } = receivedGoodsWords([{ ...line, fundName: null, goods: '車いす 2台' }])
  expect([purpose, details]).toEqual(['物品の寄附として　時価相当額', [{ label: '車いす 2台', amountYen: 10_000 }]])
})

test('what a sponsor paid is called that, by what it was paid for, and never a gift', () => {
  const sponsored = { ...line, sponsorship: '福祉まつりの協賛' }
  expect(receivedGiftWords([sponsored])).toMatchObject({ purpose: '協賛金（福祉まつりの協賛）として', details: [] })
  expect(receivedGoodsWords([{ ...sponsored, goods: '飲料 300本' }])).toMatchObject({ purpose: '物品の協賛（福祉まつりの協賛）として　時価相当額', details: [{ label: '飲料 300本' }] })
})

test('a year tells each gift, or its months where there are too many', () => {
  expect(givenInYearWords(2026, [line]).details).toEqual([{ label: '令和8年7月1日　子ども食堂応援', amountYen: 10_000 }])
  const monthly = Array.from({ length: 24 }, (_, index) => ({ ...line, receivedOn: localDate(`2026-${String((index % 12) + 1).padStart(2, '0')}-27`) }))
  const words = givenInYearWords(2026, monthly)
  expect([words.purpose, words.details.length, words.details[0]]).toEqual(['令和8年1月1日から令和8年12月31日までの寄附金として', 12, { label: '令和8年1月', amountYen: 20_000 }])
})

test('the details add up to what was given', () => {
  const lines = fc.array(
    fc.record({
      fundName: fc.constantFrom('子ども食堂応援', null),
      goods: fc.constant(''),
      sponsorship: fc.constant(null),
      amountYen: fc.integer({ min: 1, max: 10_000_000 }).map(yen),
      receivedOn: fc.integer({ min: 1, max: 12 }).map((month) => localDate(`2026-${String(month).padStart(2, '0')}-01`)),
    }),
    { minLength: 1, maxLength: 40 },
  )
  fc.assert(
    fc.property(lines, (given) => {
      const { details } = givenInYearWords(2026, given)
      expect(details.length).toBeLessThanOrEqual(12)
      expect(sumYen(details.map(({ amountYen }) => amountYen))).toBe(sumYen(given.map(({ amountYen }) => amountYen)))
    }),
  )
})

test('a receipt for nothing is none', () => {
  expect(() => receivedGiftWords([])).toThrow(RangeError)
})
