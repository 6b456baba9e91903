import iconv from 'iconv-lite'

/**
 * Characters that Unicode has twice and CP932 knows under the other code, as Windows itself replaces them: the wave
 * dash and minus sign of macOS and of JIS are the full-width tilde and hyphen of Windows.
 */
const cp932Twins = new Map([
  ['〜', '～'],
  ['−', '－'],
  ['—', '―'],
  ['‖', '∥'],
  ['¢', '￠'],
  ['£', '￡'],
  ['¬', '￢'],
  ['¥', '￥'],
])

/** The text with every such character under the code that CP932 knows; everything else stays as it was typed. */
export function inCp932Form(text: string): string {
  return text.replace(/[〜−—‖¢£¬¥]/g, (character) => cp932Twins.get(character) ?? character)
}

/** Whether CP932 brings the text back as it was; 髙 and 﨑 do come back, as extensions by IBM and NEC. */
export function isInCp932(text: string): boolean {
  return iconv.decode(iconv.encode(text, 'cp932'), 'cp932') === text
}

/**
 * The characters of a text that CP932 cannot carry, each once, as a reader sees them: a kanji with its variation
 * selector or a kana with its combining mark is one character.
 */
export function notInCp932(text: string): string[] {
  const characters = Array.from(graphemes.segment(text), ({ segment }) => segment)
  return [...new Set(characters)].filter((character) => !isInCp932(character))
}

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' })
