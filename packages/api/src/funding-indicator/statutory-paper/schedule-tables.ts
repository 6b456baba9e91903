import { giftSectionNames } from '@sasaeai/domain/donation/schedule/gift-section'
import type { GiftSchedule, GiftSums } from '@sasaeai/domain/funding-indicator/statutory-paper/gift-schedule'
import { differenceYen, type ScheduleControl, siteName } from '@sasaeai/domain/funding-indicator/statutory-paper/schedule-control'
import type { SubsidySchedule, SubsidySums } from '@sasaeai/domain/funding-indicator/statutory-paper/subsidy-schedule'
import { donorAttributeNames } from '@sasaeai/domain/supporter/donor-attribute'

/** A line of a schedule as it is printed: words first, then counts and amounts. */
export interface ScheduleLine {
  readonly kind: 'row' | 'subtotal' | 'total'
  readonly words: readonly string[]
  readonly figures: readonly number[]
}

/** A schedule as the form has it: headings, and lines with 区分小計 and 合計. */
export interface ScheduleSheet {
  readonly wordHeadings: readonly string[]
  readonly figureHeadings: readonly string[]
  /** What stands over the columns of the sites. */
  readonly siteHeading: string
  readonly sites: readonly string[]
  readonly lines: readonly ScheduleLine[]
}

/** 寄附金収益明細書 (別紙3②). */
export function giftSheet({ sites, sections, total }: GiftSchedule): ScheduleSheet {
  const figures = ({ count, amountYen, capitalYen, siteYen }: GiftSums) => [count, amountYen, capitalYen, ...siteYen]
  return {
    wordHeadings: ['寄附者の属性', '区分'],
    figureHeadings: ['件数', '寄附金額', 'うち基本金組入額'],
    siteHeading: '寄附金額の拠点区分ごとの内訳',
    sites: sites.map(siteName),
    lines: [
      ...sections.flatMap(({ section, rows, sum }): ScheduleLine[] => [
        ...rows.map((row): ScheduleLine => ({ kind: 'row', words: [donorAttributeNames[row.attribute], giftSectionNames[section]], figures: figures(row) })),
        { kind: 'subtotal', words: ['区分小計', giftSectionNames[section]], figures: figures(sum) },
      ]),
      { kind: 'total', words: ['合計', ''], figures: figures(total) },
    ],
  }
}

/** 補助金事業等収益明細書 (別紙3③). */
export function subsidySheet({ sites, sections, total }: SubsidySchedule): ScheduleSheet {
  const figures = ({ grantedYen, userIncomeYen, totalYen, reserveYen, siteYen }: SubsidySums) => [grantedYen, userIncomeYen, totalYen, reserveYen, ...siteYen]
  return {
    wordHeadings: ['交付団体及び交付の目的', '区分'],
    figureHeadings: ['交付金額', '補助金事業に係る利用者からの収益', '交付金額等合計', 'うち国庫補助金等特別積立金積立額'],
    siteHeading: '交付金額等合計の拠点区分ごとの内訳',
    sites: sites.map(siteName),
    lines: [
      ...sections.flatMap(({ section, rows, sum }): ScheduleLine[] => [
        ...rows.map((row): ScheduleLine => ({ kind: 'row', words: [grantorAndPurpose(row), section], figures: figures(row) })),
        { kind: 'subtotal', words: ['区分小計', section], figures: figures(sum) },
      ]),
      { kind: 'total', words: ['合計', ''], figures: figures(total) },
    ],
  }
}

function grantorAndPurpose({ grantor, purpose }: { readonly grantor: string; readonly purpose: string }): string {
  return [grantor, purpose].filter((words) => words !== '').join('　')
}

/** The accounts of a schedule against the ledger, in words and amounts: the account, the ledger, the schedule, the difference, what is left out. */
export function controlLines(controls: readonly ScheduleControl[]): (readonly [string, number, number, number, string])[] {
  return controls.map((control) => [
    `${control.code} ${control.name}`, control.ledgerYen, control.scheduleYen, differenceYen(control), control.leftOut.map(({ sourceName }) => sourceName ?? '財源なし').join('、'),
  ])
}
