import { fieldNamed, type LetterField, letterFields, type LetterValues } from './letter-field.ts'

/** A piece of a line: words as they are, or a place to fill. */
type Piece = { readonly words: string } | { readonly name: string; readonly fallback: string | null }

/** 全角 braces and bars are what a Japanese keyboard types first, so both mean the same. */
const place = /[{｛]([^{}｛｝]*)[}｝]/g

/** A template's text filled for one letter. */
export interface FilledText {
  readonly lines: readonly string[]
  /** Fields that were empty, so that their lines were left out. */
  readonly missing: readonly LetterField[]
}

/**
 * Fills a text. A field that is empty takes the words behind its bar (`{使いみち|地域の活動}`); without such words its
 * whole line is left out, because a sentence with a hole in it is worse than none.
 */
export function fillText(text: string, values: LetterValues): FilledText {
  const missing = new Set<LetterField>()
  const lines = linesOf(text).flatMap((line) => {
    let isWhole = true
    const filled = piecesOf(line).map((piece) => {
      if ('words' in piece) return piece.words
      const field = fieldNamed(piece.name)
      const value = (field === undefined ? '' : values[field]) || piece.fallback
      if (value === null || value === '') {
        if (field !== undefined) missing.add(field)
        isWhole = false
      }
      return value ?? ''
    })
    return isWhole ? [filled.join('')] : []
  })
  return { lines, missing: [...missing] }
}

/** The lines of a text, each a paragraph of the letter; blank ones only keep the typed text readable. */
export function linesOf(text: string): string[] {
  return text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '')
}

/** Names that stand between braces, in their order. */
export function namesIn(text: string): string[] {
  return linesOf(text).flatMap((line) => piecesOf(line).flatMap((piece) => ('name' in piece ? [piece.name] : [])))
}

/** Whether a brace is left over that belongs to no field. */
export function hasLooseBrace(text: string): boolean {
  return /[{}｛｝]/.test(text.replace(place, ''))
}

/** `{氏名}`, as the button beside the editor puts it in. */
export function markOf(field: LetterField): string {
  return `{${letterFields[field].name}}`
}

function piecesOf(line: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const found of line.matchAll(place)) {
    pieces.push({ words: line.slice(from, found.index) })
    const [name = '', ...fallback] = (found[1] ?? '').split(/[|｜]/)
    pieces.push({ name: name.trim(), fallback: fallback.length === 0 ? null : fallback.join('|').trim() })
    from = found.index + found[0].length
  }
  pieces.push({ words: line.slice(from) })
  return pieces
}
