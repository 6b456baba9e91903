import type { WorkbookSheet } from '@sasaeai/documents/write-workbook'
import { workbookType } from './paper-maker.ts'

/** A file that a browser saves. */
export interface ExportedFile {
  readonly fileName: string
  readonly mediaType: string
  /** The bytes in Base64. */
  readonly content: string
}

/** A list as an Excel workbook that a browser saves. `name` is without its ending. */
export async function excelFile(name: string, sheets: readonly WorkbookSheet[]): Promise<ExportedFile> {
  // Loaded with the first file: a start does not wait for it, an idle server does not carry it.
  const { writeWorkbook } = await import('@sasaeai/documents/write-workbook')
  const bytes = await writeWorkbook(sheets)
  return { fileName: `${name}.xlsx`, mediaType: workbookType, content: Buffer.from(bytes).toString('base64') }
}
