import type { Tx } from '@sasaeai/db/in-transaction'
import { id, type LedgerAccountId, type PaymentAccountId } from '@sasaeai/domain/ids'

/** 支払いの受け口, with where its money is booked. */
export interface BookedAccount {
  readonly id: PaymentAccountId
  readonly code: string
  readonly name: string
  readonly receivableAccountId: LedgerAccountId
  readonly feeAccountId: LedgerAccountId
  readonly bankAccountId: LedgerAccountId
}

/** @throws Error when there is none: an event always has one. */
export async function readBookedAccount(tx: Tx, paymentAccountId: PaymentAccountId): Promise<BookedAccount> {
  const { code, name, receivableAccountId, feeAccountId, bankAccountId } = await tx.paymentAccount.findUniqueOrThrow({ where: { id: paymentAccountId } })
  return { id: paymentAccountId, code, name, receivableAccountId: id(receivableAccountId), feeAccountId: id(feeAccountId), bankAccountId: id(bankAccountId) }
}
