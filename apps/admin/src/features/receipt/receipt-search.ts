import { idIn, type ReceiptSeriesId } from '@sasaeai/domain/ids'
import { type ReceiptState, receiptStates } from '@sasaeai/domain/receipt/receipt-list-input'
import { choiceIn, wordsIn } from '@sasaeai/domain/text/address-value'

/** The filters of the list of receipts, as they stand in the address; what cannot be read is left out. */
export interface ReceiptSearch {
  readonly text?: string | undefined
  readonly seriesId?: ReceiptSeriesId | undefined
  readonly state?: ReceiptState | undefined
}

export function receiptSearchOf(search: Readonly<Record<string, unknown>>): ReceiptSearch {
  return { text: wordsIn(search['text'], 100), seriesId: idIn(search['seriesId']), state: choiceIn(receiptStates, search['state']) }
}
