import type { FiscalYear } from '../../calendar/fiscal-year.ts'
import { type GiftSection, giftSections } from '../../donation/schedule/gift-section.ts'
import type { FundingSourceId } from '../../ids.ts'
import { momentOf, type PostingMoment } from '../../ledger/posting-moment.ts'
import { sumYen, type Yen } from '../../money/yen.ts'
import { type DonorAttribute, donorAttributes } from '../../supporter/donor-attribute.ts'
import { type AccountAmount, controlsOf, type LedgerSum, type ScheduleAccount, type ScheduleControl, siteAmounts, sitesOf } from './schedule-control.ts'

/**
 * 寄附金収益明細書 (別紙3②): the council's gifts by 寄附者の属性 and 区分.
 *
 * What was verified: that the schedule is made for the whole 法人 with 拠点 beside it, and that goods are among the gifts
 * (社会福祉法人会計基準の運用上の留意事項 9, as quoted by tax accountants' pages); its columns 寄附者の属性, 区分, 件数,
 * 寄附金額, うち基本金組入額, 拠点区分ごとの内訳, from another program that prints it. The notification's own text could not be
 * read: the five words of 区分 and of 属性 are those of our notes on the field.
 */
export interface GiftSchedule {
  readonly fiscalYear: FiscalYear
  /** As the books stood at this moment; now where there is none. */
  readonly postedUntil?: PostingMoment | undefined
  /** 拠点区分コード, a column each. */
  readonly sites: readonly string[]
  /** Those with gifts, each with its 区分小計. */
  readonly sections: readonly GiftScheduleSection[]
  readonly total: GiftSums
  readonly controls: readonly ScheduleControl[]
}

export interface GiftScheduleSection {
  readonly section: GiftSection
  readonly rows: readonly GiftScheduleRow[]
  readonly sum: GiftSums
}

export interface GiftScheduleRow extends GiftSums {
  readonly attribute: DonorAttribute
}

export interface GiftSums {
  /** 件数: less than none where more of earlier years was undone than came in. */
  readonly count: number
  /** 寄附金額, goods included. */
  readonly amountYen: Yen
  /** うち基本金組入額 */
  readonly capitalYen: Yen
  /** 寄附金額 by site, in the order of the columns. */
  readonly siteYen: readonly Yen[]
}

/** The gifts of one 属性 and 区分 in one account. */
export interface GiftCell extends AccountAmount {
  readonly attribute: DonorAttribute
  readonly section: GiftSection
  readonly count: number
  readonly capitalYen: Yen
}

export interface GiftScheduleFacts {
  readonly fiscalYear: FiscalYear
  readonly postedUntil?: PostingMoment | undefined
  readonly cells: readonly GiftCell[]
  /** The accounts that gifts are booked in. */
  readonly accounts: readonly ScheduleAccount[]
  readonly ledger: readonly LedgerSum[]
  readonly donationSourceIds: ReadonlySet<FundingSourceId>
}

/** The schedule of a year. Rows without gifts are left out. */
export function giftScheduleOf({ fiscalYear, postedUntil, cells, accounts, ledger, donationSourceIds }: GiftScheduleFacts): GiftSchedule {
  const used = accounts.filter(({ accountId }) => cells.some((cell) => cell.accountId === accountId))
  const sites = sitesOf(used)
  const sum = (some: readonly GiftCell[]): GiftSums => ({
    count: some.reduce((count, cell) => count + cell.count, 0),
    amountYen: sumYen(some.map(({ amountYen }) => amountYen)),
    capitalYen: sumYen(some.map(({ capitalYen }) => capitalYen)),
    siteYen: siteAmounts(sites, used, some),
  })
  const sections = giftSections.flatMap((section): GiftScheduleSection[] => {
    const ofSection = cells.filter((cell) => cell.section === section)
    if (ofSection.length === 0) return []
    const rows = donorAttributes.flatMap((attribute): GiftScheduleRow[] => {
      const some = ofSection.filter((cell) => cell.attribute === attribute)
      return some.length === 0 ? [] : [{ attribute, ...sum(some) }]
    })
    return [{ section, rows, sum: sum(ofSection) }]
  })
  const isPrinted = (sourceId: FundingSourceId | null) => sourceId !== null && donationSourceIds.has(sourceId)
  return { fiscalYear, ...momentOf({ postedUntil }), sites, sections, total: sum(cells), controls: controlsOf(accounts, ledger, { printed: cells, isPrinted }) }
}
