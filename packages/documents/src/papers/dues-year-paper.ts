import { setPaper } from '../set-paper.ts'
import type { ListColumn } from './list-paper.ts'
import { headData, type PaperHead } from './paper-head.ts'

/** One table of the page; each row, and the sum, has one cell per column. */
export interface DuesYearPart {
  readonly title: string
  readonly columns: readonly ListColumn[]
  readonly rows: readonly (readonly string[])[]
  readonly total: readonly string[] | null
}

export interface DuesYearPaper extends PaperHead {
  readonly heading: string
  readonly notes: readonly string[]
  readonly kinds: DuesYearPart
  /** Left out where it has no rows. */
  readonly shareBack: DuesYearPart
  readonly trend: DuesYearPart
  /** A bar for each year, in yen; never negative. */
  readonly bars: readonly { readonly name: string; readonly yen: number; readonly words: string; readonly isNow: boolean }[]
  readonly districts: DuesYearPart
  readonly footnotes: readonly string[]
}

/** 年間のまとめ on one A4, with smaller letters where there is much to say, as a PDF. @throws PaperNotSet */
export function setDuesYearPaper(paper: DuesYearPaper): Promise<Uint8Array> {
  const { heading, notes, bars, footnotes, kinds, shareBack, trend, districts, ...head } = paper
  const parts = { kinds, shareBack, trend, districts }
  const sided = Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [name, { ...part, columns: part.columns.map((column) => ({ side: 'start', ...column })) }]),
  )
  return setPaper('dues-year-paper', { ...headData(head), heading, notes, bars, footnotes, ...sided })
}
