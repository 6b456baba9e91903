import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type LocalDate, localDate } from '@sasaeai/domain/calendar/local-date'
import { openDatabase } from '@sasaeai/db/database'
import { inTransaction } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { journalEntryIdSchema } from '@sasaeai/domain/id-schemas'
import type { JournalEntryId } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import * as fc from 'fast-check'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Deps } from '../deps.ts'
import { checkLedger } from './check-ledger.ts'
import { correctEntry } from './correct-entry.ts'
import { ledgerRefusalOf } from './ledger-refusal.ts'
import { postContribution } from './post-contribution.ts'
import { postEntries } from './post-entries.ts'
import { reverseEntry } from './reverse-entry.ts'

let database: TestDatabase
let council: ACouncil
/** Sixteen people, each with connections of their own, as on sixteen servers: nothing but the database joins them. */
let desks: Deps[]

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  desks = Array.from({ length: 16 }, () => ({ ...council.deps, db: openDatabase(database.ownerUrl) }))
})
afterEach(async () => {
  // Balanced, gapless, totals equal to their recomputation: see check-ledger.
  expect((await checkLedger(council.deps)).results.filter(({ faults }) => faults > 0)).toEqual([])
})
afterAll(async () => {
  await Promise.all(desks.map(({ db }) => db.close()))
  await database.drop()
})

/** What 16 people do at once. `pick` chooses among the entries that are in the books by then. */
type Step =
  | { readonly do: 'post'; readonly day: number; readonly place: number; readonly amount: number }
  | { readonly do: 'reverse' | 'correct'; readonly pick: number; readonly day: number }
  | { readonly do: 'close' | 'reopen'; readonly month: number }
  | { readonly do: 'give_up'; readonly day: number; readonly amount: number }

const day = fc.integer({ min: 0, max: 60 })
const amount = fc.integer({ min: 1, max: 100_000 })
const pick = fc.nat()
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('post' as const), day, place: fc.nat(), amount }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('reverse' as const, 'correct' as const), pick, day }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('close' as const, 'reopen' as const), month: fc.integer({ min: 0, max: 1 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('give_up' as const), day, amount }) },
)

test('whatever 16 people do at once, and whatever is given up midway, the books stay sound', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(step, { maxLength: 8 }), { minLength: 16, maxLength: 16 }), async (people) => {
      const before = await countOfEntries()
      const booked: JournalEntryId[] = []
      const added = await Promise.all(people.map((steps, index) => workThrough(deskAt(index), steps, booked)))
      expect((await checkLedger(council.deps)).results.filter(({ faults }) => faults > 0)).toEqual([])
      expect(await countOfEntries()).toBe(before + added.reduce((sum, each) => sum + each, 0))
    }),
    { numRuns: 12 },
  )
})

test('the same slip sent 32 times at the same moment is booked once, and everyone is told the same number', async () => {
  const before = await countOfEntries()
  const slip = aSlip(council)
  const answers = await Promise.all(Array.from({ length: 32 }, () => bookSlip(council, slip)))
  expect(new Set(answers.map(({ entryNumber }) => entryNumber)).size).toBe(1)
  expect(await countOfEntries()).toBe(before + 1)
})

test('of 16 reversals of one entry at the same moment one is booked, the others are told it is done', async () => {
  const { id } = await bookSlip(council, aSlip(council))
  const input = { entryId: id, reversalDate: localDate('2026-10-16'), reason: '誤り' }
  const answers = await Promise.all(
    Array.from({ length: 16 }, () => reverseEntry(council.deps, council.actors.accountant, input)),
  )
  const refusals = answers.flatMap((answer) => (answer.ok ? [] : [answer.code]))
  expect(refusals).toEqual(Array.from({ length: 15 }, () => 'already_reversed'))
})

test('a refused slip takes none of those with it that waited beside it', async () => {
  const before = await countOfEntries()
  const slips = Array.from({ length: 20 }, (_, index) =>
    aSlip(council, index % 5 === 0 ? { entryDate: localDate('2031-04-01') } : {}),
  )
  const answers = await Promise.all(slips.map((slip) => postContribution(council.deps, council.actors.accountant, slip)))
  expect(answers.map((answer) => (answer.ok ? 'booked' : answer.code)).filter((answer) => answer !== 'booked')).toEqual(
    Array.from({ length: 4 }, () => 'period_closed'),
  )
  expect(await countOfEntries()).toBe(before + 16)
})

