import { toKatakana } from './kana.ts'

/**
 * The form in which texts are compared when searching, for search keys and queries only: full and half width,
 * hiragana and katakana, upper and lower case, blanks, hyphens and the common variant characters of names make no
 * difference (髙橋 is found by 高橋). It loses how a name is written, so a name is never stored in this form.
 * Applying it twice changes nothing.
 */
export function normalizeForSearch(text: string): string {
  const plain = text.normalize('NFKC').replace(ignored, '').replace(variants, plainForm)
  // Composed once more at the end: dropping a blank or changing the script can bring a kana and its 濁点 together.
  return toKatakana(plain).toLowerCase().normalize('NFC')
}

/**
 * The distinct two-character pieces of a text in search form, by Unicode code point, in the order of their first
 * appearance; of a one-character text that character, of an empty text nothing. The database function `bigrams`
 * finds the same pieces, in any order, in the stored search text, so a query can be answered by its pieces from an index.
 */
export function bigramsOf(text: string): string[] {
  const characters = Array.from(normalizeForSearch(text))
  if (characters.length < 2) return characters
  return [...new Set(characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`))]
}

/** Blanks and hyphens as NFKC leaves them. The long vowel ー is a letter and stays. */
const ignored = /[\s\-‐‒–—―−]/g

/** Characters of family names that people write either way; the left of each pair is searched as the right. */
const plainByVariant = new Map([
  ['髙', '高'],
  ['﨑', '崎'],
  ['嵜', '崎'],
  ['𠮷', '吉'],
  ['濵', '浜'],
  ['濱', '浜'],
  ['邊', '辺'],
  ['邉', '辺'],
  ['齋', '斎'],
  ['齊', '斎'],
  ['斉', '斎'],
  ['澤', '沢'],
  ['嶋', '島'],
  ['嶌', '島'],
  ['廣', '広'],
  ['德', '徳'],
  ['櫻', '桜'],
  ['眞', '真'],
  ['國', '国'],
])

const variants = new RegExp([...plainByVariant.keys()].join('|'), 'gu')

function plainForm(variant: string): string {
  return plainByVariant.get(variant) ?? variant
}
