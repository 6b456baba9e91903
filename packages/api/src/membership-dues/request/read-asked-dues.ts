import type { GroundDb } from '@sasaeai/db/ground-at'
import { type FiscalYear, firstDayOf, fiscalYear, lastDayOf } from '@sasaeai/domain/calendar/fiscal-year'
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
  /** 名寄せ: who stands for those that were merged, under whose ids payments may have been booked. */
  readonly survivors: ReadonlyMap<SupporterId, SupporterId>
  /** How far the requests of the year have come; a kind without a request is missing. */
  readonly statuses: ReadonlyMap<DuesKindId, 'draft' | 'fixed'>
}

/** What the fixed requests of a year ask of whom, and who pays directly. All of it raises the version of the dues. */
export async function readAskedOfYear({ pool }: GroundDb, year: FiscalYear): Promise<AskedOfYear> {
  const values = [year]
  const [dues, members, statuses, merged] = await Promise.all([
    pool.query<AskedColumns>({ name: 'dues-asked', text: askedSql, values }),
    pool.query<MembersRow>({ name: 'dues-members', text: membersSql, values: [year, firstDayOf(year), lastDayOf(year), firstDayOf(fiscalYear(year - 1))] }),
    pool.query<{ duesKindId: DuesKindId; status: 'draft' | 'fixed' }>({ name: 'dues-request-statuses', text: statusesSql, values }),
    pool.query<{ id: SupporterId; survivorId: SupporterId }>(
      'SELECT id, merged_into_id AS "survivorId" FROM supporter WHERE merged_into_id IS NOT NULL',
    ),
  ])
  return {
    dues: dues.rows.flatMap(askedOfKind),
    members: standings(members.rows),
    survivors: new Map(merged.rows.map(({ id, survivorId }) => [id, survivorId])),
    statuses: new Map(statuses.rows.map(({ duesKindId, status }) => [duesKindId, status])),
  }
}

/** What was asked of a kind, by column: a thousand areas come in one row, in a fraction of the time of as many rows. */
interface AskedColumns {
  readonly duesKindId: DuesKindId
  readonly areaIds: readonly (AreaId | null)[]
  readonly households: readonly number[]
  readonly members: readonly number[]
  readonly units: readonly number[]
  readonly expectedYen: readonly number[]
}

function askedOfKind({ duesKindId, areaIds, households, members, units, expectedYen }: AskedColumns): AskedDues[] {
  return areaIds.map((areaId, place) => ({
    areaId,
    duesKindId,
    households: households[place] ?? 0,
    members: members[place] ?? 0,
    units: units[place] ?? 0,
    expectedYen: expectedYen[place] ?? 0,
  }))
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

/** The lines of the fixed requests of a year. Households named within an association are in its own line already. */
const isAsked = `NOT e.is_within_area
  AND e.request_id = ANY(ARRAY(SELECT id FROM dues_request WHERE fiscal_year = $1::int AND status = 'fixed'))`

const askedSql = `
  SELECT r.dues_kind_id AS "duesKindId", json_agg(area_id) AS "areaIds", json_agg(asked.households) AS households,
      json_agg(asked.members) AS members, json_agg(asked.units) AS units, json_agg(asked.yen) AS "expectedYen"
    FROM (
      SELECT e.request_id, e.area_id, coalesce(sum(e.households), 0) AS households, count(e.membership_id) AS members,
          coalesce(sum(e.units), 0) AS units, sum(e.expected_yen)::bigint AS yen
        FROM dues_expectation e WHERE ${isAsked} GROUP BY 1, 2) asked
    JOIN dues_request r ON r.id = asked.request_id
    GROUP BY 1`

const statusesSql = 'SELECT dues_kind_id AS "duesKindId", status FROM dues_request WHERE fiscal_year = $1'

/**
 * Who is direct is told by the same rule as `paidDirectly` (ledger/posting-condition), for this year and the last one.
 * $2 and $3 are the first day of this year and its last one, $4 the first of last year. OFFSET 0 has it worked out once for
 * each member, not again for what they are grouped by.
 */
const membersSql = `
  SELECT dues_kind_id AS "duesKindId", is_direct AS "isDirect", was_direct AS "wasDirect", is_asked AS "isAsked", asked_in AS "askedIn",
      json_agg(supporter_id) AS members
    FROM (
      SELECT m.supporter_id, m.dues_kind_id,
          m.route = 'direct' AND m.joined_on <= $3::date AND (m.left_on IS NULL OR m.left_on >= $2::date) AS is_direct,
          m.route = 'direct' AND m.joined_on < $2::date AND (m.left_on IS NULL OR m.left_on >= $4::date) AS was_direct,
          e.membership_id IS NOT NULL AS is_asked, e.area_id AS asked_in
        FROM membership m LEFT JOIN dues_expectation e ON e.membership_id = m.id AND ${isAsked} OFFSET 0
    ) member WHERE is_direct OR was_direct OR is_asked
    GROUP BY dues_kind_id, is_direct, was_direct, is_asked, asked_in`
