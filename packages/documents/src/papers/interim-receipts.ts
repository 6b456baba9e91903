import { setPaper } from '../set-paper.ts'
import { headData, type PaperHead } from './paper-head.ts'
import type { PrintedProof } from './printed-proof.ts'

/** One 預り証 in words ready to be printed; its details stand on it where there is more than one. */
export interface PrintedInterimReceipt extends PrintedProof {
  /** For whom the money is held. */
  readonly heldFor: string
  /** That it is no proof for a deduction. */
  readonly notice: string
}

export interface InterimReceipts extends PaperHead {
  readonly receipts: readonly PrintedInterimReceipt[]
}

/** 預り証 with the office's copy, one sheet each, as a PDF. @throws PaperNotSet when it could not be made. */
export function setInterimReceipts({ receipts, ...head }: InterimReceipts): Promise<Uint8Array> {
  return setPaper('interim-receipts', { ...headData(head), receipts })
}
