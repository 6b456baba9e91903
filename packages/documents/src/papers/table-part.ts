import type { ListColumn } from './list-paper.ts'

/** One table of a paper with several; each row, and the sum, has one cell per column. */
export interface TablePart {
  readonly title: string
  readonly columns: readonly ListColumn[]
  readonly rows: readonly (readonly string[])[]
  readonly total: readonly string[] | null
}
