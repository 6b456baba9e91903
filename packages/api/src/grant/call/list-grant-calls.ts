import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { GrantCallId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import type { YearSince } from '../../ledger/posted-since.ts'
import { readAt } from '../../ledger/read-at.ts'
import { ofNow, type ReportMoment } from '../../ledger/report-moment.ts'
import { stands } from '../../ledger/stands-sql.ts'

/** One call with what has become of it, in yen. Withdrawn applications and payments that were undone do not count. */
export interface ListedGrantCall {
  readonly callId: GrantCallId
  readonly name: string
  readonly kindName: string
  /** Null where the council itself pays. */
  readonly campaignName: string | null
  readonly allocationName: string | null
  readonly opensOn: LocalDate
  readonly closesOn: LocalDate
  readonly reportDueOn: LocalDate | null
  readonly budgetYen: Yen
  readonly applications: number
  readonly requestedYen: Yen
  readonly undecided: number
  readonly awards: number
  readonly awardedYen: Yen
  /** To groups. */
  readonly paidYen: Yen
  /** As 見舞金. */
  readonly reliefYen: Yen
  readonly reports: number
  /** Applications that were paid and whose report is still to come. */
  readonly reportsToCome: number
}

/** 助成 of a year, in the order in which they open: as they stand, or stood at a moment. */
export async function listGrantCalls({ db }: Pick<Deps, 'db'>, year: FiscalYear, at: ReportMoment = ofNow): Promise<ListedGrantCall[]> {
  const { rows } = await readAt(db, at, (books, since) => books.query<ListedGrantCall>(callsSql(since), [year]))
  return rows
}

const callsSql = (since: readonly YearSince[]) => `
  WITH paid AS (
    SELECT p.application_id, sum(p.amount_yen) AS amount_yen FROM grant_payment p
    WHERE ${stands('p.entry_id', since)} GROUP BY p.application_id),
  relief AS (
    SELECT r.call_id, sum(r.amount_yen) AS amount_yen FROM relief_payment r
    WHERE ${stands('r.entry_id', since)} GROUP BY r.call_id),
  applied AS (
    SELECT a.call_id, count(*)::int AS applications, sum(a.requested_yen)::bigint AS requested_yen,
      count(*) FILTER (WHERE d.application_id IS NULL)::int AS undecided, count(*) FILTER (WHERE d.awarded_yen > 0)::int AS awards,
      coalesce(sum(d.awarded_yen), 0)::bigint AS awarded_yen, coalesce(sum(p.amount_yen), 0)::bigint AS paid_yen,
      count(r.application_id)::int AS reports, count(*) FILTER (WHERE p.amount_yen > 0 AND r.application_id IS NULL)::int AS reports_to_come
    FROM grant_application a LEFT JOIN grant_decision d ON d.application_id = a.id LEFT JOIN paid p ON p.application_id = a.id
      LEFT JOIN grant_report r ON r.application_id = a.id
    WHERE a.withdrawn_on IS NULL GROUP BY a.call_id)
  SELECT c.id AS "callId", c.name, k.name AS "kindName", g.name AS "campaignName", l.name AS "allocationName", c.opens_on AS "opensOn",
    c.closes_on AS "closesOn", c.report_due_on AS "reportDueOn", c.budget_yen AS "budgetYen", coalesce(a.applications, 0) AS applications,
    coalesce(a.requested_yen, 0)::bigint AS "requestedYen", coalesce(a.undecided, 0) AS undecided, coalesce(a.awards, 0) AS awards,
    coalesce(a.awarded_yen, 0)::bigint AS "awardedYen", coalesce(a.paid_yen, 0)::bigint AS "paidYen",
    coalesce(r.amount_yen, 0)::bigint AS "reliefYen", coalesce(a.reports, 0) AS reports, coalesce(a.reports_to_come, 0) AS "reportsToCome"
  FROM grant_call c JOIN grant_kind k ON k.id = c.grant_kind_id LEFT JOIN campaign g ON g.id = c.campaign_id
    LEFT JOIN allocation l ON l.id = c.allocation_id LEFT JOIN applied a ON a.call_id = c.id LEFT JOIN relief r ON r.call_id = c.id
  WHERE c.fiscal_year = $1 ORDER BY c.opens_on, k.code, c.name, c.id`
