import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apportion } from './apportion.ts'
import { negateYen, sumYen, yen } from './yen.ts'

const totals = fc.maxSafeInteger().map(yen)
const weights = fc.array(fc.oneof(fc.nat(500), fc.maxSafeNat()), { minLength: 1, maxLength: 60 })

describe('apportion', () => {
  it('gives the yen left over to the largest remainder, then to the earlier part', () => {
    expect(apportion(yen(1000), [1, 1, 1])).toEqual([334, 333, 333])
    expect(apportion(yen(100), [1, 2, 4])).toEqual([14, 29, 57])
    expect(apportion(yen(5), [1, 1, 1, 1, 1, 1, 1])).toEqual([1, 1, 1, 1, 1, 0, 0])
  })

  it('gives nothing to a part without weight', () => {
    expect(apportion(yen(100), [0, 3, 0, 1])).toEqual([0, 75, 0, 25])
  })

  it('splits evenly when no part has any weight', () => {
    expect(apportion(yen(100), [0, 0, 0])).toEqual([34, 33, 33])
  })

  it('has nothing to give to no parts, and refuses to lose an amount among them', () => {
    expect(apportion(yen(0), [])).toEqual([])
    expect(() => apportion(yen(1), [])).toThrow(RangeError)
  })

  it.each([-1, 0.5, Number.NaN])('refuses the weight %s', (weight) => {
    expect(() => apportion(yen(100), [1, weight])).toThrow(RangeError)
  })

  it('never loses or invents a yen', () => {
    fc.assert(
      fc.property(totals, weights, (total, parts) => {
        expect(sumYen(apportion(total, parts))).toBe(total)
      }),
    )
  })

  it('keeps every part within one yen of its exact share', () => {
    fc.assert(
      fc.property(totals, weights, (total, parts) => {
        const weightSum = parts.reduce((sum, weight) => sum + BigInt(weight), 0n)
        fc.pre(weightSum > 0n)
        for (const [index, part] of apportion(total, parts).entries()) {
          const error = BigInt(part) * weightSum - BigInt(total) * BigInt(parts[index] ?? 0)
          expect(error < weightSum && error > -weightSum).toBe(true)
        }
      }),
    )
  })

  it('mirrors a split when the amount is reversed', () => {
    fc.assert(
      fc.property(totals, weights, (total, parts) => {
        expect(apportion(negateYen(total), parts)).toEqual(apportion(total, parts).map(negateYen))
      }),
    )
  })
})
