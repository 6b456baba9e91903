import { setPaper } from '../set-paper.ts'
import type { ListColumn } from './list-paper.ts'
import { headData, type PaperHead } from './paper-head.ts'

/** One table of the paper; each row, and the sum, has one cell per column. */
export interface ResultPart {
  readonly title: string
  readonly columns: readonly ListColumn[]
  readonly rows: readonly (readonly string[])[]
  readonly total: readonly string[] | null
}

export interface CampaignResultPaper extends PaperHead {
  readonly heading: string
  readonly notes: readonly string[]
  /** One below the other, on as many pages as they need; those without rows are left out. */
  readonly parts: readonly ResultPart[]
  readonly footnotes: readonly string[]
}

/** 募金実績 on A4, as a PDF. @throws PaperNotSet */
export function setCampaignResultPaper({ heading, notes, parts, footnotes, ...head }: CampaignResultPaper): Promise<Uint8Array> {
  const sided = parts.map((part) => ({ ...part, columns: part.columns.map((column) => ({ side: 'start', ...column })) }))
  return setPaper('campaign-result-paper', { ...headData(head), heading, notes, parts: sided, footnotes })
}
