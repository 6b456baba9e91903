import { addDays, type LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { ReportDue } from '@sasaeai/domain/funding-indicator/executive/executive-page'
import type { Deps } from '../../deps.ts'

/** So many days before it is due a report is worth telling the board. */
const daysAhead = 90

/** Reports of grants, of 配分金 and of 外部資金 that are late or due within three months, the earliest first. */
export async function listReportsDue({ db }: Pick<Deps, 'db'>, today: LocalDate): Promise<ReportDue[]> {
  const { rows } = await db.pool.query<Omit<ReportDue, 'isLate'>>({
    name: 'reports-due',
    text: reportsDueSql,
    values: [addDays(today, daysAhead)],
  })
  return rows.map((row) => ({ ...row, isLate: row.dueOn < today }))
}

/** An application owes its report once it was paid; of a withdrawn one, and of a payment that was undone, none is due. */
const reportsDueSql = `
  SELECT 'grant' AS kind, c.id, NULL::uuid AS "externalApplicationId", c.name, c.report_due_on AS "dueOn", count(*)::int AS reports
    FROM grant_call c JOIN grant_application a ON a.call_id = c.id AND a.withdrawn_on IS NULL
    WHERE c.report_due_on <= $1::date
      AND NOT EXISTS (SELECT 1 FROM grant_report r WHERE r.application_id = a.id)
      AND EXISTS (SELECT 1 FROM grant_payment p WHERE p.application_id = a.id
        AND NOT EXISTS (SELECT 1 FROM journal_entry x WHERE x.reverses_entry_id = p.entry_id))
    GROUP BY c.id
  UNION ALL
  SELECT 'allocation_use', l.id, NULL, l.name, u.report_due_on, count(*)::int
    FROM allocation_use u JOIN allocation l ON l.id = u.allocation_id
    WHERE u.report_due_on <= $1::date AND u.reported_on IS NULL
    GROUP BY l.id, u.report_due_on
  UNION ALL
  SELECT 'external', c.id, x.id, c.name || '　' || x.project_name, x.report_due_on, 1
    FROM external_application x JOIN external_call c ON c.id = x.call_id
    WHERE x.state = 'awarded' AND x.report_due_on <= $1::date AND x.reported_on IS NULL
  ORDER BY "dueOn", name`
