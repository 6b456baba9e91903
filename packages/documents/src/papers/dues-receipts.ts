import { setPaper } from '../set-paper.ts'
import { headData, type PaperCouncil, type PaperHead } from './paper-head.ts'

/** One receipt in words ready to be printed. */
export interface PrintedReceipt {
  /** 領収書番号, as formatReceiptNumber writes it. */
  readonly number: string
  readonly issuedOn: string
  readonly receivedOn: string
  readonly payer: string
  /** 御中 or 様. */
  readonly honorific: string
  /** Empty for an association, whose receipt is handed over. */
  readonly address: string
  /** `60,000`, without the unit. */
  readonly amount: string
  /** 令和8年度 社協会費（一般会費）として */
  readonly purpose: string
  /** Printed where there is more than one. */
  readonly details: readonly { readonly label: string; readonly amount: string }[]
  /** The council as it was when the receipt was issued. */
  readonly council: PaperCouncil
  /** 再発行, with the count and the day; empty on a receipt that was handed out once. */
  readonly reissue: string
  readonly isVoid: boolean
  readonly voidReason: string
}

export interface DuesReceipts extends PaperHead {
  readonly receipts: readonly PrintedReceipt[]
}

/** Receipts with the office's copy, one sheet each, as a PDF. @throws PaperNotSet when it could not be made. */
export function setDuesReceipts({ receipts, ...head }: DuesReceipts): Promise<Uint8Array> {
  return setPaper('dues-receipts', { ...headData(head), receipts })
}
