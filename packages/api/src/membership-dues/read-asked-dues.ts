import type { Db } from '@sasaeai/db/database'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { AreaId, DuesKindId, SupporterId } from '@sasaeai/domain/ids'
import { payerKeyOf, placeKeyOf } from './received-dues.ts'

interface AskedPlace {
  readonly areaId: AreaId | null
  readonly duesKindId: DuesKindId
  readonly placeKey: string
}

/** What was asked; the area is null for what members pay directly. */
export interface AskedDues extends AskedPlace {
  readonly households: number
  readonly members: number
  readonly units: number
  readonly expectedYen: number
}

/** Who was asked by name. */
export interface AskedMember extends AskedPlace {
  readonly payerKey: string
}

/** Who is a direct member of a kind in a year, by payerKey. */
export type DirectMembers = ReadonlySet<string>

export interface AskedOfYear {
  readonly dues: readonly AskedDues[]
  readonly members: readonly AskedMember[]
  readonly direct: DirectMembers
  readonly directLastYear: DirectMembers
  /** How far the requests of the year have come; a kind without a request is missing. */
  readonly statuses: ReadonlyMap<DuesKindId, 'draft' | 'fixed'>
}

/** What the fixed requests of a year ask of whom, and who pays directly. All of it raises the version of the ground data. */
export async function readAskedOfYear(db: Db, year: FiscalYear): Promise<AskedOfYear> {
  const [dues, members, direct, statuses] = await Promise.all([
    db.pool.query<Omit<AskedDues, 'placeKey'>>({ name: 'dues-asked', text: askedSql, values: [year] }),
    db.pool.query<MemberRow>({ name: 'dues-asked-members', text: membersSql, values: [year] }),
    db.pool.query<DirectMember>({ name: 'dues-direct-members', text: directSql, values: [year] }),
    db.pool.query<{ duesKindId: DuesKindId; status: 'draft' | 'fixed' }>(
      'SELECT dues_kind_id AS "duesKindId", status FROM dues_request WHERE fiscal_year = $1',
      [year],
    ),
  ])
  const keysOf = (rows: readonly DirectMember[]) => new Set(rows.map(payerKeyOf))
  return {
    dues: dues.rows.map((row) => ({ ...row, placeKey: placeKeyOf(row) })),
    members: members.rows.map((row) => ({ ...row, placeKey: placeKeyOf(row), payerKey: payerKeyOf(row) })),
    direct: keysOf(direct.rows.filter(({ isNow }) => isNow)),
    directLastYear: keysOf(direct.rows.filter(({ wasLastYear }) => wasLastYear)),
    statuses: new Map(statuses.rows.map(({ duesKindId, status }) => [duesKindId, status])),
  }
}

type MemberRow = Pick<AskedMember, 'areaId' | 'duesKindId'> & { readonly supporterId: SupporterId }

interface DirectMember {
  readonly supporterId: SupporterId
  readonly duesKindId: DuesKindId
  readonly isNow: boolean
  readonly wasLastYear: boolean
}

/** Households named within an association are in its own line already. */
const askedSql = `
  SELECT e.area_id AS "areaId", r.dues_kind_id AS "duesKindId", coalesce(sum(e.households), 0)::int AS households,
      count(e.membership_id)::int AS members, coalesce(sum(e.units), 0)::int AS units, sum(e.expected_yen)::bigint AS "expectedYen"
    FROM dues_request r JOIN dues_expectation e ON e.request_id = r.id
    WHERE r.fiscal_year = $1 AND r.status = 'fixed' AND NOT e.is_within_area
    GROUP BY 1, 2`

const membersSql = `
  SELECT e.area_id AS "areaId", m.dues_kind_id AS "duesKindId", m.supporter_id AS "supporterId"
    FROM dues_request r JOIN dues_expectation e ON e.request_id = r.id JOIN membership m ON m.id = e.membership_id
    WHERE r.fiscal_year = $1 AND r.status = 'fixed' AND NOT e.is_within_area`

/** The same rule as `paidDirectly` (ledger/posting-condition), for this year and the last one at once. */
const directSql = `
  SELECT supporter_id AS "supporterId", dues_kind_id AS "duesKindId",
      joined_on <= make_date($1::int + 1, 3, 31) AND (left_on IS NULL OR left_on >= make_date($1::int, 4, 1)) AS "isNow",
      joined_on <= make_date($1::int, 3, 31) AND (left_on IS NULL OR left_on >= make_date($1::int - 1, 4, 1)) AS "wasLastYear"
    FROM membership
    WHERE route = 'direct' AND joined_on <= make_date($1::int + 1, 3, 31) AND (left_on IS NULL OR left_on >= make_date($1::int - 1, 4, 1))`
