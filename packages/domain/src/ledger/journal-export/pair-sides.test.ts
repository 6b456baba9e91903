import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Yen, yen } from '../../money/yen.ts'
import { pairSides } from './pair-sides.ts'

/** Two ways to cut the same total into positive amounts. */
const sides = fc.tuple(fc.integer({ min: 20, max: 9_000_000 }), fc.nat({ max: 8 }), fc.nat({ max: 8 })).chain(([total, debits, credits]) =>
  fc.tuple(cutsOf(total, debits), cutsOf(total, credits)),
)

function cutsOf(total: number, cuts: number): fc.Arbitrary<Yen[]> {
  return fc.uniqueArray(fc.integer({ min: 1, max: total - 1 }), { minLength: cuts, maxLength: cuts }).map((points) => {
    const ends = [...points.toSorted((a, b) => a - b), total]
    return ends.map((end, place) => yen(end - (ends[place - 1] ?? 0)))
  })
}

test('every debit and every credit keeps its amount to the yen, in its order', () => {
  fc.assert(fc.property(sides, ([debits, credits]) => {
    const pairs = pairSides(debits, credits)
    expect(debits.map((_, place) => sumOf(pairs, ({ debit }) => debit === place))).toEqual(debits)
    expect(credits.map((_, place) => sumOf(pairs, ({ credit }) => credit === place))).toEqual(credits)
    expect(pairs.every(({ amountYen }) => amountYen > 0)).toBe(true)
    expect(pairs.length).toBeLessThan(debits.length + credits.length)
    expect(pairs.map(({ debit }) => debit)).toEqual(pairs.map(({ debit }) => debit).toSorted((a, b) => a - b))
  }))
})

test('one debit of two credits is two lines', () => {
  expect(pairSides([yen(300)], [yen(100), yen(200)])).toEqual([
    { debit: 0, credit: 0, amountYen: 100 },
    { debit: 0, credit: 1, amountYen: 200 },
  ])
})

test('sides that differ are refused', () => {
  expect(() => pairSides([yen(300)], [yen(100)])).toThrow(RangeError)
  expect(() => pairSides([yen(300)], [yen(100), yen(300)])).toThrow(RangeError)
})

function sumOf(pairs: ReturnType<typeof pairSides>, is: (pair: ReturnType<typeof pairSides>[number]) => boolean): number {
  return pairs.filter(is).reduce((sum, { amountYen }) => sum + amountYen, 0)
}
