import { assert, constantFrom, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { formatGoods, goodsFigure, gramsOfGoods, mostGoods, readGoodsQuantity } from './goods-quantity.ts'

const kg = { measure: 'weight', unit: 'kg' } as const
const pieces = { measure: 'count', unit: '点' } as const

test('what is printed is read back to the piece and to the gram', () => {
  assert(
    property(integer({ min: 0, max: mostGoods }), constantFrom(kg, pieces), (quantity, counting) => {
      expect(readGoodsQuantity(formatGoods(quantity, counting), counting)).toBe(quantity)
      expect(readGoodsQuantity(goodsFigure(quantity, counting.measure), counting)).toBe(quantity)
    }),
  )
})

test('quantities are read as people type them, and nothing is guessed', () => {
  expect(['２４', '24点', ' 1,200 '].map((text) => readGoodsQuantity(text, pieces))).toEqual([24, 24, 1_200])
  expect(['12.5', '１２．５ｋｇ', '0.03kg', '5'].map((text) => readGoodsQuantity(text, kg))).toEqual([12_500, 12_500, 30, 5_000])
  expect(['', '2.5', '-3', '三', '24kg', '1000000000'].map((text) => readGoodsQuantity(text, pieces))).toEqual([null, null, null, null, null, null])
  expect(['', '1.2345', '2.', '-1', '3点', '999999'].map((text) => readGoodsQuantity(text, kg))).toEqual([null, null, null, null, null, null])
})

test('figures show no needless digits, and less than nothing as △', () => {
  expect([12_500, 12_000, 1_234_567, -30].map((grams) => goodsFigure(grams, 'weight'))).toEqual(['12.5', '12', '1,234.567', '△0.03'])
  expect(formatGoods(-3, pieces)).toBe('△3点')
})

test('pieces weigh what one of them weighs, where that is known', () => {
  expect(gramsOfGoods(3, { measure: 'count', gramsEach: 400 })).toBe(1_200)
  expect(gramsOfGoods(3, { measure: 'count', gramsEach: null })).toBeNull()
  expect(gramsOfGoods(2_500, { measure: 'weight', gramsEach: null })).toBe(2_500)
})
