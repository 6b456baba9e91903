import { type ListColumn, type ListGroup, setListPaper } from '@sasaeai/documents/papers/list-paper'
import type { WorkbookSheet } from '@sasaeai/documents/write-workbook'
import { noteMissingCharacters, piecesOfList } from './note-missing-characters.ts'
import { type MadePaper, type PaperDesk, pdfType, workbookType } from './paper-maker.ts'
import { readPaperHead } from './read-paper-head.ts'

/** A list that can be printed. */
export interface PrintedList {
  /** Of the file, without its ending, and of the document. */
  readonly name: string
  readonly heading: string
  readonly notes: readonly string[]
  readonly isWide: boolean
  readonly columns: readonly ListColumn[]
  readonly groups: readonly ListGroup[]
  readonly total: readonly string[] | null
}

/** A list that can be printed or worked with in Excel. */
interface ListFile extends PrintedList {
  /** The same as a table; without sums where other programs take their fields from it. */
  readonly sheet: Pick<WorkbookSheet, 'columns' | 'rows' | 'total'>
}

/** The list as a PDF or as an Excel workbook. */
export async function makeListFile(desk: PaperDesk, format: 'pdf' | 'xlsx', list: ListFile): Promise<MadePaper> {
  const { sheet, ...printed } = list
  if (format === 'pdf') return makeListPaper(desk, printed)
  const { writeWorkbook } = await import('@sasaeai/documents/write-workbook')
  const bytes = await writeWorkbook([{ name: list.heading.replaceAll(/[:\\/?*[\]]/g, '・').slice(0, 28), ...sheet }])
  return { fileName: `${list.name}.xlsx`, mediaType: workbookType, bytes }
}

/** The list as a PDF. */
export async function makeListPaper(desk: PaperDesk, { name, ...paper }: PrintedList): Promise<MadePaper> {
  await noteMissingCharacters(desk, piecesOfList(paper))
  const head = await readPaperHead(desk, { title: name, day: desk.day })
  return { fileName: `${name}.pdf`, mediaType: pdfType, bytes: await setListPaper({ ...head, ...paper }) }
}
