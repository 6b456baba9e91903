import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toHalfWidthKana, toHiragana } from './kana.ts'
import { bigramsOf, normalizeForSearch } from './search-text.ts'

const texts = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'さがざパﾊﾟﾞわゟＡａ1１ -ー−髙高﨑𠮷吉齊㈱㋿゛\u3099　'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
})

describe('normalizeForSearch', () => {
  it.each([
    ['さとう　花子', 'サトウ 花子'],
    ['ｻﾄｳ', 'さとう'],
    ['がくどう', 'ｶﾞｸﾄﾞｳ'],
    ['か゛', 'が'],
    ['０９４２−３４−３０３５', '0942343035'],
    ['830-0022', '８３０００２２'],
    ['㈱ＡＢＣ', '(株)abc'],
    ['髙橋', '高橋'],
    ['山﨑', '山崎'],
    ['𠮷田', '吉田'],
    ['齊藤', '斉藤'],
  ])('finds %s by %s', (stored, typed) => {
    expect(normalizeForSearch(stored)).toBe(normalizeForSearch(typed))
  })

  it('keeps the long vowel, which is a letter', () => {
    expect(normalizeForSearch('コーヒー')).toBe('コーヒー')
  })

  it('changes nothing when applied twice', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = normalizeForSearch(text)
        expect(normalizeForSearch(once)).toBe(once)
      }),
      { numRuns: 2000 },
    )
  })

  it('makes no difference between the ways of writing kana', () => {
    const kana = fc.string({ unit: fc.constantFrom(...'アイガザダバパヴャッーン') })
    fc.assert(
      fc.property(kana, (text) => {
        expect(normalizeForSearch(toHiragana(text))).toBe(normalizeForSearch(text))
        expect(normalizeForSearch(toHalfWidthKana(text))).toBe(normalizeForSearch(text))
      }),
    )
  })
})

describe('bigramsOf', () => {
  it('lists each two-character piece once', () => {
    expect(bigramsOf('ささささえ')).toEqual(['ササ', 'サエ'])
    expect(bigramsOf('久留米市')).toEqual(['久留', '留米', '米市'])
  })

  it('gives a single character as itself and an empty text nothing', () => {
    expect(bigramsOf('市')).toEqual(['市'])
    expect(bigramsOf(' ')).toEqual([])
  })

  it('counts a character outside the basic plane as one', () => {
    expect(bigramsOf('𩸽𠀋店')).toEqual(['𩸽𠀋', '𠀋店'])
  })

  it('holds every piece of every part of two characters or more, so that a part finds the whole', () => {
    fc.assert(
      fc.property(texts, fc.nat(10), fc.nat(10), (text, start, length) => {
        const characters = Array.from(normalizeForSearch(text))
        const part = characters.slice(start, start + length + 2)
        fc.pre(part.length >= 2)
        const pieces = new Set(bigramsOf(characters.join('')))
        expect(bigramsOf(part.join('')).every((piece) => pieces.has(piece))).toBe(true)
      }),
    )
  })
})
