import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fiscalYear } from '../calendar/fiscal-year.ts'
import { formatReceiptNumber, isReceiptPattern } from './receipt-number.ts'

test('a number is written as its series wants it, with the year in which it was issued', () => {
  const twelfth = { fiscalYear: fiscalYear(2026), number: 12 }
  expect(formatReceiptNumber({ pattern: '会費{年}-{番号}', digits: 5 }, twelfth)).toBe('会費08-00012')
  expect(formatReceiptNumber({ pattern: '社福{西暦}寄第{番号}号', digits: 3 }, twelfth)).toBe('社福2026寄第012号')
  expect(formatReceiptNumber({ pattern: '{番号}/{年}', digits: 2 }, { ...twelfth, number: 1_234 })).toBe('1234/08')
})

test('a pattern tells years and numbers apart, or it is none', () => {
  for (const good of ['会費{年}-{番号}', '{番号}/{西暦}', 'A{年}B{番号}C']) expect([good, isReceiptPattern(good)]).toEqual([good, true])
  for (const bad of ['会費{番号}', '{年}', '{年}{番号}', '{年}-{番号}-{番号}', '{年}-{番号}{x}', '{年-{番号}', '{年}-{番号}0', '']) expect([bad, isReceiptPattern(bad)]).toEqual([bad, false])
})

test('no two numbers of a series are written alike, whatever the pattern', () => {
  const at = fc.record({ fiscalYear: fc.integer({ min: 2019, max: 2150 }).map(fiscalYear), number: fc.integer({ min: 1, max: 999_999 }) })
  const numbering = fc.record({ pattern: fc.constantFrom('会費{年}-{番号}', '{番号}/{西暦}', '第{番号}号（{年}）', '{西暦}-{年}-{番号}'), digits: fc.integer({ min: 1, max: 8 }) })
  fc.assert(
    fc.property(numbering, at, at, (series, one, other) => {
      const isSame = one.fiscalYear === other.fiscalYear && one.number === other.number
      expect(formatReceiptNumber(series, one) === formatReceiptNumber(series, other)).toBe(isSame)
    }),
  )
})
