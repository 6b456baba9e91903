import { inTransaction } from '@sasaeai/db/in-transaction'
import { id } from '@sasaeai/domain/ids'
import type { ReverseEntryInput } from '@sasaeai/domain/ledger/reversal'
import { fail, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../deps.ts'
import { type LedgerRefusal, ledgerRefusalOf } from '../ledger/ledger-refusal.ts'
import type { PostedEntry } from '../ledger/post-entries.ts'
import { postedIsFinal, postReversal, refusalOfReversal } from '../ledger/reverse-entry.ts'
import { keepNewPapers } from './paper/keep-receipt-papers.ts'
import { voidWithin } from './void-receipt.ts'

type ReversalFailure = LedgerRefusal | 'entry_not_found' | 'reversal_of_relief' | 'reversal_of_goodwill' | 'receipt_not_found' | 'receipt_already_void'

/** Carries a refusal out of the transaction, so that nothing of it stays. */
class Refused extends Error {
  readonly outcome: Outcome<never, ReversalFailure>
  constructor(outcome: Outcome<never, ReversalFailure>) {
    super('refused')
    this.outcome = outcome
  }
}

/**
 * 領収書を無効にして取り消す: what is under a live receipt is frozen, so its receipt is made void and the entry reversed in
 * one act, for one reason. Other entries under the same receipt are free for another one.
 */
export async function reverseReceiptedEntry(deps: Deps, actor: Actor, input: ReverseEntryInput): Promise<Outcome<PostedEntry, ReversalFailure>> {
  try {
    const { receiptId, outcome } = await inTransaction(deps.db, async (tx) => {
      const live = await tx.receiptEntry.findFirst({ where: { entryId: input.entryId, isLive: true }, select: { receiptId: true } })
      if (live === null) throw new Refused(fail('receipt_not_found'))
      const voided = await voidWithin({ deps, actor, tx }, { receiptId: id(live.receiptId), reason: input.reason })
      if (!voided.ok) throw new Refused(voided)
      const reversed = await postReversal({ deps, actor, tx }, input)
      if (!reversed.ok) throw new Refused(reversed)
      return { receiptId: live.receiptId, outcome: reversed }
    }, postedIsFinal)
    await keepNewPapers(deps, [receiptId])
    return outcome
  } catch (error) {
    if (error instanceof Refused) return error.outcome
    const refusal = ledgerRefusalOf(error)
    if (refusal === null) throw error
    return refusalOfReversal(refusal, 'reversalDate')
  }
}
