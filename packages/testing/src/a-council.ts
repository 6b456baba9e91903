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
  type LedgerAccountId,
} from '@sasaeai/domain/ids'
import type { Role } from '@sasaeai/domain/user/role'
import { roleNames } from '@sasaeai/domain/user/role-name'
import { uuidV7 } from '@sasaeai/domain/uuid-v7'

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
}

interface ACouncilOptions {
  /** The open fiscal year; 2026 (令和8年度) unless told otherwise. */
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

/** Makes ささえ市社会福祉協議会 in an empty test database and answers with the ids of what it laid. */
export async function aCouncil(db: Db, { year = 2026, now }: ACouncilOptions = {}): Promise<ACouncil> {
  const deps = testDeps(db, now ?? new Date(`${year}-10-15T01:00:00Z`))
  const openYear = fiscalYear(year)
  const actors = await inTransaction(db, async (tx) => {
    await layGroundData(deps, tx, { council: { name: 'ささえ市社会福祉協議会', isDemo: true }, fiscalYear: openYear })
    await layAreas(deps, tx)
    return layUsers(deps, tx)
  })
  const { prisma } = db
  const [accounts, sources, campaigns, methods, funds, duesKinds, laidAreas] = await Promise.all([
    prisma.ledgerAccount.findMany(),
    prisma.fundingSource.findMany(),
    prisma.campaign.findMany(),
    prisma.collectionMethod.findMany(),
    prisma.fund.findMany(),
    prisma.duesKind.findMany(),
    prisma.area.findMany(),
  ])
  return {
    deps,
    fiscalYear: openYear,
    actors,
    account: (name) => id(idByName(accounts, name)),
    source: (name) => id(idByName(sources, name)),
    campaign: (name) => id(idByName(campaigns, name)),
    method: (name) => id(idByName(methods, name)),
    fund: (name) => id(idByName(funds, name)),
    duesKind: (name) => id(idByName(duesKinds, name)),
    area: (name) => id(idByName(laidAreas, name)),
  }
}

/** The outside world of a command under test: a real database, a clock that stands still, fresh ids. */
function testDeps(db: Db, now: Date): Deps {
  return { db, now: () => now, newId: () => uuidV7(Date.now(), randomBytes(10)) }
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

async function layUsers(deps: Deps, tx: Tx): Promise<Record<Role, Actor>> {
  const person = (role: Role): Actor => ({ userId: id(deps.newId()), name: roleNames[role], role })
  const actors = {
    administrator: person('administrator'),
    accountant: person('accountant'),
    receptionist: person('receptionist'),
    executive: person('executive'),
    auditor: person('auditor'),
  }
  await tx.user.createMany({
    data: Object.values(actors).map(({ userId, name, role }) => ({ id: userId, name, email: `${role}@example.jp`, role })),
  })
  return actors
}

function idByName(rows: readonly { readonly id: string; readonly name: string }[], name: string): string {
  const row = rows.find((candidate) => candidate.name === name)
  if (row === undefined) throw new Error(`the test council has no ${name}, only ${rows.map((each) => each.name).join(' ')}`)
  return row.id
}
