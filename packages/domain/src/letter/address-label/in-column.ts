const columnDigits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** Words as they are written in a column (縦書き): digits as 漢数字 one by one, hyphens as the stroke that stands upright there. */
export function inColumn(words: string): string {
  return words
    .replace(/[0-9０-９]/g, (digit) => columnDigits[Number(digit.normalize('NFKC'))] ?? digit)
    .replace(/[-‐‑–—―−－]/g, 'ー')
    .replace(/[A-Za-z&]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0))
}
