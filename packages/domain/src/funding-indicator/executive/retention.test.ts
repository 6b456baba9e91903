import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fiscalYear } from '../../calendar/fiscal-year.ts'
import { giverStanding, retentionOf } from './retention.ts'

const year = fiscalYear(2026)

test('a giver stands by this year, last year and the years before; who gave only later stands nowhere', () => {
  const standings = [[2025, 2026], [2020, 2026], [2026], [2026, 2027], [2025], [2020, 2025], [2020], [2027], []]
  expect(standings.map((years) => giverStanding(years, year))).toEqual(
    ['retained', 'returned', 'new', 'new', 'lybunt', 'lybunt', 'sybunt', null, null],
  )
})

test('without givers last year there is no rate, which is not a rate of 0', () => {
  expect(retentionOf([{ years: [2026], givers: 3 }], year)).toEqual(
    { retained: 0, returned: 0, new: 3, lybunt: 0, sybunt: 0, given: 3, rate: null },
  )
  expect(retentionOf([{ years: [2025], givers: 3 }], year).rate).toBe(0)
})

test('everybody who ever gave until the year stands in one place, and who gave last year either gave again or did not', () => {
  const anyYears = fc.uniqueArray(fc.integer({ min: 2018, max: 2028 })).map((years) => years.toSorted((left, right) => left - right))
  const anyGroups = fc.array(fc.record({ years: anyYears, givers: fc.nat(1_000) }))
  fc.assert(
    fc.property(anyGroups, (groups) => {
      const { given, retained, returned, new: newcomers, lybunt, sybunt, rate } = retentionOf(groups, year)
      const giversOf = (is: (years: readonly number[]) => boolean) => groups.reduce((sum, { years, givers }) => sum + (is(years) ? givers : 0), 0)
      const gaveLastYear = giversOf((years) => years.includes(2025))
      expect(given).toBe(giversOf((years) => years.includes(2026)))
      expect(retained + lybunt).toBe(gaveLastYear)
      expect(given + lybunt + sybunt).toBe(giversOf((years) => years.some((each) => each <= 2026)))
      expect(retained + returned + newcomers).toBe(given)
      expect(rate).toBe(gaveLastYear === 0 ? null : retained / gaveLastYear)
    }),
  )
})