test('a connection killed in the middle of a post leaves nothing half behind, and its number is given out again', async () => {
  const before = await countOfEntries()
  const killed = inTransaction(database.db, async (tx) => {
    const [posted] = await postEntries({ deps: council.deps, actor: council.actors.accountant, tx }, [anEntry('2026-10-15', 700)])
    expect(posted?.entryNumber).toBe(before + 1)
    const [backend] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`
    await killBackend(backend?.pid ?? 0)
    await tx.$queryRaw`SELECT 1`
  })
  await expect(killed).rejects.toThrow()
  expect(await countOfEntries()).toBe(before)
  expect((await bookSlip(council, aSlip(council))).entryNumber).toBe(before + 1)
})

function deskAt(index: number): Deps {
  const desk = desks[index]
  if (desk === undefined) throw new Error(`there is no desk ${index}`)
  return desk
}

/** Does one person's steps one after the other; answers how many entries they added to the books. */
async function workThrough(deps: Deps, steps: readonly Step[], booked: JournalEntryId[]): Promise<number> {
  let added = 0
  for (const each of steps) added += await doStep(deps, each, booked)
  return added
}

async function doStep(deps: Deps, asked: Step, booked: JournalEntryId[]): Promise<number> {
  switch (asked.do) {
    case 'post':
      return postOne(deps, asked, booked)
    case 'reverse':
    case 'correct':
      return undoOne(deps, asked, booked)
    case 'close':
    case 'reopen':
      return setMonth(asked.month, asked.do === 'close' ? council.deps.now() : null)
    case 'give_up':
      return giveUp(deps, asked)
  }
}

async function postOne(
  deps: Deps,
  { day: offset, place, amount: yenGiven }: Step & { do: 'post' },
  booked: JournalEntryId[],
): Promise<number> {
  const areas = ['日吉一丁目自治会', '日吉二丁目自治会', '篠山町自治会']
  const slip = aSlip(council, { entryDate: dayAt(offset), amountYen: yen(yenGiven), areaId: council.area(areas[place % 3] ?? '') })
  const answer = await postContribution(deps, council.actors.accountant, slip)
  if (answer.ok) booked.push(answer.value.id)
  return answer.ok ? 1 : 0
}

async function undoOne(deps: Deps, asked: Step & { do: 'reverse' | 'correct' }, booked: JournalEntryId[]): Promise<number> {
  const entryId = booked[asked.pick % Math.max(booked.length, 1)]
  if (entryId === undefined) return 0
  const undo = { entryId, reversalDate: dayAt(asked.day), reason: '誤り' }
  if (asked.do === 'reverse') return (await reverseEntry(deps, council.actors.accountant, undo)).ok ? 1 : 0
  const { slipId: _slipId, ...contribution } = aSlip(council, { entryDate: dayAt(asked.day), amountYen: yen(123) })
  const answer = await correctEntry(deps, council.actors.accountant, { ...undo, contribution })
  if (answer.ok) booked.push(answer.value.corrected.id)
  return answer.ok ? 2 : 0
}

class ThoughtBetter extends Error {}

/** Posts two entries and then thinks better of it: the transaction is rolled back after its numbers were taken. */
async function giveUp(deps: Deps, { day: offset, amount: yenGiven }: Step & { do: 'give_up' }): Promise<number> {
  const attempt = inTransaction(deps.db, async (tx) => {
    const wanted = [anEntry(dayAt(offset), yenGiven), anEntry(dayAt(offset), yenGiven)]
    await postEntries({ deps, actor: council.actors.accountant, tx }, wanted)
    throw new ThoughtBetter()
  })
  const error = await attempt.catch((refusal: unknown) => refusal)
  if (!(error instanceof ThoughtBetter) && ledgerRefusalOf(error)?.code !== 'period_closed') throw error
  return 0
}

async function setMonth(month: number, closedAt: Date | null): Promise<number> {
  const firstDay = toDateColumn(localDate(month === 0 ? '2026-08-01' : '2026-09-01'))
  const fiscalYear: FiscalYear = council.fiscalYear
  await database.db.prisma.fiscalPeriod.update({
    where: { fiscalYear_firstDay: { fiscalYear, firstDay } },
    data: { closedAt },
  })
  return 0
}

function anEntry(entryDate: string, amountYen: number) {
  const id = journalEntryIdSchema.parse(council.deps.newId())
  const entry = {
    id,
    entryDate: localDate(entryDate),
    kind: 'transfer' as const,
    description: '現金を口座へ',
    sourceKind: 'desk' as const,
    sourceId: id,
    postedById: council.actors.accountant.userId,
    searchText: '',
    postings: [
      { accountId: council.account('普通預金'), amountYen: yen(amountYen) },
      { accountId: council.account('現金'), amountYen: yen(-amountYen) },
    ],
  }
  return { entry, audit: { action: 'ledger.post', subjectKind: 'journal_entry', subjectId: id } }
}

/** A day of August or September, which are closed and reopened meanwhile, or the first of October, which is not. */
function dayAt(offset: number): LocalDate {
  return localDate(new Date(Date.UTC(2026, 7, 1 + offset)).toISOString().slice(0, 10))
}

async function countOfEntries(): Promise<number> {
  return database.db.prisma.journalEntry.count()
}

async function killBackend(pid: number): Promise<void> {
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query('SELECT pg_terminate_backend($1)', [pid])
  await owner.end()
}
