import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fiscalYear } from './fiscal-year.ts'
import { formatFiscalYear, formatLocalDate, formatLocalDateShort, formatLocalMonth } from './japanese-era.ts'
import { addDays, localDate } from './local-date.ts'

const platformEra = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { dateStyle: 'long', timeZone: 'UTC' })

describe('formatLocalDate', () => {
  it.each([
    ['2026-04-01', '令和8年4月1日', 'R8.4.1'],
    ['2019-05-01', '令和元年5月1日', 'R1.5.1'],
    ['2019-04-30', '平成31年4月30日', 'H31.4.30'],
    ['1989-01-08', '平成元年1月8日', 'H1.1.8'],
    ['1989-01-07', '昭和64年1月7日', 'S64.1.7'],
    ['1926-12-25', '昭和元年12月25日', 'S1.12.25'],
    ['1926-12-24', '大正15年12月24日', 'T15.12.24'],
    ['1912-07-30', '大正元年7月30日', 'T1.7.30'],
    ['1912-07-29', '明治45年7月29日', 'M45.7.29'],
    ['1868-10-23', '明治元年10月23日', 'M1.10.23'],
    ['1868-10-22', '1868年10月22日', '1868.10.22'],
  ])('writes %s as %s, short %s', (date, long, short) => {
    expect(formatLocalDate(localDate(date))).toBe(long)
    expect(formatLocalDateShort(localDate(date))).toBe(short)
  })

  it('agrees with the Japanese calendar of the platform since 大正', () => {
    const days = fc.integer({ min: 0, max: 100_000 }).map((offset) => addDays(localDate('1912-07-30'), offset))
    fc.assert(
      fc.property(days, (date) => {
        expect(formatLocalDate(date)).toBe(platformEra.format(new Date(date)))
      }),
    )
  })
})

describe('formatLocalMonth', () => {
  it.each([
    ['2026-04-01', '令和8年4月'],
    ['2019-05-01', '令和元年5月'],
  ])('writes the month of %s as %s', (date, month) => expect(formatLocalMonth(localDate(date))).toBe(month))
})

describe('formatFiscalYear', () => {
  it.each([
    [2026, '令和8年度'],
    [2019, '令和元年度'],
    [2018, '平成30年度'],
    [1989, '平成元年度'],
    [1988, '昭和63年度'],
    [1868, '明治元年度'],
  ])('names %i %s', (year, name) => {
    expect(formatFiscalYear(fiscalYear(year))).toBe(name)
  })
})
