/**
 * Conversions between the ways of writing kana: for readings (フリガナ), search keys and bank files. What is not kana
 * passes through. A stored name is never rewritten by them: people choose how their name is written.
 */

/** Hiragana becomes full-width katakana: `さとう` → `サトウ`. */
export function toKatakana(text: string): string {
  return text.replace(/[ぁ-ゖゝゞ]/g, (kana) => shifted(kana, katakanaOffset))
}

/** Full-width katakana becomes hiragana: `サトウ` → `さとう`. ヷ ヸ ヹ ヺ have none and stay. */
export function toHiragana(text: string): string {
  return text.replace(/[ァ-ヶヽヾ]/g, (kana) => shifted(kana, -katakanaOffset))
}

/**
 * Kana and its punctuation become half-width katakana, 濁点 and 半濁点 as characters of their own, as in bank files:
 * `がプ` → `ｶﾞﾌﾟ`. Kana that has no half-width form (ヮ ヰ ヱ ヵ ヶ ヽ ヾ) stays, for the caller to report.
 */
export function toHalfWidthKana(text: string): string {
  return Array.from(toKatakana(text), (character) => halfByFull.get(character) ?? character).join('')
}

/** Half-width katakana becomes full-width, 濁点 and 半濁点 joined to the kana before them: `ｶﾞﾌﾟ` → `ガプ`. */
export function toFullWidthKana(text: string): string {
  return text.replace(/[｡-ﾟ][ﾞﾟ]?/g, (half) => fullByHalf.get(half) ?? Array.from(half, singleFull).join(''))
}

const katakanaOffset = 0x60

/** U+FF61 to U+FF9F in order; each stands in the same place as its full-width form below. */
const halfWidth = '｡｢｣､･ｦｧｨｩｪｫｬｭｮｯｰｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝﾞﾟ'
const fullWidth = '。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜'
const voiced = 'ガギグゲゴザジズゼゾダヂヅデドバビブベボヴヷヺ'
const voicedBase = 'カキクケコサシスセソタチツテトハヒフヘホウワヲ'
const semiVoiced = 'パピプペポ'
const semiVoicedBase = 'ハヒフヘホ'

const halfByFull = new Map<string, string>(pairs(fullWidth, halfWidth))
for (const [full, base] of pairs(voiced, voicedBase)) halfByFull.set(full, `${halfByFull.get(base) ?? base}ﾞ`)
for (const [full, base] of pairs(semiVoiced, semiVoicedBase)) halfByFull.set(full, `${halfByFull.get(base) ?? base}ﾟ`)

const fullByHalf = new Map(Array.from(halfByFull, ([full, half]): [string, string] => [half, full]))

function pairs(keys: string, values: string): [string, string][] {
  return Array.from(keys, (key, index) => [key, values.charAt(index)])
}

function singleFull(half: string): string {
  return fullByHalf.get(half) ?? half
}

function shifted(kana: string, offset: number): string {
  return String.fromCodePoint((kana.codePointAt(0) ?? 0) + offset)
}
