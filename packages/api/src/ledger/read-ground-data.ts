import type { GroundDb } from '@sasaeai/db/ground-at'
import type { Tx } from '@sasaeai/db/in-transaction'
import type { AreaId } from '@sasaeai/domain/ids'
import type { GroundArea, GroundData } from '@sasaeai/domain/ledger/ground-data'

/** How long a copy may be used without asking whether it is still the newest: the price of a hot path. */
const trustedMillis = 1_000

const copies = new WeakMap<GroundDb, { data: GroundData; askedAt: number }>()

/**
 * The council's own tables as the rules need them, from a copy kept in this process. The database raises a version
 * on every change; the copy is read anew when the version has moved, and the version is asked at most once a second.
 * So a source that was closed on another server may take money for one second longer, which does no harm to the
 * books; postings still refer to rows that the database checks.
 *
 * @param notBefore the least version that will do: of an answer that is kept under a version, or of a form that is
 * opened right after its choices were changed.
 */
export async function readGroundData(db: GroundDb, notBefore = 0): Promise<GroundData> {
  const copy = copies.get(db)
  const isTrusted = copy !== undefined && performance.now() - copy.askedAt < trustedMillis
  if (isTrusted && copy.data.version >= notBefore) return copy.data
  const askedAt = performance.now()
  if (copy !== undefined && copy.data.version >= notBefore && (await readGroundVersion(db)) === copy.data.version) {
    copies.set(db, { data: copy.data, askedAt })
    return copy.data
  }
  const data = await loadGroundData(db)
  copies.set(db, { data, askedAt })
  return data
}

/** The version of the ground data as the database has it now. */
export async function readGroundVersion(db: GroundDb): Promise<number> {
  return (await readVersions(db)).ground
}

/** Versions of what answers are kept of: each rises with every change. */
export interface GroundVersions {
  readonly ground: number
  /** Of what a year's dues ask of whom: memberships and requests. */
  readonly dues: number
  /** Of the goals of 共同募金 by area and method. */
  readonly goals: number
  /** Of what gifts are beside their postings: 種類, きっかけ, who stands for a giver, and what 別紙3② was told. */
  readonly gifts: number
}

/** The versions as the database has them now. */
export async function readVersions(db: GroundDb): Promise<GroundVersions> {
  const { rows } = await db.pool.query<GroundVersions>({
    name: 'versions',
    text: 'SELECT version AS ground, dues_version AS dues, goal_version AS goals, gift_version AS gifts FROM ground_version WHERE id = 1',
  })
  return rows[0] ?? { ground: 0, dues: 0, goals: 0, gifts: 0 }
}

async function loadGroundData(db: GroundDb): Promise<GroundData> {
  const { rows } = await db.pool.query<{ ground: GroundRows }>({ name: 'ground-data', text: groundSql })
  return groundDataOf(rows[0]?.ground)
}

/** The ground data as a transaction sees it, its own changes included; no copy is used or kept. */
export async function readGroundDataWithin(tx: Tx): Promise<GroundData> {
  const rows = await tx.$queryRawUnsafe<{ ground: GroundRows }[]>(groundSql)
  return groundDataOf(rows[0]?.ground)
}

function groundDataOf(ground: GroundRows | undefined): GroundData {
  if (ground === undefined) throw new Error('the ground data query answered nothing')
  return {
    version: ground.version,
    accounts: byId(ground.accounts),
    sources: byId(ground.sources),
    campaigns: byId(ground.campaigns),
    methods: byId(ground.methods),
    funds: byId(ground.funds),
    duesKinds: byId(ground.duesKinds),
    areas: areasOf(ground.areas),
  }
}

function byId<Key extends string, Row>(rows: ({ id: Key } & Row)[]): Map<Key, Row> {
  return new Map(rows.map((row) => [row.id, row]))
}

function areasOf({ id, code, name, kana, isClosed, parentId, level }: AreaColumns): GroundData['areas'] {
  const column = <Value>(values: readonly Value[] | null, place: number) => {
    const value = values?.[place]
    if (value === undefined) throw new Error('the columns of the areas differ in length')
    return value
  }
  return new Map(
    (id ?? []).map((areaId, place) => [
      areaId,
      {
        code: column(code, place),
        name: column(name, place),
        kana: column(kana, place),
        isClosed: column(isClosed, place),
        parentId: column(parentId, place),
        level: column(level, place),
      },
    ]),
  )
}

/** The rows as PostgreSQL's JSON brings them; their columns are checked by the tables' own types and constraints. */
type GroundRows = { version: number; areas: AreaColumns } & {
  [Name in Exclude<keyof GroundData, 'version' | 'areas'>]: RowsOf<GroundData[Name]>
}
/** A thousand areas, in the order of their codes, come by column: as objects they would take three times as long. Null for none. */
type AreaColumns = { readonly [Name in keyof GroundArea]: readonly GroundArea[Name][] | null } & { readonly id: readonly AreaId[] | null }
type RowsOf<Collection> = Collection extends ReadonlyMap<infer Key, infer Row> ? ({ id: Key } & Row)[] : never

const groundSql = `
  SELECT json_build_object(
    'version', (SELECT version FROM ground_version WHERE id = 1),
    'accounts', (SELECT coalesce(json_agg(json_build_object('id', id, 'code', code, 'name', name,
        'isClosed', closed_on IS NOT NULL, 'category', category, 'isHeading', is_heading, 'book', book) ORDER BY code), '[]') FROM ledger_account),
    'sources', (SELECT coalesce(json_agg(json_build_object('id', id, 'code', code, 'name', name,
        'isClosed', closed_on IS NOT NULL, 'category', category, 'accountId', account_id) ORDER BY code), '[]') FROM funding_source),
    'campaigns', (SELECT coalesce(json_agg(json_build_object('id', id, 'code', code, 'name', name,
        'isClosed', closed_on IS NOT NULL, 'drive', drive, 'fiscalYear', fiscal_year, 'custodyAccountId', custody_account_id,
        'cashAccountId', cash_account_id)
        ORDER BY fiscal_year DESC, code), '[]') FROM campaign),
    'methods', (SELECT coalesce(json_agg(json_build_object('id', id, 'code', code, 'name', name,
        'isClosed', closed_on IS NOT NULL, 'countMeaning', count_meaning) ORDER BY code), '[]') FROM collection_method),
    'funds', (SELECT coalesce(json_agg(json_build_object('id', id, 'code', code, 'name', name,
        'isClosed', closed_on IS NOT NULL) ORDER BY code), '[]') FROM fund),
    'duesKinds', (SELECT coalesce(json_agg(json_build_object('id', id, 'code', code, 'name', name,
        'isClosed', closed_on IS NOT NULL,
        'terms', (SELECT coalesce(json_agg(json_build_object('fiscalYear', t.fiscal_year, 'unit', t.unit, 'payer', t.payer, 'unitYen', t.unit_yen)
          ORDER BY t.fiscal_year DESC), '[]') FROM dues_terms t WHERE t.dues_kind_id = k.id)) ORDER BY code), '[]') FROM dues_kind k),
    'areas', (SELECT json_build_object('id', array_agg(id), 'code', array_agg(code), 'name', array_agg(name), 'kana', array_agg(kana),
        'isClosed', array_agg(is_closed), 'parentId', array_agg(parent_id), 'level', array_agg(level))
        FROM (SELECT a.*, a.closed_on IS NOT NULL AS is_closed, t.level FROM area a JOIN area_type t ON t.id = a.area_type_id ORDER BY a.code) a)
  ) AS ground`
