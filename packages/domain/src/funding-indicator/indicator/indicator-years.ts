import { type FiscalYear, fiscalYear, lastDayOf } from '../../calendar/fiscal-year.ts'
import { formatLocalDateShort } from '../../calendar/japanese-era.ts'
import { localDate } from '../../calendar/local-date.ts'
import type { PostingFilter } from '../../ledger/posting-filter.ts'
import type { FundingCut } from '../funding-cut.ts'
import { computations, isComputationKey } from './computations.ts'
import type { Computed } from './figure-part.ts'
import type { IndicatorFacts } from './indicator-facts.ts'
import { attainmentOfTarget, figureOf, isTargetMet } from './indicator-value.ts'
import { versionOfYear } from './indicator-version.ts'
import type { SaidActual, SaidIndicator, SaidReview, SaidTarget, SaidVersion } from './said-indicator.ts'

/** An indicator in one fiscal year. */
export interface IndicatorYear {
  readonly fiscalYear: FiscalYear
  readonly value: number | null
  /** Of what is computed, as put in; null where it is entered or not known. */
  readonly numerator: number | null
  readonly denominator: number | null
  /** Of when the value is: R7調査, R6実績, R8.11.22まで. */
  readonly asOfLabel: string
  /** Of the definition that the year is measured by; null where none reaches back so far. */
  readonly versionNumber: number | null
  /** Whether the year before was measured by another definition: the series breaks here. */
  readonly isBreak: boolean
  readonly target: number | null
  /** 達成率 in percent */
  readonly attainment: number | null
  readonly isMet: boolean | null
  readonly review: Pick<SaidReview, 'grade' | 'assessment' | 'nextIssue'> | null
  /** What was written beside target and actual. */
  readonly notes: { readonly target: string; readonly source: string; readonly actual: string }
  /** The entries that the numerator is made of, where one list holds them. */
  readonly openTo: PostingFilter | null
  /** The rows that were newest, for whoever says something new. */
  readonly seen: { readonly target: string | null; readonly actual: string | null; readonly review: string | null }
}

/** What an indicator came to in some years that follow each other. `facts` holds the years of which something is known. */
export function indicatorYears(indicator: SaidIndicator, years: readonly FiscalYear[], facts: ReadonlyMap<FiscalYear, IndicatorFacts>): IndicatorYear[] {
  const [targets, actuals, reviews] = [byYear(indicator.targets), byYear(indicator.actuals), byYear(indicator.reviews)]
  return years.map((year) => {
    const version = versionOfYear(indicator.versions, year)
    const told = { target: targets.get(year), actual: actuals.get(year), review: reviews.get(year) }
    return {
      fiscalYear: year, ...measured(indicator, { version, facts: facts.get(year), ...told }),
      versionNumber: version?.version ?? null,
      isBreak: breaksAt(indicator, year),
      seen: { target: told.target?.id ?? null, actual: told.actual?.id ?? null, review: told.review?.id ?? null },
    }
  })
}

/** The formula of a version with the figures of a year; null where it has none, or where nothing is known of the year. */
export function computedOf(version: Pick<SaidVersion, 'computation' | 'parameters'> | null, facts: IndicatorFacts | undefined): Computed | null {
  if (version === null || facts === undefined || !isComputationKey(version.computation)) return null
  return computations[version.computation].compute(facts, version.parameters)
}

interface Measured {
  readonly version: SaidVersion | null
  readonly facts: IndicatorFacts | undefined
  readonly target: SaidTarget | undefined
  readonly actual: SaidActual | undefined
  readonly review: SaidReview | undefined
}

function measured({ kind, decimals, direction }: SaidIndicator, { version, facts, target: saidTarget, actual, review }: Measured) {
  const computed = computedOf(version, facts)
  const figure = computed === null ? { value: actual?.value ?? null, numerator: null, denominator: null } : figureOf(computed, decimals)
  const target = saidTarget?.value ?? null
  return {
    ...figure,
    asOfLabel: figure.value === null ? '' : kind === 'manual' ? (actual?.asOfLabel ?? '') : facts === undefined ? '' : asOfLabelOf(facts.cut),
    target,
    attainment: attainmentOfTarget(figure.value, target, direction),
    isMet: isTargetMet(figure.value, target, direction),
    review: isSilent(review) ? null : { grade: review.grade, assessment: review.assessment, nextIssue: review.nextIssue },
    notes: { target: saidTarget?.note ?? '', source: actual?.source ?? '', actual: actual?.note ?? '' },
    openTo: computed?.numerator.length === 1 ? (computed.numerator[0]?.openTo ?? null) : null,
  }
}

/** 評価 that was emptied says nothing. */
function isSilent(review: SaidReview | undefined): review is undefined {
  return review === undefined || (review.grade === null && review.assessment === '' && review.nextIssue === '')
}

/** As the field writes it: a year that is over is 「R6実績」, one that goes on tells its day. */
function asOfLabelOf({ fiscalYear: year, asOf }: FundingCut): string {
  if (asOf < lastDayOf(year)) return `${formatLocalDateShort(asOf)}まで`
  // May 1 is in the era by which the year is called; 2019's first April was still 平成.
  return `${formatLocalDateShort(localDate(`${year}-05-01`)).split('.')[0] ?? ''}実績`
}

function breaksAt({ versions }: SaidIndicator, year: FiscalYear): boolean {
  const [now, before] = [versionOfYear(versions, year), versionOfYear(versions, fiscalYear(year - 1))]
  return now !== null && before !== null && now.version !== before.version
}

function byYear<Row extends { readonly fiscalYear: FiscalYear }>(rows: readonly Row[]): ReadonlyMap<FiscalYear, Row> {
  return new Map(rows.map((row) => [row.fiscalYear, row]))
}
