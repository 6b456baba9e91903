import { setPaper } from '../set-paper.ts'
import { headData, type PaperHead } from './paper-head.ts'

/** A column of a list, as wide as said in millimetres, or its share of what is left. */
export type ListColumn = { readonly heading: string; readonly side?: 'start' | 'middle' | 'end' } & (
  | { readonly mm: number }
  | { readonly fr: number }
)

/** Rows under one heading (校区); each row, and each sum, has one cell per column. */
export interface ListGroup {
  /** Empty where the list has one group only. */
  readonly heading: string
  readonly rows: readonly (readonly string[])[]
  readonly subtotal: readonly string[] | null
}

export interface ListPaper extends PaperHead {
  readonly heading: string
  /** Lines below the heading: of which day, counted how. */
  readonly notes: readonly string[]
  /** A4 on its long side. */
  readonly isWide: boolean
  readonly columns: readonly ListColumn[]
  readonly groups: readonly ListGroup[]
  readonly total: readonly string[] | null
}

/** A list on as many pages as it needs, headings on each, as a PDF. @throws PaperNotSet when it could not be made. */
export function setListPaper({ heading, notes, isWide, columns, groups, total, ...head }: ListPaper): Promise<Uint8Array> {
  return setPaper('list-paper', { ...headData(head), heading, notes, isWide, columns: sidedColumns(columns), groups, total })
}

/** Columns as every paper with tables takes them: those that do not say otherwise stand on the left. */
export function sidedColumns(columns: readonly ListColumn[]): ListColumn[] {
  return columns.map((column) => ({ side: 'start', ...column }))
}
