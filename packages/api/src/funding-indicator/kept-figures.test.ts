import { type Db, openDatabase } from '@sasaeai/db/database'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type LocalDate, localDate } from '@sasaeai/domain/calendar/local-date'
import type { PostingFilter } from '@sasaeai/domain/ledger/posting-filter'
import { yen } from '@sasaeai/domain/money/yen'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { onServer } from '@sasaeai/testing/test-cluster'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openFiscalYear } from '../council/open-fiscal-year.ts'
import { inOneState } from '../ledger/in-one-state.ts'
import { keptSums, type SumsQuestion } from '../ledger/kept-sums.ts'
import type { PostedEntry } from '../ledger/post-entries.ts'
import { totalPostings } from '../ledger/posting-totals.ts'
import { readGroundData } from '../ledger/read-ground-data.ts'
import { reverseEntry } from '../ledger/reverse-entry.ts'
import { selectPostings } from '../ledger/select-postings.ts'
import { cubeSums } from './cube-sums.ts'
import { broughtForwardSums, daySums, districtSums } from './dashboard-sums.ts'
import { districtsOfGround } from './districts-of-ground.ts'

let database: TestDatabase
let council: ACouncil
/** Two servers: what one keeps in memory, the other knows nothing of. */
let servers: readonly [Db, Db]

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  const opened = await openFiscalYear(council.deps, council.actors.administrator, {
    year: fiscalYear(2027), copyCampaigns: false, copyHouseholds: false, copyTargets: false, copyDuesTerms: false,
  })
  if (!opened.ok) throw new Error(opened.code)
  servers = [openDatabase(database.ownerUrl), openDatabase(database.ownerUrl)]
})
afterAll(async () => {
  await Promise.all(servers.map((db) => db.close()))
  await database.drop()
})

const places = ['ささえ市', '日吉一丁目自治会', '日吉二丁目自治会', '篠山町自治会']
const anyDay = fc.constantFrom('2026-04-01', '2026-10-14', '2026-10-15', '2027-03-31', '2027-04-01', '2027-05-10').map(localDate)

type Step =
  | { readonly do: 'post'; readonly server: number; readonly day: LocalDate; readonly place: number; readonly amount: number }
  | { readonly do: 'reverse'; readonly server: number; readonly pick: number; readonly day: LocalDate }
  | { readonly do: 'look'; readonly server: number; readonly day: LocalDate; readonly place: number }

const server = fc.constantFrom(0, 1)
const place = fc.nat({ max: places.length - 1 })
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('post' as const), server, day: anyDay, place, amount: fc.integer({ min: 1, max: 100_000 }) }),
  fc.record({ do: fc.constant('reverse' as const), server, pick: fc.nat(), day: anyDay }),
  fc.record({ do: fc.constant('look' as const), server, day: anyDay, place }),
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
}, 120_000)

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
  const deps = { ...council.deps, db: servers[step.server] ?? servers[0] }
  if (step.do === 'look') return look(deps.db, step.day, step.place)
  if (step.do === 'post') {
    const duesKindId = council.duesKind(step.amount % 2 === 0 ? '一般会費' : '賛助会費')
    const slip = aSlip(council, {
      entryDate: step.day,
      amountYen: yen(step.amount),
      areaId: council.area(places[step.place] ?? ''),
      duesKindId,
    })
    posted.push(await bookSlip({ ...council, deps }, slip))
    return
  }
  const entry = posted[step.pick % posted.length]
  if (entry === undefined) return
  // What is refused, because it was reversed before, leaves no number behind.
  await reverseEntry(deps, council.actors.accountant, { entryId: entry.id, reversalDate: step.day, reason: '誤り' })
}

/** Everything that is kept for a page of figures until a day, and for lists. */
async function figures(db: Db, day: LocalDate): Promise<Figure[]> {
  const districts = districtsOfGround(await readGroundData(db))
  const [now, next] = [fiscalYear(2026), fiscalYear(2027)]
  return [
    figure(db, daySums(now)),
    figure(db, daySums(next)),
    figure(db, broughtForwardSums(next)),
    figure(db, districtSums({ year: now, until: day, districts })),
    figure(db, districtSums({ year: next, until: day, districts })),
    figure(db, cubeSums({ first: now, last: now }, districts)),
    figure(db, cubeSums({ first: now, last: next }, districts)),
  ]
}

interface Figure {
  readonly name: string
  readonly kept: () => Promise<ReadonlyMap<string, unknown>>
  readonly counted: () => Promise<ReadonlyMap<string, unknown>>
}

function figure<Key extends string, Sum>(db: Db, question: SumsQuestion<Map<Key, Sum>>): Figure {
  return { name: question.name, kept: () => keptSums(db, question), counted: () => inOneState(db, (books) => question.count(books)) }
}

function filters(day: LocalDate, area: number): PostingFilter[] {
  const areaId = council.area(places[area] ?? '')
  return [
    {}, { areaId }, { from: day }, { to: day, areaId }, { fiscalYear: fiscalYear(2026), to: day },
    { accountId: council.account('現金') }, { duesKindId: council.duesKind('賛助会費'), from: day }, { category: 'membership_dues', areaId },
  ]
}

async function look(db: Db, day: LocalDate, area: number): Promise<void> {
  const ground = await readGroundData(db)
  await Promise.all([
    ...(await figures(db, day)).map(({ kept }) => kept()),
    ...filters(day, area).map((filter) => totalPostings(db, selectPostings(filter, ground))),
  ])
}

async function expectAsCounted(db: Db, day: LocalDate, area: number): Promise<void> {
  for (const { name, kept, counted } of await figures(db, day)) {
    // With its name, which a failure then shows.
    expect([name, withoutZeros(await kept())]).toEqual([name, withoutZeros(await counted())])
  }
  const ground = await readGroundData(db)
  for (const filter of filters(day, area)) {
    const selection = selectPostings(filter, ground)
    // Asked by its amount, too, a list is counted among the postings themselves.
    const counted = await totalPostings(db, { ...selection, search: { minYen: 0 } })
    expect({ filter, ...(await totalPostings(db, selection)) }).toEqual({ filter, ...counted })
  }
}

/** A sum that came out even may stand there or not. */
function withoutZeros(sums: ReadonlyMap<string, unknown>): unknown[] {
  const isZero = (sum: unknown) => sum === 0 || (typeof sum === 'object' && sum !== null && Reflect.get(sum, 'amountYen') === 0)
  return [...sums].filter(([, sum]) => !isZero(sum)).toSorted(([left], [right]) => (left < right ? -1 : 1))
}
