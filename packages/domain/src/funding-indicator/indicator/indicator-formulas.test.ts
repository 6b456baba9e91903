import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fiscalYear } from '../../calendar/fiscal-year.ts'
import { localDate } from '../../calendar/local-date.ts'
import { id } from '../../ids.ts'
import { fundingCategories, type FundingCategory } from '../../ledger/funding-category.ts'
import { yen } from '../../money/yen.ts'
import { fundingCut } from '../funding-cut.ts'
import { incomeCategories } from '../income/income-category.ts'
import { computationKeys, computations } from './computations.ts'
import type { Computed } from './figure-part.ts'
import { formatIndicatorNumber, formatIndicatorValue } from './format-indicator.ts'
import type { CategoryFact, IncomeFact, IndicatorFacts } from './indicator-facts.ts'
import { attainmentOfTarget, figureOf, isTargetMet } from './indicator-value.ts'
import { versionOfYear } from './indicator-version.ts'
import { standardIndicators } from './standard-indicators.ts'
import { valueOfText } from './typed-value.ts'

const year = fiscalYear(2026)

function categories(fact: CategoryFact): Record<FundingCategory, CategoryFact> {
  return Object.fromEntries(fundingCategories.map((category) => [category, fact])) as Record<FundingCategory, CategoryFact>
}

/** A year of which nobody has recorded anything. */
const nothing: IndicatorFacts = {
  cut: fundingCut({ fiscalYear: year }, localDate('2026-10-15')), income: [], fundraisingCostYen: null, communityWelfareCostYen: null,
  categories: categories({ thisYen: null, lastYen: null, targetYen: null }), doorToDoor: [], households: { resident_register: null, association_membership: null },
  payingHouseholds: null, organizations: null, gifts: null, retention: null, custody: null,
}
/** One in which everything came to nothing. */
const zeros: IndicatorFacts = {
  ...nothing, fundraisingCostYen: 0, communityWelfareCostYen: 0, categories: categories({ thisYen: 0, lastYen: 0, targetYen: 0 }), payingHouseholds: 0,
  income: [{ code: '10', name: '会費', category: 'membership_dues', parts: [], enteredYen: 0 }],
  organizations: [{ duesKindId: id<'DuesKindId'>('01890000-0000-7000-8000-000000000005'), name: '法人会費', before: 0, joined: 0, rejoined: 0, joinedAndLeft: 0, left: 0, stayed: 0 }], gifts: { count: 0, amountYen: 0, medianYen: null }, retention: { lastYear: 0, retained: 0, lapsedLastYear: 0, lapsedBefore: 0 },
}

const standard = (facts: IndicatorFacts) => standardIndicators.map(({ name, computation, parameters, decimals }) => {
  const computed = computations[computation].compute(facts, parameters)
  if (computed === null) throw new Error(`${name} does not read its own parameters`)
  return { name, computed, ...figureOf(computed, decimals) }
})

test('the standard indicators use every computation, each under a code of its own', () => {
  expect(new Set(standardIndicators.map(({ computation }) => computation))).toEqual(new Set(computationKeys))
  expect(new Set(standardIndicators.map(({ code }) => code)).size).toBe(standardIndicators.length)
})

test('of a year of which nothing is recorded nothing has a value, and no rate of zeros is 0 %', () => {
  expect(standard(nothing).filter(({ value }) => value !== null)).toEqual([])
  expect(standard(zeros).filter(({ computed, value }) => computed.denominator !== null && value !== null)).toEqual([])
  expect(formatIndicatorValue(null, { decimals: 1, unit: '%' })).toBe('—')
})

const anyIncome = fc.array(fc.record({
  code: fc.string({ minLength: 1, maxLength: 3 }), name: fc.constant('区分'), category: fc.constantFrom(...incomeCategories), parts: fc.constant([]), enteredYen: fc.integer({ min: 0, max: 1e9 }),
}), { maxLength: 20 })

test('自主財源比率: what is excluded changes nothing, and a part is never more than the whole', () => {
  fc.assert(fc.property(anyIncome, fc.integer({ min: 0, max: 1e9 }), (income: IncomeFact[], care) => {
    const ratio = (lines: readonly IncomeFact[]) => standard({ ...nothing, income: lines }).find(({ name }) => name === '自主財源比率（桶川式）')?.value ?? null
    const more: IncomeFact = { code: 'care', name: '介護', category: 'care_service', parts: [], enteredYen: care }
    expect(ratio([...income, more])).toBe(ratio(income))
    const value = ratio(income)
    if (value !== null) expect(value >= 0 && value <= 100).toBe(true)
  }))
})

