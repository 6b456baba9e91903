import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ratedAmount } from './rated-amount.ts'
import { yen } from './yen.ts'

const part = fc.record({ amountYen: fc.integer({ min: 0, max: 9_000_000_000 }).map(yen), basisPoints: fc.nat(10_000) })
const step = fc.constantFrom(1, 10, 100, 1_000)

test('the whole is cut off once, to whole multiples of the step', () => {
  const halves = [{ amountYen: yen(999), basisPoints: 5_000 }, { amountYen: yen(999), basisPoints: 5_000 }]
  expect(ratedAmount(halves, 1)).toBe(999)
  expect([1, 10, 100, 1_000].map((each) => ratedAmount([{ amountYen: yen(25_555), basisPoints: 4_000 }], each))).toEqual([10_222, 10_220, 10_200, 10_000])
  expect(ratedAmount([], 10)).toBe(0)
})

test('in however many parts money came under one rate, as much comes of it', () => {
  fc.assert(fc.property(part, fc.nat(9_000_000_000), step, ({ amountYen, basisPoints }, cut, stepYen) => {
    const first = yen(Math.min(cut, amountYen))
    const parts = [{ amountYen: first, basisPoints }, { amountYen: yen(amountYen - first), basisPoints }]
    expect(ratedAmount(parts, stepYen)).toBe(ratedAmount([{ amountYen, basisPoints }], stepYen))
  }))
})

test('less than a step is lost, and never is there more than came in', () => {
  fc.assert(fc.property(fc.array(part, { maxLength: 8 }), step, (parts, stepYen) => {
    const exact = parts.reduce((sum, { amountYen, basisPoints }) => sum + BigInt(amountYen) * BigInt(basisPoints), 0n)
    const amount = BigInt(ratedAmount(parts, stepYen))
    expect(amount * 10_000n <= exact && exact < (amount + BigInt(stepYen)) * 10_000n).toBe(true)
  }))
})
