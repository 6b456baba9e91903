import { inTransaction } from '@sasaeai/db/in-transaction'
import { id, type ReceiptId } from '@sasaeai/domain/ids'
import type { ReverseEntryInput } from '@sasaeai/domain/ledger/reversal'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../deps.ts'
import { type LedgerRefusal, ledgerRefusalOf } from '../ledger/ledger-refusal.ts'
import type { PostedEntry } from '../ledger/post-entries.ts'
import { postedIsFinal, postReversal, refusalOfReversal } from '../ledger/reverse-entry.ts'
import { keepNewPapers } from './paper/keep-receipt-papers.ts'
import { voidWithin } from './void-receipt.ts'

type ReversalFailure = LedgerRefusal | 'entry_not_found' | 'reversal_of_relief' | 'reversal_of_goodwill' | 'receipt_not_found' | 'receipt_already_void'

interface ReversedEntry {
  readonly receiptId: ReceiptId
  readonly entry: PostedEntry
}

/**
 * 領収書を無効にして取り消す: what is under a live receipt is frozen, so its receipt is made void and the entry reversed in
 * one act, for one reason. Other entries under the same receipt are free for another one.
 */
export async function reverseReceiptedEntry(deps: Deps, actor: Actor, input: ReverseEntryInput): Promise<Outcome<PostedEntry, ReversalFailure>> {
  try {
    const outcome = await inTransaction(deps.db, async (tx): Promise<Outcome<ReversedEntry, ReversalFailure>> => {
      const live = await tx.receiptEntry.findFirst({ where: { entryId: input.entryId, isLive: true }, select: { receiptId: true } })
      if (live === null) return fail('receipt_not_found')
      const receiptId: ReceiptId = id(live.receiptId)
      const voided = await voidWithin({ deps, actor, tx }, { receiptId, reason: input.reason })
      if (!voided.ok) return voided
      const reversed = await postReversal({ deps, actor, tx }, input)
      return reversed.ok ? succeed({ receiptId, entry: reversed.value }) : reversed
    }, postedIsFinal)
    if (!outcome.ok) return outcome
    await keepNewPapers(deps, [outcome.value.receiptId])
    return succeed(outcome.value.entry)
  } catch (error) {
    const refusal = ledgerRefusalOf(error)
    if (refusal === null) throw error
    return refusalOfReversal(refusal, 'reversalDate')
  }
}
