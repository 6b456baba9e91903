import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { duesYearOf } from '@sasaeai/domain/ledger/contribution'
import type { ClientBase } from 'pg'
import type { BookedBatch, BookedEntry, BookedLine } from './book-bundles.ts'
import type { DemoOffice } from './demo-ground.ts'

/** So many rows go to the database in one statement. */
const mostRows = 4_000

interface Ledger {
  readonly office: DemoOffice
  readonly year: FiscalYear
  readonly newId: () => string
}

/**
 * Writes a year's batches, entries, postings and audit events, set by set, past no guard: the triggers check, balance
 * and total them as they would any other. Only the moments are those of the story instead of now.
 */
export async function writeYear(
  connection: ClientBase,
  ledger: Ledger,
  { entries, batches }: { entries: readonly BookedEntry[]; batches: readonly BookedBatch[] },
): Promise<void> {
  const writing: Writing = { connection, running: Promise.resolve() }
  await writeBatches(writing, ledger, batches)
  await writeEntries(writing, ledger, entries)
  await writeLines(writing, ledger, batches)
  await writing.running
}

/** One statement at a time, while Node already puts the rows of the next one into words: the two take turns otherwise. */
interface Writing {
  readonly connection: ClientBase
  /** The statement under way; it fails for whoever waits for it. */
  running: Promise<unknown>
}

async function writeBatches(writing: Writing, { office, year }: Ledger, batches: readonly BookedBatch[]): Promise<void> {
  const first = await takeNumbers(writing, { series: 'intake_batch', year, howMany: batches.length })
  for (const { at, share } of shares(batches)) {
    await insertBatches(
      writing,
      share.map((batch, index) => batchRow(office, batch, { year, intakeNumber: first + at + index })),
    )
  }
}

/** Entries are numbered in the order in which they were booked. */
async function writeEntries(writing: Writing, { year, newId }: Ledger, entries: readonly BookedEntry[]): Promise<void> {
  const inOrder = entries.toSorted((left, right) => left.postedAt.getTime() - right.postedAt.getTime())
  const first = await takeNumbers(writing, { series: 'journal_entry', year, howMany: inOrder.length })
  for (const { at, share } of shares(inOrder)) {
    await insertEntries(
      writing,
      share.map((booked, index) => entryRow(booked, { year, entryNumber: first + at + index })),
    )
    await insertPostings(
      writing,
      share.flatMap((booked) => postingRows(booked, year)),
    )
    await insertAudit(
      writing,
      share.map(({ entry, postedAt, audit }) => ({ id: newId(), at: postedAt, actorId: entry.postedById, ...audit })),
    )
  }
}

/** Lines name the entry that they became, so they come after the entries, as their batches come before. */
async function writeLines(writing: Writing, { office, newId }: Ledger, batches: readonly BookedBatch[]): Promise<void> {
  for (const { share } of shares(batches)) {
    await insertLines(
      writing,
      share.flatMap(({ batchId, lines }) =>
        lines.map((line, index) => lineRow(line, { batchId, lineNumber: index + 1 })),
      ),
    )
    await insertAudit(
      writing,
      share.map(({ batchId, lines, postedAt }) => ({
        id: newId(),
        at: postedAt,
        actorId: office.receptionist,
        action: 'intake.post',
        subjectKind: 'intake_batch',
        subjectId: batchId,
        after: { count: lines.length },
      })),
    )
  }
}

function* shares<Row>(rows: readonly Row[]): Generator<{ at: number; share: Row[] }> {
  for (let at = 0; at < rows.length; at += mostRows) yield { at, share: rows.slice(at, at + mostRows) }
}

/** Takes a run of numbers and answers with its first. */
async function takeNumbers(
  { connection, running }: Writing,
  { series, year, howMany }: { series: string; year: FiscalYear; howMany: number },
): Promise<number> {
  if (howMany === 0) return 1
  await running
  const { rows } = await connection.query<{ last: number }>('SELECT take_numbers($1, $2, $3) AS last', [series, year, howMany])
  return (rows[0]?.last ?? howMany) - howMany + 1
}

function batchRow(
  { receptionist }: DemoOffice,
  { batchId, bundle, draft, cashAccountId, lines, postedAt }: BookedBatch,
  { year, intakeNumber }: { year: FiscalYear; intakeNumber: number },
) {
  const totalYen = lines.reduce((sum, { contribution }) => sum + contribution.amountYen, 0)
  return {
    id: batchId,
    intakeNumber,
    fiscalYear: year,
    draft: { ...draft, typed: { count: lines.length, totalYen } },
    receivedOn: bundle.receivedOn,
    bearer: bundle.bearer,
    areaId: bundle.areaId,
    cashAccountId,
    controlCount: lines.length,
    controlTotalYen: totalYen,
    byId: receptionist,
    createdAt: new Date(postedAt.getTime() - 180_000),
    postedAt,
  }
}

function entryRow({ entry, postedAt }: BookedEntry, { year, entryNumber }: { year: FiscalYear; entryNumber: number }) {
  return { ...entry, postings: undefined, fiscalYear: year, entryNumber, postedAt }
}

