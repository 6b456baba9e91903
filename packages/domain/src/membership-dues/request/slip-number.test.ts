import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fiscalYear } from '../../calendar/fiscal-year.ts'
import { formatSlipNumber, hasFormOfSlipNumber, readSlipNumber } from './slip-number.ts'

const slipNumber = fc.record({
  fiscalYear: fc.integer({ min: 2019, max: 2117 }).map(fiscalYear),
  kindCode: fc.stringMatching(/^[0-9A-Za-z]{1,3}(-[0-9A-Za-z]{1,2})?$/),
  number: fc.integer({ min: 1, max: 9_999_999 }),
})

test('a 納入番号 names year, kind and running number, and is read as it was written', () => {
  expect(formatSlipNumber({ fiscalYear: fiscalYear(2026), kindCode: '1', number: 12 })).toBe('08-1-00012-7')
  expect(readSlipNumber(' ０８－１－０００１２－７ ')).toEqual({ eraYear: 8, kindCode: '1', number: 12 })
  fc.assert(
    fc.property(slipNumber, (slip) => {
      const { kindCode, number } = slip
      expect(readSlipNumber(formatSlipNumber(slip))).toEqual({ eraYear: slip.fiscalYear - 2018, kindCode, number })
    }),
  )
})

test('without hyphens it is read too, and told from a 支援者番号 and a telephone number by form and check digit', () => {
  const twelve = { eraYear: 8, kindCode: '1', number: 12 }
  expect(['081000127', '０８１０００１２７'].map(readSlipNumber)).toEqual([twelve, twelve])
  expect(['081000128', '12', '123456', '12345678'].map(readSlipNumber)).toEqual([null, null, null, null])
  expect(['081000128', '08-1-00012-8', '０８－１－０００１２－８'].map(hasFormOfSlipNumber)).toEqual([true, true, true])
  expect(['12', '01-01', '101000120', '0312345678', '03-1234-5678', '日吉'].some(hasFormOfSlipNumber)).toBe(false)
})

test('any single wrong digit is found', () => {
  fc.assert(
    fc.property(slipNumber, fc.nat(), fc.integer({ min: 1, max: 9 }), (slip, place, shift) => {
      const text = formatSlipNumber(slip)
      const digits = [...text.matchAll(/\d/g)].map(({ index }) => index)
      const at = digits[place % digits.length] ?? 0
      const wrong = text.slice(0, at) + String((Number(text[at]) + shift) % 10) + text.slice(at + 1)
      expect(readSlipNumber(wrong)).toBeNull()
    }),
  )
})

test('any two neighbouring digits that change places are found, over a hyphen too', () => {
  fc.assert(
    fc.property(slipNumber, fc.nat(), (slip, place) => {
      const text = formatSlipNumber(slip)
      const pairs = [...text.matchAll(/(?=(\d)(-?)(\d))/g)].filter(([, left, , right]) => left !== right)
      const pair = pairs[place % pairs.length]
      fc.pre(pair !== undefined)
      const [, left = '', hyphen = '', right = ''] = pair
      const swapped = text.slice(0, pair.index) + right + hyphen + left + text.slice(pair.index + 2 + hyphen.length)
      expect(readSlipNumber(swapped)).toBeNull()
    }),
  )
})

test('what is no 納入番号 is not read', () => {
  expect(['', '12', '08-1-12-0', '08-1-00012', '日吉'].map(readSlipNumber)).toEqual([null, null, null, null, null])
})
