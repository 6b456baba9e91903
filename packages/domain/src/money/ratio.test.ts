import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatAttainment, formatRatio, formatYearOnYear, formatYearOnYearChange } from './ratio.ts'

const yenTotals = fc.maxSafeNat()

describe('formatRatio', () => {
  it('prints a tenth of a percent, rounded half up', () => {
    expect(formatRatio(123, 1000)).toBe('12.3%')
    expect(formatRatio(1, 3)).toBe('33.3%')
    expect(formatRatio(12_345, 100_000)).toBe('12.3%')
    expect(formatRatio(1, 2000)).toBe('0.1%')
    expect(formatRatio(50_000, 1000)).toBe('5,000.0%')
  })

  it('prints a negative share with a triangle, and no triangle before nothing', () => {
    expect(formatRatio(-15, 1000)).toBe('△1.5%')
    expect(formatRatio(-1, 1_000_000)).toBe('0.0%')
  })

  it.each([0, null, undefined, -5])('prints a dash for the denominator %s, never a percentage', (denominator) => {
    expect(formatRatio(100, denominator)).toBe('—')
    expect(formatRatio(0, denominator)).toBe('—')
  })

  it('prints a dash where the numerator was never recorded', () => {
    expect(formatRatio(null, 100)).toBe('—')
  })

  it('prints 100.0% for the whole of anything, however large', () => {
    fc.assert(
      fc.property(yenTotals.filter((total) => total > 0), (total) => {
        expect(formatRatio(total, total)).toBe('100.0%')
      }),
    )
  })
})

describe('formatAttainment', () => {
  it('does not print 100.0% one yen short of the target', () => {
    expect(formatAttainment(9_999_999, 10_000_000)).toBe('99.9%')
    expect(formatAttainment(10_000_000, 10_000_000)).toBe('100.0%')
  })

  it('reaches 100% in print exactly when the target is reached', () => {
    fc.assert(
      fc.property(yenTotals, yenTotals.filter((target) => target > 0), (actual, target) => {
        const printed = Number(formatAttainment(actual, target).replaceAll(',', '').replace('%', ''))
        expect(printed >= 100).toBe(actual >= target)
      }),
    )
  })

  it('prints a dash where no target was set', () => {
    expect(formatAttainment(100, null)).toBe('—')
  })
})

describe('formatYearOnYear', () => {
  it('prints this year as a share of last year', () => {
    expect(formatYearOnYear(987, 1000)).toBe('98.7%')
    expect(formatYearOnYear(1042, 1000)).toBe('104.2%')
    expect(formatYearOnYear(500, 0)).toBe('—')
  })
})

describe('formatYearOnYearChange', () => {
  it('prints a decrease with a triangle', () => {
    expect(formatYearOnYearChange(987, 1000)).toBe('△1.3%')
    expect(formatYearOnYearChange(1042, 1000)).toBe('4.2%')
    expect(formatYearOnYearChange(0, 1000)).toBe('△100.0%')
  })

  it('prints a dash where either year is missing or last year had nothing', () => {
    expect(formatYearOnYearChange(null, 1000)).toBe('—')
    expect(formatYearOnYearChange(1000, null)).toBe('—')
    expect(formatYearOnYearChange(1000, 0)).toBe('—')
  })
})
