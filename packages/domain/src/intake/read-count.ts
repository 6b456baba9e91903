/** Reads a number of households, slips or 口 as typed, in any width, with or without commas; null when it is none. */
export function readCount(text: string): number | null {
  const typed = text
    .normalize('NFKC')
    .trim()
    .replace(/[,、]/g, '')
    .replace(/(世帯|戸|件|口|枚)$/, '')
  return /^\d{1,7}$/.test(typed) ? Number(typed) : null
}
