import type { FiscalYear } from '../calendar/fiscal-year.ts'
import type { CountMeaning } from '../community-chest/method/collection-method-kind.ts'
import type { DriveKind } from '../community-chest/campaign/drive-kind.ts'
import type {
  AreaId,
  CampaignId,
  CollectionMethodId,
  DuesKindId,
  FundId,
  FundingSourceId,
  LedgerAccountId,
} from '../ids.ts'
import type { DuesPayer, DuesUnit } from '../membership-dues/terms/dues-unit.ts'
import type { Yen } from '../money/yen.ts'
import type { AccountBook } from './account-book.ts'
import type { AccountCategory } from './account-category.ts'
import type { FundingCategory } from './funding-category.ts'

/** What the rules of money coming in need to know of the council's own tables: a few hundred rows at the most. */
export interface GroundData {
  /** Raised by the database whenever anything below changes. */
  readonly version: number
  readonly accounts: ReadonlyMap<LedgerAccountId, GroundAccount>
  readonly sources: ReadonlyMap<FundingSourceId, GroundSource>
  readonly campaigns: ReadonlyMap<CampaignId, GroundCampaign>
  readonly methods: ReadonlyMap<CollectionMethodId, GroundMethod>
  readonly funds: ReadonlyMap<FundId, GroundItem>
  readonly duesKinds: ReadonlyMap<DuesKindId, GroundDuesKind>
  readonly areas: ReadonlyMap<AreaId, GroundArea>
}

export interface GroundItem {
  readonly code: string
  readonly name: string
  readonly isClosed: boolean
}

export interface GroundAccount extends GroundItem {
  readonly category: AccountCategory
  readonly isHeading: boolean
  readonly book: AccountBook
}

export interface GroundSource extends GroundItem {
  readonly category: FundingCategory
  readonly accountId: LedgerAccountId
}

export interface GroundCampaign extends GroundItem {
  readonly drive: DriveKind
  readonly fiscalYear: FiscalYear
  readonly custodyAccountId: LedgerAccountId
  /** Where the money of a drive lies that is kept in the separate 支会 book; null in the council's own. */
  readonly cashAccountId: LedgerAccountId | null
}

export interface GroundMethod extends GroundItem {
  readonly countMeaning: CountMeaning
}

export interface GroundDuesKind extends GroundItem {
  /** What each fiscal year suggests, the newest first; a year without terms suggests nothing. */
  readonly terms: readonly GroundDuesTerms[]
}

export interface GroundDuesTerms {
  readonly fiscalYear: FiscalYear
  readonly unit: DuesUnit
  readonly payer: DuesPayer
  /** 目安 per 世帯 or 口; where the amount is free, the 下限 or null. */
  readonly unitYen: Yen | null
}

export interface GroundArea extends GroundItem {
  readonly parentId: AreaId | null
  /** 0 for the root, rising towards 班. */
  readonly level: number
  readonly kana: string
}
