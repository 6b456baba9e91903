import { setPaper } from '../set-paper.ts'
import type { ListColumn } from './list-paper.ts'
import { headData, type PaperHead } from './paper-head.ts'

/** One table of the paper; each row, and the sum, has one cell per column. */
export interface TablePart {
  readonly title: string
  readonly columns: readonly ListColumn[]
  readonly rows: readonly (readonly string[])[]
  readonly total: readonly string[] | null
}

export interface TablesPaper extends PaperHead {
  readonly heading: string
  readonly notes: readonly string[]
  /** One below the other, on as many pages as they need; those without rows are left out. */
  readonly parts: readonly TablePart[]
  readonly footnotes: readonly string[]
}

/** Tables on A4, as a PDF: 募金実績, 見直し. @throws PaperNotSet */
export function setTablesPaper({ heading, notes, parts, footnotes, ...head }: TablesPaper): Promise<Uint8Array> {
  const sided = parts.map((part) => ({ ...part, columns: part.columns.map((column) => ({ side: 'start', ...column })) }))
  return setPaper('tables-paper', { ...headData(head), heading, notes, parts: sided, footnotes })
}
