/** A column of a printed table; text stands left, amounts right. */
export interface PrintedColumn {
  readonly heading: string
  readonly isRight?: boolean
}

/**
 * A table as plain text whose columns stand straight in a fixed-width font, where kanji and kana are twice as wide as
 * digits. Trailing blanks are left out.
 */
export function printedTable(columns: readonly PrintedColumn[], rows: readonly (readonly string[])[]): string {
  const lines = [columns.map(({ heading }) => heading), ...rows]
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => displayWidth(line[index] ?? ''))))
  return lines
    .map((line) => columns.map(({ isRight }, index) => padded(line[index] ?? '', widths[index] ?? 0, isRight)).join('  ').trimEnd())
    .join('\n')
}

/** How many half-width columns a text takes. */
export function displayWidth(text: string): number {
  return Array.from(text).reduce((width, character) => width + (isWide(character) ? 2 : 1), 0)
}

function padded(text: string, width: number, isRight = false): string {
  const blanks = ' '.repeat(width - displayWidth(text))
  return isRight ? blanks + text : text + blanks
}

/** Half-width katakana are narrow like ASCII; everything else from the CJK blocks on, and △, is wide. */
function isWide(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  return code >= 0x2460 && !(code >= 0xff61 && code <= 0xff9f)
}
