import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountRefusalMessage, parseAmount, type AmountRefusal } from './parse-amount.ts'
import { formatYen, yen } from './yen.ts'

const typedAmounts = fc.integer({ min: 0, max: 99_999_999_999 }).map(yen)

describe('parseAmount', () => {
  it.each([
    ['1000', 1000],
    ['１，０００', 1000],
    ['1、000', 1000],
    ['¥1,000', 1000],
    ['￥1,000-', 1000],
    ['¥ 1,000', 1000],
    ['\\1,000', 1000],
    ['1000円', 1000],
    ['１，０００　円', 1000],
    [' 500 ', 500],
    ['0', 0],
    ['007', 7],
    ['99,999,999,999', 99_999_999_999],
  ])('reads %s as %i yen', (text, expected) => {
    expect(parseAmount(text)).toEqual({ ok: true, yen: expected })
  })

  it.each<[string, AmountRefusal]>([
    ['', 'empty'],
    ['　', 'empty'],
    ['１千円', 'unit_word'],
    ['1万', 'unit_word'],
    ['千円', 'unit_word'],
    ['1.5', 'decimal'],
    ['１．５', 'decimal'],
    ['1,000.00', 'decimal'],
    ['.5', 'decimal'],
    ['1,00', 'misplaced_comma'],
    ['1,0000', 'misplaced_comma'],
    ['1000,', 'misplaced_comma'],
    ['-1000', 'negative'],
    ['△1,000', 'negative'],
    ['¥-1,000', 'negative'],
    ['100,000,000,000', 'too_large'],
    ['99999999999999999999', 'too_large'],
    ['千', 'unit_word'],
    ['abc', 'not_an_amount'],
    ['100 200', 'not_an_amount'],
    ['1000-', 'not_an_amount'],
    ['--1000', 'not_an_amount'],
    ['-¥-1000', 'not_an_amount'],
    ['¥', 'not_an_amount'],
    ['円', 'not_an_amount'],
    ['1e3', 'not_an_amount'],
    ['=1+1', 'not_an_amount'],
  ])('refuses "%s" as %s', (text, reason) => {
    expect(parseAmount(text)).toEqual({ ok: false, reason })
  })

  it.each(['-1,000', '−1000', '－１，０００', '△1,000', '▲1000', '-¥1,000', '¥-1,000'])(
    'reads %s as a negative amount where that is allowed',
    (text) => {
      expect(parseAmount(text, { allowNegative: true })).toEqual({ ok: true, yen: -1000 })
    },
  )

  it('reads back every amount that it prints', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }).map(yen), (amount) => {
        expect(parseAmount(formatYen(amount), { allowNegative: true })).toEqual({ ok: true, yen: amount })
      }),
    )
  })

  it('prints back every plain text that it reads', () => {
    fc.assert(
      fc.property(typedAmounts, (amount) => {
        const parsed = parseAmount(String(amount))
        expect(parsed.ok && formatYen(parsed.yen)).toBe(formatYen(amount))
      }),
    )
  })

  it('reads full width as it reads half width, whatever is typed', () => {
    const texts = fc.string({ unit: fc.constantFrom(...'0123456789,.-¥円千万 x'), maxLength: 14 })
    fc.assert(
      fc.property(texts, (text) => {
        expect(parseAmount(inFullWidth(text))).toEqual(parseAmount(text))
      }),
    )
  })

  it('answers with yen or a reason to any text at all, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const parsed = parseAmount(text)
        expect(parsed.ok ? parsed.yen >= 0 : amountRefusalMessage(parsed.reason).includes('例：')).toBe(true)
      }),
    )
  })
})

function inFullWidth(text: string): string {
  return text
    .replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
    .replaceAll('¥', '￥')
    .replaceAll(' ', '　')
}
