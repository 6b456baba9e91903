import { type FiscalYear, fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import type { JournalEntryId, SupporterId } from '@sasaeai/domain/ids'
import { duesCut } from '@sasaeai/domain/membership-dues/progress/dues-cut'
import { yen } from '@sasaeai/domain/money/yen'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { done } from '@sasaeai/testing/a-grant'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { collectedSums } from '../community-chest/result/collected-sums.ts'
import { openFiscalYear } from '../council/open-fiscal-year.ts'
import type { BooksPosition } from '../ledger/books-position.ts'
import { inOneState } from '../ledger/in-one-state.ts'
import { readGroundData } from '../ledger/read-ground-data.ts'
import { readLastEntries } from '../ledger/read-new-postings.ts'
import { reverseEntry } from '../ledger/reverse-entry.ts'
import { type PastSumsQuestion, sumsAt } from '../ledger/sums-at.ts'
import { receivedDues } from '../membership-dues/progress/received-dues.ts'
import { createSupporter } from '../supporter/create-supporter.ts'
import type { AreaTally } from './area-tally.ts'
import { cubeSums } from './cube-sums.ts'
import { collectedDaySums } from '../community-chest/remittance/collected-day-sums.ts'
import { custodySums } from '../community-chest/remittance/custody-sums.ts'
import { yearSums } from './dashboard-sums.ts'
import { pastYearsSums } from './executive/past-years-sums.ts'
import { waySums } from './executive/way-sums.ts'
import { ledgerYearSums } from './income/ledger-year-sums.ts'
import { indicatorDaySums, indicatorYearSums } from './indicator/indicator-sums.ts'
import { type GiftsOfYears, readGiftFacts } from './indicator/read-gift-facts.ts'

let database: TestDatabase
let council: ACouncil
let members: SupporterId[]
const years = [2026, 2027].map((year) => fiscalYear(year))
const until = localDate('2027-05-10')

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  await done(openFiscalYear(council.deps, council.actors.administrator, { year: fiscalYear(2027), copyCampaigns: false, copyHouseholds: false, copyTargets: false, copyDuesTerms: true }))
  members = []
  for (const name of ['一号', '二号', '三号']) {
    const details = supporterDetailsSchema.parse({ kind: 'organization', name, kana: 'ゴウ' })
    members.push((await done(createSupporter(council.deps, council.actors.accountant, details))).supporterId)
  }
})
afterAll(() => database.drop())

interface Step {
  readonly do: 'dues' | 'drive' | 'gift' | 'reverse'
  readonly day: string
  readonly pick: number
  readonly amount: number
}

const anyStep: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom('dues', 'drive', 'gift', 'gift', 'reverse'),
  day: fc.constantFrom('2026-04-01', '2026-10-15', '2027-03-31', '2027-04-01', '2027-05-10', '2027-05-11'),
  pick: fc.nat(5),
  amount: fc.integer({ min: 1, max: 9 }),
})

async function take({ do: what, day, pick, amount }: Step, standing: JournalEntryId[]): Promise<void> {
  if (what === 'reverse') {
    const [entryId] = standing.splice(pick % Math.max(standing.length, 1), 1)
    if (entryId !== undefined) await reverseEntry(council.deps, council.actors.accountant, { entryId, reversalDate: localDate(day), reason: '誤り' })
    return
  }
  const area = council.area(['日吉一丁目自治会', '日吉二丁目自治会', '篠山町自治会'][pick % 3] ?? '')
  const slip = aSlip(council, { entryDate: localDate(day), amountYen: yen(amount * 100), areaId: area, count: 1 + (pick % 2), supporterId: members[pick] })
  const none = { duesKindId: undefined }
  const drive = { ...none, fundingSourceId: council.source('共同募金'), campaignId: council.campaign('赤い羽根共同募金'), collectionMethodId: council.method('戸別募金') }
  const gift = { ...none, fundingSourceId: council.source('寄附金'), ...(amount === 9 ? { collectionMethodId: council.method('戸別募金') } : {}) }
  const { id } = await bookSlip(council, { ...slip, ...(what === 'drive' ? drive : what === 'gift' ? gift : {}) })
  standing.push(id)
}

test('the sums of any moment are what a count found then, whatever was posted and undone since, and so are the gifts', async () => {
  const standing: JournalEntryId[] = []
  /** What was counted at each position when nothing had come after it. */
  const counted: { position: BooksPosition; sums: unknown[]; gifts: GiftsOfYears }[] = []
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 6 }), async (steps) => {
      for (const step of steps) await take(step, standing)
      const position = await inOneState(database.db, (books) => readLastEntries(books, {}))
      counted.push({ position, sums: await Promise.all(questions().map(({ count }) => count())), gifts: await plainGifts() })
      // Every other time the present sums are kept, and those of the moments are made from them.
      if (counted.length % 2 === 0) for (const { now } of questions()) await now()
      for (const { position: past, sums, gifts } of counted) {
        expect(await Promise.all(questions().map(({ at }) => at(past)))).toEqual(sums)
        expect(await giftsAt(past)).toEqual(gifts)
      }
      expect(await giftsAt(null)).toEqual(await plainGifts())
    }),
    { numRuns: 12, endOnFailure: true },
  )
  expect(counted.at(-1)?.gifts.get(fiscalYear(2026))?.count).toBeGreaterThan(0)
})

