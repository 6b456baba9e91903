import type { TableFileFailure } from '@sasaeai/domain/import/table-file-failures'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import { readXlsx, streamXlsxRows, type CellValue } from 'hucre/xlsx'
import { inflatedSizeOf } from './inflated-size.ts'
import { mostTableLines, tableLineOf, type TableLine } from './table-line.ts'
import { textOfCell } from './text-of-cell.ts'

export interface WorkbookSheetLines {
  readonly sheetName: string
  readonly lines: readonly TableLine[]
  /** Further visible sheets that hold something. */
  readonly unreadSheets: readonly string[]
}

/** A small file can unpack to gigabytes; a real workbook of 20 MiB unpacks to less than this. */
const mostInflatedBytes = 400 * 1024 * 1024

/** The lines of the first visible sheet of an .xlsx that holds anything. */
export async function readWorkbookSheet(bytes: Uint8Array): Promise<Outcome<WorkbookSheetLines, TableFileFailure>> {
  if (!namesWorkbook(bytes)) return fail('file_not_a_table')
  if (inflatedSizeOf(bytes) > mostInflatedBytes) return fail('file_too_large')
  try {
    return await firstSheetWithContent(bytes)
  } catch {
    // Whatever the parser stumbles over, the person can only open the file in Excel and save it again.
    return fail('file_unreadable')
  }
}

/** Names inside a ZIP are not packed: other archives (.docx, .zip) have no such file. */
function namesWorkbook(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('xl/workbook')
}

async function firstSheetWithContent(bytes: Uint8Array): Promise<Outcome<WorkbookSheetLines, TableFileFailure>> {
  const sheets = await visibleSheetsOf(bytes)
  for (const [position, sheet] of sheets.entries()) {
    const lines = await linesOf(bytes, sheet.index)
    if (lines.length > mostTableLines) return fail('file_too_many_rows')
    if (lines.length === 0) continue
    const unreadSheets: string[] = []
    for (const other of sheets.slice(position + 1)) {
      if ((await linesOf(bytes, other.index, 1)).length > 0) unreadSheets.push(other.name)
    }
    return succeed({ sheetName: sheet.name, lines, unreadSheets })
  }
  return fail('file_empty')
}

async function visibleSheetsOf(bytes: Uint8Array): Promise<{ index: number; name: string }[]> {
  const sheets: { index: number; name: string }[] = []
  await readXlsx(bytes, {
    sheets: ({ index, name, hidden, veryHidden }) => {
      if (hidden !== true && veryHidden !== true) sheets.push({ index, name })
      // Only the names are wanted here: the cells are streamed, so that a stray cell in row 1,048,576 costs nothing.
      return false
    },
  })
  return sheets
}

/** The lines that hold anything, up to `most` of them. */
async function linesOf(bytes: Uint8Array, sheet: number, most = mostTableLines + 1): Promise<TableLine[]> {
  const lines: TableLine[] = []
  for await (const row of streamXlsxRows(bytes, { sheet })) {
    const line = tableLineOf(row.index + 1, row.values.map((value: CellValue) => textOfCell(value)))
    if (line) lines.push(line)
    if (lines.length >= most) break
  }
  return lines
}
