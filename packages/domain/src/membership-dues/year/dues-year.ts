import type { HouseholdBasis } from '../../area/household-basis.ts'
import type { FiscalYear } from '../../calendar/fiscal-year.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import type { AreaId, DuesKindId, LedgerAccountId } from '../../ids.ts'
import type { PostingFilter } from '../../ledger/posting-filter.ts'
import { momentOf } from '../../ledger/posting-moment.ts'
import { addYen, negateYen, sumYen, type Yen, yen } from '../../money/yen.ts'
import type { DuesCut } from '../progress/dues-cut.ts'
import type { DuesProgressRow } from '../progress/dues-progress.ts'
import type { DuesPayer, DuesUnit } from '../terms/dues-unit.ts'

/** One side of a comparison: this year up to the day, or last year up to the same day. */
export interface DuesYearFigures {
  /** 会員数: 世帯 that paid where households pay, memberships on the day otherwise. */
  readonly members: number
  /** 口 of the memberships on the day; null where a kind is not counted by the 口. */
  readonly units: number | null
  readonly receivedYen: Yen
}

export interface DuesYearKind {
  readonly duesKindId: DuesKindId
  readonly name: string
  /** Null where the year has no terms for it. */
  readonly unit: DuesUnit | null
  /** Null where the year has no terms for it. */
  readonly payer: DuesPayer | null
  readonly now: DuesYearFigures
  readonly last: DuesYearFigures
}

/** 加入率 of one 校区: households that paid, of those that there are. */
export interface DuesYearDistrict {
  readonly areaId: AreaId
  readonly code: string
  readonly name: string
  readonly paidHouseholds: number
  /** Null where none were recorded. */
  readonly households: number | null
}

/** A year of the trend: this year up to the day, earlier ones whole, with what came in after their March. */
export interface DuesYearOfTrend {
  readonly fiscalYear: FiscalYear
  readonly kinds: readonly { readonly duesKindId: DuesKindId; readonly receivedYen: Yen; readonly count: number }[]
}

/** 還元金 paid of the year's dues out of one account. */
export interface DuesYearShareBack {
  readonly accountId: LedgerAccountId
  readonly accountName: string
  readonly nowYen: Yen
  readonly lastYen: Yen
}

/** 年間のまとめ: what a board is shown of a year of dues on one page. */
export interface DuesYear {
  readonly cut: DuesCut
  /** The day on which memberships are counted: the last of the year at the latest; and the same a year before. */
  readonly membersOn: LocalDate
  readonly lastMembersOn: LocalDate
  readonly kinds: readonly DuesYearKind[]
  readonly districts: {
    /** What the level below the council is called, 校区 for most. */
    readonly typeName: string
    readonly origin: { readonly basis: HouseholdBasis; readonly asOf: LocalDate } | null
    readonly rows: readonly DuesYearDistrict[]
  }
  /** Up to five years, the oldest first. */
  readonly years: readonly DuesYearOfTrend[]
  readonly shareBack: readonly DuesYearShareBack[]
}

/** This less last, in yen; below zero it prints with △. */
export function changeYen({ now, last }: Pick<DuesYearKind, 'now' | 'last'>): Yen {
  return addYen(now.receivedYen, negateYen(last.receivedYen))
}

/** The money of all kinds. Members and 口 of different kinds are not added: a person may be of two. */
export function totalOfKinds(kinds: readonly Pick<DuesYearKind, 'now' | 'last'>[]): { nowYen: Yen; lastYen: Yen; changeYen: Yen } {
  const [nowYen, lastYen] = [sumYen(kinds.map(({ now }) => now.receivedYen)), sumYen(kinds.map(({ last }) => last.receivedYen))]
  return { nowYen, lastYen, changeYen: addYen(nowYen, negateYen(lastYen)) }
}

/** Households that paid and that there are, over 校区 that know both; null where none does. */
export function enrollmentOf(rows: readonly DuesYearDistrict[]): { paidHouseholds: number; households: number } | null {
  const known = rows.flatMap(({ paidHouseholds, households }) => (households === null ? [] : [{ paidHouseholds, households }]))
  if (known.length === 0) return null
  return {
    paidHouseholds: known.reduce((sum, each) => sum + each.paidHouseholds, 0),
    households: known.reduce((sum, each) => sum + each.households, 0),
  }
}

/** The 校区 of 納入状況, with what 加入率 is made of. */
export function districtsOfProgress(rows: readonly DuesProgressRow[]): DuesYearDistrict[] {
  return rows.flatMap(({ part, areaId, code, name, paidHouseholds, households }) =>
    part === 'area' && areaId !== null ? [{ areaId, code, name, paidHouseholds, households }] : [],
  )
}

/** All kinds of a year of the trend together. */
export function yearTotal({ kinds }: Pick<DuesYearOfTrend, 'kinds'>): Yen {
  return sumYen(kinds.map(({ receivedYen }) => receivedYen))
}

/** One kind of a year of the trend. */
export function yearOfKind({ kinds }: Pick<DuesYearOfTrend, 'kinds'>, duesKindId: DuesKindId): Yen {
  return kinds.find((kind) => kind.duesKindId === duesKindId)?.receivedYen ?? yen(0)
}

/** The filter under which the list of 明細 adds up to a year of the trend: the present one only counts up to its day. */
export function trendFilter(cut: DuesCut, year: FiscalYear): PostingFilter {
  return { duesYear: year, ...(year === cut.fiscalYear ? { to: cut.until } : {}), ...momentOf(cut) }
}

/** The filter under which the list of 明細 adds up to 還元金 of one account. */
export function shareBackFilter(cut: DuesCut, side: 'now' | 'last', accountId: LedgerAccountId): PostingFilter {
  const [duesYear, to] = side === 'now' ? [cut.fiscalYear, cut.until] : [cut.lastYear, cut.lastUntil]
  return { duesYear, to, accountId, ...momentOf(cut) }
}
