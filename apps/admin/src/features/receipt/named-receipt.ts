import type { ReceiptId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'

/** A receipt as a dialog names it. */
export interface NamedReceipt {
  readonly receiptId: ReceiptId
  /** 領収書番号, as it is printed. */
  readonly number: string
  readonly payer: string
  readonly amountYen: Yen
}
