import { failureMessage } from '@sasaeai/domain/outcome/failure-message'
import { succeed, type Success } from '@sasaeai/domain/outcome/outcome'
import type { UnreceiptedFilter } from '@sasaeai/domain/receipt/receipt-input'
import type { ReceiptId } from '@sasaeai/domain/ids'
import type { Actor, Deps } from '../../deps.ts'
import { issueWithoutPaper } from '../issue-receipt.ts'
import { keepNewPapers } from '../paper/keep-receipt-papers.ts'
import { listUnreceipted, type UnreceiptedGift } from './list-unreceipted.ts'

/** What became of a filtered list: receipts in the order of the days, and whom none could be issued for. */
export interface IssuedBatch {
  readonly receiptIds: readonly ReceiptId[]
  readonly problems: readonly { readonly subject: string; readonly message: string }[]
  /** Gifts of the list that are left for another press. */
  readonly hasMore: boolean
}

/** So many are issued with one press: some seconds of work. */
const mostAtOnce = 200

/** まとめて発行: a receipt for each gift of a filtered list, one transaction each: what is refused keeps none of the others. */
export async function issueUnreceipted(deps: Deps, actor: Actor, filter: UnreceiptedFilter): Promise<Success<IssuedBatch>> {
  const { rows, next } = await listUnreceipted(deps, { ...filter, cursor: null, limit: mostAtOnce })
  const receiptIds: ReceiptId[] = []
  const problems: { subject: string; message: string }[] = []
  for (const gift of inOrderOfDays(rows)) {
    const outcome = await issueWithoutPaper(deps, actor, { entryIds: [gift.entryId] })
    if (outcome.ok) receiptIds.push(outcome.value.receiptId)
    else problems.push({ subject: `${gift.name}（伝票 ${gift.entryNumber}番）`, message: failureMessage(outcome) })
  }
  await keepNewPapers(deps, receiptIds)
  return succeed({ receiptIds, problems, hasMore: next !== null })
}

function inOrderOfDays(rows: readonly UnreceiptedGift[]): UnreceiptedGift[] {
  return rows.toReversed()
}
