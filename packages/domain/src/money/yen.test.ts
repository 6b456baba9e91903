import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addYen, formatYen, formatYenDelta, negateYen, sumYen, yen } from './yen.ts'
import { yenSchema } from './yen-schema.ts'

const amounts = fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }).map(yen)

describe('yen', () => {
  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuses %s, no whole, safe amount', (amount) => {
    expect(() => yen(amount)).toThrow(RangeError)
    expect(yenSchema.safeParse(amount).success).toBe(false)
  })

  it('never holds a negative zero', () => {
    expect(Object.is(yen(-0), 0)).toBe(true)
    expect(Object.is(negateYen(yen(0)), 0)).toBe(true)
    expect(Object.is(yenSchema.parse(-0), 0)).toBe(true)
  })

  it('throws rather than lose a yen when a sum grows past exactness', () => {
    expect(() => addYen(yen(Number.MAX_SAFE_INTEGER), yen(1))).toThrow(RangeError)
  })

  it('sums nothing to zero', () => {
    expect(sumYen([])).toBe(0)
  })

  it('sums an entry and its reversal to zero, in any order', () => {
    fc.assert(
      fc.property(fc.array(amounts), (entry) => {
        expect(sumYen([...entry, ...entry.map(negateYen).toReversed()])).toBe(0)
      }),
    )
  })
})

describe('formatYen', () => {
  it('groups by thousands', () => {
    expect(formatYen(yen(0))).toBe('0')
    expect(formatYen(yen(1000))).toBe('1,000')
    expect(formatYen(yen(-1_234_567))).toBe('-1,234,567')
  })
})

describe('formatYenDelta', () => {
  it('prints a decrease with a triangle and an increase without a sign', () => {
    expect(formatYenDelta(yen(-1000))).toBe('△1,000')
    expect(formatYenDelta(yen(1000))).toBe('1,000')
    expect(formatYenDelta(yen(0))).toBe('0')
  })
})
