import type { StatutoryPaperInput } from '@sasaeai/domain/funding-indicator/statutory-paper/statutory-paper-input'
import { type SubsidySchedule, subsidyScheduleOf, type SubsidySource } from '@sasaeai/domain/funding-indicator/statutory-paper/subsidy-schedule'
import type { Deps } from '../../deps.ts'
import type { ReportMoment } from '../../ledger/report-moment.ts'
import { readIncomeOfYear } from './income-of-year.ts'
import { readSubsidySources } from './read-subsidy-sources.ts'

export interface SubsidyAnswer {
  readonly schedule: SubsidySchedule
  /** All sources of income, printed or not, for those who decide it. */
  readonly sources: readonly SubsidySource[]
}

/** 補助金事業等収益明細書 (別紙3③) of a year, set against the accounts that subsidies are booked in. */
export async function readSubsidySchedule(deps: Pick<Deps, 'db'>, { fiscalYear, postedUntil }: StatutoryPaperInput, at: ReportMoment): Promise<SubsidyAnswer> {
  const [sources, income] = await Promise.all([readSubsidySources(deps, fiscalYear, at), readIncomeOfYear(deps, fiscalYear, at)])
  return { schedule: subsidyScheduleOf({ fiscalYear, postedUntil, sources, ...income }), sources }
}
