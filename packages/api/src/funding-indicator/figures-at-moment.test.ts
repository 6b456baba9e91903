import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { figureFilter } from '@sasaeai/domain/funding-indicator/figure-filter'
import type { PostingFilter } from '@sasaeai/domain/ledger/posting-filter'
import { yen } from '@sasaeai/domain/money/yen'
import { type ACouncil, aCouncil } from '@sasaeai/testing/a-council'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFiscalYear } from '../council/open-fiscal-year.ts'
import { readBooksPosition } from '../ledger/books-position.ts'
import { correctEntry } from '../ledger/correct-entry.ts'
import type { PostedEntry } from '../ledger/post-entries.ts'
import type { PostContributionInput } from '../ledger/post-contribution.ts'
import { listPostings } from '../ledger/posting-list-queries.ts'
import { readReportMoment } from '../ledger/report-moment.ts'
import { reverseEntry } from '../ledger/reverse-entry.ts'
import { fundingCube } from './funding-cube-queries.ts'
import { fundingDashboard } from './funding-dashboard-queries.ts'

let database: TestDatabase
let council: ACouncil

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  const year = await openFiscalYear(council.deps, council.actors.administrator, {
    year: fiscalYear(2027), copyCampaigns: false, copyHouseholds: false, copyTargets: false, copyDuesTerms: false,
  })
  if (!year.ok) throw new Error(year.code)
})
afterAll(() => database.drop())

const years = [fiscalYear(2026), fiscalYear(2027)]
const asOf = localDate('2027-05-10')

type Step =
  | { readonly do: 'post'; readonly day: string; readonly amount: number; readonly isOfDrive: boolean }
  | { readonly do: 'reverse' | 'correct'; readonly pick: number; readonly day: string; readonly amount: number }

const anyDay = fc.constantFrom('2026-04-01', '2026-10-15', '2027-03-31', '2027-04-01', '2027-05-10')
const amount = fc.integer({ min: 1, max: 100_000 })
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('post' as const), day: anyDay, amount, isOfDrive: fc.boolean() }),
  fc.record({ do: fc.constantFrom('reverse' as const, 'correct' as const), pick: fc.nat(), day: anyDay, amount }),
)

test('whatever is posted, corrected and reversed, the figures as of any moment are a plain count up to it, and stay so', async () => {
  const posted: { entry: PostedEntry; slip: PostContributionInput }[] = []
  /** What a moment showed when it was first asked for. */
  const seen = new Map<string, unknown>()
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 5 }), fc.nat(), fc.integer({ min: -1, max: 1 }), async (steps, pick, shift) => {
      for (const step of steps) await take(step, posted)
      const { rows } = await database.db.pool.query<{ at: Date }>('SELECT DISTINCT posted_at AS at FROM journal_entry ORDER BY 1')
      // The last moment may still be going on.
      const past = rows.slice(0, -2)
      const chosen = past[pick % Math.max(past.length, 1)]
      if (chosen === undefined) return
      const moment = new Date(chosen.at.getTime() + shift).toISOString()
      await expectPlainCount(moment)
      for (const [earlier, figures] of seen) expect({ earlier, figures: await figuresAt(earlier) }).toEqual({ earlier, figures })
      seen.set(moment, await figuresAt(moment))
    }),
    { numRuns: 15 },
  )
  expect(seen.size).toBeGreaterThan(5)
})

test('before anything was posted everything is nothing, and after everything it is what it is now', async () => {
  await take({ do: 'post', day: '2026-10-15', amount: 700, isOfDrive: true }, [])
  const [nothing, now] = [await figuresAt('2001-01-01T00:00:00.000Z'), await figuresAt('2150-01-01T00:00:00.000Z')]
  expect(nothing).toEqual({ dashboards: years.map(() => []), cube: [] })
  const present = await Promise.all(years.map((year) => fundingDashboard(council.deps, { fiscalYear: year, asOf })))
  expect(now).toMatchObject({ dashboards: present.map(sourcesOf) })
})

async function take(step: Step, posted: { entry: PostedEntry; slip: PostContributionInput }[]): Promise<void> {
  const { deps, actors } = council
  if (step.do === 'post') {
    const dues = aSlip(council, { entryDate: localDate(step.day), amountYen: yen(step.amount) })
    const drive = {
      fundingSourceId: council.source('共同募金'), campaignId: council.campaign('赤い羽根共同募金'), collectionMethodId: council.method('戸別募金'),
    }
    const slip = step.isOfDrive ? { ...dues, ...drive, duesKindId: undefined } : dues
    posted.push({ entry: await bookSlip(council, slip), slip })
    return
  }
  const chosen = posted[step.pick % posted.length]
  if (chosen === undefined) return
  // What is refused, because it was undone before, leaves nothing behind.
  const undo = { entryId: chosen.entry.id, reversalDate: localDate(step.day), reason: '誤り' }
  if (step.do === 'reverse') await reverseEntry(deps, actors.accountant, undo)
  else {
    const { slipId: _slip, ...contribution } = chosen.slip
    await correctEntry(deps, actors.accountant, { ...undo, contribution: { ...contribution, entryDate: undo.reversalDate, amountYen: yen(step.amount) } })
  }
}

