import iconv from 'iconv-lite'
import Papa from 'papaparse'

export type CsvEncoding = 'utf-8' | 'cp932'
export type CsvCell = string | number | null

/** A character that CP932 cannot carry, and where it stands. */
export interface UnmappableCharacter {
  readonly character: string
  /** 1 is the line of the headings. */
  readonly lineNumber: number
  readonly heading: string
}

export type WrittenCsv =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly unmappable: readonly UnmappableCharacter[] }

export interface CsvTable {
  readonly headings: readonly string[]
  readonly rows: readonly (readonly CsvCell[])[]
  /** `utf-8` is written with a BOM, because Excel takes it for CP932 otherwise. */
  readonly encoding: CsvEncoding
}

/**
 * Writes a CSV that Excel opens by double click: CRLF, text that a spreadsheet would take for a formula defused by
 * an apostrophe. What CP932 cannot carry (𠮷) is named instead of becoming a silent question mark.
 */
export function writeCsv({ headings, rows, encoding }: CsvTable): WrittenCsv {
  const lines = [headings, ...rows].map((row) => row.map(safeCell))
  if (encoding === 'utf-8') {
    return { ok: true, bytes: new TextEncoder().encode(`\ufeff${Papa.unparse(lines, { newline: '\r\n' })}\r\n`) }
  }
  const sendable = lines.map((row) => row.map((cell) => (typeof cell === 'string' ? inCp932Form(cell) : cell)))
  const unmappable = sendable.flatMap((row, index) => unmappableIn(row, index + 1, headings))
  if (unmappable.length > 0) return { ok: false, unmappable }
  return { ok: true, bytes: iconv.encode(`${Papa.unparse(sendable, { newline: '\r\n' })}\r\n`, 'cp932') }
}

/** Spreadsheets run what begins with these as a formula, whoever may have typed it into a name field. */
const formulaStart = /^[=+\-@\t\r＝＋－＠]/
/** Numbers, dates and telephone numbers begin like formulas, too, and compute nothing. */
const harmless = /^[+\-]?[\d,.\-]+$/

function safeCell(cell: CsvCell): CsvCell {
  return typeof cell === 'string' && formulaStart.test(cell) && !harmless.test(cell) ? `'${cell}` : cell
}

/** Characters that Unicode has twice and CP932 knows under the other code, as Windows itself replaces them. */
const cp932Twins = new Map([
  ['〜', '～'],
  ['−', '－'],
  ['—', '―'],
  ['‖', '∥'],
  ['¢', '￠'],
  ['£', '￡'],
  ['¬', '￢'],
])

function inCp932Form(text: string): string {
  return Array.from(text, (character) => cp932Twins.get(character) ?? character).join('')
}

function unmappableIn(row: readonly CsvCell[], lineNumber: number, headings: readonly string[]): UnmappableCharacter[] {
  return row.flatMap((cell, column) =>
    Array.from(typeof cell === 'string' ? cell : '')
      .filter((character) => iconv.decode(iconv.encode(character, 'cp932'), 'cp932') !== character)
      .map((character) => ({ character, lineNumber, heading: headings[column] ?? '' })),
  )
}
