import fc from 'fast-check'
import { expect, test } from 'vitest'
import { yen } from '../../money/yen.ts'
import { expectedDuesYen } from './expected-dues.ts'

const count = fc.nat(99_999)
const unitYen = fc.integer({ min: 1, max: 10_000_000 }).map(yen)

test('an association is asked 目安 for every household, a member for every 口', () => {
  fc.assert(
    fc.property(unitYen, count, count, (each, households, units) => {
      expect(expectedDuesYen({ unit: 'household', unitYen: each }, { households, units: null })).toBe(households * each)
      expect(expectedDuesYen({ unit: 'unit', unitYen: each }, { households: null, units })).toBe(units * each)
    }),
  )
})

test('a member without a recorded 口 has one', () => {
  expect(expectedDuesYen({ unit: 'unit', unitYen: yen(3_000) }, { households: null, units: null })).toBe(3_000)
})

test('a free amount is asked for its least, or for nothing', () => {
  expect(expectedDuesYen({ unit: 'free', unitYen: yen(1_000) }, { households: null, units: 5 })).toBe(1_000)
  expect(expectedDuesYen({ unit: 'free', unitYen: null }, { households: null, units: 5 })).toBe(0)
})
