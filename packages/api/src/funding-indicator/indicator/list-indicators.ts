import { type FiscalYear, fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { Deps } from '../../deps.ts'
import type { ReportMoment } from '../../ledger/report-moment.ts'
import { type IndicatorValues, readIndicatorValues } from './read-indicator-values.ts'

/** Of how many years the list shows the course. */
const yearsShown = 10

/** 指標の一覧 of a year: those in use, and those taken out of use of which the years tell something. */
export async function listIndicators(deps: Deps, { fiscalYear: last, at }: { readonly fiscalYear: FiscalYear; readonly at: ReportMoment }): Promise<IndicatorValues[]> {
  const indicators = await readIndicatorValues(deps, { years: { first: fiscalYear(last - yearsShown + 1), last }, at })
  return indicators.filter(({ closedOn, values }) => closedOn === null || values.at(-1)?.value !== null)
}
