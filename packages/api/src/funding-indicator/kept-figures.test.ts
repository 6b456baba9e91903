import { type Db, openDatabase } from '@sasaeai/db/database'
import { type FiscalYear, fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type LocalDate, localDate } from '@sasaeai/domain/calendar/local-date'
import { fundingCut } from '@sasaeai/domain/funding-indicator/funding-cut'
import { type AreaId, id } from '@sasaeai/domain/ids'
import type { PostingFilter } from '@sasaeai/domain/ledger/posting-filter'
import { yen } from '@sasaeai/domain/money/yen'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { onServer } from '@sasaeai/testing/test-cluster'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openFiscalYear } from '../council/open-fiscal-year.ts'
import type { PostContributionInput } from '../ledger/post-contribution.ts'
import type { PostedEntry } from '../ledger/post-entries.ts'
import { totalPostings } from '../ledger/posting-totals.ts'
import { readGroundData, readGroundVersion } from '../ledger/read-ground-data.ts'
import { reverseEntry } from '../ledger/reverse-entry.ts'
import { selectPostings } from '../ledger/select-postings.ts'
import { fundingCube } from './funding-cube-queries.ts'
import { fundingDashboard } from './funding-dashboard-queries.ts'

let database: TestDatabase
let council: ACouncil
/** Two servers: what one keeps in memory, the other knows nothing of. */
let servers: readonly [Db, Db]
/** Where slips come from; more are opened on the way. */
let places: AreaId[]

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  const opened = await openFiscalYear(council.deps, council.actors.administrator, {
    year: fiscalYear(2027), copyCampaigns: false, copyHouseholds: false, copyTargets: false, copyDuesTerms: false,
  })
  if (!opened.ok) throw new Error(opened.code)
  servers = [openDatabase(database.ownerUrl), openDatabase(database.ownerUrl)]
  places = ['ささえ市', '日吉一丁目自治会', '日吉二丁目自治会', '篠山町自治会'].map((name) => council.area(name))
})
afterAll(async () => {
  await Promise.all(servers.map((db) => db.close()))
  await database.drop()
})

const years = [fiscalYear(2026), fiscalYear(2027)]
const districts = ['日吉校区', '篠山校区'] as const
const anyDay = fc.constantFrom('2026-04-01', '2026-10-14', '2026-10-15', '2027-03-31', '2027-04-01', '2027-05-10').map(localDate)

type Step =
  | { readonly do: 'post'; readonly server: number; readonly day: LocalDate; readonly place: number; readonly amount: number }
  | { readonly do: 'reverse'; readonly server: number; readonly pick: number; readonly day: LocalDate }
  | { readonly do: 'move'; readonly place: number; readonly district: (typeof districts)[number] }
  | { readonly do: 'open'; readonly district: (typeof districts)[number] }
  | { readonly do: 'look'; readonly server: number; readonly day: LocalDate; readonly place: number }

const server = fc.constantFrom(0, 1)
const place = fc.nat({ max: 9 })
const district = fc.constantFrom(...districts)
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({
    do: fc.constant('post' as const), server, day: anyDay, place, amount: fc.integer({ min: 1, max: 100_000 }),
  }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reverse' as const), server, pick: fc.nat(), day: anyDay }) },
  fc.record({ do: fc.constant('move' as const), place, district }),
  fc.record({ do: fc.constant('open' as const), district }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant('look' as const), server, day: anyDay, place }) },
)

test('sums brought up to date are what a count finds, whichever server posts and whichever looks, and at once', async () => {
  const posted: PostedEntry[] = []
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(anyStep, { maxLength: 4 }), { maxLength: 6 }), anyDay, place, async (rounds, day, area) => {
      for (const round of rounds) await Promise.all(round.map((step) => take(step, posted)))
      for (const db of servers) await expectAsCounted(db, day, area)
    }),
    { numRuns: 60 },
  )
})

