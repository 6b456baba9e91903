import { inTransaction } from '@sasaeai/db/in-transaction'
import { journalEntryIdSchema } from '@sasaeai/domain/id-schemas'
import { reliefUndoReasonNames, type UndoReliefInput } from '@sasaeai/domain/grant/relief/relief-payment-input'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { type LedgerRefusal, ledgerRefusalOf } from '../../ledger/ledger-refusal.ts'
import { postEntries } from '../../ledger/post-entries.ts'
import { readPostedEntry } from '../../ledger/read-posted-entry.ts'
import { refusalOfReversal, reversalOf } from '../../ledger/reverse-entry.ts'

/** 取消 of a payment of 見舞金: its entry is reversed for one of the reasons that one chooses from. */
export async function undoRelief(deps: Deps, actor: Actor, { paymentId, reversalDate, reason }: UndoReliefInput): Promise<Outcome<null, LedgerRefusal | 'row_gone'>> {
  try {
    return await inTransaction(
      deps.db,
      async (tx) => {
        const payment = await tx.reliefPayment.findUnique({ where: { id: paymentId }, select: { entryId: true } })
        const entryId = payment === null ? null : journalEntryIdSchema.parse(payment.entryId)
        const entry = entryId === null ? null : await readPostedEntry(tx, entryId)
        if (entry === null) return fail('row_gone')
        const input = { entryId: entry.id, reversalDate, reason: reliefUndoReasonNames[reason] }
        await postEntries({ deps, actor, tx }, [reversalOf(entry, { deps, actor, input })])
        return succeed(null)
      },
      { isolation: 'ReadCommitted' },
    )
  } catch (error) {
    const refusal = ledgerRefusalOf(error)
    if (refusal === null) throw error
    return refusalOfReversal(refusal, 'reversalDate')
  }
}
