import type { Db } from '@sasaeai/db/database'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { AreaId, DuesKindId, SupporterId } from '@sasaeai/domain/ids'

/** What was asked of a kind in an area; the area is null for what members pay directly. */
export interface AskedDues {
  readonly areaId: AreaId | null
  readonly duesKindId: DuesKindId
  readonly households: number
  readonly members: number
  readonly units: number
  readonly expectedYen: number
}

/** How somebody stands to a kind of dues; thousands share one. */
export interface MemberStanding {
  /** A direct member in the year, and in the year before. */
  readonly isDirect: boolean
  readonly wasDirect: boolean
  /** Where the year asks for their dues: an area, null for directly; in two places after leaving and joining again. */
  readonly askedIn: readonly (AreaId | null)[]
}

export type StandingOfMembers = ReadonlyMap<SupporterId, MemberStanding>

export interface AskedOfYear {
  readonly dues: readonly AskedDues[]
  readonly members: ReadonlyMap<DuesKindId, StandingOfMembers>
  /** How far the requests of the year have come; a kind without a request is missing. */
  readonly statuses: ReadonlyMap<DuesKindId, 'draft' | 'fixed'>
}

/** What the fixed requests of a year ask of whom, and who pays directly. All of it raises the version of the dues. */
export async function readAskedOfYear({ pool }: Db, year: FiscalYear): Promise<AskedOfYear> {
  const values = [year]
  const [dues, members, statuses] = await Promise.all([
    pool.query<AskedDues>({ name: 'dues-asked', text: askedSql, values }),
    pool.query<MembersRow>({ name: 'dues-members', text: membersSql, values }),
    pool.query<{ duesKindId: DuesKindId; status: 'draft' | 'fixed' }>({ name: 'dues-request-statuses', text: statusesSql, values }),
  ])
  return {
    dues: dues.rows,
    members: standings(members.rows),
    statuses: new Map(statuses.rows.map(({ duesKindId, status }) => [duesKindId, status])),
  }
}

/** All members of a kind who stand alike: thousands of ids in one value take a tenth of the time of as many rows. */
interface MembersRow {
  readonly duesKindId: DuesKindId
  readonly isDirect: boolean
  readonly wasDirect: boolean
  readonly isAsked: boolean
  readonly askedIn: AreaId | null
  readonly members: readonly SupporterId[]
}

function standings(rows: readonly MembersRow[]): AskedOfYear['members'] {
  const kinds = new Map<DuesKindId, Map<SupporterId, MemberStanding>>()
  for (const { duesKindId, isDirect, wasDirect, isAsked, askedIn, members } of rows) {
    const kind = kinds.get(duesKindId) ?? new Map<SupporterId, MemberStanding>()
    kinds.set(duesKindId, kind)
    const standing = { isDirect, wasDirect, askedIn: isAsked ? [askedIn] : [] }
    for (const member of members) {
      const other = kind.get(member)
      kind.set(member, other === undefined ? standing : bothOf(standing, other))
    }
  }
  return kinds
}

/** Of somebody with several memberships of a kind. */
function bothOf(one: MemberStanding, other: MemberStanding): MemberStanding {
  return {
    isDirect: one.isDirect || other.isDirect,
    wasDirect: one.wasDirect || other.wasDirect,
    askedIn: [...one.askedIn, ...other.askedIn],
  }
}

/** Households named within an association are in its own line already. */
const fixedLines = `dues_request r JOIN dues_expectation e ON e.request_id = r.id
    WHERE r.fiscal_year = $1::int AND r.status = 'fixed' AND NOT e.is_within_area`

const askedSql = `
  SELECT e.area_id AS "areaId", r.dues_kind_id AS "duesKindId", coalesce(sum(e.households), 0)::int AS households,
      count(e.membership_id)::int AS members, coalesce(sum(e.units), 0)::int AS units, sum(e.expected_yen)::bigint AS "expectedYen"
    FROM ${fixedLines} GROUP BY 1, 2`

const statusesSql = 'SELECT dues_kind_id AS "duesKindId", status FROM dues_request WHERE fiscal_year = $1'

/** Who is direct is told by the same rule as `paidDirectly` (ledger/posting-condition), for this year and the last one. */
const membersSql = `
  SELECT dues_kind_id AS "duesKindId", is_direct AS "isDirect", was_direct AS "wasDirect", is_asked AS "isAsked", asked_in AS "askedIn",
      json_agg(supporter_id) AS members
    FROM (
      SELECT m.supporter_id, m.dues_kind_id,
          m.route = 'direct' AND m.joined_on <= make_date($1::int + 1, 3, 31)
            AND (m.left_on IS NULL OR m.left_on >= make_date($1::int, 4, 1)) AS is_direct,
          m.route = 'direct' AND m.joined_on <= make_date($1::int, 3, 31)
            AND (m.left_on IS NULL OR m.left_on >= make_date($1::int - 1, 4, 1)) AS was_direct,
          asked.membership_id IS NOT NULL AS is_asked, asked.area_id AS asked_in
        FROM membership m LEFT JOIN (SELECT e.membership_id, e.area_id FROM ${fixedLines} AND e.membership_id IS NOT NULL) asked
          ON asked.membership_id = m.id
    ) member WHERE is_direct OR was_direct OR is_asked
    GROUP BY dues_kind_id, is_direct, was_direct, is_asked, asked_in`
