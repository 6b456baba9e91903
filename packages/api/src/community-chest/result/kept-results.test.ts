import { type Db, openDatabase } from '@sasaeai/db/database'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { totalOfResult, yearAsked } from '@sasaeai/domain/community-chest/result/campaign-result'
import { resultYearFilter } from '@sasaeai/domain/community-chest/result/result-figure-filter'
import type { CampaignId } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { aChestSlip } from '@sasaeai/testing/a-chest-slip'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { lastYearsDrives } from '@sasaeai/testing/a-drive'
import { bookSlip } from '@sasaeai/testing/a-slip'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listPostings } from '../../ledger/posting-list-queries.ts'
import type { PostedEntry } from '../../ledger/post-entries.ts'
import { reverseEntry } from '../../ledger/reverse-entry.ts'
import { readCampaignResult } from './campaign-result-query.ts'
import { readCollectedDays } from './collected-days-query.ts'

let database: TestDatabase
let council: ACouncil
/** Two servers: what one keeps in memory, the other knows nothing of. */
let servers: readonly [Db, Db]
let campaigns: readonly [CampaignId, CampaignId, CampaignId]

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  const lastYears = await lastYearsDrives(council)
  campaigns = [council.campaign('赤い羽根共同募金'), council.campaign('歳末たすけあい'), lastYears('赤い羽根共同募金')]
  servers = [openDatabase(database.ownerUrl), openDatabase(database.ownerUrl)]
})
afterAll(async () => {
  await Promise.all(servers.map((db) => db.close()))
  await database.drop()
})

const server = fc.constantFrom(0 as const, 1 as const)
const anyStep = fc.oneof(
  { weight: 4, arbitrary: fc.record({
    do: fc.constant('pay' as const), server, day: fc.constantFrom('2025-10-15', '2025-12-01', '2026-04-02', '2026-10-15', '2026-12-01').map(localDate),
    campaign: fc.nat({ max: 2 }), method: fc.constantFrom('戸別募金', '街頭募金', '法人募金'),
    place: fc.constantFrom('ささえ市', '日吉校区', '日吉一丁目自治会', '篠山町自治会', undefined), amount: fc.integer({ min: 1, max: 9_000 }),
  }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reverse' as const), server, pick: fc.nat() }) },
  fc.record({ do: fc.constant('goal' as const), targetYen: fc.integer({ min: 0, max: 90_000 }) }),
  fc.record({ do: fc.constant('look' as const), server }),
)
type Step = typeof anyStep extends fc.Arbitrary<infer Value> ? Value : never

test('results that are kept are what a server finds that has kept nothing, whichever server books and looks', async () => {
  const posted: PostedEntry[] = []
  const anyUntil = fc.constantFrom('2026-10-14', '2026-10-15', '2027-03-31', '2027-10-20').map(localDate)
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(anyStep, { maxLength: 4 }), { maxLength: 5 }), anyUntil, fc.boolean(), async (rounds, until, isOne) => {
      for (const round of rounds) await Promise.all(round.map((step) => take(step, posted)))
      const asked = { fiscalYear: council.fiscalYear, until, ...(isOne ? { campaignId: campaigns[0] } : {}) }
      const seenBy = async (db: Db) => {
        const deps = { ...council.deps, db }
        const { years } = await readCampaignResult(deps, { ...asked, years: 2 })
        const { now, last } = await readCollectedDays(deps, asked)
        return { now, last, years: years.map(({ methods, areas, ...year }) => ({ ...year, methods: inOrder(methods), areas: inOrder(areas) })) }
      }
      const fresh = openDatabase(database.ownerUrl)
      const expected = await seenBy(fresh)
      await fresh.close()
      for (const db of servers) expect(await seenBy(db)).toEqual(expected)
    }),
    { numRuns: 30 },
  )
})

