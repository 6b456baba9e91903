import { inTransaction } from '@sasaeai/db/in-transaction'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { type DueReport, lateReminderDays, reportReminderMail } from '@sasaeai/domain/funding-indicator/external-fund/report-reminder'
import type { ExternalApplicationId } from '@sasaeai/domain/ids'
import { isMailAddress } from '@sasaeai/domain/letter/outbox/mail-address'
import type { Deps } from '../../deps.ts'
import { ringBell } from '../../document/work-bell.ts'
import { queueMail } from '../../letter/outbox/queue-mail.ts'
import { clockwork } from '../../user/clockwork-actor.ts'
import { readReportReminder } from './save-report-reminder.ts'

/** Reminders of a day go out from eight in the morning on: until then it is still the day before. */
const morningMs = 8 * 60 * 60 * 1000

/**
 * 報告期限のお知らせ: mails whoever is responsible for a report of 外部資金 that is due, so many days before as the council has set.
 * Each of these mails goes into the outbox once for a due day, however often this runs, on however many servers, and wherever
 * it is cut off; where the due day is moved, all are due anew. Of several whose day has passed only the last goes out.
 */
export async function remindOfReports(deps: Deps): Promise<void> {
  const today = localDateInTokyo(new Date(deps.now().getTime() - morningMs))
  const { reportReminderDays: reminderDays } = await readReportReminder(deps.db.prisma)
  const { rows } = await deps.db.pool.query<ReportToRemindOf>(reportsSql, [today, reminderDays, lateReminderDays])
  // What is no address of one person cannot be mailed to.
  for (const report of rows.filter(({ toAddress }) => isMailAddress(toAddress))) await remind(deps, { ...report, reminderDays })
  if (rows.length > 0) ringBell(deps.db, 'mail')
}

interface ReportToRemindOf extends DueReport {
  readonly applicationId: ExternalApplicationId
  /** Made of the application, its due day and which of the reminders it is. */
  readonly orderId: string
  readonly toName: string
  readonly toAddress: string
}

interface Reminding extends ReportToRemindOf {
  readonly reminderDays: readonly number[]
}

async function remind(deps: Deps, { applicationId, orderId, toName, toAddress, reminderDays, ...report }: Reminding): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    const council = await tx.council.findUniqueOrThrow({ where: { id: 1 }, select: { name: true, isDemo: true } })
    const words = reportReminderMail({ report, toName, council, reminderDays })
    await queueMail({ deps, actor: clockwork, tx }, { ...words, orderId, subjectId: applicationId, kind: 'external_report', supporterId: null, toName, toAddress, attachments: [] })
  }, { isolation: 'ReadCommitted' })
}

/**
 * Those awarded and not reported, of people who can sign in, of which the reminder that it is time for is not in the outbox.
 * The reminders of fourteen days and of the day are named as they were when there were but these two.
 */
const reportsSql = `
  SELECT x.id AS "applicationId", o.id AS "orderId", u.name AS "toName", u.email AS "toAddress", c.funder, c.name AS "callName", x.project_name AS "projectName",
    x.awarded_yen AS "awardedYen", x.report_due_on AS "dueOn", x.report_due_on - $1::date AS "daysLeft"
  FROM external_application x JOIN external_call c ON c.id = x.call_id JOIN user_account u ON u.id = x.responsible_id AND u.disabled_at IS NULL
  CROSS JOIN LATERAL (SELECT min(days) AS days FROM unnest($2::int[]) AS days WHERE days >= x.report_due_on - $1::date) next
  CROSS JOIN LATERAL (
    SELECT md5(concat_ws(' ', 'external_report', x.id, x.report_due_on, CASE next.days WHEN 14 THEN 't' WHEN 0 THEN 'f' ELSE next.days::text END))::uuid AS id
  ) o
  WHERE x.state = 'awarded' AND x.reported_on IS NULL AND next.days IS NOT NULL AND x.report_due_on >= $1::date - $3::int
    AND NOT EXISTS (SELECT 1 FROM outgoing_mail m WHERE m.subject_id = x.id AND m.order_id = o.id)
  ORDER BY x.report_due_on, x.id`
