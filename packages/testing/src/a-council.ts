import { randomBytes } from 'node:crypto'
import { layGroundData } from '@sasaeai/api/council/lay-ground-data'
import type { Actor, Deps } from '@sasaeai/api/deps'
import type { Db } from '@sasaeai/db/database'
import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { fiscalYear, type FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import {
  id,
  type AreaId,
  type CampaignId,
  type CollectionMethodId,
  type DuesKindId,
  type FundId,
  type FundingSourceId,
  type GivingTargetId,
  type LedgerAccountId,
  type PaymentAccountId,
} from '@sasaeai/domain/ids'
import type { Role } from '@sasaeai/domain/user/role'
import { roleNames } from '@sasaeai/domain/user/role-name'
import { ascendingUuids } from '@sasaeai/domain/uuid-v7'

/** A council with an open fiscal year, its default ground data, a handful of areas and a person for every role. */
export interface ACouncil {
  readonly deps: Deps
  readonly fiscalYear: FiscalYear
  readonly actors: Readonly<Record<Role, Actor>>
  /** The looked-up things below go by the name that a clerk reads; an unknown name throws. */
  account(name: string): LedgerAccountId
  source(name: string): FundingSourceId
  campaign(name: string): CampaignId
  method(name: string): CollectionMethodId
  fund(name: string): FundId
  duesKind(name: string): DuesKindId
  area(name: string): AreaId
  /** 受付項目, by the last part of its address. */
  givingTarget(slug: string): GivingTargetId
  /** 支払いの受け口, by its code. */
  paymentAccount(code: string): PaymentAccountId
}

/** The open fiscal year of the council that the test template holds: 令和8年度. */
export const councilYear = 2026

interface ACouncilOptions {
  /** The open fiscal year; that of the template unless told otherwise. */
  readonly year?: number
  /** The clock of `deps`; 15 October of the fiscal year at 10:00 in Tokyo unless told otherwise. */
  readonly now?: Date
}

const areas = [
  { code: '01', name: '日吉校区', kana: 'ヒヨシ', type: '校区', parentCode: '00' },
  { code: '01-01', name: '日吉一丁目自治会', kana: 'ヒヨシイッチョウメ', type: '自治会', parentCode: '01' },
  { code: '01-02', name: '日吉二丁目自治会', kana: 'ヒヨシニチョウメ', type: '自治会', parentCode: '01' },
  { code: '02', name: '篠山校区', kana: 'ササヤマ', type: '校区', parentCode: '00' },
  { code: '02-01', name: '篠山町自治会', kana: 'ササヤママチ', type: '自治会', parentCode: '02' },
] as const

/**
 * ささえ市社会福祉協議会, with the ids of what was laid for it; it is made where the database is empty.
 * @throws Error when the database holds a council whose open year is another.
 */
export async function aCouncil(db: Db, { year = councilYear, now }: ACouncilOptions = {}): Promise<ACouncil> {
  const deps = testDeps(db, now ?? new Date(`${year}-10-15T01:00:00Z`))
  const openYear = fiscalYear(year)
  let { rows } = await db.pool.query<LaidRow>(laidSql)
  if (rows.length === 0) {
    await layCouncil(deps, openYear)
    ;({ rows } = await db.pool.query<LaidRow>(laidSql))
  }
  if (!rows.some(({ kind, name }) => kind === 'year' && name === String(year))) throw new Error(`the test council has no ${year}`)
  const idOf = (kind: LaidKind, name: string) => idByName(rows.filter((row) => row.kind === kind), name)
  return {
    deps,
    fiscalYear: openYear,
    actors: actorsBy((role) => ({ userId: id(idOf('user', roleNames[role])), name: roleNames[role], role })),
    account: (name) => id(idOf('account', name)),
    source: (name) => id(idOf('source', name)),
    campaign: (name) => id(idOf('campaign', name)),
    method: (name) => id(idOf('method', name)),
    fund: (name) => id(idOf('fund', name)),
    duesKind: (name) => id(idOf('duesKind', name)),
    area: (name) => id(idOf('area', name)),
    givingTarget: (slug) => id(idOf('givingTarget', slug)),
    paymentAccount: (code) => id(idOf('paymentAccount', code)),
  }
}

type LaidKind = 'user' | 'account' | 'source' | 'campaign' | 'method' | 'fund' | 'duesKind' | 'area' | 'givingTarget' | 'paymentAccount'
interface LaidRow {
  readonly kind: LaidKind | 'year'
  readonly name: string
  readonly id: string
}

const laidSql = `
  SELECT 'year' AS kind, year::text AS name, '' AS id FROM fiscal_year
  UNION ALL SELECT 'user', name, id::text FROM user_account WHERE NOT is_program
  UNION ALL SELECT 'account', name, id::text FROM ledger_account
  UNION ALL SELECT 'source', name, id::text FROM funding_source
  UNION ALL SELECT 'campaign', name, id::text FROM campaign
  UNION ALL SELECT 'method', name, id::text FROM collection_method
  UNION ALL SELECT 'fund', name, id::text FROM fund
  UNION ALL SELECT 'duesKind', name, id::text FROM dues_kind
  UNION ALL SELECT 'area', name, id::text FROM area
  UNION ALL SELECT 'givingTarget', slug, id::text FROM giving_target
  UNION ALL SELECT 'paymentAccount', code, id::text FROM payment_account`

async function layCouncil(deps: Deps, openYear: FiscalYear): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    await layGroundData(deps, tx, { council: { name: 'ささえ市社会福祉協議会', isDemo: true }, fiscalYear: openYear })
    await layAreas(deps, tx)
    await tx.user.createMany({
      data: Object.values(actorsBy((role) => ({ id: deps.newId(), name: roleNames[role], email: `${role}@example.jp`, role }))),
    })
  })
}

/** The outside world of a command under test: a real database, a clock that stands still, fresh ids. */
function testDeps(db: Db, now: Date): Deps {
  return { db, now: () => now, newId: ascendingUuids(Date.now, () => randomBytes(10)) }
}

async function layAreas(deps: Deps, tx: Tx): Promise<void> {
  const types = await tx.areaType.findMany()
  const root = await tx.area.findFirstOrThrow({ where: { parentId: null } })
  const idsByCode = new Map([[root.code, root.id]])
  for (const { code, name, kana, type, parentCode } of areas) {
    const areaId = deps.newId()
    idsByCode.set(code, areaId)
    const parentId = idsByCode.get(parentCode) ?? null
    await tx.area.create({ data: { id: areaId, areaTypeId: idByName(types, type), code, name, kana, parentId } })
  }
}

function actorsBy<Person>(person: (role: Role) => Person): Record<Role, Person> {
  return {
    administrator: person('administrator'),
    accountant: person('accountant'),
    receptionist: person('receptionist'),
    executive: person('executive'),
    auditor: person('auditor'),
  }
}

function idByName(rows: readonly { readonly id: string; readonly name: string }[], name: string): string {
  const row = rows.find((candidate) => candidate.name === name)
  if (row === undefined) throw new Error(`the test council has no ${name}, only ${rows.map((each) => each.name).join(' ')}`)
  return row.id
}
