import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fiscalYear } from '../calendar/fiscal-year.ts'
import { localDate } from '../calendar/local-date.ts'
import { sumYen, yen } from '../money/yen.ts'
import { receivedDuesWords } from './received-dues-words.ts'

const line = { duesYear: fiscalYear(2026), duesKindName: '一般会費', amountYen: yen(60_000), receivedOn: localDate('2026-07-01') }

test('a receipt names the year and the kinds of dues', () => {
  expect(receivedDuesWords([line, { ...line, duesKindName: '賛助会費', amountYen: yen(2_500), receivedOn: localDate('2026-06-30') }])).toEqual({
    purpose: '令和8年度　社協会費（一般会費・賛助会費）として',
    details: [{ label: '一般会費', amountYen: 60_000 }, { label: '賛助会費', amountYen: 2_500 }],
    receivedFrom: '2026-06-30',
    receivedTo: '2026-07-01',
  })
})

test('dues of two years are told apart', () => {
  const words = receivedDuesWords([line, { ...line, duesYear: fiscalYear(2025), amountYen: yen(500) }])
  expect(words.purpose).toBe('令和7年度・令和8年度　社協会費（一般会費）として')
  expect(words.details.map(({ label }) => label)).toEqual(['令和8年度 一般会費', '令和7年度 一般会費'])
})

test('the details add up to what came in', () => {
  const lines = fc.array(
    fc.record({
      duesYear: fc.constantFrom(fiscalYear(2025), fiscalYear(2026)),
      duesKindName: fc.constantFrom('一般会費', '賛助会費'),
      amountYen: fc.integer({ min: 1, max: 10_000_000 }).map(yen),
      receivedOn: fc.constant(localDate('2026-07-01')),
    }),
    { minLength: 1 },
  )
  fc.assert(
    fc.property(lines, (received) => {
      const { details } = receivedDuesWords(received)
      expect(sumYen(details.map(({ amountYen }) => amountYen))).toBe(sumYen(received.map(({ amountYen }) => amountYen)))
    }),
  )
})

test('a receipt for nothing is none', () => {
  expect(() => receivedDuesWords([])).toThrow(RangeError)
})
