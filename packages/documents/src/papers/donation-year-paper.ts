import type { AcknowledgedWords } from '@sasaeai/domain/donation/acknowledgment/acknowledged-words'
import type { PackBlock } from '@sasaeai/domain/funding-indicator/board-pack/board-pack'
import { setPaper } from '../set-paper.ts'
import { headData, type PaperHead } from './paper-head.ts'
import { blockData } from './report-blocks.ts'

/** What is printed of a year, without the names. */
export interface DonationYearPaper extends PaperHead {
  readonly heading: string
  /** Which year, until which day: 令和8年度, 令和8年10月31日まで. */
  readonly period: string
  /** As of which moment the books were read. */
  readonly moment: string
  readonly parts: readonly { readonly title: string; readonly blocks: readonly PackBlock[] }[]
  /** 使途の報告: what became of the money, in words. */
  readonly reports: readonly { readonly title: string; readonly about: string; readonly body: string; readonly message: string }[]
  /** How the figures are counted, at the end. */
  readonly definitions: readonly string[]
}

export interface PrintedNames {
  readonly names: readonly (AcknowledgedWords & { readonly areaName: string })[]
  readonly note: string
}

/** 寄附の年次報告 on as many A4 pages as it needs, as a PDF. @throws PaperNotSet */
export function setDonationYear({ heading, period, moment, parts, reports, definitions, ...head }: DonationYearPaper, names: PrintedNames): Promise<Uint8Array> {
  return setPaper('donation-year', {
    ...headData(head), heading, period, moment, reports, definitions, ...names,
    parts: parts.map(({ title, blocks }) => ({ title, blocks: blocks.map(blockData) })),
  })
}
