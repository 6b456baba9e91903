import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstDayOf, fiscalYear, fiscalYearOf, lastDayOf } from '../calendar/fiscal-year.ts'
import { addDays, localDate } from '../calendar/local-date.ts'
import { wholeYearsOf } from './whole-years.ts'

test('a stretch of days splits so that every day of it is read once, and no other day', () => {
  const anyDay = fc.integer({ min: 0, max: 2000 }).map((days) => addDays(localDate('2024-01-15'), days))
  fc.assert(
    fc.property(anyDay, anyDay, anyDay, (one, other, probe) => {
      const [from, to] = one < other ? [one, other] : [other, one]
      const { years, days } = wholeYearsOf({ from, to })
      const year = fiscalYearOf(probe)
      const inYears = years !== null && year >= (years.first ?? 0) && year <= (years.last ?? 9999)
      const inDays = days.filter((loose) => probe >= loose.from && probe <= loose.to)
      expect(Number(inYears) + inDays.length).toBe(probe >= from && probe <= to ? 1 : 0)
      for (const loose of days) expect(fiscalYearOf(loose.from)).toBe(fiscalYearOf(loose.to))
    }),
  )
})

test('a fiscal year from its first to its last day is one whole year', () => {
  const year = fiscalYear(2026)
  expect(wholeYearsOf({ from: firstDayOf(year), to: lastDayOf(year) })).toEqual({
    years: { first: year, last: year },
    days: [],
  })
})

test('without bounds every year is whole', () => {
  expect(wholeYearsOf({})).toEqual({ years: { first: undefined, last: undefined }, days: [] })
})

test('an open end keeps its years open: everything from a day in October on', () => {
  expect(wholeYearsOf({ from: localDate('2026-10-01') })).toEqual({
    years: { first: 2027, last: undefined },
    days: [{ fiscalYear: 2026, from: '2026-10-01', to: '2027-03-31' }],
  })
})

test('a stretch that ends before it begins holds nothing', () => {
  expect(wholeYearsOf({ from: localDate('2026-10-02'), to: localDate('2026-10-01') })).toEqual({ years: null, days: [] })
})