function postingRows({ entry }: BookedEntry, year: FiscalYear) {
  return entry.postings.map((posting, index) => ({
    entryId: entry.id,
    lineNumber: index + 1,
    entryDate: entry.entryDate,
    fiscalYear: year,
    ...posting,
  }))
}

function lineRow({ lineId, slip, contribution, entryId }: BookedLine, place: { batchId: string; lineNumber: number }) {
  const { householdsAsked, householdsPaid = slip.count, units } = slip
  return { id: lineId, ...place, ...contribution, duesYear: duesYearOf(contribution), householdsAsked, householdsPaid, units, entryId }
}

/** Rows travel as one text: Node writes JSON quicker than anything else, and `json` is read without being built first. */
function insertBy(statement: string) {
  return async (writing: Writing, rows: readonly object[]): Promise<void> => {
    const text = JSON.stringify(rows)
    await writing.running
    writing.running = writing.connection.query(statement, [text])
    // Whoever comes next waits for it and is told; until then a failure is not one that nobody heard of.
    writing.running.catch(() => {})
  }
}

const insertBatches = insertBy(`
    INSERT INTO intake_batch (id, intake_number, fiscal_year, status, draft, received_on, bearer, area_id, cash_account_id,
        control_count, control_total_yen, created_by_id, created_at, updated_by_id, updated_at, posted_by_id, posted_at)
      SELECT id, "intakeNumber", "fiscalYear", 'posted', draft, "receivedOn", bearer, "areaId", "cashAccountId", "controlCount",
          "controlTotalYen", "byId", "createdAt", "byId", "postedAt", "byId", "postedAt"
        FROM json_to_recordset($1::json) AS b(id uuid, "intakeNumber" int, "fiscalYear" int, draft jsonb,
          "receivedOn" date, bearer text, "areaId" uuid, "cashAccountId" uuid, "controlCount" int, "controlTotalYen" bigint,
          "byId" uuid, "createdAt" timestamptz, "postedAt" timestamptz)`)

const insertEntries = insertBy(`
    INSERT INTO journal_entry (id, fiscal_year, entry_number, entry_date, kind, payer_id, description, source_kind, source_id,
        reverses_entry_id, corrects_entry_id, reason, intake_batch_id, posted_at, posted_by_id, search_text)
      SELECT id, "fiscalYear", "entryNumber", "entryDate", kind::entry_kind, "payerId", description, "sourceKind", "sourceId",
          "reversesEntryId", "correctsEntryId", coalesce(reason, ''), "intakeBatchId", "postedAt", "postedById", "searchText"
        FROM json_to_recordset($1::json) AS e(id uuid, "fiscalYear" int, "entryNumber" int, "entryDate" date,
          kind text, "payerId" uuid, description text, "sourceKind" text, "sourceId" text, "reversesEntryId" uuid,
          "correctsEntryId" uuid, reason text, "intakeBatchId" uuid, "postedAt" timestamptz, "postedById" uuid, "searchText" text)`)

const insertPostings = insertBy(`
    INSERT INTO posting (entry_id, line_number, entry_date, fiscal_year, account_id, amount_yen, funding_source_id, campaign_id,
        collection_method_id, area_id, fund_id, dues_kind_id, dues_year, supporter_id, count)
      SELECT "entryId", "lineNumber", "entryDate", "fiscalYear", "accountId", "amountYen", "fundingSourceId", "campaignId",
          "collectionMethodId", "areaId", "fundId", "duesKindId", "duesYear", "supporterId", coalesce(count, 0)
        FROM json_to_recordset($1::json) AS p("entryId" uuid, "lineNumber" int, "entryDate" date,
          "fiscalYear" int, "accountId" uuid, "amountYen" bigint, "fundingSourceId" uuid, "campaignId" uuid,
          "collectionMethodId" uuid, "areaId" uuid, "fundId" uuid, "duesKindId" uuid, "duesYear" int, "supporterId" uuid, count int)`)

const insertLines = insertBy(`
    INSERT INTO intake_line (id, batch_id, line_number, funding_source_id, campaign_id, collection_method_id, dues_kind_id, dues_year, fund_id,
        supporter_id, households_asked, households_paid, units, amount_yen, note, entry_id)
      SELECT id, "batchId", "lineNumber", "fundingSourceId", "campaignId", "collectionMethodId", "duesKindId", "duesYear", "fundId",
          "supporterId", "householdsAsked", "householdsPaid", units, "amountYen", note, "entryId"
        FROM json_to_recordset($1::json) AS l(id uuid, "batchId" uuid, "lineNumber" int,
          "fundingSourceId" uuid, "campaignId" uuid, "collectionMethodId" uuid, "duesKindId" uuid, "duesYear" int, "fundId" uuid,
          "supporterId" uuid, "householdsAsked" int, "householdsPaid" int, units int, "amountYen" bigint, note text, "entryId" uuid)`)

const insertAudit = insertBy(`
    INSERT INTO audit_event (id, at, actor_id, action, subject_kind, subject_id, after, reason)
      SELECT id, at, "actorId", action, "subjectKind", "subjectId", after, coalesce(reason, '')
        FROM json_to_recordset($1::json) AS a(id uuid, at timestamptz, "actorId" uuid, action text,
          "subjectKind" text, "subjectId" text, after jsonb, reason text)`)
