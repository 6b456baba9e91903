import { inTransaction } from '@sasaeai/db/in-transaction'
import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { savedReportKindNames } from '@sasaeai/domain/funding-indicator/saved-report/saved-report-kind'
import { figuresOfDashboard } from '@sasaeai/domain/funding-indicator/saved-report/report-figure'
import type { SaveReportInput } from '@sasaeai/domain/funding-indicator/saved-report/saved-report-input'
import type { SavedReportId } from '@sasaeai/domain/ids'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { dashboardAt } from '../funding-dashboard-queries.ts'
import { storeReport } from './store-report.ts'

/** 保存: the report as it stands at the moment that is asked for, or at this one, with its figures and the names of today. */
export async function saveReport(deps: Deps, actor: Actor, input: SaveReportInput): Promise<Outcome<{ reportId: SavedReportId }, 'moment_ahead'>> {
  const now = deps.now()
  if (input.postedUntil !== undefined && new Date(input.postedUntil) > now) return fail('moment_ahead')
  const moment = input.postedUntil ?? now.toISOString()
  const dashboard = await dashboardAt(deps, input, await readReportMoment(deps, moment))
  const { cut } = dashboard
  const title = `${formatFiscalYear(cut.fiscalYear)} ${savedReportKindNames[input.kind]}（${formatLocalDate(cut.asOf)}まで）`
  return inTransaction(deps.db, async (tx) => {
    const reportId = await storeReport(deps, tx, {
      kind: input.kind,
      title,
      fiscalYear: cut.fiscalYear,
      input: { fiscalYear: cut.fiscalYear, asOf: cut.asOf },
      moment: new Date(moment),
      content: { figures: figuresOfDashboard(dashboard) },
      documentRunId: null,
      savedById: actor.userId,
    })
    if (reportId === null) throw new Error('a report of its own was not stored')
    await recordAuditEvent(deps, tx, {
      actor, action: 'saved_report.save', subjectKind: 'saved_report', subjectId: reportId, after: { title, fiscalYear: cut.fiscalYear },
    })
    return succeed({ reportId })
  })
}
