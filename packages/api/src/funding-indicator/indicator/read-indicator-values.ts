import { type FiscalYear, fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type IndicatorYear, indicatorYears } from '@sasaeai/domain/funding-indicator/indicator/indicator-years'
import type { SaidIndicator } from '@sasaeai/domain/funding-indicator/indicator/said-indicator'
import type { FundingIndicatorId } from '@sasaeai/domain/funding-indicator/plan-ids'
import type { Deps } from '../../deps.ts'
import type { ReportMoment } from '../../ledger/report-moment.ts'
import { readIndicatorFacts } from './read-indicator-facts.ts'
import { readSaidIndicators } from './read-said-indicators.ts'

interface ValuesQuestion {
  /** All of them unless told otherwise. */
  readonly indicatorIds?: readonly FundingIndicatorId[]
  /** The first and the last of years that follow each other. */
  readonly years: { readonly first: FiscalYear; readonly last: FiscalYear }
  readonly at: ReportMoment
}

/** An indicator with what it came to, year by year. */
export interface IndicatorValues extends Omit<SaidIndicator, 'versions' | 'targets' | 'actuals' | 'reviews'> {
  readonly values: readonly IndicatorYear[]
}

/** 指標の一覧: every indicator in its order, with value, target and 評価 of each year, as they were said and booked at a moment. */
export async function readIndicatorValues(deps: Deps, { indicatorIds, years: { first, last }, at }: ValuesQuestion): Promise<IndicatorValues[]> {
  const years = Array.from({ length: last - first + 1 }, (_, place) => fiscalYear(first + place))
  const [indicators, facts] = await Promise.all([readSaidIndicators(deps.db, at), readIndicatorFacts(deps, { years, at })])
  return indicators
    .filter(({ indicatorId }) => indicatorIds === undefined || indicatorIds.includes(indicatorId))
    .map((indicator) => {
      const { versions: _versions, targets: _targets, actuals: _actuals, reviews: _reviews, ...named } = indicator
      return { ...named, values: indicatorYears(indicator, years, facts) }
    })
}
