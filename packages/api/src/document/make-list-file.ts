import { type ListColumn, type ListGroup, setListPaper } from '@sasaeai/documents/papers/list-paper'
import type { WorkbookSheet } from '@sasaeai/documents/write-workbook'
import { noteMissingCharacters, piecesOfList } from './note-missing-characters.ts'
import { type MadePaper, type PaperDesk, pdfType, workbookType } from './paper-maker.ts'
import { readPaperHead } from './read-paper-head.ts'

/** A list that can be printed or worked with in Excel. */
export interface ListFile {
  /** Of the file, without its ending, and of the document. */
  readonly name: string
  readonly heading: string
  readonly notes: readonly string[]
  readonly isWide: boolean
  readonly columns: readonly ListColumn[]
  readonly groups: readonly ListGroup[]
  readonly total: readonly string[] | null
  /** The same as a table; without sums where other programs take their fields from it. */
  readonly sheet: Pick<WorkbookSheet, 'columns' | 'rows' | 'total'>
}

/** The list as a PDF or as an Excel workbook. */
export async function makeListFile(desk: PaperDesk, format: 'pdf' | 'xlsx', list: ListFile): Promise<MadePaper> {
  const { name, sheet, ...paper } = list
  if (format === 'pdf') {
    await noteMissingCharacters(desk, piecesOfList(paper))
    const head = await readPaperHead(desk, { title: name, day: desk.day })
    return { fileName: `${name}.pdf`, mediaType: pdfType, bytes: await setListPaper({ ...head, ...paper }) }
  }
  const { writeWorkbook } = await import('@sasaeai/documents/write-workbook')
  const bytes = await writeWorkbook([{ name: list.heading.replaceAll(/[:\\/?*[\]]/g, '・').slice(0, 28), ...sheet }])
  return { fileName: `${name}.xlsx`, mediaType: workbookType, bytes }
}
