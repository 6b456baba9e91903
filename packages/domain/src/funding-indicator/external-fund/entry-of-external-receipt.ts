import type { FundId, LedgerAccountId, SupporterId } from '../../ids.ts'
import type { EntryDraft } from '../../ledger/entry-draft.ts'
import { negateYen } from '../../money/yen.ts'
import { normalizeForSearch } from '../../text/search-text.ts'
import type { ReceiveExternalInput } from './receive-external-input.ts'

/** What the books have to know of an award. */
export interface ReceivedAward {
  readonly callName: string
  readonly funder: string
  readonly funderId: SupporterId | undefined
  readonly projectName: string
  readonly fundId: FundId | undefined
  /** 収入の科目 of the funding source. */
  readonly incomeAccountId: LedgerAccountId
}

/** Money of an award is income of its funding source; it stands in the fund that the award is for, and names the funder. */
export function entryOfExternalReceipt(input: ReceiveExternalInput, award: ReceivedAward, origin: Pick<EntryDraft, 'id' | 'postedById'>): EntryDraft {
  const { receiptId, receivedOn, amountYen, fundingSourceId, cashAccountId, note } = input
  const { callName, funder, funderId, projectName, fundId, incomeAccountId } = award
  const description = [funder, callName, projectName, note].filter((each) => each !== '').join(' ')
  return {
    ...origin,
    entryDate: receivedOn,
    kind: 'receipt',
    payerId: funderId,
    description,
    sourceKind: 'external_receipt',
    sourceId: receiptId,
    searchText: normalizeForSearch(description),
    postings: [
      { accountId: cashAccountId, amountYen },
      { accountId: incomeAccountId, amountYen: negateYen(amountYen), fundingSourceId, fundId, supporterId: funderId, count: 1 },
    ],
  }
}
