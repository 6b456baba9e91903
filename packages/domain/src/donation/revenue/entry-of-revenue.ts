import { formatLocalMonth } from '../../calendar/japanese-era.ts'
import type { FundId, FundingSourceId, LedgerAccountId, SupporterId } from '../../ids.ts'
import type { EntryDraft, PostingDraft } from '../../ledger/entry-draft.ts'
import { addYen, negateYen } from '../../money/yen.ts'
import { normalizeForSearch } from '../../text/search-text.ts'
import type { ReceiveRevenueInput } from './receive-revenue-input.ts'
import { type RevenueStreamKind, revenueStreamKindNames } from './revenue-stream-kind.ts'

/** What the books have to know of the stream, and which accounts the money goes through. */
export interface ReceivedStream {
  readonly kind: RevenueStreamKind
  readonly name: string
  readonly supporterId: SupporterId | undefined
  readonly fundingSourceId: FundingSourceId
  readonly fundId: FundId | undefined
  /** 収入の科目 of the funding source. */
  readonly incomeAccountId: LedgerAccountId
  /** Where the money came in, or the expense that goods were put to. */
  readonly debitAccountId: LedgerAccountId
  /** 手数料の科目; needed where a fee was kept. */
  readonly feeAccountId: LedgerAccountId | undefined
}

/**
 * Income is booked gross and the platform's fee as an expense of its own, never netted; both carry the fund, so that its
 * balance grows by what really came. Goods are income and expense at once.
 * @throws Error where a fee has no account.
 */
export function entryOfRevenue(
  { receiptId, month, receivedOn, grossYen, feeYen, goodsAccountId, note }: ReceiveRevenueInput,
  stream: ReceivedStream,
  origin: Pick<EntryDraft, 'id' | 'postedById'>,
): EntryDraft {
  const { kind, name, supporterId, fundingSourceId, fundId } = stream
  const isGoods = goodsAccountId !== null
  const words = [revenueStreamKindNames[kind], name, month === null ? '' : `${formatLocalMonth(month)}分`, isGoods ? '物品' : '', note]
  const description = words.filter((each) => each !== '').join(' ')
  return {
    ...origin,
    entryDate: receivedOn,
    kind: isGoods ? 'transfer' : 'receipt',
    payerId: supporterId,
    description,
    sourceKind: 'revenue_receipt',
    sourceId: receiptId,
    searchText: normalizeForSearch(description),
    postings: [
      { accountId: stream.debitAccountId, amountYen: addYen(grossYen, negateYen(feeYen)), ...(isGoods ? { fundId } : {}) },
      ...feePosting({ feeYen }, stream),
      { accountId: stream.incomeAccountId, amountYen: negateYen(grossYen), fundingSourceId, fundId, supporterId, count: 1 },
    ],
  }
}

function feePosting({ feeYen }: Pick<ReceiveRevenueInput, 'feeYen'>, { feeAccountId, fundId }: ReceivedStream): PostingDraft[] {
  if (feeYen === 0) return []
  if (feeAccountId === undefined) throw new Error('a fee has no account')
  return [{ accountId: feeAccountId, amountYen: feeYen, fundId }]
}
