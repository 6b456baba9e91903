import type { LocalDate } from '../../calendar/local-date.ts'
import type { FundStanding } from '../../donation/fund/fund-standing.ts'
import type { FundId } from '../../ids.ts'
import type { DepositRoute } from '../../goodwill-bank/deposit/deposit-route.ts'
import type { RecipientUnit, WithdrawalWay } from '../../goodwill-bank/withdrawal/withdrawal-way.ts'
import type { PostingFilter } from '../../ledger/posting-filter.ts'
import type { Yen } from '../../money/yen.ts'
import type { Retention } from '../executive/retention.ts'
import type { FundingCut } from '../funding-cut.ts'

/**
 * 寄附の年次報告: what was given to the council in a year up to a day, against last year to the same day. Money of drives is
 * another body's and not here. Every amount is that of the ledger: what undoes a gift is taken off on its own day.
 */
export interface DonationYear {
  readonly cut: FundingCut
  readonly total: GiftSum
  readonly figures: { readonly now: GiftFigures; readonly last: GiftFigures }
  /** 使途・基金別: a gift for two purposes is counted with both. */
  readonly funds: readonly GiftSum[]
  readonly kinds: readonly GiftSum[]
  /** 受け取り方: by the account that was debited; goods are one way. */
  readonly ways: readonly GiftSum[]
  /** きっかけ別 */
  readonly channels: readonly GiftSum[]
  /** From April; those that lie ahead are left out. */
  readonly months: readonly GiftSum[]
  /** 1件の額: the gifts of `figures`. */
  readonly brackets: readonly GiftSum[]
  /** Of this year to the day of the moment, whatever `cut.asOf` says: who gives again is known of whole years alone. */
  readonly retention: Retention
  readonly goods: GoodsGiven
  readonly uses: readonly FundUse[]
  readonly reports: readonly UseReport[]
}

/** Gifts of one sort: 件数 (less what was undone) and 金額, this year and last year to the same day. */
export interface GiftSum {
  /** The same sort of a later reading has the same key. */
  readonly key: string
  readonly name: string
  readonly count: number
  readonly amountYen: Yen
  readonly lastCount: number
  readonly lastYen: Yen
  /** Under which the list of 明細 adds up to the amounts; null where no filter knows the sort. */
  readonly filter: PostingFilter | null
  readonly lastFilter: PostingFilter | null
}

/** The gifts one by one: those that stand, without what was collected from door to door and handed in together. */
export interface GiftFigures {
  readonly count: number
  readonly amountYen: Yen
  /** Null where nothing was given. */
  readonly averageYen: Yen | null
  readonly medianYen: Yen | null
  readonly largestYen: Yen | null
  /** Those whom the register knows, once each. */
  readonly givers: number
  /** Gifts of nobody in particular (匿名). */
  readonly unnamed: number
  /** まとめて受けた寄附, which make no average: how many, and how much. */
  readonly batches: number
  readonly batchYen: Yen
  /** What was undone or paid back of gifts before the year: △. */
  readonly earlierYen: Yen
}

/** 物品 of 善意銀行, which the books know nothing of. */
export interface GoodsGiven {
  readonly deposits: readonly { readonly route: DepositRoute; readonly occasion: string; readonly times: number; readonly givers: number; readonly grams: number; readonly pieces: number }[]
  readonly withdrawals: readonly { readonly way: WithdrawalWay; readonly recipientUnit: RecipientUnit; readonly times: number; readonly recipients: number }[]
}

/** What became of a fund's money in the year. */
export interface FundUse extends FundStanding {
  readonly fundId: FundId
  readonly name: string
  readonly purpose: string
}

/** 使途の報告 that was published of the year, with the amount as published. */
export interface UseReport {
  readonly fundName: string
  readonly title: string
  readonly body: string
  readonly message: string
  readonly beneficiaries: number | null
  readonly publishedOn: LocalDate
  readonly usedYen: Yen
}
