import { violatedConstraint } from '@sasaeai/db/refusals'
import { sqlStateOf } from '@sasaeai/db/sql-state'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkLedger } from './check-ledger.ts'
import { reverseEntry } from './reverse-entry.ts'

let database: TestDatabase
let council: ACouncil
let owner: pg.Client
let application: pg.Client
let postedId: string
let reversedId: string
let reversalId: string

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  owner = new pg.Client({ connectionString: database.ownerUrl })
  application = new pg.Client({ connectionString: database.url })
  await Promise.all([owner.connect(), application.connect()])
  postedId = (await bookSlip(council, aSlip(council))).id
  const reversed = await bookSlip(council, aSlip(council))
  reversedId = reversed.id
  const reversal = await reverseEntry(council.deps, council.actors.accountant, {
    entryId: reversed.id,
    reversalDate: localDate('2026-10-16'),
    reason: '誤り',
  })
  if (!reversal.ok) throw new Error(reversal.code)
  reversalId = reversal.value.id
  await owner.query(`UPDATE fiscal_period SET closed_at = now() WHERE first_day = '2026-04-01'`)
})
afterAll(async () => {
  // Nothing of what was refused has left a trace.
  expect((await checkLedger(council.deps)).isSound).toBe(true)
  await Promise.all([owner.end(), application.end()])
  await database.drop()
})

const permissionDenied = '42501'
const checkViolation = '23514'
const postedIsFinal = 'SA001'
const unbalanced = 'SA002'
const monthClosed = 'SA003'
const reversalOfReversal = 'SA004'

describe('the owner of the tables is refused', () => {
  test('an update of a posting', () => refused(owner, 'UPDATE posting SET amount_yen = amount_yen * 2', postedIsFinal))
  test('an update of an entry', () => refused(owner, `UPDATE journal_entry SET description = ''`, postedIsFinal))
  test('a deletion of a posting', () => refused(owner, 'DELETE FROM posting', postedIsFinal))
  test('a deletion of an entry', () => refused(owner, 'DELETE FROM journal_entry', postedIsFinal))
  test('the emptying of the books', () => refused(owner, 'TRUNCATE journal_entry CASCADE', postedIsFinal))
  test('a rewriting of the audit trail', () => refused(owner, `UPDATE audit_event SET reason = 'x'`, postedIsFinal))
  test('a posting added to an entry that is in the books', () =>
    refused(owner, insertPosting(`'${postedId}', 9, '2026-10-15', 2026`), unbalanced))
  test('a posting whose fiscal year is not that of its date', () =>
    refused(owner, insertPosting(`'${postedId}', 9, '2026-10-15', 2025`), checkViolation))
  test('an entry whose fiscal year is not that of its date', () =>
    refused(owner, insertEntry(`2025, 999, '2026-10-15'`), checkViolation))
  test('an entry without postings, when the transaction ends', () =>
    refused(owner, insertEntry(`2026, 999, '2026-10-15'`), unbalanced))
})

describe('the application is refused', () => {
  test('an update of a posting', () => refused(application, 'UPDATE posting SET amount_yen = 1', permissionDenied))
  test('a deletion of an entry', () => refused(application, 'DELETE FROM journal_entry', permissionDenied))
  test('the emptying of the books', () => refused(application, 'TRUNCATE journal_entry CASCADE', permissionDenied))
  test('an entry past the one door', () =>
    refused(application, insertEntry(`2026, 999, '2026-10-15'`), permissionDenied))
  test('a posting past the one door', () =>
    refused(application, insertPosting(`'${postedId}', 9, '2026-10-15', 2026`), permissionDenied))
  test('a change of the kept totals', () =>
    refused(application, 'UPDATE funding_total SET amount_yen = 0', permissionDenied))
  test('a change of the last number', () =>
    refused(application, 'UPDATE number_counter SET last_number = 0', permissionDenied))
  test('a rewriting of the audit trail', () => refused(application, 'DELETE FROM audit_event', permissionDenied))
  test('the disabling of the guards', () =>
    refused(application, 'ALTER TABLE posting DISABLE TRIGGER ALL', permissionDenied))
})

