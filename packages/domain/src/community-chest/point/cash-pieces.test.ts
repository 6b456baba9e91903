import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountOfKind, amountOfPieces, areSamePieces, denominations, isNote, mostPieces } from './cash-pieces.ts'

const anyPieces = fc.record(
  Object.fromEntries(denominations.map((denomination) => [denomination, fc.integer({ min: 0, max: mostPieces })])),
  { requiredKeys: [] },
)

test('a bag of coins is worth the sum of its kinds', () => {
  expect(amountOfPieces({ 1_000: 2, 500: 3, 100: 14, 50: 5, 10: 68, 5: 3, 1: 12 })).toBe(5_857)
  expect(amountOfPieces({})).toBe(0)
  expect(denominations.filter(isNote)).toEqual([10_000, 5_000, 2_000, 1_000])
})

test('the kinds add up to the whole, and the fullest sheet there can be is still one payment', () => {
  fc.assert(
    fc.property(anyPieces, (pieces) => {
      const kinds = denominations.map((denomination) => Number(amountOfKind(denomination, pieces[denomination] ?? 0)))
      expect(amountOfPieces(pieces)).toBe(kinds.reduce((sum, amount) => sum + amount, 0))
    }),
  )
  expect(amountOfPieces(Object.fromEntries(denominations.map((denomination) => [denomination, mostPieces])))).toBe(1_866_581_334)
})

test('a kind of which there is none and one that is not named are the same', () => {
  expect(areSamePieces({ 100: 3, 50: 0 }, { 100: 3 })).toBe(true)
  expect(areSamePieces({ 100: 3 }, { 100: 3, 1: 1 })).toBe(false)
})
