import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { retentionOf } from '@sasaeai/domain/funding-indicator/executive/retention'
import type { RetentionFact } from '@sasaeai/domain/funding-indicator/indicator/indicator-facts'
import type { Deps } from '../../deps.ts'
import type { ReportMoment } from '../../ledger/report-moment.ts'
import { readGiverYears } from '../executive/read-retention.ts'

/** Who gave again, year by year: who gave when is read once for all years. */
export async function readRetentionFacts(
  deps: Pick<Deps, 'db'>,
  { years, at }: { readonly years: readonly FiscalYear[]; readonly at: ReportMoment },
): Promise<ReadonlyMap<FiscalYear, RetentionFact>> {
  const givers = await readGiverYears(deps, at)
  return new Map(years.map((year) => {
    const { retained, lybunt, sybunt } = retentionOf(givers, year)
    return [year, { lastYear: retained + lybunt, retained, lapsedLastYear: lybunt, lapsedBefore: sybunt }]
  }))
}
