import { setPaper } from '../set-paper.ts'
import { sidedColumns } from './list-paper.ts'
import { headData, type PaperHead } from './paper-head.ts'
import type { TablePart } from './table-part.ts'

export interface TablesPaper extends PaperHead {
  readonly heading: string
  readonly notes: readonly string[]
  /** One below the other, on as many pages as they need; those without rows are left out. */
  readonly parts: readonly TablePart[]
  readonly footnotes: readonly string[]
}

/** Tables on A4, as a PDF: 募金実績, 見直し. @throws PaperNotSet */
export function setTablesPaper({ heading, notes, parts, footnotes, ...head }: TablesPaper): Promise<Uint8Array> {
  const sided = parts.map((part) => ({ ...part, columns: sidedColumns(part.columns) }))
  return setPaper('tables-paper', { ...headData(head), heading, notes, parts: sided, footnotes })
}
