import type { FiscalYear } from '../../calendar/fiscal-year.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import type { IncomeLineId, IncomeTotalId, LedgerAccountId, YearFigureId } from '../../ids.ts'
import type { Yen } from '../../money/yen.ts'
import type { IncomeLineName, IncomePart } from './income-years.ts'
import type { YearFigure } from './year-figure.ts'

/** What is told of a year cell by cell, beside what the ledger holds. */
export interface IncomeSheet {
  readonly fiscalYear: FiscalYear
  readonly lines: readonly IncomeSheetLine[]
  /** What the ledger holds that no line counts. */
  readonly withoutLine: readonly IncomePart[]
  readonly figures: readonly IncomeSheetFigure[]
}

export interface IncomeSheetLine extends IncomeLineName {
  readonly lineId: IncomeLineId
  readonly parts: readonly IncomePart[]
  readonly budget: ToldCell<IncomeTotalId> | null
  readonly settled: ToldCell<IncomeTotalId> | null
}

export interface IncomeSheetFigure {
  readonly figure: YearFigure
  readonly told: ToldCell<YearFigureId> | null
  /** What the chosen accounts come to; null where nothing was booked on them. */
  readonly ledgerYen: Yen | null
  readonly accountIds: readonly LedgerAccountId[]
}

/** The newest that was told of a cell; its amount is null where that took back what was told before. */
export interface ToldCell<CellId> {
  readonly id: CellId
  readonly amountYen: Yen | null
  readonly source: string
  readonly asOf: LocalDate | null
  readonly note: string
}