test('a database that was set back, and has since given the same numbers to other entries, is counted anew', async () => {
  const [db] = servers
  const name = new URL(database.ownerUrl).pathname.slice(1)
  const day = localDate('2026-10-15')
  const onlyUs = async (statement: string) => {
    await onServer(inject('testCluster').url, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`)
    await onServer(inject('testCluster').url, statement)
  }
  // As many entries as before the set-back, and one more.
  for (const howMany of [1, 2]) {
    await onlyUs(`CREATE DATABASE ${name}_backup TEMPLATE ${name}`)
    await take({ do: 'post', server: 1, day, place: 1, amount: 700 }, [])
    await expectAsCounted(db, day, 0)
    await onlyUs(`DROP DATABASE ${name} WITH (FORCE)`)
    await onlyUs(`ALTER DATABASE ${name}_backup RENAME TO ${name}`)
    for (let n = 0; n < howMany; n += 1) await take({ do: 'post', server: 1, day, place: 2, amount: 900 }, [])
    await expectAsCounted(db, day, 0)
  }
})

async function take(step: Step, posted: PostedEntry[]): Promise<void> {
  const deps = { ...council.deps, db: servers['server' in step ? step.server : 0] ?? servers[0] }
  switch (step.do) {
    case 'look':
      return look(deps.db, step.day, step.place)
    case 'post': {
      const slip = aSlip(council, {
        entryDate: step.day,
        amountYen: yen(step.amount),
        areaId: placeAt(step.place),
        duesKindId: council.duesKind(step.amount % 2 === 0 ? '一般会費' : '賛助会費'),
      })
      posted.push(await bookSlip({ ...council, deps }, step.amount % 3 === 0 ? ofDrive(slip) : slip))
      return
    }
    case 'reverse': {
      const entry = posted[step.pick % posted.length]
      // What is refused, because it was reversed before, leaves no number behind.
      if (entry !== undefined) await reverseEntry(deps, council.actors.accountant, { entryId: entry.id, reversalDate: step.day, reason: '誤り' })
      return
    }
    case 'move':
      await database.db.prisma.area.updateMany({
        where: { id: placeAt(step.place), parentId: { not: null }, children: { none: {} } },
        data: { parentId: council.area(step.district) },
      })
      return
    case 'open':
      await openArea(council.area(step.district))
  }
}

function ofDrive({ duesKindId: _kind, ...slip }: PostContributionInput): PostContributionInput {
  return { ...slip, fundingSourceId: council.source('共同募金'), campaignId: council.campaign('赤い羽根共同募金'), collectionMethodId: council.method('戸別募金') }
}

function placeAt(pick: number): AreaId {
  return places[pick % places.length] ?? council.area('ささえ市')
}

async function openArea(parentId: AreaId): Promise<void> {
  const { prisma } = database.db
  const { areaTypeId } = await prisma.area.findUniqueOrThrow({ where: { id: council.area('篠山町自治会') } })
  const areaId: AreaId = id(council.deps.newId())
  await prisma.area.create({ data: { id: areaId, areaTypeId, code: areaId, name: '新しい自治会', kana: '', parentId } })
  // Else a server takes no slip of it for a second.
  await Promise.all(servers.map(async (db) => readGroundData(db, await readGroundVersion(db))))
  places.push(areaId)
}

function filters(day: LocalDate, area: number): PostingFilter[] {
  const areaId = placeAt(area)
  return [
    {}, { areaId }, { from: day }, { to: day, areaId }, { fiscalYear: fiscalYear(2026), to: day },
    { accountId: council.account('現金') }, { duesKindId: council.duesKind('賛助会費'), from: day }, { category: 'membership_dues', areaId },
  ]
}

async function look(db: Db, day: LocalDate, area: number): Promise<void> {
  const ground = await readGroundData(db)
  await Promise.all([
    cubeOf(db),
    ...years.map((year) => figuresUntil(db, year, day)),
    ...filters(day, area).map((filter) => totalPostings(db, selectPostings(filter, ground))),
  ])
}

async function expectAsCounted(db: Db, day: LocalDate, area: number): Promise<void> {
  expect(await cubeOf(db)).toEqual(await countedCube())
  for (const year of years) expect(await figuresUntil(db, year, day)).toEqual(await countedFigures(year, day))
  const ground = await readGroundData(db)
  for (const filter of filters(day, area)) {
    const selection = selectPostings(filter, ground)
    // Asked by its amount, too, a list is counted among the postings themselves.
    const counted = await totalPostings(db, { ...selection, search: { minYen: 0 } })
    expect({ filter, ...(await totalPostings(db, selection)) }).toEqual({ filter, ...counted })
  }
}

/** Yen by what they are of. What came out even may stand there or not. */
type Figures = Readonly<Record<string, number>>

function figuresOf(parts: readonly (readonly [key: string, yen: number])[]): Figures {
  return Object.fromEntries(parts.filter(([, amount]) => amount !== 0))
}

async function cubeOf(db: Db): Promise<Figures> {
  const { cells, fiscalYears, districts: districtIds, sources } = await fundingCube({ ...council.deps, db })
  const sums = new Map<string, number>()
  for (const [year = -1, inDistrict = -1, source = -1, , , , amount = 0] of cells) {
    const key = [fiscalYears[year], districtIds[inDistrict], sources[source]].join(' ')
    sums.set(key, (sums.get(key) ?? 0) + amount)
  }
  return figuresOf([...sums])
}

/** 財源ダッシュボード by source, district and drive. */
async function figuresUntil(db: Db, year: FiscalYear, asOf: LocalDate): Promise<Figures> {
  const { sources, districts: rows, campaigns } = await fundingDashboard({ ...council.deps, db }, { fiscalYear: year, asOf })
  const sides = (name: string, { thisYen, lastYen }: { thisYen: number; lastYen: number }) =>
    [[`${name} this`, thisYen], [`${name} last`, lastYen]] as const
  return figuresOf([
    ...sources.flatMap((source) => [...sides(source.name, source), [`${source.name} last whole`, source.lastWholeYen] as const]),
    ...rows.flatMap(({ name, categories }) => categories.flatMap((each) => sides(`${name} ${each.category}`, each))),
    ...campaigns.map(({ name, fiscalYear: of, heldYen }) => [`${name} ${of} held`, heldYen] as const),
  ])
}

/** The plainest way: posting by posting. In this council an area lies right below its district. */
async function count(key: string, condition: string, values: readonly unknown[] = []): Promise<(readonly [string, number])[]> {
  const { rows } = await database.db.pool.query<{ key: string; yen: number }>(
    `SELECT ${key} AS key, (-sum(p.amount_yen))::bigint AS yen
      FROM posting p LEFT JOIN funding_source s ON s.id = p.funding_source_id LEFT JOIN campaign c ON c.id = p.campaign_id
        LEFT JOIN area a ON a.id = p.area_id LEFT JOIN area d ON d.id = a.parent_id AND d.parent_id IS NOT NULL
      WHERE ${condition} GROUP BY 1 HAVING ${key} IS NOT NULL`,
    [...values],
  )
  return rows.map((row) => [row.key, row.yen])
}

async function countedCube(): Promise<Figures> {
  return figuresOf(await count(`concat(p.fiscal_year, ' ', d.id, ' ', s.id)`, 's.id IS NOT NULL'))
}

async function countedFigures(year: FiscalYear, day: LocalDate): Promise<Figures> {
  const { asOf, lastYear, lastAsOf } = fundingCut({ fiscalYear: year, asOf: day }, day)
  const ofYear = 'p.fiscal_year = $1 AND p.entry_date <= $2::date AND s.id IS NOT NULL'
  const both = (key: string) => [count(`${key} || ' this'`, ofYear, [year, asOf]), count(`${key} || ' last'`, ofYear, [lastYear, lastAsOf])]
  const counted = await Promise.all([
    ...both('s.name'),
    ...both(`d.name || ' ' || s.category`),
    count(`s.name || ' last whole'`, 'p.fiscal_year = $1 AND s.id IS NOT NULL', [lastYear]),
    count(`c.name || ' ' || c.fiscal_year || ' held'`, '(p.fiscal_year < $1 OR p.fiscal_year = $1 AND p.entry_date <= $2::date)', [year, asOf]),
  ])
  return figuresOf(counted.flat())
}
