import { type FontCharacters, readFontCharacters } from './font-characters.ts'
import { regularFonts } from './paper-fonts.ts'

/** What papers cannot show as it is written. */
export interface MissingCharacter {
  /** As the reader sees it: one character, whatever code points it is made of. */
  readonly character: string
  /** `glyph` prints as a box or as something else; `variant` as the usual form of the character. */
  readonly lacks: 'glyph' | 'variant'
}

/** The characters of texts that no font of the papers can show, each once, in the order of the texts. */
export async function missingCharacters(texts: readonly string[]): Promise<MissingCharacter[]> {
  fonts ??= Promise.all(regularFonts.map(readFontCharacters))
  const known = await fonts
  const found = new Map<string, MissingCharacter>()
  for (const text of texts) {
    // Nearly all texts lack nothing, and are not cut into characters at all.
    if (lackIn(text, known) === null) continue
    for (const { segment } of characters.segment(text)) {
      const lacks = lackIn(segment, known)
      if (lacks !== null) found.set(segment, { character: segment, lacks })
    }
  }
  return [...found.values()]
}

/** Read with the first paper, kept for the next: some ten thousand numbers. */
let fonts: Promise<FontCharacters[]> | undefined

const characters = new Intl.Segmenter('ja', { granularity: 'grapheme' })

function lackIn(text: string, known: readonly FontCharacters[]): MissingCharacter['lacks'] | null {
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0)
  const lacks = codes.map((code, index) => lackOf(code, codes[index + 1], known))
  return lacks.find((lack) => lack === 'glyph') ?? lacks.find((lack) => lack !== null) ?? null
}

/** The first font that has a character sets it; whether that one has the form asked for is all that counts. */
function lackOf(code: number, next: number | undefined, known: readonly FontCharacters[]): MissingCharacter['lacks'] | null {
  if (isUnseen(code)) return null
  const font = known.find((each) => each.has(code))
  if (font === undefined) return 'glyph'
  return next !== undefined && asksForVariant(next) && !font.hasVariation(code, next) ? 'variant' : null
}

/** Line ends, and what only tells how its neighbours are to be drawn. */
function isUnseen(code: number): boolean {
  return /^[\p{Cc}\p{Default_Ignorable_Code_Point}]$/u.test(String.fromCodePoint(code))
}

/** Selectors of kanji forms: those of IVD, and those of compatibility ideographs. (U+FE0E and U+FE0F are about emoji.) */
function asksForVariant(code: number): boolean {
  return (code >= 0xe0100 && code <= 0xe01ef) || (code >= 0xfe00 && code <= 0xfe02)
}