test('as of a past moment a result and its days say what was collected by then, and open exactly that', async () => {
  const posted: PostedEntry[] = []
  const pay = (amount: number, day: string) =>
    take({ do: 'pay', server: 0, day: localDate(day), campaign: 0, method: '戸別募金', place: '篠山町自治会', amount }, posted)
  await pay(4_000, '2026-10-15')
  await pay(1_500, '2026-12-01')
  const asked = { fiscalYear: council.fiscalYear, until: localDate('2026-12-31'), campaignId: campaigns[0] }
  const collectedOf = async (postedUntil?: string) => {
    const result = await readCampaignResult(council.deps, { ...asked, postedUntil, years: 2 })
    const days = await readCollectedDays(council.deps, { ...asked, postedUntil })
    return { result, days, said: { days: days.now, methods: inOrder(yearAsked(result).methods), areas: inOrder(yearAsked(result).areas) } }
  }
  const then = await collectedOf()
  const { rows } = await database.db.pool.query<{ at: Date }>('SELECT max(posted_at) AS at, pg_sleep(0.01) FROM journal_entry')
  const postedUntil = rows[0]?.at.toISOString() ?? ''
  await take({ do: 'reverse', server: 0, pick: 0 }, posted)
  await pay(70, '2026-10-15')
  await take({ do: 'goal', targetYen: 99_999 }, posted)
  const [areaId, households] = [council.area('篠山町自治会'), 77]
  await database.db.prisma.areaHousehold.create({ data: { areaId, fiscalYear: council.fiscalYear, basis: 'association_membership', households, asOf: new Date('2026-04-01') } })

  const now = await collectedOf()
  expect(now.said).not.toEqual(then.said)
  expect(now.result.households?.counts.get(areaId)).toBe(households)
  const past = await collectedOf(postedUntil)
  expect(past.said).toEqual(then.said)
  expect(past.result.households).toEqual(then.result.households)
  const { totalYen } = await listPostings(council.deps, { filter: resultYearFilter(past.result.scope, yearAsked(past.result)) })
  expect(totalYen).toBe(totalOfResult(then.result).collectedYen)
})

/** What was all taken back stands with zeros where it was kept, and not at all where it is counted. */
function inOrder(facts: readonly { goalYen: number; collectedYen: number }[]): string[] {
  return facts.filter(({ goalYen, collectedYen }) => goalYen !== 0 || collectedYen !== 0).map((fact) => JSON.stringify(fact)).toSorted()
}

async function take(step: Step, posted: PostedEntry[]): Promise<void> {
  const db = servers['server' in step ? step.server : 0]
  const deps = { ...council.deps, db }
  switch (step.do) {
    case 'look':
      await readCampaignResult(deps, { fiscalYear: council.fiscalYear, years: 2 })
      return
    case 'goal': {
      const key = { campaignId: campaigns[0], areaId: council.area('篠山町自治会'), collectionMethodId: council.method('戸別募金') }
      const { targetYen } = step
      await db.prisma.campaignGoal.upsert({ where: { campaignId_areaId_collectionMethodId: key }, create: { ...key, targetYen }, update: { targetYen } })
      return
    }
    case 'pay': {
      const campaignId = campaigns[step.campaign] ?? campaigns[0]
      const source = council.source(campaignId === campaigns[1] ? '歳末たすけあい' : '共同募金')
      posted.push(await bookSlip({ ...council, deps }, aChestSlip(council, {
        entryDate: step.day, amountYen: yen(step.amount), count: step.amount % 7, campaignId, fundingSourceId: source,
        collectionMethodId: council.method(step.method), areaId: step.place === undefined ? undefined : council.area(step.place),
      })))
      return
    }
    case 'reverse': {
      const [entry] = posted.splice(step.pick % Math.max(1, posted.length), 1)
      if (entry === undefined) return
      const input = { entryId: entry.id, reversalDate: localDate('2026-12-02'), reason: '誤り' }
      await reverseEntry(deps, council.actors.accountant, input)
    }
  }
}
