import { setPaper } from '../set-paper.ts'
import { headData, type PaperHead } from './paper-head.ts'

/** One letter in words ready to be printed. */
export interface WindowLetter {
  /** `830-0001`, or empty. */
  readonly postalCode: string
  readonly address: string
  readonly name: string
  /** 御中 or 様. */
  readonly honorific: string
  readonly title: string
  readonly paragraphs: readonly string[]
  /** What stands below 記, which is left out where there is nothing; a text may have several lines. */
  readonly facts: readonly { readonly label: string; readonly text: string }[]
}

export interface WindowLetters extends PaperHead {
  /** 令和8年6月1日 */
  readonly issuedOn: string
  readonly letters: readonly WindowLetter[]
  /** 見本: across the sheet, so that nobody posts it. */
  readonly isSample?: boolean
}

/** Letters for window envelopes (長形3号), one sheet each, as a PDF. @throws PaperNotSet when it could not be made. */
export function setWindowLetters({ issuedOn, letters, isSample = false, ...head }: WindowLetters): Promise<Uint8Array> {
  return setPaper('window-letters', { ...headData(head), issuedOn, letters, isSample })
}
