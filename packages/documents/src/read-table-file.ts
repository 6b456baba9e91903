import { readXls, readXlsx } from 'hucre/xlsx'
import iconv from 'iconv-lite'
import Papa from 'papaparse'

/** One line of a table that somebody handed in: its cells as text, and the number that the line has in the file. */
export interface TableLine {
  /** 1 for the first line of the file, as spreadsheets and editors count. */
  readonly lineNumber: number
  readonly cells: readonly string[]
}

export type TableFileKind = 'utf-8' | 'utf-16' | 'cp932' | 'excel'

export type TableFile =
  | { readonly ok: true; readonly kind: TableFileKind; readonly lines: readonly TableLine[] }
  | { readonly ok: false; readonly reason: 'file_empty' | 'file_unreadable' }

/**
 * Reads a table out of a CSV, TSV or Excel file. Text may be UTF-8 (with or without BOM), UTF-16 with BOM or CP932,
 * which is found out from the bytes; of a workbook the first sheet that holds anything is read, a date cell as
 * `YYYY-MM-DD`. Lines without any content are left out, cells are taken without the blanks around them.
 */
export async function readTableFile(bytes: Uint8Array): Promise<TableFile> {
  try {
    const { kind, rows } = isWorkbook(bytes)
      ? { kind: 'excel' as const, rows: await rowsOfWorkbook(bytes) }
      : rowsOfText(bytes)
    const lines = rows
      .map((cells, index) => ({ lineNumber: index + 1, cells: cells.map((cell) => cell.trim()) }))
      .filter(({ cells }) => cells.some((cell) => cell !== ''))
    return lines.length === 0 ? { ok: false, reason: 'file_empty' } : { ok: true, kind, lines }
  } catch {
    // Whatever the parsers stumble over, the file is not a table; the person can only save it again.
    return { ok: false, reason: 'file_unreadable' }
  }
}

const zipSignature = [0x50, 0x4b, 0x03, 0x04]
const oldExcelSignature = [0xd0, 0xcf, 0x11, 0xe0]

function isWorkbook(bytes: Uint8Array): boolean {
  return beginsWith(bytes, zipSignature) || beginsWith(bytes, oldExcelSignature)
}

function beginsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

async function rowsOfWorkbook(bytes: Uint8Array): Promise<string[][]> {
  const workbook = await (beginsWith(bytes, oldExcelSignature) ? readXls(bytes) : readXlsx(bytes))
  const sheet = workbook.sheets.find(({ rows }) => rows.some((row) => row.some((cell) => cell !== null && cell !== '')))
  return (sheet?.rows ?? []).map((row) => row.map(textOfCell))
}

function textOfCell(cell: string | number | boolean | Date | null | undefined): string {
  if (cell === null || cell === undefined) return ''
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)
}

function rowsOfText(bytes: Uint8Array): { kind: TableFileKind; rows: string[][] } {
  const { kind, text } = decoded(bytes)
  // NUL is in no text: whatever this is, it is not a table.
  if (text.includes('\0')) throw new Error('the file holds NUL characters')
  const { data } = Papa.parse<string[]>(text, { delimitersToGuess: [',', '\t', ';'] })
  return { kind, rows: data }
}

/** UTF-8 is recognised by being valid; CP932 text practically never is. */
function decoded(bytes: Uint8Array): { kind: TableFileKind; text: string } {
  if (beginsWith(bytes, [0xff, 0xfe])) return { kind: 'utf-16', text: new TextDecoder('utf-16le').decode(bytes) }
  if (beginsWith(bytes, [0xfe, 0xff])) return { kind: 'utf-16', text: new TextDecoder('utf-16be').decode(bytes) }
  try {
    return { kind: 'utf-8', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    const text = iconv.decode(Buffer.from(bytes), 'cp932')
    if (text.includes('\ufffd')) throw new Error('the file is neither UTF-8 nor CP932')
    return { kind: 'cp932', text }
  }
}
