import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { printedRate } from './printed-rate.ts'

const tenths = { decimals: 1, rounding: 'half_up' } as const
const down = { decimals: 1, rounding: 'down' } as const

test('a rate is rounded as the council has chosen, to as many digits as it prints', () => {
  expect(printedRate(3_621_772, 3_323_831, { decimals: 0, rounding: 'half_up' })).toBe('109%')
  expect(printedRate(3_621_772, 3_323_831, { decimals: 0, rounding: 'down' })).toBe('108%')
  expect(printedRate(3_621_772, 3_323_831, tenths)).toBe('109.0%')
  expect(printedRate(3_621_772, 3_323_831, down)).toBe('108.9%')
  expect(printedRate(3_621_772, 3_323_831, { decimals: 2, rounding: 'half_up' })).toBe('108.96%')
  expect(printedRate(1, 1_000, { decimals: 2, rounding: 'half_up' })).toBe('0.10%')
  expect(printedRate(12_345, 10, tenths)).toBe('123,450.0%')
})

test('cut down, a goal is reached only when it truly is', () => {
  expect(printedRate(999_999, 1_000_000, down)).toBe('99.9%')
  expect(printedRate(999_999, 1_000_000, tenths)).toBe('100.0%')
})

test('without a denominator there is no rate, and what went back shows △', () => {
  expect([printedRate(100, 0, tenths), printedRate(100, null, tenths), printedRate(undefined, 100, tenths)]).toEqual(['—', '—', '—'])
  expect(printedRate(0, 100, tenths)).toBe('0.0%')
  expect(printedRate(-5, 100, tenths)).toBe('△5.0%')
  expect(printedRate(-1, 100_000, tenths)).toBe('0.0%')
})

test('a printed rate is never further from the true one than its last digit, and cut down it is never above', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 12 }), fc.integer({ min: 1, max: 10 ** 12 }), fc.integer({ min: 0, max: 2 }), (part, whole, decimals) => {
      const value = (rounding: 'half_up' | 'down') => Number(printedRate(part, whole, { decimals, rounding }).replaceAll(/[,%]/g, ''))
      const [exact, step, noise] = [(part / whole) * 100, 10 ** -decimals, (part / whole) * 1e-9 + 1e-9]
      expect(Math.abs(value('half_up') - exact)).toBeLessThanOrEqual(step / 2 + noise)
      expect(value('down')).toBeLessThanOrEqual(exact + noise)
      expect(exact - value('down')).toBeLessThanOrEqual(step + noise)
    }),
  )
})
