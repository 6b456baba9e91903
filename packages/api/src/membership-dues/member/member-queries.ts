import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { AreaId, DuesKindId, MembershipId, SupporterId } from '@sasaeai/domain/ids'
import { commonLeavingReasons } from '@sasaeai/domain/membership-dues/member/leaving-reason'
import type { MembershipRoute } from '@sasaeai/domain/membership-dues/member/membership-route'
import type { UnitsFrom } from '@sasaeai/domain/membership-dues/member/membership-units'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { SupporterKind } from '@sasaeai/domain/supporter/supporter-kind'
import type { Deps } from '../../deps.ts'
import { idsOfSupporter } from '../../supporter/merged-supporter-sql.ts'

/** A membership with what its page and its dialogs need. */
export interface Member {
  readonly membershipId: MembershipId
  readonly supporterId: SupporterId
  readonly supporterNumber: number
  readonly supporterKind: SupporterKind
  readonly name: string
  readonly kana: string
  readonly phone: string
  readonly address: string
  readonly duesKindId: DuesKindId
  readonly duesKindName: string
  readonly route: MembershipRoute
  readonly areaId: AreaId | null
  readonly areaName: string | null
  readonly joinedOn: LocalDate
  readonly leftOn: LocalDate | null
  readonly leavingReason: string
  readonly note: string
  readonly revision: number
  readonly isRejoined: boolean
}

/** What one dues year asked of a member and what came in by name. */
export interface MemberYear {
  readonly duesYear: FiscalYear
  /** Null where no request was prepared for the year. */
  readonly expectedYen: Yen | null
  readonly receivedYen: Yen
  /** Postings behind it. */
  readonly postings: number
}

export interface MemberDetails extends Member {
  /** 口数, the newest first. */
  readonly units: readonly UnitsFrom[]
  /** The newest year first. */
  readonly years: readonly MemberYear[]
  /** The supporter's other memberships, the newest first. */
  readonly others: readonly Member[]
}

/** One membership with its history, or null. */
export async function readMember(deps: Deps, membershipId: MembershipId): Promise<MemberDetails | null> {
  const [member] = await selectMembers(deps, 'm.id', membershipId)
  if (member === undefined) return null
  const [units, years, all] = await Promise.all([
    readUnits(deps, membershipId),
    readYears(deps, member),
    membersOfSupporter(deps, member.supporterId),
  ])
  return { ...member, units, years, others: all.filter((other) => other.membershipId !== membershipId) }
}

/** Every membership of a supporter, the newest first. */
export function membersOfSupporter(deps: Deps, supporterId: SupporterId): Promise<Member[]> {
  return selectMembers(deps, 'm.supporter_id', supporterId)
}

async function selectMembers({ db }: Deps, column: 'm.id' | 'm.supporter_id', wanted: string): Promise<Member[]> {
  const { rows } = await db.pool.query<Member>(
    `SELECT m.id AS "membershipId", s.id AS "supporterId", s.number AS "supporterNumber", s.kind AS "supporterKind",
       s.name, s.kana, s.phone, s.address, k.id AS "duesKindId", k.name AS "duesKindName", m.route, a.id AS "areaId",
       a.name AS "areaName", m.joined_on AS "joinedOn", m.left_on AS "leftOn", m.leaving_reason AS "leavingReason", m.note,
       m.revision, EXISTS (SELECT 1 FROM membership e WHERE e.supporter_id = m.supporter_id
         AND e.dues_kind_id = m.dues_kind_id AND e.joined_on < m.joined_on) AS "isRejoined"
     FROM membership m JOIN supporter s ON s.id = m.supporter_id JOIN dues_kind k ON k.id = m.dues_kind_id
     LEFT JOIN area a ON a.id = m.area_id WHERE ${column} = $1 ORDER BY m.joined_on DESC, k.code`,
    [wanted],
  )
  return rows
}

async function readUnits({ db }: Deps, membershipId: MembershipId): Promise<UnitsFrom[]> {
  const { rows } = await db.pool.query<UnitsFrom>(
    `SELECT effective_on AS "effectiveOn", units FROM membership_units WHERE membership_id = $1 ORDER BY effective_on DESC`,
    [membershipId],
  )
  return rows
}

/** What was asked hangs on the membership; what came in, on the supporter and the kind, whichever membership it was. */
async function readYears({ db }: Deps, { membershipId, supporterId, duesKindId }: Member): Promise<MemberYear[]> {
  const { rows } = await db.pool.query<MemberYear>(
    `WITH received AS (
       SELECT dues_year, -sum(amount_yen)::bigint AS yen, count(*) AS postings FROM posting
       WHERE supporter_id = ANY ${idsOfSupporter('$1::uuid')} AND dues_kind_id = $2 AND dues_year IS NOT NULL AND funding_source_id IS NOT NULL GROUP BY dues_year),
     asked AS (
       SELECT r.fiscal_year AS dues_year, x.expected_yen AS yen FROM dues_expectation x
       JOIN dues_request r ON r.id = x.request_id WHERE x.membership_id = $3)
     SELECT dues_year AS "duesYear", a.yen AS "expectedYen", coalesce(r.yen, 0) AS "receivedYen", coalesce(r.postings, 0) AS postings
     FROM received r FULL JOIN asked a USING (dues_year) ORDER BY dues_year DESC`,
    [supporterId, duesKindId, membershipId],
  )
  return rows
}

/** Words for a form's list: the reasons that this council has written most, then common ones. */
export async function listLeavingReasons({ db }: Deps): Promise<string[]> {
  const { rows } = await db.pool.query<{ reason: string }>(
    `SELECT leaving_reason AS reason FROM membership WHERE leaving_reason <> '' GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 12`,
  )
  return [...new Set([...rows.map(({ reason }) => reason), ...commonLeavingReasons])]
}
