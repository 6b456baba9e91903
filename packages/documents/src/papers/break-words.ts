/** How wide words are on paper, in em: only ASCII is narrower than a kanji. The same reckoning as in paper-style.typ. */
export function emWidth(words: string): number {
  return graphemesOf(words).reduce((sum, each) => sum + (each > '~' ? 1 : /[MW@%&mw]/.test(each) ? 0.95 : 0.62), 0)
}

/** In a column every character stands in a square of its own. */
export function emHeight(words: string): number {
  return graphemesOf(words).length
}

/** Between a name and its 敬称: a blank at which no line ends. */
export const noBreak = '\u00a0'

/** What must not begin a line. */
const closing = /^[、。，．・：；？！ー〜～）」』］】〉》〕ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々,.:;?!)\]]/u
/** What must not end one. */
const opening = /[（「『［【〈《〔([]$/u
/** Numbers and Latin words stay whole: 1-2-3, A101. */
const ofOneWord = /^[0-9A-Za-z０-９Ａ-Ｚａ-ｚ.'’&＆\-‐−－ー―]+$/u

/**
 * Breaks words into lines of at most so many em without losing a character. Lines end at blanks where that is possible,
 * never inside a number, and never before what must not begin a line, unless a single piece is longer than a line.
 */
export function breakWords(words: string, most: number, measure: (words: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  const put = (piece: string, size: number, between: '' | '　' = '') => {
    if (line !== '' && used + between.length + size > most) {
      lines.push(line)
      line = ''
      used = 0
    }
    used += size + (line === '' ? 0 : between.length)
    line += line === '' ? piece : between + piece
  }
  for (const part of words.trim().split(/[ \u3000]+/)) {
    const whole = measure(part)
    if (whole <= most) {
      put(part, whole, '　')
      continue
    }
    for (const [index, piece] of piecesOf(part).entries()) {
      const size = measure(piece)
      if (size <= most) put(piece, size, index === 0 ? '　' : '')
      else for (const character of graphemesOf(piece)) put(character, measure(character))
    }
  }
  return line === '' ? lines : [...lines, line]
}

/** The same with lines of about one length: the narrowest that need no more lines, and break no word that fits on one. */
export function breakEvenly(words: string, most: number, measure: (words: string) => number): string[] {
  const needed = breakWords(words, most, measure)
  const widest = Math.max(0, ...words.split(/[ \u3000]+/).map(measure).filter((width) => width <= most))
  for (let width = Math.max(widest, Math.ceil(measure(words) / needed.length)); width < most; width += 1) {
    const lines = breakWords(words, width, measure)
    if (lines.length <= needed.length && lines.every((line) => measure(line) <= most)) return lines
  }
  return needed
}

function piecesOf(part: string): string[] {
  const pieces: string[] = []
  for (const character of graphemesOf(part)) {
    const last = pieces.at(-1)
    const belongs =
      last !== undefined &&
      (closing.test(character) || opening.test(last) || last.includes(noBreak) || character === noBreak || (ofOneWord.test(last) && ofOneWord.test(character)))
    if (belongs) pieces[pieces.length - 1] = last + character
    else pieces.push(character)
  }
  return pieces
}

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' })
/** Nearly all words are of characters that stand for themselves (𠮷 among them): cutting them up needs no look at Unicode's tables. */
const plain = /^[\u0020-\u007e\u00a0\u3000-\u3098\u309b-\u9fff\uf900-\ufaff\uff00-\uff9d\uffe0-\uffef\u{20000}-\u{3ffff}]*$/u

export function graphemesOf(text: string): string[] {
  return plain.test(text) ? Array.from(text) : Array.from(graphemes.segment(text), ({ segment }) => segment)
}
