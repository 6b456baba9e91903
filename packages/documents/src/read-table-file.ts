import type { TableFileFailure } from '@sasaeai/domain/import/table-file-failures'
import { fail, type Failure } from '@sasaeai/domain/outcome/outcome'
import { decodeTableText } from './decode-table-text.ts'
import { parseDelimitedText } from './parse-delimited-text.ts'
import { readWorkbookSheet } from './read-workbook-sheet.ts'
import type { TableLine } from './table-line.ts'

/** How the file was written: the text's encoding, or an Excel workbook. */
export type TableFileEncoding = 'utf-8' | 'utf-16' | 'cp932' | 'xlsx'

export type TableFile =
  | {
      readonly ok: true
      readonly encoding: TableFileEncoding
      /** The lines that hold anything, at least one. */
      readonly lines: readonly TableLine[]
      /** The sheet that was read, and further sheets with content that were not; null and none for text. */
      readonly sheetName: string | null
      readonly unreadSheets: readonly string[]
    }
  | Failure<TableFileFailure>

/** 20 MiB. */
const mostBytes = 20 * 1024 * 1024

/**
 * Reads a table out of a CSV, TSV or Excel file; which of them it is is found out from the bytes, since names lie.
 * Text may be UTF-8 (with or without BOM), UTF-16 with BOM or CP932; of a workbook the first visible sheet that holds
 * anything is read. Every cell becomes text without the blanks around it: dates `2026-04-01`, numbers as plain digits,
 * formulas their last result. Lines without any content are left out. At most 20 MiB and 100,000 lines.
 * @param fileName only consulted for `.tsv`, whose delimiter is then not guessed.
 */
export async function readTableFile(bytes: Uint8Array, fileName = ''): Promise<TableFile> {
  if (bytes.length > mostBytes) return fail('file_too_large')
  if (beginsWith(bytes, oldOfficeSignature)) {
    return fail(holdsEncryptedPackage(bytes) ? 'file_is_protected' : 'file_is_old_excel')
  }
  if (beginsWith(bytes, zipSignature)) return await tableOfWorkbook(bytes)
  if (otherSignatures.some((signature) => beginsWith(bytes, signature))) return fail('file_not_a_table')
  return tableOfText(bytes, fileName)
}

const zipSignature = [0x50, 0x4b, 0x03, 0x04]
/** OLE2: the container of .xls, and of an .xlsx that is encrypted with a password. */
const oldOfficeSignature = [0xd0, 0xcf, 0x11, 0xe0]
/** What could be mistaken for text: PDF, RTF. Other binary files are no text in any encoding. */
const otherSignatures = ['%PDF', '{\\rtf'].map((signature) => [...Buffer.from(signature)])

function beginsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

function holdsEncryptedPackage(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('EncryptedPackage', 0, 'utf16le')
}

async function tableOfWorkbook(bytes: Uint8Array): Promise<TableFile> {
  const sheet = await readWorkbookSheet(bytes)
  if (!sheet.ok) return sheet
  const { lines, sheetName, unreadSheets } = sheet.value
  return { ok: true, encoding: 'xlsx', lines, sheetName, unreadSheets }
}

function tableOfText(bytes: Uint8Array, fileName: string): TableFile {
  const text = decodeTableText(bytes)
  if (!text.ok) return text
  const lines = parseDelimitedText(text.value.text, fileName.toLowerCase().endsWith('.tsv') ? '\t' : null)
  if (!lines.ok) return lines
  return { ok: true, encoding: text.value.encoding, lines: lines.value, sheetName: null, unreadSheets: [] }
}
