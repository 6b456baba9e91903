import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstDayOf, fiscalMonths, fiscalYear, fiscalYearOf, lastDayOf, sameDayOfFiscalYear } from './fiscal-year.ts'
import { fiscalYearSchema } from './fiscal-year-schema.ts'
import { addDays, compareLocalDate, localDate, partsOf } from './local-date.ts'

const days = fc.integer({ min: 0, max: 121_000 }).map((offset) => addDays(localDate('1868-04-01'), offset))
const years = fc.integer({ min: 1868, max: 2199 }).map(fiscalYear)

describe('fiscalYearOf', () => {
  it('turns on April 1', () => {
    expect(fiscalYearOf(localDate('2026-03-31'))).toBe(2025)
    expect(fiscalYearOf(localDate('2026-04-01'))).toBe(2026)
    expect(fiscalYearOf(localDate('2027-01-01'))).toBe(2026)
  })

  it('knows the fiscal year of the earliest and the latest date', () => {
    expect(fiscalYearOf(localDate('1868-04-01'))).toBe(1868)
    expect(fiscalYearOf(localDate('2200-03-31'))).toBe(2199)
  })

  it('never goes back as days go on', () => {
    fc.assert(
      fc.property(days, days, (one, other) => {
        const [earlier, later] = compareLocalDate(one, other) <= 0 ? [one, other] : [other, one]
        expect(fiscalYearOf(earlier)).toBeLessThanOrEqual(fiscalYearOf(later))
      }),
    )
  })

  it('holds exactly the days from its first to its last', () => {
    fc.assert(
      fc.property(days, (date) => {
        const year = fiscalYearOf(date)
        expect(firstDayOf(year) <= date && date <= lastDayOf(year)).toBe(true)
      }),
    )
  })
})

describe('fiscalYear', () => {
  it.each([1867, 2200, 2026.5, Number.NaN])('refuses %s', (year) => {
    expect(() => fiscalYear(year)).toThrow(RangeError)
    expect(fiscalYearSchema.safeParse(year).success).toBe(false)
  })
})

describe('fiscalMonths', () => {
  it('begins with April and ends with March of the next calendar year', () => {
    const months = fiscalMonths(fiscalYear(2026))
    expect(months.map(({ month }) => month)).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3])
    expect(months[11]).toEqual({ year: 2027, month: 3, firstDay: '2027-03-01', lastDay: '2027-03-31' })
  })

  it('covers the fiscal year without gap or overlap', () => {
    fc.assert(
      fc.property(years, (year) => {
        const months = fiscalMonths(year)
        const expectedFirstDays = [firstDayOf(year), ...months.slice(0, -1).map(({ lastDay }) => addDays(lastDay, 1))]
        expect(months.map(({ firstDay }) => firstDay)).toEqual(expectedFirstDays)
        expect(months.at(-1)?.lastDay).toBe(lastDayOf(year))
      }),
    )
  })
})

describe('sameDayOfFiscalYear', () => {
  it('keeps month and day and moves the year', () => {
    expect(sameDayOfFiscalYear(localDate('2026-11-21'), fiscalYear(2025))).toBe('2025-11-21')
    expect(sameDayOfFiscalYear(localDate('2027-01-31'), fiscalYear(2025))).toBe('2026-01-31')
  })

  it('cuts off on February 28 where the other year has no 29', () => {
    expect(sameDayOfFiscalYear(localDate('2028-02-29'), fiscalYear(2026))).toBe('2027-02-28')
    expect(sameDayOfFiscalYear(localDate('2028-02-29'), fiscalYear(2023))).toBe('2024-02-29')
  })

  it('stays inside the fiscal year asked for, in the same month', () => {
    fc.assert(
      fc.property(days, years, (date, year) => {
        const same = sameDayOfFiscalYear(date, year)
        expect(fiscalYearOf(same)).toBe(year)
        expect(partsOf(same).month).toBe(partsOf(date).month)
      }),
    )
  })

  it('is the day itself within its own fiscal year', () => {
    fc.assert(
      fc.property(days, (date) => {
        expect(sameDayOfFiscalYear(date, fiscalYearOf(date))).toBe(date)
      }),
    )
  })
})
