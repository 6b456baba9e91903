import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toFullWidthKana, toHalfWidthKana, toHiragana, toKatakana } from './kana.ts'

const hiragana = fc.string({ unit: fc.oneof(codePoints(0x3041, 0x3096), fc.constantFrom('ゝ', 'ゞ', 'ー', '々', '田')) })
const katakana = fc.string({ unit: fc.oneof(codePoints(0x30a1, 0x30f6), fc.constantFrom('ヽ', 'ヾ', 'ー', '々', '田')) })
const halfWidth = fc.string({ unit: fc.oneof(codePoints(0xff61, 0xff9f), fc.constantFrom('ﾞ', 'ﾟ', 'A', '1')) })
const withHalfForm = fc.string({
  unit: codePoints(0x30a1, 0x30fc).filter((kana) => !'ヮヰヱヵヶ・ヸヹ'.includes(kana)),
})

describe('toKatakana', () => {
  it('changes hiragana and leaves the rest', () => {
    expect(toKatakana('さとう 花子ゔぁーゝ')).toBe('サトウ 花子ヴァーヽ')
  })

  it('is undone by toHiragana', () => {
    fc.assert(
      fc.property(hiragana, (text) => {
        expect(toHiragana(toKatakana(text))).toBe(text)
      }),
    )
  })
})

describe('toHiragana', () => {
  it('leaves the four katakana that have no hiragana', () => {
    expect(toHiragana('サトウヷヸヹヺ')).toBe('さとうヷヸヹヺ')
  })

  it('is undone by toKatakana', () => {
    fc.assert(
      fc.property(katakana, (text) => {
        expect(toKatakana(toHiragana(text))).toBe(text)
      }),
    )
  })
})

describe('toHalfWidthKana', () => {
  it('writes 濁点 and 半濁点 as characters of their own', () => {
    expect(toHalfWidthKana('ガギグゲゴ パピプペポ ヴヷヺ')).toBe('ｶﾞｷﾞｸﾞｹﾞｺﾞ ﾊﾟﾋﾟﾌﾟﾍﾟﾎﾟ ｳﾞﾜﾞｦﾞ')
  })

  it('takes hiragana too, with its punctuation', () => {
    expect(toHalfWidthKana('「ばんどう」、ー。・')).toBe('｢ﾊﾞﾝﾄﾞｳ｣､ｰ｡･')
  })

  it('leaves kana without a half-width form for the caller to report', () => {
    expect(toHalfWidthKana('ヰヱヮヵヶ')).toBe('ヰヱヮヵヶ')
  })

  it('is undone by toFullWidthKana for katakana that has a half-width form', () => {
    fc.assert(
      fc.property(withHalfForm, (text) => {
        expect(toFullWidthKana(toHalfWidthKana(text))).toBe(text)
      }),
    )
  })
})

describe('toFullWidthKana', () => {
  it('joins 濁点 and 半濁点 to the kana before them', () => {
    expect(toFullWidthKana('ﾄﾞｲ ﾌﾟﾗｻﾞ ｳﾞｨｰﾅｽ')).toBe('ドイ プラザ ヴィーナス')
  })

  it('keeps a mark that nothing can carry as a character of its own', () => {
    expect(toFullWidthKana('ｱﾞﾞﾟｶﾟ')).toBe('ア゛゛゜カ゜')
  })

  it('leaves no half-width kana behind and is undone by toHalfWidthKana', () => {
    fc.assert(
      fc.property(halfWidth, (text) => {
        expect(toFullWidthKana(text)).not.toMatch(/[｡-ﾟ]/)
        expect(toHalfWidthKana(toFullWidthKana(text))).toBe(text)
      }),
    )
  })
})

function codePoints(first: number, last: number) {
  return fc.integer({ min: first, max: last }).map((code) => String.fromCodePoint(code))
}
