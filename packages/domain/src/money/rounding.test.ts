import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { divideRounded } from './rounding.ts'

const dividends = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n })
const divisors = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }).filter((divisor) => divisor !== 0n)

describe('divideRounded', () => {
  it('settles a half away from zero under half_up and towards zero under down', () => {
    expect(divideRounded(5n, 2n, 'half_up')).toBe(3n)
    expect(divideRounded(-5n, 2n, 'half_up')).toBe(-3n)
    expect(divideRounded(5n, 2n, 'down')).toBe(2n)
    expect(divideRounded(-5n, 2n, 'down')).toBe(-2n)
  })

  it('is never further than half a divisor from the truth under half_up', () => {
    fc.assert(
      fc.property(dividends, divisors, (dividend, divisor) => {
        const error = dividend - divideRounded(dividend, divisor, 'half_up') * divisor
        expect(size(error) * 2n <= size(divisor)).toBe(true)
      }),
    )
  })

  it('mirrors itself for the opposite amount', () => {
    fc.assert(
      fc.property(dividends, divisors, fc.constantFrom('half_up', 'down'), (dividend, divisor, rounding) => {
        expect(divideRounded(-dividend, divisor, rounding)).toBe(-divideRounded(dividend, divisor, rounding))
      }),
    )
  })

  it('refuses to divide by zero', () => {
    expect(() => divideRounded(1n, 0n, 'half_up')).toThrow(RangeError)
  })
})

function size(value: bigint): bigint {
  return value < 0n ? -value : value
}
