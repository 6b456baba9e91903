import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatTenths, shareTenths } from './share-tenths.ts'

const anyYen = fc.integer({ min: -9_000_000_000_000, max: 9_000_000_000_000 })
const anyWhole = fc.array(anyYen, { minLength: 1, maxLength: 40 }).filter((amounts) => amounts.reduce((sum, amount) => sum + amount, 0) > 0)

test('shares sum to 100.0 %, whatever the parts', () => {
  fc.assert(fc.property(anyWhole, (amounts) => {
    expect(shareTenths(amounts)?.reduce((sum, tenths) => sum + tenths, 0)).toBe(1000)
  }))
})

test('no share is a tenth or more away from the exact one', () => {
  fc.assert(fc.property(anyWhole, (amounts) => {
    const whole = amounts.reduce((sum, amount) => sum + BigInt(amount), 0n)
    shareTenths(amounts)?.forEach((tenths, place) => {
      const apart = BigInt(tenths) * whole - BigInt(amounts[place] ?? 0) * 1000n
      expect(apart < whole && -apart < whole).toBe(true)
    })
  }))
})

test('nothing has no share, more never has less of one, and what is below zero is shown so', () => {
  fc.assert(fc.property(anyWhole, (amounts) => {
    const shares = shareTenths(amounts) ?? []
    amounts.forEach((amount, place) => {
      if (amount === 0) expect(shares[place]).toBe(0)
      if (amount < 0) expect(shares[place]).toBeLessThanOrEqual(0)
      amounts.forEach((other, at) => {
        if (amount > other) expect(shares[place]).toBeGreaterThanOrEqual(shares[at] ?? 0)
      })
    })
  }))
  expect(shareTenths([1_010, -10])).toEqual([1010, -10])
})

test('a year without a whole above zero has no shares, and prints a dash', () => {
  expect(shareTenths([])).toBeNull()
  expect(shareTenths([0, 0])).toBeNull()
  expect(shareTenths([5, -9])).toBeNull()
  expect([333, 0, -4, 1000, null].map(formatTenths)).toEqual(['33.3%', '0.0%', '△0.4%', '100.0%', '—'])
})

test('three equal thirds: the tenth left over goes to the first', () => {
  expect(shareTenths([100, 100, 100])).toEqual([334, 333, 333])
})
