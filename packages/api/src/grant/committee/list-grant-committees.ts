import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { GrantCommitteeId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'

/** A meeting with what it decided. */
export interface GrantCommittee {
  readonly committeeId: GrantCommitteeId
  readonly name: string
  readonly heldOn: LocalDate
  readonly minutes: string
  readonly attendees: number | null
  readonly note: string
  readonly revision: number
  readonly awards: number
  readonly refusals: number
  readonly awardedYen: Yen
}

/** 配分委員会 of a year, in the order of their days. */
export async function listGrantCommittees({ db }: Deps, year: FiscalYear): Promise<GrantCommittee[]> {
  const { rows } = await db.pool.query<GrantCommittee>(
    `SELECT m.id AS "committeeId", m.name, m.held_on AS "heldOn", m.minutes, m.attendees, m.note, m.revision,
       count(*) FILTER (WHERE d.awarded_yen > 0)::int AS awards, count(*) FILTER (WHERE d.awarded_yen = 0)::int AS refusals,
       coalesce(sum(d.awarded_yen), 0)::bigint AS "awardedYen"
     FROM grant_committee m LEFT JOIN grant_decision d ON d.committee_id = m.id
     WHERE m.fiscal_year = $1 GROUP BY m.id ORDER BY m.held_on, m.id`,
    [year],
  )
  return rows
}