test('shares of all kinds of income together are the whole', () => {
  fc.assert(fc.property(anyIncome, (income) => {
    const computed = computations.income_ratio.compute({ ...nothing, income }, { numerator: { categories: [...incomeCategories] } })
    const total = income.reduce((sum, { enteredYen }) => sum + enteredYen, 0)
    expect(computed === null ? null : figureOf(computed, 1).value).toBe(total === 0 ? null : 100)
  }))
})

const ratioOf = (numerator: number, denominator: number): Computed => {
  const part = (value: number) => [{ label: '', value, unit: '円', openTo: null }]
  return { numerator: part(numerator), denominator: part(denominator), isPercent: true }
}

test('a rate is the nearest number with its decimals, a half away from zero', () => {
  fc.assert(fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 1, max: 1e12 }), fc.integer({ min: 0, max: 4 }), (numerator, denominator, decimals) => {
    const { value } = figureOf(ratioOf(numerator, denominator), decimals)
    const exact = (numerator / denominator) * 100
    expect(Math.abs((value ?? NaN) - exact)).toBeLessThanOrEqual(0.5 / 10 ** decimals + Math.abs(exact) * 1e-12 + 1e-12)
  }))
  expect(figureOf(ratioOf(1, 8), 1).value).toBe(12.5)
  expect(figureOf(ratioOf(-5, 1_000), 0).value).toBe(-1)
})

test('a target is met at 100.0 % exactly, never a tenth before', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 1e7 }), fc.integer({ min: 1, max: 1e7 }), (value, target) => {
    for (const direction of ['higher', 'lower'] as const) {
      expect((attainmentOfTarget(value, target, direction) ?? 0) >= 100).toBe(isTargetMet(value, target, direction))
    }
  }))
  expect(attainmentOfTarget(61.3, 70, 'higher')).toBe(87.5)
  expect(attainmentOfTarget(5, 0, 'higher')).toBeNull()
  expect(attainmentOfTarget(5, 4, 'none')).toBeNull()
})

test('every year has the newest definition that reaches back to it; what is said later never changes the years before', () => {
  const anyVersions = fc.array(fc.integer({ min: 2000, max: 2040 }), { minLength: 1, maxLength: 6 })
  fc.assert(fc.property(anyVersions, fc.integer({ min: 2001, max: 2040 }), fc.integer({ min: 1990, max: 2050 }), (froms, added, asked) => {
    const versions = froms.map((from, place) => ({ version: place + 1, fromFiscalYear: place === 0 ? null : fiscalYear(from) }))
    const later = [...versions, { version: versions.length + 1, fromFiscalYear: fiscalYear(added) }]
    const now = versionOfYear(later, fiscalYear(asked))
    expect(now?.version).toBe(asked >= added ? later.length : versionOfYear(versions, fiscalYear(asked))?.version)
  }))
})

test('a value is printed as it was typed, and a decrease with △', () => {
  fc.assert(fc.property(fc.integer({ min: -1e10, max: 1e10 }), fc.integer({ min: 0, max: 4 }), (whole, decimals) => {
    const value = whole / 10 ** decimals
    expect(valueOfText(formatIndicatorNumber(value, decimals))).toBe(value === 0 ? 0 : value)
  }))
  expect(formatIndicatorNumber(-4.25, 1)).toBe('△4.3')
  expect(formatIndicatorNumber(-0.01, 1)).toBe('0.0')
  expect(valueOfText('２４８，９３３')).toBe(248_933)
  expect(valueOfText('六割')).toBeUndefined()
})

test('what opens the entries of a year names that year, or whose dues they are', () => {
  const facts = { ...zeros, gifts: { count: 2, amountYen: yen(5_000), medianYen: 2_500 } }
  const parts = standard(facts).flatMap(({ computed }) => [...computed.numerator, ...(computed.denominator ?? [])])
  for (const { openTo } of parts) if (openTo !== null) expect([openTo.fiscalYear, openTo.duesYear]).toContain(openTo.fiscalYear === 2025 ? 2025 : 2026)
})
