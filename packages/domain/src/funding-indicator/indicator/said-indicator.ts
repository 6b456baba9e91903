import type { FiscalYear } from '../../calendar/fiscal-year.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import type { FundingIndicatorId } from '../plan-ids.ts'
import type { IndicatorDetails } from './indicator-details.ts'
import type { IndicatorGrade, IndicatorKind } from './indicator-kind.ts'
import type { VersionContent } from './indicator-version-input.ts'

/** An indicator with all that had been said of it by a moment; of each year the newest counts. */
export interface SaidIndicator extends IndicatorDetails {
  readonly indicatorId: FundingIndicatorId
  readonly kind: IndicatorKind
  readonly closedOn: LocalDate | null
  readonly revision: number
  /** The oldest first. */
  readonly versions: readonly SaidVersion[]
  readonly targets: readonly SaidTarget[]
  readonly actuals: readonly SaidActual[]
  readonly reviews: readonly SaidReview[]
}

export interface SaidVersion {
  readonly version: number
  readonly definition: string
  readonly formula: string
  readonly computation: string | null
  readonly parameters: VersionContent['parameters']
  readonly fromFiscalYear: FiscalYear | null
  readonly reason: string
}

interface OfYear {
  readonly id: string
  readonly fiscalYear: FiscalYear
}

export interface SaidTarget extends OfYear {
  /** Null where it was taken back. */
  readonly value: number | null
  readonly note: string
}

export interface SaidActual extends OfYear {
  readonly value: number | null
  readonly asOfLabel: string
  readonly source: string
  readonly note: string
}

export interface SaidReview extends OfYear {
  readonly grade: IndicatorGrade | null
  readonly assessment: string
  readonly nextIssue: string
}
