import type { FiscalYear } from '../../calendar/fiscal-year.ts'
import type { FundingSourceId, SubsidyScheduleNoteId } from '../../ids.ts'
import type { FundingCategory } from '../../ledger/funding-category.ts'
import { momentOf, type PostingMoment } from '../../ledger/posting-moment.ts'
import { addYen, sumYen, type Yen, yen } from '../../money/yen.ts'
import type { SubsidyAmount } from './subsidy-amount.ts'
import { controlsOf, type LedgerSum, type ScheduleAccount, type ScheduleControl, siteAmounts, sitesOf } from './schedule-control.ts'

/**
 * 補助金事業等収益明細書 (別紙3③): what was granted to the council, 配分金 of 共同募金 among it, by 交付団体・目的 and 区分.
 *
 * What was verified: that the schedule is made for the whole 法人 with 拠点 beside it, and that 配分金 is a subsidy unless
 * it is 受配者指定寄附金 (tax accountants' pages on the notification). Its columns 交付団体及び交付の目的, 区分, 交付金額,
 * 補助金事業に係る利用者からの収益, 交付金額等合計, うち国庫補助金等特別積立金積立額 and 拠点区分ごとの内訳 are as we know the
 * form; the notification's own text could not be read here.
 */
export interface SubsidySchedule {
  readonly fiscalYear: FiscalYear
  readonly postedUntil?: PostingMoment | undefined
  readonly sites: readonly string[]
  readonly sections: readonly SubsidyScheduleSection[]
  readonly total: SubsidySums
  readonly controls: readonly ScheduleControl[]
}

export interface SubsidyScheduleSection {
  readonly section: string
  readonly rows: readonly SubsidyScheduleRow[]
  readonly sum: SubsidySums
}

export interface SubsidySums {
  /** 交付金額 */
  readonly grantedYen: Yen
  /** 補助金事業に係る利用者からの収益 */
  readonly userIncomeYen: Yen
  /** 交付金額等合計 */
  readonly totalYen: Yen
  /** うち国庫補助金等特別積立金積立額 */
  readonly reserveYen: Yen
  readonly siteYen: readonly Yen[]
}

export interface SubsidyScheduleRow extends SubsidySums {
  readonly sourceId: FundingSourceId
  readonly userIncomeSourceId: FundingSourceId | null
  /** 交付団体; empty where nobody has written it down. */
  readonly grantor: string
  readonly purpose: string
}

/** How a source is printed in a fiscal year: as was said of it, or else as one may presume. */
export interface SubsidySource {
  readonly sourceId: FundingSourceId
  readonly name: string
  readonly category: FundingCategory
  readonly isListed: boolean
  readonly grantor: string
  readonly purpose: string
  readonly section: string
  readonly userIncomeSourceId: FundingSourceId | null
  readonly reserveYen: Yen
  /** What was said last of this very year; null where it is of an earlier one, or presumed. */
  readonly noteId: SubsidyScheduleNoteId | null
}

/** What was said of a source for a fiscal year and later ones. */
export interface SubsidyNote extends Omit<SubsidySource, 'name' | 'category' | 'noteId'> {
  readonly noteId: SubsidyScheduleNoteId
  readonly fiscalYear: FiscalYear
}

/** A source of the council's own money, with what is known of it where nobody has said how it is printed. */
export interface PresumedSubsidy {
  readonly sourceId: FundingSourceId
  readonly name: string
  readonly category: FundingCategory
  readonly accountName: string
  /** 共同募金会, where the source is that of 配分金; else empty. */
  readonly allocatedBy: string
}

/** How a source is printed: the 国庫補助金等特別積立金 is of one year, all else holds until something else is said. */
export function subsidySourceOf(source: PresumedSubsidy, note: SubsidyNote | undefined, fiscalYear: FiscalYear): SubsidySource {
  const { sourceId, name, category, accountName, allocatedBy } = source
  if (note === undefined) {
    return {
      sourceId, name, category, isListed: category === 'subsidy', grantor: allocatedBy, purpose: name, section: accountName,
      userIncomeSourceId: null, reserveYen: yen(0), noteId: null,
    }
  }
  const isOfYear = note.fiscalYear === fiscalYear
  return {
    sourceId, name, category, isListed: note.isListed, grantor: note.grantor, purpose: note.purpose, userIncomeSourceId: note.userIncomeSourceId,
    section: note.section === '' ? accountName : note.section, reserveYen: isOfYear ? note.reserveYen : yen(0), noteId: isOfYear ? note.noteId : null,
  }
}

