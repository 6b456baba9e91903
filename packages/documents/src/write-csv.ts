import type { Failure } from '@sasaeai/domain/outcome/outcome'
import iconv from 'iconv-lite'
import Papa from 'papaparse'
import { inCp932Form, isInCp932, notInCp932 } from './cp932-text.ts'

/** `utf-8-bom` is what Excel opens rightly by double click; without the BOM it takes the file for CP932. */
export type CsvEncoding = 'utf-8-bom' | 'utf-8' | 'cp932'
export type CsvCell = string | number | null

/** A character that CP932 cannot carry, and where it stands. */
export interface UnmappableCharacter {
  readonly character: string
  /** Row as a spreadsheet counts: 1 is the row of the headings. */
  readonly lineNumber: number
  readonly heading: string
}

export type WrittenCsv =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | (Failure<'not_in_cp932'> & { readonly unmappable: readonly UnmappableCharacter[] })

export interface CsvLayout {
  readonly headings: readonly string[]
  readonly encoding: CsvEncoding
  /** CRLF unless told. */
  readonly lineEnding?: '\r\n' | '\n'
  /** False where another program wants rows alone; the headings then only name what is wrong. */
  readonly hasHeadings?: boolean
  /** The columns, from 0, that go out as they are, because another program reads them and no spreadsheet: codes, days. */
  readonly verbatim?: ReadonlySet<number>
}

export interface CsvTable extends CsvLayout {
  readonly rows: readonly (readonly CsvCell[])[]
}

/** Turns rows into bytes chunk by chunk, so that a long export never stands in memory. */
export interface CsvEncoder {
  /**
   * The bytes of these rows; the first call puts BOM and headings before them, so that `encode([])` begins a file
   * without rows. A refused chunk yields no bytes: the file must then be given up.
   */
  encode(rows: CsvTable['rows']): WrittenCsv
}

/**
 * Writes a whole CSV: CRLF, quotes where needed, and text that a spreadsheet would run defused. What CP932 cannot
 * carry (𠮷) is named with its place instead of becoming a silent question mark.
 */
export function writeCsv({ rows, ...layout }: CsvTable): WrittenCsv {
  return csvEncoder(layout).encode(rows)
}

/** An encoder for one file; rows are counted across its chunks. */
export function csvEncoder({ headings, encoding, lineEnding = '\r\n', hasHeadings = true, verbatim }: CsvLayout): CsvEncoder {
  let written = 0
  let isBegun = false
  return {
    encode(rows) {
      const unguarded = isBegun || !hasHeadings ? rows : [headings, ...rows]
      const lines = unguarded.map((row) => row.map((cell, column) => (verbatim?.has(column) ? inEncoding(cell, encoding) : safeCell(cell, encoding))))
      const unmappable = encoding === 'cp932' ? unmappableIn(lines, { headings, firstLine: written + 1 }) : []
      if (unmappable.length > 0) return refusal(unmappable)
      const beginning = !isBegun && encoding === 'utf-8-bom' ? '\ufeff' : ''
      isBegun = true
      written += lines.length
      return { ok: true, bytes: bytesOf(beginning + textOf(lines, lineEnding), encoding) }
    },
  }
}

/**
 * Spreadsheets run what begins with these as a formula, whoever may have typed it into a name field; the full-width
 * ones are taken for formulas by Japanese Excel.
 */
const formulaStart = /^[=+\-@\t\r＝＋－＠]/
/** A plain number or a lone sign computes nothing beyond itself. A telephone number +81-90 would: it is subtracted. */
const harmless = /^[+\-＋－]?(\d[\d,]*(\.\d+)?)?$/

/**
 * An apostrophe before text that would be run: spreadsheets then show it as text, apostrophe included, which is the
 * price of a file that is safe to open. Cells that are numbers stay numbers.
 */
function safeCell(cell: CsvCell, encoding: CsvEncoding): CsvCell {
  const text = inEncoding(cell, encoding)
  return typeof text === 'string' && formulaStart.test(text) && !harmless.test(text) ? `'${text}` : text
}

function inEncoding(cell: CsvCell, encoding: CsvEncoding): CsvCell {
  return typeof cell === 'string' && encoding === 'cp932' ? inCp932Form(cell) : cell
}

function textOf(lines: readonly (readonly CsvCell[])[], newline: string): string {
  return lines.length === 0 ? '' : `${Papa.unparse(lines.map((line) => [...line]), { newline })}${newline}`
}

function bytesOf(text: string, encoding: CsvEncoding): Uint8Array {
  return encoding === 'cp932' ? iconv.encode(text, 'cp932') : new TextEncoder().encode(text)
}

/** Enough to see what is wrong with an export, without a list as long as the export. */
const mostNamed = 100

function unmappableIn(
  lines: readonly (readonly CsvCell[])[],
  { headings, firstLine }: { headings: readonly string[]; firstLine: number },
): UnmappableCharacter[] {
  const found: UnmappableCharacter[] = []
  for (const [index, line] of lines.entries()) {
    for (const [column, cell] of line.entries()) {
      if (typeof cell !== 'string' || isInCp932(cell)) continue
      const place = { lineNumber: firstLine + index, heading: headings[column] ?? '' }
      found.push(...notInCp932(cell).map((character) => ({ character, ...place })))
      if (found.length >= mostNamed) return found.slice(0, mostNamed)
    }
  }
  return found
}

function refusal(unmappable: readonly UnmappableCharacter[]): WrittenCsv {
  const places = unmappable.map(({ character, lineNumber, heading }) => `${character}（${lineNumber}行目の${heading}）`)
  const about = places.slice(0, 5).join('、') + (places.length > 5 ? 'ほか' : '')
  return { ok: false, code: 'not_in_cp932', about, unmappable }
}
