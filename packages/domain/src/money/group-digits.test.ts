import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupDigits } from './group-digits.ts'

test('groups as the Japanese number format does, for every safe integer', () => {
  const format = new Intl.NumberFormat('ja-JP')
  fc.assert(
    fc.property(fc.maxSafeInteger(), (whole) => {
      expect(groupDigits(whole)).toBe(format.format(whole))
    }),
  )
})

test('groups numbers beyond the safe integers exactly', () => {
  expect(groupDigits(12_345_678_901_234_567_890n)).toBe('12,345,678,901,234,567,890')
})
