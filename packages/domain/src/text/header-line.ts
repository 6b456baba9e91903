/** Text that becomes a header: one line without control characters, so that nobody's name begins a header of its own. */
export function headerLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}
