import type { FiscalYear } from '../../calendar/fiscal-year.ts'
import { addYen, negateYen, type Yen, yen } from '../../money/yen.ts'

/** What one kind of grant, or one class of 見舞金, came to in one fiscal year. */
export interface GrantFigures {
  /** 件数: payments, or awards that were paid. */
  readonly count: number
  readonly paidYen: Yen
  /** 対象者数, as far as it was told. */
  readonly people: number
}

export interface GrantSum extends GrantFigures {
  readonly key: string
  readonly name: string
  readonly fiscalYear: FiscalYear
}

export interface ReviewedYear extends GrantFigures {
  readonly fiscalYear: FiscalYear
  /** Against the year before; null for the first year. */
  readonly changeYen: Yen | null
  readonly changeOfCount: number | null
}

export interface ReviewRow {
  readonly key: string
  readonly name: string
  /** One for each year that was asked for, the oldest first. */
  readonly years: readonly ReviewedYear[]
}

export interface GrantReview {
  readonly rows: readonly ReviewRow[]
  readonly total: ReviewRow
}

/** 見直し: kinds by years with the difference to the year before; a year without anything counts as nothing given. */
export function reviewOf(sums: readonly GrantSum[], years: readonly FiscalYear[]): GrantReview {
  const byKey = Map.groupBy(sums, ({ key }) => key)
  const rows = [...byKey].map(([key, own]) => ({ key, name: own[0]?.name ?? '', years: reviewedYears(own, years) }))
  return { rows, total: { key: 'total', name: '合計', years: reviewedYears(sums, years) } }
}

function reviewedYears(sums: readonly GrantSum[], years: readonly FiscalYear[]): ReviewedYear[] {
  const figures = years.map((fiscalYear) => ({ fiscalYear, ...sumOf(sums.filter((sum) => sum.fiscalYear === fiscalYear)) }))
  return figures.map((own, place) => {
    const before = figures[place - 1]
    return {
      ...own,
      changeYen: before === undefined ? null : addYen(own.paidYen, negateYen(before.paidYen)),
      changeOfCount: before === undefined ? null : own.count - before.count,
    }
  })
}

function sumOf(sums: readonly GrantFigures[]): GrantFigures {
  return sums.reduce<GrantFigures>(
    (total, each) => ({ count: total.count + each.count, paidYen: addYen(total.paidYen, each.paidYen), people: total.people + each.people }),
    { count: 0, paidYen: yen(0), people: 0 },
  )
}
