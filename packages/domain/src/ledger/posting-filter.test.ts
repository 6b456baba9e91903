import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fiscalYear } from '../calendar/fiscal-year.ts'
import { localDate } from '../calendar/local-date.ts'
import { daysOf, postingFilterOfSearch } from './posting-filter.ts'
import { fundingCategories } from './funding-category.ts'
import { moneyHoldings } from './money-holding.ts'
import { postingCursorSchema, postingFilterSchema } from './posting-filter-schema.ts'

test('an address with a mistyped filter shows the wider list instead of an error', () => {
  expect(postingFilterOfSearch({ fiscalYear: 2026, areaId: 'nowhere', category: 'donation', page: 3 })).toEqual({
    fiscalYear: 2026,
    category: 'donation',
  })
})

test('a 伝票番号 in the address is text, though an address cannot tell', () => {
  expect(postingFilterOfSearch({ text: 120 })).toEqual({ text: '120' })
  expect(postingFilterOfSearch({ text: '' })).toEqual({})
})

test('days outside the fiscal year are cut off at its ends', () => {
  const year = fiscalYear(2026)
  expect(daysOf({ fiscalYear: year, from: localDate('2025-01-01') })).toEqual({ from: '2026-04-01', to: '2027-03-31' })
  expect(daysOf({ fiscalYear: year, to: localDate('2026-10-15') })).toEqual({ from: '2026-04-01', to: '2026-10-15' })
  expect(daysOf({ from: localDate('2025-01-01') })).toEqual({ from: '2025-01-01', to: undefined })
})

test('a cursor of another making is refused', () => {
  expect(postingCursorSchema.safeParse('-12000.2026-10-15.01a1fc65-c98c-7c7a-acea-dcc06c24a1ee.2.51.-612000').success).toBe(true)
  expect(postingCursorSchema.safeParse("2026-10-15'; drop table posting").success).toBe(false)
})

test('what stands in an address is read as the schema of the query reads it, field by field', () => {
  const someId = fc.uuid({ version: 7 })
  const anything = fc.oneof(
    fc.constantFrom<unknown>(...fundingCategories, ...moneyHoldings, '2026-04-01', '2026-02-30', '2026-11-22T06:00:00.000Z', '2026-11-31T06:00:00.000Z', '', ' 日吉 ', true, null),
    someId,
    someId.map((id) => id.toUpperCase()),
    fc.integer({ min: -10, max: 3_000 }),
    fc.double(),
    fc.string({ maxLength: 120 }),
  )
  fc.assert(
    fc.property(fc.constantFrom(...postingFilterSchema.keyof().options), anything, (field, value) => {
      // An address does not tell a number or a truth from text.
      const asked = field === 'text' && (typeof value === 'number' || typeof value === 'boolean') ? String(value) : value
      const parsed = postingFilterSchema.shape[field].safeParse(asked)
      const meant = parsed.success && parsed.data !== '' ? parsed.data : undefined
      expect(postingFilterOfSearch({ [field]: value })[field]).toEqual(meant)
    }),
    { numRuns: 2_000 },
  )
})
