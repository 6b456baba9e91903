import type { LocalDate } from '../calendar/local-date.ts'
import type { FiscalYear } from '../calendar/fiscal-year.ts'
import type {
  AreaId,
  CampaignId,
  CollectionMethodId,
  DuesKindId,
  FundId,
  FundingSourceId,
  IntakeBatchId,
  JournalEntryId,
  LedgerAccountId,
  SupporterId,
  UserId,
} from '../ids.ts'
import { negateYen, sumYen, type Yen } from '../money/yen.ts'

export type EntryKind = 'receipt' | 'reversal' | 'payment' | 'transfer'

export const entryKindNames: Record<EntryKind, string> = {
  receipt: '受入',
  reversal: '取消',
  payment: '支払',
  transfer: '振替',
}

/** One side of an entry. Debit is positive, credit negative, in whole yen. */
export interface PostingDraft {
  readonly accountId: LedgerAccountId
  readonly amountYen: Yen
  readonly fundingSourceId?: FundingSourceId | undefined
  readonly campaignId?: CampaignId | undefined
  readonly collectionMethodId?: CollectionMethodId | undefined
  readonly areaId?: AreaId | undefined
  readonly fundId?: FundId | undefined
  readonly duesKindId?: DuesKindId | undefined
  /** 会費年度: whose year's dues it is; with a dues kind always, without one never. */
  readonly duesYear?: FiscalYear | undefined
  readonly supporterId?: SupporterId | undefined
  /** 件数: 世帯 for 戸別, 回 for 街頭, 件 for 法人; negative in a reversal. */
  readonly count?: number | undefined
}

/** A journal entry that has not been posted yet: it has no number. */
export interface EntryDraft {
  readonly id: JournalEntryId
  readonly entryDate: LocalDate
  readonly kind: EntryKind
  readonly payerId?: SupporterId | undefined
  readonly description: string
  /** With `sourceId` unique in the books: the same payment is never booked twice. */
  readonly sourceKind: EntrySourceKind
  readonly sourceId: string
  readonly reversesEntryId?: JournalEntryId | undefined
  readonly correctsEntryId?: JournalEntryId | undefined
  /** Why it was reversed or corrected; empty otherwise. */
  readonly reason?: string | undefined
  readonly intakeBatchId?: IntakeBatchId | undefined
  readonly postedById: UserId
  /** Description and reason folded for searching; payers are searched in their own register. */
  readonly searchText: string
  readonly postings: readonly PostingDraft[]
}

/** Through which door an entry came in. */
export type EntrySourceKind =
  | 'intake_line'
  | 'desk'
  | 'reversal'
  | 'correction'
  | 'share_back'
  | 'cash_count'
  | 'remittance'
  | 'allocation_receipt'
  | 'grant_payment'
  | 'relief_payment'
  | 'fund_use'
  | 'fund_transfer'
  | 'revenue_receipt'
  | 'external_receipt'
  | 'donation'
  | 'goodwill_money'
  | 'goodwill_goods'
  | 'goodwill_withdrawal'
  | 'online_payment'
  | 'online_refund'
  | 'online_dispute'
  | 'payout'

/** The postings that undo the given ones: the same dimensions, amounts and counts with the opposite sign. */
export function reversedPostings(postings: readonly PostingDraft[]): PostingDraft[] {
  return postings.map((posting) => ({
    ...posting,
    amountYen: negateYen(posting.amountYen),
    count: posting.count === undefined || posting.count === 0 ? 0 : -posting.count,
  }))
}

/** Whether debit equals credit: what every entry owes to double-entry bookkeeping. */
export function isBalanced(postings: readonly PostingDraft[]): boolean {
  return postings.length >= 2 && sumYen(postings.map((posting) => posting.amountYen)) === 0
}
