import type { WorkbookSheet } from '@sasaeai/documents/write-workbook'

/** A list ready to be written as a file of whatever kind. */
export interface ListSheets {
  /** Of the file, without its ending. */
  readonly name: string
  readonly sheets: readonly WorkbookSheet[]
  /** Whether it names people, so that its export is written down. */
  readonly isPersonal: boolean
}
