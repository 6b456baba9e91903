import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { DonationKind } from '@sasaeai/domain/donation/gift/donation-kind'
import type { JournalEntryId, PledgeId, PledgeInstalmentId, SupporterId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'

/** One instalment with what came of it. */
export interface Instalment {
  readonly instalmentId: PledgeInstalmentId
  readonly sequence: number
  readonly plannedOn: LocalDate
  readonly plannedYen: Yen
  /** Of standing gifts that were counted for it. */
  readonly receivedYen: Yen
  readonly receivedOn: LocalDate | null
  /** The newest of those gifts. */
  readonly entryId: JournalEntryId | null
}

export interface PledgeRow {
  readonly pledgeId: PledgeId
  readonly supporterId: SupporterId
  readonly supporterName: string
  readonly supporterNumber: number
  readonly phone: string
  readonly kind: DonationKind
  readonly fundName: string | null
  readonly pledgedOn: LocalDate
  readonly channelName: string | null
  readonly staff: string
  readonly note: string
  readonly endedOn: LocalDate | null
  readonly endReason: string
  readonly revision: number
  readonly instalments: readonly Instalment[]
}

/** Every promise with its instalments: those that go on first, by the reading of their givers. */
export function listPledges(deps: Deps): Promise<PledgeRow[]> {
  return readPledges(deps, 'true', [])
}

/** One promise; null when there is none. */
export async function readPledge(deps: Deps, pledgeId: PledgeId): Promise<PledgeRow | null> {
  const [pledge] = await readPledges(deps, 'g.id = $1::uuid', [pledgeId])
  return pledge ?? null
}

/** What a giver has promised and not yet given, for the desk. */
export function pledgesOfSupporter(deps: Deps, supporterId: SupporterId): Promise<PledgeRow[]> {
  return readPledges(deps, 'g.supporter_id = $1::uuid AND g.ended_on IS NULL', [supporterId])
}

async function readPledges({ db }: Deps, condition: string, values: readonly unknown[]): Promise<PledgeRow[]> {
  const { rows } = await db.pool.query<PledgeRow>(
    `WITH received AS (
       SELECT d.instalment_id, sum(m.amount_yen) AS amount_yen, max(e.entry_date) AS received_on, (array_agg(e.id ORDER BY e.entry_date DESC, e.id DESC))[1] AS entry_id
       FROM donation d JOIN journal_entry e ON e.id = d.entry_id
       CROSS JOIN LATERAL (SELECT -sum(p.amount_yen) AS amount_yen FROM posting p WHERE p.entry_id = e.id AND p.funding_source_id IS NOT NULL) m
       WHERE d.instalment_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM journal_entry x WHERE x.reverses_entry_id = e.id) GROUP BY d.instalment_id)
     SELECT g.id AS "pledgeId", s.id AS "supporterId", s.name AS "supporterName", s.number AS "supporterNumber", s.phone, g.kind, f.name AS "fundName",
       g.pledged_on AS "pledgedOn", c.name AS "channelName", g.staff, g.note, g.ended_on AS "endedOn", g.end_reason AS "endReason", g.revision,
       coalesce((SELECT json_agg(json_build_object('instalmentId', i.id, 'sequence', i.sequence, 'plannedOn', i.planned_on, 'plannedYen', i.planned_yen,
           'receivedYen', coalesce(r.amount_yen, 0), 'receivedOn', r.received_on, 'entryId', r.entry_id) ORDER BY i.sequence)
         FROM pledge_instalment i LEFT JOIN received r ON r.instalment_id = i.id WHERE i.pledge_id = g.id), '[]') AS instalments
     FROM pledge g JOIN supporter s ON s.id = g.supporter_id LEFT JOIN fund f ON f.id = g.fund_id LEFT JOIN donation_channel c ON c.id = g.channel_id
     WHERE ${condition} ORDER BY g.ended_on IS NOT NULL, s.kana, s.number, g.pledged_on DESC, g.id`,
    [...values],
  )
  return rows
}