type Dashboard = Awaited<ReturnType<typeof fundingDashboard>>

function sourcesOf({ sources, campaigns }: Dashboard): (readonly [name: string, now: number, before: number])[] {
  return [
    ...sources.map(({ name, thisYen, lastWholeYen }) => [name, thisYen, lastWholeYen] as const),
    ...campaigns.map(({ name, fiscalYear: year, heldYen, broughtForwardYen }) => [`${name} ${year}`, heldYen, broughtForwardYen] as const),
  ].filter(([, now, before]) => now !== 0 || before !== 0)
}

async function figuresAt(moment: string) {
  const at = await readReportMoment(council.deps, moment)
  const [{ cells, fiscalYears, sources }, ...dashboards] = await Promise.all([
    fundingCube(council.deps, at),
    ...years.map((year) => fundingDashboard(council.deps, { fiscalYear: year, asOf, postedUntil: moment })),
  ])
  const cube = cells.map(([year = -1, , source = -1, , , , amountYen = 0, count = 0]) => `${fiscalYears[year]} ${sources[source]} ${amountYen} ${count}`)
  return { dashboards: dashboards.map(sourcesOf), cube: cube.toSorted() }
}

/** Posting by posting, up to the last entry of each year before the first that was posted after the moment. */
async function plainCount(moment: string): Promise<{ year: FiscalYear; source: string; yen: number; postings: number }[]> {
  const { rows } = await database.db.pool.query<{ year: FiscalYear; source: string; yen: number; postings: number }>(
    `SELECT p.fiscal_year AS year, s.name AS source, (-sum(p.amount_yen))::bigint AS yen, count(*) AS postings
      FROM posting p JOIN journal_entry e ON e.id = p.entry_id JOIN funding_source s ON s.id = p.funding_source_id
      WHERE NOT EXISTS (SELECT FROM journal_entry o WHERE o.fiscal_year = e.fiscal_year AND o.entry_number <= e.entry_number AND o.posted_at > $1)
      GROUP BY 1, 2`,
    [moment],
  )
  return rows
}

async function expectPlainCount(moment: string): Promise<void> {
  const counted = await plainCount(moment)
  for (const year of years) {
    const dashboard = await fundingDashboard(council.deps, { fiscalYear: year, asOf, postedUntil: moment })
    const shown = dashboard.sources.filter(({ thisYen }) => thisYen !== 0).map(({ name, thisYen }) => [name, thisYen])
    const ofYear = counted.filter((row) => row.year === year && row.yen !== 0).map((row) => [row.source, row.yen])
    expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(ofYear))
    for (const source of dashboard.sources) {
      // What opens from a figure adds up to it, as of the same moment.
      const filter = figureFilter(dashboard.cut, 'this', { sourceId: source.sourceId, holding: source.holding })
      expect(await opened(filter)).toMatchObject({ totalYen: source.thisYen, count: counted.find((row) => row.year === year && row.source === source.name)?.postings ?? 0 })
    }
  }
  // Before and since are the whole, however they are found: among the kept totals, or posting by posting.
  for (const further of [{}, { minYen: yen(0) }]) {
    const [whole, until, since] = await Promise.all([opened(further), opened({ ...further, postedUntil: moment }), opened({ ...further, postedAfter: moment })])
    expect(until.count + since.count).toBe(whole.count)
    expect(until.totalYen + since.totalYen).toBe(whole.totalYen)
    expect(until.count).toBe(counted.reduce((sum, { postings }) => sum + postings, 0))
  }
  const position = await readBooksPosition(database.db.pool, new Date(moment))
  for (const [year, { id, number }] of position) {
    const { rows } = await database.db.pool.query('SELECT 1 FROM journal_entry WHERE id = $1 AND fiscal_year = $2 AND entry_number = $3', [id, year, number])
    expect(rows).toHaveLength(1)
  }
}

/** The list as it says it is, after its rows have been read to the end. */
async function opened(filter: PostingFilter): Promise<{ count: number; totalYen: number }> {
  let page = await listPostings(council.deps, { filter })
  const { count, totalYen } = page
  const rows = [...page.rows]
  while (page.nextCursor !== null) {
    page = await listPostings(council.deps, { filter, cursor: page.nextCursor })
    rows.push(...page.rows)
  }
  expect({ rows: rows.length, yen: rows.reduce((sum, row) => sum + row.amountYen, 0) }).toEqual({ rows: count, yen: totalYen })
  return { count, totalYen }
}
