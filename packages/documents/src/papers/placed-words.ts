import { setPaper } from '../set-paper.ts'
import type { PaperHead } from './paper-head.ts'
import { headData } from './paper-head.ts'

/** Words at a place that was reckoned beforehand, in millimetres from the paper's upper left corner. */
export interface PlacedWords {
  readonly words: string
  readonly pt: number
  readonly leftMm: number
  readonly topMm: number
  /** 縦書き: one character below the other. */
  readonly isColumn?: boolean
}

export interface PlacedOutline {
  readonly leftMm: number
  readonly topMm: number
  readonly widthMm: number
  readonly heightMm: number
}

export interface PlacedPage {
  readonly words: readonly PlacedWords[]
  /** Thin rectangles: on a sheet to try with. */
  readonly outlines?: readonly PlacedOutline[]
}

export interface PlacedPages extends PaperHead {
  readonly size: { readonly width: number; readonly height: number }
  readonly pages: readonly PlacedPage[]
}

/** Pages of any size on which everything has its place, as a PDF. @throws PaperNotSet when it could not be made. */
export function setPlacedWords({ size, pages, ...head }: PlacedPages): Promise<Uint8Array> {
  return setPaper('placed-words', { ...headData(head), size, pages: pages.map(({ words, outlines = [] }) => ({ words: words.filter(({ words: each }) => each !== ''), outlines })) })
}