describe.each(['application', 'owner'] as const)('through the door the %s is refused', (who) => {
  const as = () => (who === 'owner' ? owner : application)
  test('an entry that does not sum to zero', () => refusedAtDoor(as(), { amounts: [1_000, -999] }, unbalanced))
  test('an entry with one side only', () => refusedAtDoor(as(), { amounts: [1_000] }, unbalanced))
  test('an entry without postings', () => refusedAtDoor(as(), { amounts: [] }, unbalanced))
  test('a posting of no yen', () => refusedAtDoor(as(), { amounts: [0, 0] }, checkViolation))
  test('a date in a closed month', () => refusedAtDoor(as(), { entryDate: '2026-04-30' }, monthClosed))
  test('a date in a year that is not open', () => refusedAtDoor(as(), { entryDate: '2031-04-30' }, monthClosed, '23503'))
  test('a second reversal', async () => {
    const error = await attempt(as(), door(undoing(reversedId)))
    expect(violatedConstraint(error)).toBe('journal_entry_reverses_entry_id_key')
  })
  test('a reversal of a reversal', () => refusedAtDoor(as(), undoing(reversalId), reversalOfReversal))
  test('a reversal without a reason', () => refusedAtDoor(as(), { ...undoing(postedId), reason: '' }, checkViolation))
  test('the same source a second time', async () => {
    const sourceId = council.deps.newId()
    const error = await attempt(as(), `${door({ sourceId })}; ${door({ sourceId })}`)
    expect(violatedConstraint(error)).toBe('journal_entry_source_kind_source_id_key')
  })
})

/** Runs it as one transaction that is given up afterwards, but lets deferred rules speak first. */
async function attempt(client: pg.Client, statement: string): Promise<unknown> {
  await client.query('BEGIN')
  try {
    await client.query(statement)
    await client.query('SET CONSTRAINTS ALL IMMEDIATE')
    return null
  } catch (error) {
    return error
  } finally {
    await client.query('ROLLBACK')
  }
}

async function refused(client: pg.Client, statement: string, ...states: string[]): Promise<void> {
  expect(states).toContain(sqlStateOf(await attempt(client, statement)))
}

interface Asked {
  readonly entryDate?: string
  readonly amounts?: readonly number[]
  readonly kind?: string
  readonly reversesEntryId?: string
  readonly reason?: string
  readonly sourceId?: string
}

function refusedAtDoor(client: pg.Client, asked: Asked, ...states: string[]): Promise<void> {
  return refused(client, door(asked), ...states)
}

function undoing(reversesEntryId: string): Asked {
  return { kind: 'reversal', reversesEntryId, reason: '誤り' }
}

function door({ amounts = [1_000, -1_000], entryDate = '2026-10-15', kind = 'receipt', sourceId, ...rest }: Asked): string {
  const entry = {
    id: council.deps.newId(),
    entryDate,
    kind,
    description: '試し',
    sourceKind: 'desk',
    sourceId: sourceId ?? council.deps.newId(),
    postedById: council.actors.accountant.userId,
    postings: amounts.map((amountYen) => ({ accountId: council.account('現金'), amountYen })),
    ...rest,
  }
  return `SELECT * FROM post_entries('${JSON.stringify([entry])}'::jsonb, '[]'::jsonb)`
}

function insertPosting(values: string): string {
  return `INSERT INTO posting (entry_id, line_number, entry_date, fiscal_year, account_id, amount_yen)
    VALUES (${values}, '${council.account('現金')}', 1000)`
}

function insertEntry(values: string): string {
  return `INSERT INTO journal_entry (id, fiscal_year, entry_number, entry_date, kind, description, source_kind, source_id, posted_by_id)
    VALUES ('${council.deps.newId()}', ${values}, 'receipt', '', 'desk', '${council.deps.newId()}', '${council.actors.accountant.userId}')`
}
