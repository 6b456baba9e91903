import * as fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { textWidth } from './text-width.ts'

test('full-width characters take two places, half-width ones one', () => {
  expect(textWidth('日吉 1丁目')).toBe(4 + 1 + 1 + 4)
  expect(textWidth('ﾋﾖｼ')).toBe(3)
  expect(textWidth('ガ')).toBe(2)
  expect(textWidth('ｶﾞ')).toBe(2)
  expect(textWidth('𠮷①※')).toBe(6)
  expect(textWidth('')).toBe(0)
})

test('what sits on the character before it takes no place of its own', () => {
  expect(textWidth('か\u3099')).toBe(2)
  expect(textWidth('葛\u{e0100}')).toBe(2)
})

test('a character of CP932 takes as many places as it has bytes', () => {
  for (const text of everyCharacterOfCp932()) {
    expect([text, textWidth(text)]).toEqual([text, iconv.encode(text, 'cp932').length])
  }
})

test('the width of two texts is the sum of their widths', () => {
  const text = fc.string({ unit: 'binary' })
  fc.assert(
    fc.property(text, text, (left, right) => {
      expect(textWidth(left + right)).toBe(textWidth(left) + textWidth(right))
    }),
  )
})

function everyCharacterOfCp932(): string[] {
  const single = [...range(0x20, 0x7e), ...range(0xa1, 0xdf)].map((byte) => Buffer.of(byte))
  const leads = [...range(0x81, 0x9f), ...range(0xe0, 0xef), ...range(0xfa, 0xfc)]
  const double = leads.flatMap((lead) => range(0x40, 0xfc).map((trail) => Buffer.of(lead, trail)))
  return [...single, ...double].map((bytes) => iconv.decode(bytes, 'cp932')).filter((text) => /^[^\ufffd]$/u.test(text))
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
