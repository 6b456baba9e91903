import { setPaper } from '../set-paper.ts'
import { headData, type PaperHead } from './paper-head.ts'

/** 寄附申込書 in words ready to be printed. */
export interface DonationApplication extends PaperHead {
  /** The lines that the giver fills in, those already known filled: label and text, an empty text for a line to write on. */
  readonly lines: readonly { readonly label: string; readonly text: string }[]
  /** Choices to tick; those known are ticked. */
  readonly choices: readonly { readonly label: string; readonly options: readonly { readonly words: string; readonly isChosen: boolean }[] }[]
  /** The day in words, or room to write it. */
  readonly dayWords: string
}

/** 寄附申込書, blank or filled, on one A4, as a PDF. @throws PaperNotSet when it could not be made. */
export function setDonationApplication({ lines, choices, dayWords, ...head }: DonationApplication): Promise<Uint8Array> {
  return setPaper('donation-application', { ...headData(head), lines, choices, dayWords })
}
