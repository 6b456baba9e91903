import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addYen, sumYen, yen } from '../../money/yen.ts'
import { type ComparedFigures, differenceOf, splitDifference, wholeOfParts, wordsOfSplit } from './difference.ts'

type Year = readonly [amountYen: number, count: number]

const figures = ([thisYen, thisCount]: Year, [lastYen, lastCount]: Year): ComparedFigures =>
  ({ thisYen: yen(thisYen), lastYen: yen(lastYen), thisCount, lastCount })

test('fewer households at last year’s average, and what each of this year’s gave more', () => {
  const fewer = figures([880 * 503, 880], [1_000 * 500, 1_000])
  expect(splitDifference(fewer)).toEqual({ byCountYen: -60_000, byAverageYen: 2_640, thisAverageYen: 503, lastAverageYen: 500 })
  expect(wordsOfSplit(fewer, '世帯')).toBe('世帯数が△120減り、1世帯当たりは3円増えました')
})

test('what did not change is said, and without households there is no average', () => {
  expect(wordsOfSplit(figures([500, 1], [500, 1]), '世帯')).toBe('世帯数は変わらず、1世帯当たりは変わりませんでした')
  expect(wordsOfSplit(figures([900, 2], [500, 1]), '件')).toBe('件数が1増え、1件当たりは△50円減りました')
  expect(wordsOfSplit(figures([900, 2], [500, 0]), '件')).toBeNull()
  expect(splitDifference(figures([0, 0], [500, 1]))).toBeNull()
})

const anyFigures = fc.record({
  thisYen: fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map(yen),
  lastYen: fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map(yen),
  thisCount: fc.integer({ min: -5, max: 200_000 }),
  lastCount: fc.integer({ min: -5, max: 200_000 }),
})

test('the parts by count and by average add up to the difference, to the yen', () => {
  fc.assert(
    fc.property(anyFigures, (any) => {
      const split = splitDifference(any)
      expect(split === null).toBe(any.thisCount <= 0 || any.lastCount <= 0)
      if (split === null) return
      expect(addYen(split.byCountYen, split.byAverageYen)).toBe(differenceOf(any))
      if (any.thisCount === any.lastCount) expect(split.byCountYen).toBe(0)
    }),
  )
})

test('the differences of all parts are the difference of the whole', () => {
  fc.assert(
    fc.property(fc.array(anyFigures), (parts) => {
      expect(sumYen(parts.map(differenceOf))).toBe(differenceOf(wholeOfParts(parts)))
    }),
  )
})
