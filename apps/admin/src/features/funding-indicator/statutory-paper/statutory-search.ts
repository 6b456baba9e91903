import { type FiscalYear, isFiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type GiftSection, giftSections } from '@sasaeai/domain/donation/schedule/gift-section'
import { type DonorAttribute, donorAttributes } from '@sasaeai/domain/supporter/donor-attribute'
import { subsidyAmounts, type SubsidyAmount } from '@sasaeai/domain/funding-indicator/statutory-paper/subsidy-amount'
import { type FundingSourceId, idIn, type LedgerAccountId } from '@sasaeai/domain/ids'
import { choiceIn, textIn } from '@sasaeai/domain/text/address-value'
import { type MomentSearch, momentSearchOf } from '../../../app/moment-search.ts'

/** A line of 寄附金収益明細書, or one of its sums. */
export interface ScheduledGiftSearch extends MomentSearch {
  readonly year?: FiscalYear | undefined
  readonly section?: GiftSection | undefined
  readonly attribute?: DonorAttribute | undefined
  /** 拠点区分コード; empty for accounts without one. All of them where the address names none. */
  readonly site?: string | undefined
  /** One account. All of them where the address names none. */
  readonly accountId?: LedgerAccountId | undefined
  /** Those of which nobody has said where they are counted. */
  readonly isUnnoted?: boolean | undefined
  /** Those of which something goes into 基本金. */
  readonly hasCapital?: boolean | undefined
}

export function scheduledGiftSearchOf(search: Readonly<Record<string, unknown>>): ScheduledGiftSearch {
  const { year, isUnnoted, hasCapital } = search
  return {
    ...momentSearchOf(search),
    year: isFiscalYear(year) ? year : undefined,
    section: choiceIn(giftSections, search['section']),
    attribute: choiceIn(donorAttributes, search['attribute']),
    site: textIn(search['site']),
    accountId: idIn(search['accountId']),
    isUnnoted: isUnnoted === true ? true : undefined,
    hasCapital: hasCapital === true ? true : undefined,
  }
}

/** A figure of 補助金事業等収益明細書. */
export interface ScheduledSubsidySearch extends MomentSearch {
  readonly year?: FiscalYear | undefined
  readonly section?: string | undefined
  /** The line of one source. */
  readonly sourceId?: FundingSourceId | undefined
  readonly of?: SubsidyAmount | undefined
  readonly site?: string | undefined
  readonly accountId?: LedgerAccountId | undefined
}

export function scheduledSubsidySearchOf(search: Readonly<Record<string, unknown>>): ScheduledSubsidySearch {
  const { year } = search
  return {
    ...momentSearchOf(search),
    year: isFiscalYear(year) ? year : undefined,
    section: textIn(search['section']),
    sourceId: idIn(search['sourceId']),
    of: choiceIn(subsidyAmounts, search['of']),
    site: textIn(search['site']),
    accountId: idIn(search['accountId']),
  }
}
