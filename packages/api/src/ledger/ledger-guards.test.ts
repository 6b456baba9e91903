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
/** The entry's year refers to a row that is not there. */
const yearNotOpen = '23503'
const reversalOfReversal = 'SA004'

describe('the owner of the tables is refused', () => {
  test('an update of a posting', async () =>
    expect(await refusal(owner, 'UPDATE posting SET amount_yen = amount_yen * 2')).toBe(postedIsFinal))
  test('an update of an entry', async () =>
    expect(await refusal(owner, `UPDATE journal_entry SET description = ''`)).toBe(postedIsFinal))
  test('a deletion of a posting', async () =>
    expect(await refusal(owner, 'DELETE FROM posting')).toBe(postedIsFinal))
  test('a deletion of an entry', async () =>
    expect(await refusal(owner, 'DELETE FROM journal_entry')).toBe(postedIsFinal))
  test('the emptying of the books', async () =>
    expect(await refusal(owner, 'TRUNCATE journal_entry CASCADE')).toBe(postedIsFinal))
  test('a rewriting of the audit trail', async () =>
    expect(await refusal(owner, `UPDATE audit_event SET reason = 'x'`)).toBe(postedIsFinal))
  test('a posting added to an entry that is in the books', async () =>
    expect(await refusal(owner, insertPosting(`'${postedId}', 9, '2026-10-15', 2026`))).toBe(unbalanced))
  test('a posting whose fiscal year is not that of its date', async () =>
    expect(await refusal(owner, insertPosting(`'${postedId}', 9, '2026-10-15', 2025`))).toBe(checkViolation))
  test('an entry whose fiscal year is not that of its date', async () =>
    expect(await refusal(owner, insertEntry(`2025, 999, '2026-10-15'`))).toBe(checkViolation))
  test('an entry without postings, when the transaction ends', async () =>
    expect(await refusal(owner, insertEntry(`2026, 999, '2026-10-15'`))).toBe(unbalanced))
})

describe('the application is refused', () => {
  test('an update of a posting', async () =>
    expect(await refusal(application, 'UPDATE posting SET amount_yen = 1')).toBe(permissionDenied))
  test('a deletion of an entry', async () =>
    expect(await refusal(application, 'DELETE FROM journal_entry')).toBe(permissionDenied))
  test('the emptying of the books', async () =>
    expect(await refusal(application, 'TRUNCATE journal_entry CASCADE')).toBe(permissionDenied))
  test('an entry past the one door', async () =>
    expect(await refusal(application, insertEntry(`2026, 999, '2026-10-15'`))).toBe(permissionDenied))
  test('a posting past the one door', async () =>
    expect(await refusal(application, insertPosting(`'${postedId}', 9, '2026-10-15', 2026`))).toBe(permissionDenied))
  test('a change of the kept totals', async () =>
    expect(await refusal(application, 'UPDATE funding_total SET amount_yen = 0')).toBe(permissionDenied))
  test('a change of the last number', async () =>
    expect(await refusal(application, 'UPDATE number_counter SET last_number = 0')).toBe(permissionDenied))
  test('a rewriting of the audit trail', async () =>
    expect(await refusal(application, 'DELETE FROM audit_event')).toBe(permissionDenied))
  test('the taking of an entry number', async () => {
    expect(await refusal(application, `SELECT take_number('journal_entry', 2026)`)).toBe(permissionDenied)
    expect(await refusal(application, `SELECT take_numbers('journal_entry', 2026, 1)`)).toBe(permissionDenied)
  })
  test('a closed month, though a temporary table says that it is open', async () => {
    const decoy = 'CREATE TEMPORARY TABLE fiscal_period AS SELECT fiscal_year, first_day, NULL::timestamptz AS closed_at FROM fiscal_period'
    expect(await refusal(application, `${decoy}; ${door({ entryDate: '2026-04-30' })}`)).toBe(monthClosed)
  })
  test.each(['council', 'fiscal_year', 'fiscal_period', 'supporter', 'intake_batch', 'user_account'])(
    'a deletion of what is kept for good: %s',
    async (table) => expect(await refusal(application, `DELETE FROM ${table}`)).toBe(permissionDenied),
  )
  test('a month or a year of other days', async () => {
    expect(await refusal(application, `UPDATE fiscal_period SET first_day = first_day`)).toBe(permissionDenied)
    expect(await refusal(application, `UPDATE fiscal_year SET year = year`)).toBe(permissionDenied)
  })
  test('the disabling of the guards', async () =>
    expect(await refusal(application, 'ALTER TABLE posting DISABLE TRIGGER ALL')).toBe(permissionDenied))
})

describe.each(['application', 'owner'] as const)('through the door the %s is refused', (who) => {
  const as = () => (who === 'owner' ? owner : application)
  test('an entry that does not sum to zero', async () =>
    expect(await refusal(as(), door({ amounts: [1_000, -999] }))).toBe(unbalanced))
  test('an entry with one side only', async () =>
    expect(await refusal(as(), door({ amounts: [1_000] }))).toBe(unbalanced))
  test('an entry without postings', async () =>
    expect(await refusal(as(), door({ amounts: [] }))).toBe(unbalanced))
  test('a posting of no yen', async () =>
    expect(await refusal(as(), door({ amounts: [0, 0] }))).toBe(checkViolation))
  test('a date in a closed month', async () =>
    expect(await refusal(as(), door({ entryDate: '2026-04-30' }))).toBe(monthClosed))
  test('a date in a year that is not open', async () =>
    expect(await refusal(as(), door({ entryDate: '2031-04-30' }))).toBe(yearNotOpen))
  test('a second reversal', async () => {
    const error = await attempt(as(), door(undoing(reversedId)))
    expect(violatedConstraint(error)).toBe('journal_entry_reverses_entry_id_key')
  })
  test('a reversal of a reversal', async () =>
    expect(await refusal(as(), door(undoing(reversalId)))).toBe(reversalOfReversal))
  test('a reversal without a reason', async () =>
    expect(await refusal(as(), door({ ...undoing(postedId), reason: '' }))).toBe(checkViolation))
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

async function refusal(client: pg.Client, statement: string): Promise<string | undefined> {
  return sqlStateOf(await attempt(client, statement))
}

interface Asked {
  readonly entryDate?: string
  readonly amounts?: readonly number[]
  readonly kind?: string
  readonly reversesEntryId?: string
  readonly reason?: string
  readonly sourceId?: string
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
