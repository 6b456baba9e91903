import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatBasisPoints, parseBasisPoints, percentText, wholeBasisPoints } from './basis-points.ts'

test('a rate prints with as many decimals as it has', () => {
  expect([0, 5, 50, 3350, 3335, 4000, 10_000].map(formatBasisPoints)).toEqual([
    '0%', '0.05%', '0.5%', '33.5%', '33.35%', '40%', '100%',
  ])
})

test('a rate is read in whatever width, with or without its sign', () => {
  expect(['40', '４０％', ' 33.5 % ', '33.35', '0.05', '100'].map(parseBasisPoints)).toEqual([4000, 4000, 3350, 3335, 5, 10_000])
})

test('what is no rate, is above the whole or would have to be rounded is refused', () => {
  expect(['', '4割', '-5', '100.01', '101', '33.333', '.5', '1,0'].map(parseBasisPoints)).toEqual(Array(8).fill(null))
})

test('every rate is read back as it was printed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: wholeBasisPoints }), (basisPoints) => {
      expect(parseBasisPoints(formatBasisPoints(basisPoints))).toBe(basisPoints)
      expect(parseBasisPoints(percentText(basisPoints))).toBe(basisPoints)
    }),
  )
})
