import type { GroundDb } from '@sasaeai/db/ground-at'
import { areasMeantBy } from '@sasaeai/domain/area/area-lookup'
import type { HouseholdBasis } from '@sasaeai/domain/area/household-basis'
import type { HouseholdCount } from '@sasaeai/domain/area/households-of-year'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { AreaId, AreaTypeId } from '@sasaeai/domain/ids'
import type { LookupInput } from '@sasaeai/domain/text/lookup-input'
import type { Deps } from '../deps.ts'

export interface AreaRow {
  readonly areaId: AreaId
  readonly parentId: AreaId | null
  readonly areaTypeId: AreaTypeId
  readonly typeName: string
  /** 0 for the root, rising towards 班. */
  readonly level: number
  readonly code: string
  readonly name: string
  readonly kana: string
  readonly note: string
  readonly revision: number
  readonly closedOn: LocalDate | null
}

/** Every area, closed ones included, in the order of their codes: the page builds the tree from it. */
export async function listAreas({ db }: { readonly db: GroundDb }): Promise<AreaRow[]> {
  const { rows } = await db.pool.query<AreaRow>(`SELECT ${areaColumns} FROM ${areaTables} ORDER BY a.code`)
  return rows
}

/** The households recorded for a fiscal year, which come by column: a thousand of them as rows would take three times as long. */
export async function listHouseholds({ db }: { readonly db: GroundDb }, year: FiscalYear): Promise<HouseholdCount[]> {
  const { rows: [found] } = await db.pool.query<HouseholdColumns>({
    name: 'households',
    text: `SELECT coalesce(json_agg(area_id), '[]') AS "areaIds", coalesce(json_agg(basis), '[]') AS bases,
        coalesce(json_agg(households), '[]') AS counts, coalesce(json_agg(as_of), '[]') AS days
      FROM area_household WHERE fiscal_year = $1`,
    values: [year],
  })
  if (found === undefined) throw new Error('the households query answered nothing')
  const { areaIds, bases, counts, days } = found
  return areaIds.flatMap((areaId, place) => {
    const [basis, households, asOf] = [bases[place], counts[place], days[place]]
    return basis === undefined || households === undefined || asOf === undefined ? [] : [{ areaId, basis, households, asOf }]
  })
}

interface HouseholdColumns {
  readonly areaIds: readonly AreaId[]
  readonly bases: readonly HouseholdBasis[]
  readonly counts: readonly number[]
  readonly days: readonly LocalDate[]
}

/** What the council calls the levels of its tree, from the root down. */
export async function listAreaTypes({
  db,
}: Deps): Promise<{ areaTypeId: AreaTypeId; name: string; level: number; areas: number }[]> {
  const { rows } = await db.pool.query<{ areaTypeId: AreaTypeId; name: string; level: number; areas: number }>(
    `SELECT t.id AS "areaTypeId", t.name, t.level, count(a.id) AS areas
     FROM area_type t LEFT JOIN area a ON a.area_type_id = t.id GROUP BY t.id ORDER BY t.level, t.name`,
  )
  return rows
}

/** What the council calls the areas right below its root, as 校区. */
export async function nameOfDistricts({ db }: { readonly db: GroundDb }): Promise<string> {
  const { rows } = await db.pool.query<{ name: string }>({
    name: 'district-type',
    text: 'SELECT name FROM area_type WHERE level > 0 ORDER BY level, name LIMIT 1',
  })
  return rows[0]?.name ?? '地域'
}

/** What tells two areas of the same name apart while a clerk types. */
export interface AreaChoice {
  readonly areaId: AreaId
  readonly code: string
  readonly name: string
  readonly kana: string
  readonly typeName: string
  readonly parentName: string | null
}

/** The areas in use that the typed characters may mean, best first. A council has some thousand areas at the most. */
export async function lookupAreas(
  { db }: Deps,
  { text, limit }: LookupInput,
): Promise<AreaChoice[]> {
  const { rows } = await db.pool.query<AreaChoice>(
    `SELECT a.id AS "areaId", a.code, a.name, a.kana, t.name AS "typeName", p.name AS "parentName"
     FROM ${areaTables} LEFT JOIN area p ON p.id = a.parent_id WHERE a.closed_on IS NULL ORDER BY a.code`,
  )
  return areasMeantBy(rows, text, limit)
}

const areaTables = 'area a JOIN area_type t ON t.id = a.area_type_id'
const areaColumns = `a.id AS "areaId", a.parent_id AS "parentId", a.area_type_id AS "areaTypeId", t.name AS "typeName",
  t.level, a.code, a.name, a.kana, a.note, a.revision, a.closed_on AS "closedOn"`
