import type { Tx } from '@sasaeai/db/in-transaction'
import type { LedgerAccountId } from '@sasaeai/domain/ids'

/** Whether money (`asset`) or spending (`expense`) may be booked on the account, in the council's own book. */
export async function isUsableAccount(tx: Tx, accountId: LedgerAccountId, category: 'asset' | 'expense'): Promise<boolean> {
  return (await tx.ledgerAccount.count({ where: { id: accountId, book: 'council', category, isHeading: false, closedOn: null } })) > 0
}
