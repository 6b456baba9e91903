import { setPaper } from '../set-paper.ts'
import { headData, type PaperHead } from './paper-head.ts'

/** One count in words ready to be printed; amounts without their unit. */
export interface CashCountSlip extends PaperHead {
  /** 取消済み or 訂正済み; else empty. */
  readonly mark: string
  readonly facts: readonly { readonly label: string; readonly text: string }[]
  /** Every denomination, those of which there was none as well. */
  readonly kinds: readonly { readonly name: string; readonly pieces: string; readonly amount: string }[]
  readonly total: string
  /** Who counted, each with room for a seal. */
  readonly counters: readonly string[]
}

/** 計数票 as a PDF: A4, what was counted and by whom. @throws PaperNotSet when it could not be made. */
export function setCashCountSlip({ title, day, council, isDemo, ...slip }: CashCountSlip): Promise<Uint8Array> {
  return setPaper('cash-count-slip', { ...headData({ title, day, council, isDemo }), ...slip })
}