export interface SubsidyScheduleFacts {
  readonly fiscalYear: FiscalYear
  readonly postedUntil?: PostingMoment | undefined
  readonly sources: readonly SubsidySource[]
  /** Accounts of income, in the order of their codes. */
  readonly accounts: readonly ScheduleAccount[]
  /** The whole of these accounts. */
  readonly ledger: readonly LedgerSum[]
}

/** The schedule of a year. Sources without money are left out, unless something was set aside of them. */
export function subsidyScheduleOf({ fiscalYear, postedUntil, sources, accounts, ledger }: SubsidyScheduleFacts): SubsidySchedule {
  const listed = sources.filter(({ isListed }) => isListed)
  const printedIds = new Set(listed.flatMap(({ sourceId, userIncomeSourceId }) => (userIncomeSourceId === null ? [sourceId] : [sourceId, userIncomeSourceId])))
  const isPrinted = (sourceId: FundingSourceId | null) => sourceId !== null && printedIds.has(sourceId)
  const printed = ledger.filter(({ sourceId }) => isPrinted(sourceId))
  const used = accounts.filter(({ accountId }) => printed.some((sum) => sum.accountId === accountId))
  const sites = sitesOf(used)
  const rows = listed.map((source) => ({ section: source.section, row: rowOf(source, { ledger, accounts: used, sites }) }))
    .filter(({ row }) => row.totalYen !== 0 || row.reserveYen !== 0 || row.grantedYen !== 0)
  const sections = [...new Set(rows.map(({ section }) => section))].map((section) => {
    const ofSection = rows.flatMap((each) => (each.section === section ? [each.row] : []))
    return { section, rows: ofSection, sum: sumOfRows(ofSection, sites) }
  })
  return {
    fiscalYear, ...momentOf({ postedUntil }), sites, sections, total: sumOfRows(rows.map(({ row }) => row), sites),
    controls: controlsOf(used, ledger, { printed, isPrinted }),
  }
}

/** A figure of the schedule: of all of it, of one 区分, or of one line. */
export interface SubsidyFigure {
  readonly section?: string | undefined
  readonly sourceId?: FundingSourceId | undefined
  readonly of: SubsidyAmount
}

/** The sources whose money a figure is. */
export function sourcesOfFigure({ sections }: SubsidySchedule, { section, sourceId, of }: SubsidyFigure): FundingSourceId[] {
  const rows = sections.flatMap((each) => (section === undefined || each.section === section ? each.rows : []))
  return rows.filter((row) => sourceId === undefined || row.sourceId === sourceId).flatMap((row) => [
    ...(of === 'users' ? [] : [row.sourceId]),
    ...(of === 'granted' || row.userIncomeSourceId === null ? [] : [row.userIncomeSourceId]),
  ])
}

function rowOf(
  { sourceId, userIncomeSourceId, grantor, purpose, reserveYen }: SubsidySource,
  { ledger, accounts, sites }: { readonly ledger: readonly LedgerSum[]; readonly accounts: readonly ScheduleAccount[]; readonly sites: readonly string[] },
): SubsidyScheduleRow {
  const granted = ledger.filter((sum) => sum.sourceId === sourceId)
  const ofUsers = userIncomeSourceId === null ? [] : ledger.filter((sum) => sum.sourceId === userIncomeSourceId)
  const [grantedYen, userIncomeYen] = [sumYen(granted.map(({ amountYen }) => amountYen)), sumYen(ofUsers.map(({ amountYen }) => amountYen))]
  return {
    sourceId, userIncomeSourceId, grantor, purpose, grantedYen, userIncomeYen, totalYen: addYen(grantedYen, userIncomeYen), reserveYen,
    siteYen: siteAmounts(sites, accounts, [...granted, ...ofUsers]),
  }
}

function sumOfRows(rows: readonly SubsidyScheduleRow[], sites: readonly string[]): SubsidySums {
  const sum = (amount: (row: SubsidyScheduleRow) => Yen) => sumYen(rows.map(amount))
  return {
    grantedYen: sum(({ grantedYen }) => grantedYen), userIncomeYen: sum(({ userIncomeYen }) => userIncomeYen), totalYen: sum(({ totalYen }) => totalYen),
    reserveYen: sum(({ reserveYen }) => reserveYen), siteYen: sites.map((_, place) => sum(({ siteYen }) => siteYen[place] ?? yen(0))),
  }
}
