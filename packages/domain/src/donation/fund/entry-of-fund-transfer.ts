import type { EntryDraft } from '../../ledger/entry-draft.ts'
import { negateYen } from '../../money/yen.ts'
import { normalizeForSearch } from '../../text/search-text.ts'
import type { TransferFundInput } from './transfer-fund-input.ts'

/** What the books have to know of both funds. */
export interface TransferredFunds {
  readonly fromName: string
  readonly toName: string
}

/**
 * 振替 between two funds on one account of income, so that its sum stays; no funding source stands on it, because nothing
 * new was received.
 */
export function entryOfFundTransfer(
  { transferId, fundId, toFundId, transferredOn, amountYen, incomeAccountId, reason }: TransferFundInput,
  { fromName, toName }: TransferredFunds,
  origin: Pick<EntryDraft, 'id' | 'postedById'>,
): EntryDraft {
  const description = `基金の振替 ${fromName} → ${toName}`
  return {
    ...origin,
    entryDate: transferredOn,
    kind: 'transfer',
    description,
    sourceKind: 'fund_transfer',
    sourceId: transferId,
    reason,
    searchText: normalizeForSearch(`${description} ${reason}`),
    postings: [
      { accountId: incomeAccountId, amountYen, fundId },
      { accountId: incomeAccountId, amountYen: negateYen(amountYen), fundId: toFundId },
    ],
  }
}
