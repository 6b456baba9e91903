import type { FiscalYear } from '../../calendar/fiscal-year.ts'
import { sumYen, type Yen } from '../../money/yen.ts'
import { type IncomeCategory, incomeCategories } from './income-category.ts'
import type { IncomeTotalKind } from './income-total-kind.ts'
import type { IncomeAmount, IncomeLineName, IncomeYears } from './income-years.ts'
import { shareTenths } from './share-tenths.ts'

/** 収入構成比: lines and categories over the years, with the share of each in its year. */
export interface IncomeComposition {
  readonly years: readonly FiscalYear[]
  /** The lines that any of the years has, each with one cell per year. */
  readonly rows: readonly CompositionRow<IncomeLineName>[]
  readonly categories: readonly CompositionRow<IncomeCategory>[]
  /** Of each year; null where nothing is told of it. */
  readonly totals: readonly (Yen | null)[]
}

export interface CompositionRow<Of> {
  readonly of: Of
  readonly cells: readonly CompositionCell[]
}

export interface CompositionCell {
  readonly fiscalYear: FiscalYear
  /** Null where nothing is told of the line in the year. */
  readonly amountYen: Yen | null
  /** In tenths of a percent of the year; the tenths of a year sum to 1000. Null where the year has no shares. */
  readonly tenths: number | null
  /** What the amount is made of; null for a category. */
  readonly detail: IncomeAmount | null
}

/** 決算 is what the ledger holds and what was told beside it; 予算 is what was told alone. */
export function incomeComposition({ lines, years }: IncomeYears, kind: IncomeTotalKind): IncomeComposition {
  const columns = years.map(({ fiscalYear, amounts }) => {
    const told = lines.map(({ lineId }) => amounts.find((amount) => amount.lineId === lineId) ?? null)
    const yenOf = told.map((amount) => amountFor(amount, kind))
    const present = yenOf.filter((amount) => amount !== null)
    return { fiscalYear, told, yenOf, shares: shareTenths(yenOf.map((amount) => amount ?? 0)), total: present.length === 0 ? null : sumYen(present) }
  })
  const rows = lines.map((of, place) => ({
    of,
    cells: columns.map(({ fiscalYear, told, yenOf, shares }): CompositionCell => {
      const amountYen = yenOf[place] ?? null
      return { fiscalYear, amountYen, tenths: amountYen === null ? null : (shares?.[place] ?? null), detail: told[place] ?? null }
    }),
  }))
  return {
    years: years.map(({ fiscalYear }) => fiscalYear),
    rows: rows.filter(({ cells }) => cells.some(({ amountYen }) => amountYen !== null)),
    categories: incomeCategories.flatMap((category) => categoryRow(category, rows)),
    totals: columns.map(({ total }) => total),
  }
}

function amountFor(amount: IncomeAmount | null, kind: IncomeTotalKind): Yen | null {
  if (amount === null) return null
  if (kind === 'budget') return amount.budgetYen
  return amount.isSettled ? amount.settledYen : null
}

/** A category's share is the sum of those of its lines, so that both add up to the same. */
function categoryRow(category: IncomeCategory, rows: readonly CompositionRow<IncomeLineName>[]): CompositionRow<IncomeCategory>[] {
  const own = rows.filter(({ of }) => of.category === category)
  const [model] = own
  if (model === undefined) return []
  const cells = model.cells.map(({ fiscalYear }, year): CompositionCell => {
    const present = own.flatMap(({ cells: each }) => (each[year]?.amountYen == null ? [] : [each[year]]))
    const tenths = present.flatMap((cell) => (cell.tenths === null ? [] : [cell.tenths]))
    return {
      fiscalYear,
      amountYen: present.length === 0 ? null : sumYen(present.flatMap(({ amountYen }) => (amountYen === null ? [] : [amountYen]))),
      tenths: tenths.length === 0 ? null : tenths.reduce((sum, each) => sum + each, 0),
      detail: null,
    }
  })
  return cells.some(({ amountYen }) => amountYen !== null) ? [{ of: category, cells }] : []
}
