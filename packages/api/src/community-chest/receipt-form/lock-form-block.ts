import type { Tx } from '@sasaeai/db/in-transaction'
import { fromDateColumn } from '@sasaeai/db/local-date-column'
import type { FormBlockDetails } from '@sasaeai/domain/community-chest/receipt-form/receipt-form-input'
import type { ReceiptFormBlockId } from '@sasaeai/domain/ids'

/** A block of which nobody else records or changes anything until the command's end. */
export interface LockedFormBlock {
  readonly details: FormBlockDetails
  readonly revision: number
}

/** Null when there is no such block. Under READ COMMITTED, so that what was recorded while we waited is seen. */
export async function lockFormBlock(tx: Tx, blockId: ReceiptFormBlockId): Promise<LockedFormBlock | null> {
  await tx.$queryRaw`SELECT 1 FROM receipt_form_block WHERE id = ${blockId}::uuid FOR UPDATE`
  const row = await tx.receiptFormBlock.findUnique({ where: { id: blockId } })
  if (row === null) return null
  const { series, firstNumber, lastNumber, keeper, note, revision } = row
  return { details: { series, firstNumber, lastNumber, receivedOn: fromDateColumn(row.receivedOn), keeper, note }, revision }
}
