import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { GrantCallId, SupporterId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'

/** What a group asked for in a call, was awarded and was paid. */
export interface GrantOfSupporter {
  readonly callId: GrantCallId
  readonly callName: string
  readonly fiscalYear: FiscalYear
  readonly projectName: string
  readonly requestedYen: Yen
  /** Null while nothing is decided. */
  readonly awardedYen: Yen | null
  /** What was undone is taken off. */
  readonly paidYen: Yen
}

/** 助成 that one supporter applied for, the newest year first; what was taken back is left out. */
export async function listGrantsOfSupporter({ db }: Deps, supporterId: SupporterId): Promise<GrantOfSupporter[]> {
  const { rows } = await db.pool.query<GrantOfSupporter>(
    `SELECT c.id AS "callId", c.name AS "callName", c.fiscal_year AS "fiscalYear", a.project_name AS "projectName", a.requested_yen AS "requestedYen",
       d.awarded_yen AS "awardedYen", coalesce(paid.yen, 0)::bigint AS "paidYen"
     FROM grant_application a JOIN grant_call c ON c.id = a.call_id LEFT JOIN grant_decision d ON d.application_id = a.id
     LEFT JOIN LATERAL (
       SELECT sum(g.amount_yen) AS yen FROM grant_payment g
       WHERE g.application_id = a.id AND NOT EXISTS (SELECT 1 FROM journal_entry x WHERE x.reverses_entry_id = g.entry_id)) paid ON true
     WHERE a.supporter_id = $1 AND a.withdrawn_on IS NULL ORDER BY c.fiscal_year DESC, c.name, a.application_number`,
    [supporterId],
  )
  return rows
}
