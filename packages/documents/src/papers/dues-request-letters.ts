import { setPaper } from '../set-paper.ts'
import { headData, type PaperHead } from './paper-head.ts'

/** One 自治会 of a request, in words ready to be printed. */
export interface DuesRequestLetter {
  readonly associationName: string
  /** 校区 above it, or empty. */
  readonly districtName: string
  /** 納入番号, as formatSlipNumber writes it. */
  readonly slipNumber: string
  /** `120世帯`, or only `世帯`, with room before it to be filled in by hand. */
  readonly households: string
  /** `60,000円`, or empty where nothing is suggested. */
  readonly suggestedAmount: string
  /** What stands below 記, line by line. */
  readonly facts: readonly { readonly label: string; readonly text: string }[]
}

export interface DuesRequestLetters extends PaperHead {
  /** 令和8年度 */
  readonly yearName: string
  /** 社協会費（一般会費） */
  readonly duesName: string
  /** 令和8年5月1日 */
  readonly issuedOn: string
  readonly letters: readonly DuesRequestLetter[]
}

/** 納入のお願い with its 納入書: one A4 page per 自治会, as a PDF. @throws PaperNotSet when it could not be made. */
export function setDuesRequestLetters({ yearName, duesName, issuedOn, letters, ...head }: DuesRequestLetters): Promise<Uint8Array> {
  return setPaper('dues-request-letters', { ...headData(head), yearName, duesName, issuedOn, letters })
}
