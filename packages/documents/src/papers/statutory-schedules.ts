import { setPaper } from '../set-paper.ts'
import { headData, type PaperHead } from './paper-head.ts'

/** A schedule as its form has it; figures are in words already. */
export interface PrintedSchedule {
  /** 別紙3（②） */
  readonly number: string
  readonly heading: string
  readonly wordHeadings: readonly string[]
  readonly figureHeadings: readonly string[]
  /** Over the columns of the sites. */
  readonly siteHeading: string
  readonly sites: readonly string[]
  /** As many words and figures each as there are headings. */
  readonly lines: readonly { readonly kind: 'row' | 'subtotal' | 'total'; readonly words: readonly string[]; readonly figures: readonly string[] }[]
  /** Where the schedule does not agree with the ledger; empty where it does. */
  readonly warnings: readonly string[]
}

export interface StatutorySchedulesPaper extends PaperHead {
  /** The first and the last day of the fiscal year, as the forms say them. */
  readonly period: string
  /** As the books stood when; empty for the end of all that is booked. */
  readonly moment: string
  readonly schedules: readonly PrintedSchedule[]
}

/** 別紙3② and ③ on A4 on its long side, each on pages of its own, as a PDF. @throws PaperNotSet */
export function setStatutorySchedules({ period, moment, schedules, ...head }: StatutorySchedulesPaper): Promise<Uint8Array> {
  return setPaper('statutory-schedules', { ...headData(head), period, moment, schedules })
}
