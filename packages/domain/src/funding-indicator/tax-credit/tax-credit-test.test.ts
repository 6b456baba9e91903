import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fiscalYear } from '../../calendar/fiscal-year.ts'
import { yen } from '../../money/yen.ts'
import { taxCreditResult, taxCreditTest, type TaxCreditYear } from './tax-credit-test.ts'

const year = (change: Partial<TaxCreditYear> = {}): TaxCreditYear => ({
  fiscalYear: fiscalYear(2025), hasBooks: true, donors: 0, donorsYen: yen(0), withoutAddress: 0, giftsYen: yen(0), costYen: yen(200_000_000), incomeYen: yen(250_000_000), ...change,
})
const fiveOf = (change: Partial<TaxCreditYear>) => Array.from({ length: 5 }, () => year(change))

const anyYear = fc
  .record({ donors: fc.nat(250), each: fc.integer({ min: 3_000, max: 50_000 }), more: fc.nat(500_000), cost: fc.option(fc.nat(250_000_000)), income: fc.option(fc.nat(300_000_000)) })
  .map(({ donors, each, more, cost, income }) => year({
    donors, donorsYen: yen(donors * each), giftsYen: yen(donors * each + more), costYen: cost === null ? null : yen(cost), incomeYen: income === null ? null : yen(income),
  }))
const anyYears = fc.array(anyYear, { minLength: 5, maxLength: 5 })

test('100 donors a year do, 99 do not; of a council of 5,000万円 each counts twice, and its gifts have to come to 30万円', () => {
  expect(taxCreditTest(fiveOf({ donors: 100, donorsYen: yen(300_000) })).donors).toMatchObject({ result: 'met', averageTenths: 1_000, isRaised: false })
  expect(taxCreditTest(fiveOf({ donors: 99, donorsYen: yen(297_000) })).donors).toMatchObject({ result: 'unmet', averageTenths: 990, missingDonors: 5 })
  const small = { donors: 50, costYen: yen(50_000_000) }
  expect(taxCreditTest(fiveOf({ ...small, donorsYen: yen(300_000) })).donors).toMatchObject({ result: 'met', averageTenths: 1_000, isRaised: true, missingYen: 0 })
  expect(taxCreditTest(fiveOf({ ...small, donorsYen: yen(290_000) })).donors).toMatchObject({ result: 'unmet', missingDonors: 0, missingYen: 50_000 })
  // 1,000万円 at least: ten donors, never a thousand.
  expect(taxCreditTest(fiveOf({ donors: 9, donorsYen: yen(400_000), costYen: yen(0) })).donors).toMatchObject({ result: 'unmet', averageTenths: 900, missingDonors: 5 })
})

test('a fifth of the income does; nothing is said of it while a year is missing, nor of no income at all', () => {
  expect(taxCreditTest(fiveOf({ giftsYen: yen(50_000_000) })).income).toMatchObject({ result: 'met', missingYen: 0 })
  expect(taxCreditTest(fiveOf({ giftsYen: yen(49_999_999) })).income).toMatchObject({ result: 'unmet', missingYen: 7 })
  expect(taxCreditTest([...fiveOf({}).slice(1), year({ incomeYen: null })]).income).toMatchObject({ result: 'unknown', incomeYen: null, missingYen: null })
  expect(taxCreditTest(fiveOf({ incomeYen: yen(0) })).income).toMatchObject({ result: 'unmet', missingYen: null })
})

test('100 donors a year do whatever the cost is, for they gave 30万円; and telling a cost never takes donors away', () => {
  fc.assert(fc.property(anyYears, (years) => {
    const told = taxCreditTest(years)
    const plain = taxCreditTest(years.map((each) => ({ ...each, costYen: null })))
    expect(told.donors.averageTenths).toBeGreaterThanOrEqual(plain.donors.averageTenths)
    if (plain.donors.result === 'met') expect(told.donors.result).toBe('met')
    if (plain.donors.result === 'unmet') expect(years.every(({ donors }) => donors === 0)).toBe(true)
  }))
})

test('what is told to be missing does, and one less does not', () => {
  fc.assert(fc.property(anyYears, (years) => {
    const { donors, income } = taxCreditTest(years)
    const withMore = (change: (last: TaxCreditYear) => Partial<TaxCreditYear>) => taxCreditTest(years.map((each, place) => (place === 4 ? { ...each, ...change(each) } : each)))
    const withDonors = (more: number) => withMore((last) => ({ donors: last.donors + more, donorsYen: yen(last.donorsYen + 10_000_000) })).donors
    expect(withDonors(donors.missingDonors).result).toBe('met')
    if (donors.missingDonors > 0) expect(withDonors(donors.missingDonors - 1).result).not.toBe('met')
    const { missingYen } = income
    if (missingYen === null) return
    const withGifts = (more: number) => withMore((last) => ({ giftsYen: yen(last.giftsYen + more), incomeYen: yen((last.incomeYen ?? 0) + more) })).income
    expect(withGifts(missingYen).result).toBe('met')
    if (missingYen > 0) expect(withGifts(missingYen - 1).result).toBe('unmet')
  }))
})

test('of a year before the books nothing is known, so that it alone never fails a council', () => {
  const { donors, income } = taxCreditTest([...fiveOf({}).slice(1), year({ hasBooks: false })])
  expect([donors.result, income.result]).toEqual(['unknown', 'unknown'])
})

test('one requirement is enough, and what is unknown may still do', () => {
  const results = ['met', 'unmet', 'unknown'] as const
  const of = (donors: (typeof results)[number], income: (typeof results)[number]) => {
    const period = taxCreditTest(fiveOf({}))
    return taxCreditResult({ donors: { ...period.donors, result: donors }, income: { ...period.income, result: income } })
  }
  expect(results.map((donors) => results.map((income) => of(donors, income)))).toEqual([
    ['met', 'met', 'met'], ['met', 'unmet', 'unknown'], ['met', 'unknown', 'unknown'],
  ])
})
