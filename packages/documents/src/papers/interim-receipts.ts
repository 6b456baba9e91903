import { setPaper } from '../set-paper.ts'
import { headData, type PaperCouncil, type PaperHead } from './paper-head.ts'

/** One 預り証 in words ready to be printed. */
export interface PrintedInterimReceipt {
  /** 預り証番号, as formatInterimReceiptNumber writes it. */
  readonly number: string
  readonly issuedOn: string
  readonly receivedOn: string
  readonly payer: string
  /** 御中 or 様. */
  readonly honorific: string
  /** Empty for an association. */
  readonly address: string
  /** `60,000`, without the unit. */
  readonly amount: string
  /** 令和8年度 赤い羽根共同募金（法人募金）として */
  readonly purpose: string
  /** Printed where there is more than one. */
  readonly details: readonly { readonly label: string; readonly amount: string }[]
  /** For whom the money is held. */
  readonly heldFor: string
  /** That it is no proof for a deduction. */
  readonly notice: string
  /** Who took it, as it was called when the 預り証 was issued. */
  readonly council: PaperCouncil
  readonly isVoid: boolean
  readonly voidReason: string
}

export interface InterimReceipts extends PaperHead {
  readonly receipts: readonly PrintedInterimReceipt[]
}

/** 預り証 with the office's copy, one sheet each, as a PDF. @throws PaperNotSet when it could not be made. */
export function setInterimReceipts({ receipts, ...head }: InterimReceipts): Promise<Uint8Array> {
  return setPaper('interim-receipts', { ...headData(head), receipts })
}
