import { setPaper } from '../set-paper.ts'
import { sidedColumns } from './list-paper.ts'
import { headData, type PaperHead } from './paper-head.ts'
import type { TablePart } from './table-part.ts'

export interface DuesYearPaper extends PaperHead {
  readonly heading: string
  readonly notes: readonly string[]
  readonly kinds: TablePart
  /** Left out where it has no rows. */
  readonly shareBack: TablePart
  readonly trend: TablePart
  /** A bar for each year, in yen; never negative. */
  readonly bars: readonly { readonly name: string; readonly yen: number; readonly words: string; readonly isNow: boolean }[]
  readonly districts: TablePart
  readonly footnotes: readonly string[]
}

/** 年間のまとめ on one A4, with smaller letters where there is much to say, as a PDF. @throws PaperNotSet */
export function setDuesYearPaper(paper: DuesYearPaper): Promise<Uint8Array> {
  const { heading, notes, bars, footnotes, kinds, shareBack, trend, districts, ...head } = paper
  const parts = { kinds, shareBack, trend, districts }
  const sided = Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [name, { ...part, columns: sidedColumns(part.columns) }]),
  )
  return setPaper('dues-year-paper', { ...headData(head), heading, notes, bars, footnotes, ...sided })
}
