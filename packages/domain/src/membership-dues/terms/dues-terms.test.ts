import fc from 'fast-check'
import { expect, test } from 'vitest'
import { yen } from '../../money/yen.ts'
import { areWithinFiscalYear, formatDuesMonths, monthsOfFiscalYear } from './dues-months.ts'
import { type DuesTermsDetails, duesTermsDetailsSchema } from './dues-terms-input.ts'
import { duesPayers, memberCounter } from './dues-unit.ts'
import { planTermsCopy } from './plan-terms-copy.ts'
import { type DuesTermsUse, problemOfTermsChange, problemOfTermsRemoval } from './terms-change.ts'
import { typedDuesTermsSchema, typedOfTerms } from './typed-dues-terms.ts'

const terms: DuesTermsDetails = {
  unit: 'unit',
  unitYen: yen(5_000),
  payer: 'organization',
  firstMonth: 6,
  lastMonth: 9,
  shareBackBasisPoints: 3_350,
  isDeductible: false,
  benefits: '広報紙に名称を載せます。',
}
const unused: DuesTermsUse = { hasRequest: false, isRequestFixed: false, hasPostings: false, isShareBackPaid: false }

function messagesOf(change: object): string[] {
  const read = duesTermsDetailsSchema.safeParse({ ...terms, ...change })
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

test('納入月 are said as people say them, over the new year too', () => {
  const months = (firstMonth: number, lastMonth: number) => formatDuesMonths({ firstMonth, lastMonth })
  expect([months(5, 7), months(6, 6), months(11, 2), months(1, 3), months(4, 3)]).toEqual([
    '5月〜7月', '6月', '11月〜翌2月', '1月〜3月', '通年',
  ])
})

test('納入月 lie within one fiscal year', () => {
  expect(areWithinFiscalYear(11, 2)).toBe(true)
  expect(messagesOf({ firstMonth: 2, lastMonth: 5 })).toEqual([
    'lastMonth: 納入月は、4月から翌年3月までの間で、始めの月から後の月を選んでください。',
  ])
})

test('a unit has an amount; a free amount need not have one', () => {
  expect(messagesOf({ unitYen: null })).toEqual(['unitYen: 目安の金額を入力してください。例：500'])
  expect(messagesOf({ unit: 'free', unitYen: null })).toEqual([])
  expect(messagesOf({ unit: 'free', unitYen: 1_000 })).toEqual([])
  expect(messagesOf({ unitYen: 0 })).toHaveLength(1)
})

test('what is counted by households is paid by households', () => {
  expect(messagesOf({ unit: 'household' })).toEqual(['payer: 世帯を単位とする会費は、納める人も「世帯」にしてください。'])
})

test('terms are deductible only where the council says so', () => {
  const { isDeductible: _, ...silent } = terms
  expect(duesTermsDetailsSchema.parse(silent).isDeductible).toBe(false)
})

test('what was asked or paid settles unit and amount; everything else may still change', () => {
  const change = (after: Partial<DuesTermsDetails>, use: Partial<DuesTermsUse>) =>
    problemOfTermsChange({ before: terms, after: { ...terms, ...after } }, { ...unused, ...use })
  for (const use of [{ isRequestFixed: true }, { hasPostings: true }]) {
    expect(change({ unitYen: yen(6_000) }, use)).toEqual({ code: 'dues_terms_settled', field: 'unitYen' })
    expect(change({ unit: 'free' }, use)).toEqual({ code: 'dues_terms_settled', field: 'unit' })
    expect(change({ lastMonth: 12, shareBackBasisPoints: 5_000 }, use)).toBeNull()
  }
  expect(change({ unitYen: yen(6_000) }, { hasRequest: true })).toBeNull()
  expect(change({ shareBackBasisPoints: 5_000 }, { isShareBackPaid: true })).toEqual({ code: 'share_back_paid', field: 'shareBackBasisPoints' })
})

test('terms are taken away only while nobody was asked by them', () => {
  expect(problemOfTermsRemoval(unused)).toBeNull()
  expect(problemOfTermsRemoval({ ...unused, hasRequest: true })).toBe('dues_terms_in_use')
  expect(problemOfTermsRemoval({ ...unused, hasPostings: true })).toBe('dues_terms_in_use')
  expect(problemOfTermsRemoval({ ...unused, isShareBackPaid: true })).toBe('share_back_paid')
})

test('what a form shows is read back as it was', () => {
  const anyTerms = fc.record({
    unit: fc.constantFrom('unit' as const, 'free' as const),
    unitYen: fc.integer({ min: 1, max: 10_000_000 }).map(yen),
    payer: fc.constantFrom('household' as const, 'person' as const, 'organization' as const),
    firstMonth: fc.constantFrom(4, 8, 12),
    lastMonth: fc.constantFrom(12, 1, 3),
    shareBackBasisPoints: fc.integer({ min: 0, max: 10_000 }),
    isDeductible: fc.boolean(),
    benefits: fc.constantFrom('', '広報紙'),
  })
  fc.assert(
    fc.property(anyTerms, (each) => {
      expect(typedDuesTermsSchema.parse(typedOfTerms(each))).toEqual(each)
    }),
  )
})

test('a rate that is none is refused at its field', () => {
  const read = typedDuesTermsSchema.safeParse({ ...typedOfTerms(terms), shareBackBasisPoints: '4割' })
  expect(read.error?.issues.map(({ path }) => path)).toEqual([['shareBackBasisPoints']])
})

test('copying takes what is missing, and nothing the second time', () => {
  const kinds = fc.subarray(['一般', '賛助', '特別', '法人'])
  const areas = fc.subarray(['日吉', '篠山'])
  fc.assert(
    fc.property(fc.record({ from: kinds, taken: kinds, closed: kinds, ratesOf: kinds, areas, closedAreas: areas }), (given) => {
      const rows = given.from.map((duesKindId) => ({ duesKindId }))
      const rates = given.from
        .filter((duesKindId) => given.ratesOf.includes(duesKindId))
        .flatMap((duesKindId) => given.areas.map((areaId) => ({ duesKindId, areaId })))
      const copyTo = (taken: readonly string[]) =>
        planTermsCopy({
          terms: rows,
          rates,
          takenKindIds: new Set(taken),
          closedKindIds: new Set(given.closed),
          closedAreaIds: new Set(given.closedAreas),
        })
      const copied = copyTo(given.taken)
      const copiedKinds = copied.terms.map(({ duesKindId }) => duesKindId)
      expect(copiedKinds.filter((kind) => given.taken.includes(kind) || given.closed.includes(kind))).toEqual([])
      expect(copied.rates.every((rate) => copiedKinds.includes(rate.duesKindId) && !given.closedAreas.includes(rate.areaId))).toBe(true)
      expect(copyTo([...given.taken, ...copiedKinds])).toEqual({ terms: [], rates: [] })
    }),
  )
})

test('every month of the year has its place', () => {
  expect(new Set(monthsOfFiscalYear).size).toBe(12)
})

test('members are counted by whom their kind is meant for, several kinds together as 件', () => {
  expect([...duesPayers, null].map(memberCounter)).toEqual(['世帯', '名', '社', '件'])
})