interface Asked {
  readonly count: () => Promise<unknown>
  readonly at: (position: BooksPosition) => Promise<unknown>
  readonly now: () => Promise<unknown>
}

function questions(): Asked[] {
  const [first, last] = [fiscalYear(2026), fiscalYear(2027)]
  const cut = duesCut({ fiscalYear: last, until }, until)
  const ofDrives = { campaignIds: [council.campaign('赤い羽根共同募金')], until, householdMethods: new Set([council.method('戸別募金')]) }
  return [
    asked(ledgerYearSums, sorted), asked(indicatorYearSums, sorted), asked(indicatorDaySums(last), cellsOf), asked(pastYearsSums(last, until), cellsOf),
    asked(custodySums, (sums) => sorted(new Map([...sums].map(([key, ofYears]) => [key, sorted(ofYears)])))),
    asked(collectedDaySums, (sums) => sorted(new Map([...sums].flatMap(([key, days]) => (days.size === 0 ? [] : [[key, sorted(days)] as const]))))),
    asked(receivedDues(cut), ({ sums }) => sorted(sums)),
    asked(collectedSums(ofDrives), ({ methods, areas }) => [sorted(methods), sorted(areas)]),
    asked(yearSums(last, until), cellsOf), asked(waySums(last, until), cellsOf), asked(cubeSums({ first, last }), cellsOf),
  ]
}

function asked<Sums>(question: PastSumsQuestion<Sums>, look: (sums: Sums) => unknown): Asked {
  return {
    count: () => inOneState(database.db, async (books) => {
      const sums = await question.count(books)
      question.dropEmpty(sums)
      return look(sums)
    }),
    at: async (position) => look(await sumsAt(database.db, question, position)),
    now: () => sumsAt(database.db, question, null),
  }
}

function sorted<Value>(sums: ReadonlyMap<unknown, Value>): [string, Value][] {
  return [...sums].map(([key, value]): [string, Value] => [String(key), value]).toSorted(([left], [right]) => (left < right ? -1 : 1))
}

/** The cells of a tally by the ids of their areas: the places of these are its own. */
function cellsOf({ areas, groups }: AreaTally<readonly (string | null)[]>): string[] {
  const ids = [...areas.keys()]
  const cells = [...groups.values()].flatMap(({ of, keys, figures }) =>
    keys.map((key, cell) => [of.join(), ids[Math.floor(key / 10_000)], key % 10_000, ...figures.map((column) => column[cell])].join(' ')),
  )
  return cells.toSorted()
}

async function giftsAt(position: BooksPosition | null): Promise<GiftsOfYears> {
  return readGiftFacts(council.deps, { years, ground: await readGroundData(database.db), at: { position } })
}

/** Posting by posting: an entry is a gift that counts one giver at the most, no 戸別, and was not undone in the same year. */
async function plainGifts(): Promise<GiftsOfYears> {
  const { rows } = await database.db.pool.query<{ fiscalYear: FiscalYear; count: number; amountYen: number; medianYen: number | null }>(`
    SELECT y.year AS "fiscalYear", count(g.amount) AS count, coalesce(sum(g.amount), 0)::bigint AS "amountYen",
        round(percentile_cont(0.5) WITHIN GROUP (ORDER BY g.amount)::numeric)::bigint AS "medianYen"
      FROM unnest($1::int[]) AS y(year) LEFT JOIN LATERAL (
        SELECT -sum(p.amount_yen) AS amount FROM posting p JOIN journal_entry e ON e.id = p.entry_id
            JOIN funding_source s ON s.id = p.funding_source_id AND s.category = 'donation' LEFT JOIN collection_method m ON m.id = p.collection_method_id
          WHERE e.fiscal_year = y.year AND e.kind <> 'reversal' AND NOT EXISTS (SELECT FROM journal_entry r WHERE r.reverses_entry_id = e.id AND r.fiscal_year = y.year)
          GROUP BY e.id HAVING max(abs(p.count)) <= 1 AND NOT coalesce(bool_or(m.count_meaning = 'households'), false)) g ON true
      GROUP BY y.year`, [years])
  return new Map(rows.map(({ fiscalYear: year, ...gifts }) => [year, gifts]))
}
