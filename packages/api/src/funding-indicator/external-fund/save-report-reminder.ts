import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import type { ReportReminder, SaveReportReminderInput } from '@sasaeai/domain/funding-indicator/external-fund/report-reminder-days'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { changedFields } from '../../user/changed-fields.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'

export interface ReportReminderRow extends ReportReminder {
  readonly revision: number
}

/** The one row; laid by a migration, so it is always there. */
export function readReportReminder(db: Pick<Tx, 'externalFundSettings'>): Promise<ReportReminderRow> {
  return db.externalFundSettings.findUniqueOrThrow({ where: { id: 1 }, select: { reportReminderDays: true, revision: true } })
}

/** Changes when people hear of a report that is due, unless somebody else has since the page was opened. */
export function saveReportReminder(deps: Deps, actor: Actor, { revision, details }: SaveReportReminderInput): Promise<Outcome<null, 'changed_meanwhile'>> {
  return inTransaction(deps.db, async (tx) => {
    const { revision: present, ...before } = await readReportReminder(tx)
    if (present !== revision) return fail('changed_meanwhile')
    await tx.externalFundSettings.update({ where: { id: 1 }, data: details })
    await recordAuditEvent(deps, tx, { actor, action: 'external_fund_settings.update', subjectKind: 'external_fund_settings', subjectId: '1', ...changedFields(before, details) })
    return succeed(null)
  })
}
