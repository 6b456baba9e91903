/**
 * How many half-width places a text takes: 2 for a full-width character (漢, ア, １), 1 for a half-width one (A, ｱ, 1),
 * 0 for what sits on the character before it (combining marks, variation selectors). Characters that Unicode calls
 * ambiguous (①, ※, α, ×) count as full-width, because Japanese fonts draw them so. (Unicode Standard Annex #11.)
 */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text) width += characterWidth(character)
  return width
}

const zeroWidth = /^[\p{M}\p{Cf}\p{Cc}]$/u
/** 半角カタカナ and the half-width forms beside them. */
const halfWidthForms = /^[\uff61-\uffdc\uffe8-\uffee]$/u
/** East Asian Width W and F: hangul, kana, ideographs, full-width forms, old scripts, emoji. */
const wide = anyOf([
  '\\u1100-\\u115f\\u2e80-\\ua4cf\\ua960-\\ua97c\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe6f',
  '\\uff01-\\uff60\\uffe0-\\uffe6',
  '\\u{16fe0}-\\u{18cff}\\u{1aff0}-\\u{1b2ff}\\u{1f000}-\\u{1faff}\\u{20000}-\\u{3fffd}',
])
/** East Asian Width A, as far as Japanese fonts hold it: signs, Greek, Cyrillic, arrows, enclosed numbers, lines. */
const ambiguous = anyOf([
  '\\u00a1\\u00a4\\u00a7\\u00a8\\u00b0-\\u00b4\\u00b6\\u00b8\\u00ba\\u00bc-\\u00bf\\u00d7\\u00f7',
  '\\u0391-\\u03c9\\u0401-\\u0451',
  '\\u2010-\\u2027\\u2030-\\u203e\\u2100-\\u22ff\\u2312\\u2460-\\u27bf\\u2b05-\\u2b59\\ue000-\\uf8ff',
])

function anyOf(ranges: readonly string[]): RegExp {
  return new RegExp(`^[${ranges.join('')}]$`, 'u')
}

function characterWidth(character: string): 0 | 1 | 2 {
  if (character >= ' ' && character <= '~') return 1
  if (halfWidthForms.test(character)) return 1
  // A voicing mark of its own (゛, ゜) is no combining mark and stays full-width.
  if (zeroWidth.test(character)) return 0
  return wide.test(character) || ambiguous.test(character) ? 2 : 1
}
