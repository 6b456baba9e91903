import { inTransaction } from '@sasaeai/db/in-transaction'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { type DueReport, firstReminderDays, lateReminderDays, reportReminderMail } from '@sasaeai/domain/funding-indicator/external-fund/report-reminder'
import type { ExternalApplicationId } from '@sasaeai/domain/ids'
import { isMailAddress } from '@sasaeai/domain/letter/outbox/mail-address'
import type { Deps } from '../../deps.ts'
import { ringBell } from '../../document/work-bell.ts'
import { queueMail } from '../../letter/outbox/queue-mail.ts'
import { program } from '../../online-giving/event/program-actor.ts'

/** Reminders of a day go out from eight in the morning on: until then it is still the day before. */
const morningMs = 8 * 60 * 60 * 1000

/**
 * 報告期限のお知らせ: mails whoever is responsible for a report of 外部資金 that is due, fourteen days before and on the day. Each of
 * the two goes into the outbox once for a due day, however often this runs, on however many servers, and wherever it is cut
 * off; where the due day is moved, both are due anew.
 */
export async function remindOfReports(deps: Deps): Promise<void> {
  const today = localDateInTokyo(new Date(deps.now().getTime() - morningMs))
  const { rows } = await deps.db.pool.query<ReportToRemindOf>(reportsSql, [today, firstReminderDays, lateReminderDays])
  // What is no address of one person cannot be mailed to.
  for (const report of rows.filter(({ toAddress }) => isMailAddress(toAddress))) await remind(deps, report)
  if (rows.length > 0) ringBell(deps.db, 'mail')
}

interface ReportToRemindOf extends DueReport {
  readonly applicationId: ExternalApplicationId
  /** Made of the application, its due day and which of the two reminders it is. */
  readonly orderId: string
  readonly toName: string
  readonly toAddress: string
}

async function remind(deps: Deps, { applicationId, orderId, toName, toAddress, ...report }: ReportToRemindOf): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    const council = await tx.council.findUniqueOrThrow({ where: { id: 1 }, select: { name: true, isDemo: true } })
    const words = reportReminderMail({ report, toName, council })
    await queueMail({ deps, actor: program, tx }, { ...words, orderId, subjectId: applicationId, kind: 'external_report', supporterId: null, toName, toAddress, attachments: [] })
  }, { isolation: 'ReadCommitted' })
}

/** Those awarded and not reported, of people who can sign in, of which the reminder that it is time for is not in the outbox. */
const reportsSql = `
  SELECT x.id AS "applicationId", o.id AS "orderId", u.name AS "toName", u.email AS "toAddress", c.funder, c.name AS "callName", x.project_name AS "projectName",
    x.awarded_yen AS "awardedYen", x.report_due_on AS "dueOn", x.report_due_on - $1::date AS "daysLeft"
  FROM external_application x JOIN external_call c ON c.id = x.call_id JOIN user_account u ON u.id = x.responsible_id AND u.disabled_at IS NULL
  CROSS JOIN LATERAL (SELECT md5(concat_ws(' ', 'external_report', x.id, x.report_due_on, x.report_due_on > $1::date))::uuid AS id) o
  WHERE x.state = 'awarded' AND x.reported_on IS NULL AND x.report_due_on BETWEEN $1::date - $3::int AND $1::date + $2::int
    AND NOT EXISTS (SELECT 1 FROM outgoing_mail m WHERE m.subject_id = x.id AND m.order_id = o.id)
  ORDER BY x.report_due_on, x.id`
