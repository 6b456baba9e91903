import { setPaper } from '../set-paper.ts'
import { headData, type PaperHead } from './paper-head.ts'

/** One 預託書 in words ready to be printed. */
export interface PrintedGoodwillCertificate {
  /** 預託8-12 */
  readonly number: string
  readonly depositedOn: string
  /** Empty where nobody is named. */
  readonly giver: string
  readonly honorific: string
  readonly address: string
  readonly purpose: string
  /** `50,000`, without the unit; empty where there is no money. */
  readonly money: string
  readonly goods: readonly { readonly name: string; readonly quantity: string }[]
}

export interface GoodwillCertificates extends PaperHead {
  readonly certificates: readonly PrintedGoodwillCertificate[]
}

/** 預託書, one A4 each, as a PDF. @throws PaperNotSet when it could not be made. */
export function setGoodwillCertificates({ certificates, ...head }: GoodwillCertificates): Promise<Uint8Array> {
  return setPaper('goodwill-certificates', { ...headData(head), certificates })
}
