import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fiscalYear } from '../../calendar/fiscal-year.ts'
import { yen } from '../../money/yen.ts'
import { type FundMovements, fundStanding, fundYears, sumOfFunds } from './fund-standing.ts'

const moved = (year: number, [received, transferred, used]: [number, number, number]): FundMovements => ({
  fiscalYear: fiscalYear(year), receivedYen: yen(received), transferredYen: yen(transferred), usedYen: yen(used),
})

test('every year begins with what the year before has left, in whatever order the years are told', () => {
  expect(fundYears([moved(2026, [10_000, -5_000, 60_000]), moved(2024, [100_000, 0, 20_000])])).toMatchObject([
    { fiscalYear: 2024, carriedYen: 0, balanceYen: 80_000 },
    { fiscalYear: 2026, carriedYen: 80_000, balanceYen: 25_000 },
  ])
})

test('a year in which nothing moved still holds what was left; later years do not count in it', () => {
  const movements = [moved(2024, [100_000, 0, 20_000]), moved(2026, [10_000, 0, 0])]
  expect(fundStanding(movements, fiscalYear(2025))).toEqual({
    carriedYen: 80_000, receivedYen: 0, transferredYen: 0, usedYen: 0, balanceYen: 80_000, receivedInAllYen: 100_000,
  })
  expect(fundStanding(movements, fiscalYear(2026))).toMatchObject({ carriedYen: 80_000, balanceYen: 90_000, receivedInAllYen: 110_000 })
  expect(fundStanding([], fiscalYear(2026))).toMatchObject({ balanceYen: 0 })
})

test('what was carried, came in and went out is what is left, of each fund and of all together', () => {
  const amount = fc.integer({ min: -1_000_000, max: 1_000_000_000 })
  const years = fc.uniqueArray(fc.tuple(fc.integer({ min: 2000, max: 2030 }), amount, amount, amount), { selector: ([year]) => year })
  fc.assert(fc.property(fc.array(years), fc.integer({ min: 2000, max: 2030 }), (funds, year) => {
    const standings = funds.map((each) => fundStanding(each.map(([of, ...figures]) => moved(of, figures)), fiscalYear(year)))
    for (const { carriedYen, receivedYen, transferredYen, usedYen, balanceYen } of [...standings, sumOfFunds(standings)]) {
      expect(carriedYen + receivedYen + transferredYen - usedYen).toBe(balanceYen)
    }
  }))
})
