import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fiscalYear } from '../../calendar/fiscal-year.ts'
import { yen } from '../../money/yen.ts'
import { forecastYearEnd, type PastYear } from './year-end-forecast.ts'

const past = (year: number, untilYen: number, wholeYen: number): PastYear =>
  ({ fiscalYear: fiscalYear(year), untilYen: yen(untilYen), wholeYen: yen(wholeYen) })

test('half of the years had come in by the day, so twice as much is expected; each year alone makes the range', () => {
  expect(forecastYearEnd(yen(600), [past(2025, 500, 800), past(2024, 500, 1_200)])).toEqual(
    { amountYen: 1_200, lowYen: 960, highYen: 1_440, years: [2024, 2025] },
  )
})

test('nothing is forecast from fewer than two years that had brought something, or before anything came in', () => {
  expect(forecastYearEnd(yen(600), [past(2025, 500, 800)])).toBeNull()
  expect(forecastYearEnd(yen(600), [past(2025, 500, 800), past(2024, 0, 900)])).toBeNull()
  expect(forecastYearEnd(yen(600), [past(2025, 500, 800), past(2024, 8, 900)])).toBeNull()
  expect(forecastYearEnd(yen(0), [past(2025, 500, 800), past(2024, 500, 900)])).toBeNull()
})

test('only the last five years count', () => {
  const years = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025].map((year) => past(year, 100, year < 2021 ? 9_999 : 200))
  expect(forecastYearEnd(yen(100), years)).toEqual({ amountYen: 200, lowYen: 200, highYen: 200, years: [2021, 2022, 2023, 2024, 2025] })
})

const anyYen = fc.integer({ min: 1, max: 2_000_000_000 })
const anyPast = fc.uniqueArray(
  fc.record({ year: fc.integer({ min: 2000, max: 2025 }), until: anyYen, times: fc.double({ min: 0.5, max: 99, noNaN: true }) }),
  { selector: ({ year }) => year, minLength: 2, maxLength: 8 },
).map((years) => years.map(({ year, until, times }) => past(year, until, Math.ceil(until * times))))

test('what is expected lies within the range, in whatever order the years are given', () => {
  fc.assert(
    fc.property(anyYen, anyPast, (until, years) => {
      const forecast = forecastYearEnd(yen(until), years)
      if (forecast === null) throw new Error('two years are enough')
      expect(forecast.lowYen).toBeLessThanOrEqual(forecast.amountYen)
      expect(forecast.amountYen).toBeLessThanOrEqual(forecast.highYen)
      expect(forecastYearEnd(yen(until), years.toReversed())).toEqual(forecast)
    }),
  )
})

test('where every year was over by the day, the year is expected to end where it is', () => {
  fc.assert(
    fc.property(anyYen, anyPast, (until, years) => {
      const over = years.map((year) => ({ ...year, wholeYen: year.untilYen }))
      expect(forecastYearEnd(yen(until), over)).toMatchObject({ amountYen: until, lowYen: until, highYen: until })
    }),
  )
})
