import { readWorkbookSheet } from '@sasaeai/documents/read-workbook-sheet'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { type ACouncil, aCouncil } from '@sasaeai/testing/a-council'
import { done } from '@sasaeai/testing/a-grant'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { anIntakeDraft } from '@sasaeai/testing/an-intake-draft'
import { momentOfBooks } from '@sasaeai/testing/moment-of-books'
import { id } from '@sasaeai/domain/ids'
import { intakeBatchIdSchema } from '@sasaeai/domain/id-schemas'
import type { BatchRevision } from '@sasaeai/domain/intake/intake-inputs'
import type { IntakeDraftHeader, IntakeDraftLine } from '@sasaeai/domain/intake/intake-draft'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportPostingSheet } from '../ledger/export-posting-sheet.ts'
import { readReportMoment } from '../ledger/report-moment.ts'
import { reverseEntry } from '../ledger/reverse-entry.ts'
import { readBookedMoney, readDailyReport } from './daily-report-query.ts'
import { openIntakeBatch } from './open-intake-batch.ts'
import { postIntakeBatch } from './post-intake-batch.ts'
import { saveIntakeDraft } from './save-intake-draft.ts'
import { viewIntakeBatch } from './intake-batch-query.ts'

let database: TestDatabase
let council: ACouncil

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterAll(() => database.drop())

const threeLines = [
  { kind: '1', householdsPaid: '80', amount: '40,000' },
  { kind: '2', householdsPaid: '75', amount: '２２，５００' },
  { kind: '3', householdsPaid: '70', amount: '¥14,000' },
]

async function aBatch(
  header: Partial<IntakeDraftHeader> = {},
  lines: Partial<IntakeDraftLine>[] = threeLines,
): Promise<BatchRevision> {
  const batchId = intakeBatchIdSchema.parse(council.deps.newId())
  const cells = { receivedOn: '10/15', area: '01-01', controlCount: '3', controlTotal: '76500', ...header }
  await openIntakeBatch(council.deps, council.actors.receptionist, {
    batchId,
    draft: anIntakeDraft(council.deps, cells, lines),
  })
  return { batchId, revision: 1 }
}

const post = (batch: BatchRevision) => postIntakeBatch(council.deps, council.actors.receptionist, batch)

async function bookedBy({
  batchId,
}: BatchRevision): Promise<{ entries: number; lines: number; status: string | undefined }> {
  const [entries, lines, batch] = await Promise.all([
    database.db.prisma.journalEntry.count({ where: { intakeBatchId: batchId } }),
    database.db.prisma.intakeLine.count({ where: { batchId } }),
    viewIntakeBatch(council.deps, batchId),
  ])
  return { entries, lines, status: batch?.status }
}

test('every line becomes an entry, and the batch gets the next number', async () => {
  const first = await post(await aBatch())
  const batch = await aBatch()
  const second = await post(batch)
  if (!first.ok || !second.ok) throw new Error('not posted')
  expect(second.value.intakeNumber).toBe(first.value.intakeNumber + 1)
  expect(
    second.value.entries.map(({ lineNumber, entryNumber }) => [
      lineNumber,
      entryNumber - (first.value.entries[2]?.entryNumber ?? 0),
    ]),
  ).toEqual([
    [1, 1],
    [2, 2],
    [3, 3],
  ])
  const { content } = await done(exportPostingSheet(council.deps, council.actors.receptionist, { batchId: batch.batchId }))
  const { lines } = await done(readWorkbookSheet(Buffer.from(content, 'base64')))
  expect(lines.slice(1, -1).map(({ cells }) => Number(cells[1])).toReversed()).toEqual(second.value.entries.map(({ entryNumber }) => entryNumber))
  expect(lines.at(-1)?.cells[14]).toBe('76500')
})

test('a bundle that does not match its slip is not booked, and says by how much', async () => {
  const batch = await aBatch({ controlTotal: '77,000' })
  expect(await post(batch)).toEqual({
    ok: false,
    code: 'control_mismatch',
    about: '金額は明細のほうが500円少ない（差額 △500円）です。明細か統制を確かめてください。',
  })
  expect(await bookedBy(batch)).toEqual({ entries: 0, lines: 0, status: 'draft' })
})

test('a line that cannot be read is named', async () => {
  const batch = await aBatch({}, [...threeLines.slice(0, 2), { kind: '3', amount: '1万' }])
  expect(await post(batch)).toMatchObject({
    code: 'draft_has_problems',
    about: expect.stringContaining('3行目の金額：'),
  })
})

test('a date in a year that is not open keeps everything out of the books, numbers included', async () => {
  const before = await database.db.prisma.numberCounter.findMany({ orderBy: { series: 'asc' } })
  const batch = await aBatch({ receivedOn: 'R7.10.15' }, [{ kind: '1', amount: '76500' }])
  const draft = anIntakeDraft(council.deps, { receivedOn: 'R7.10.15', controlCount: '1', controlTotal: '76500' }, [
    { kind: '1', amount: '76500' },
  ])
  await saveIntakeDraft(council.deps, council.actors.receptionist, { ...batch, draft })
  expect(await post({ ...batch, revision: 2 })).toMatchObject({
    code: 'draft_has_problems',
    about: expect.stringContaining('令和7年10月15日の月は締め済みか'),
  })
  expect(await database.db.prisma.numberCounter.findMany({ orderBy: { series: 'asc' } })).toEqual(before)
})

test('posting again, after a double click or a lost answer, answers with what was booked the first time', async () => {
  const batch = await aBatch()
  const first = await post(batch)
  expect(await post(batch)).toEqual(first)
  expect(await bookedBy(batch)).toEqual({ entries: 3, lines: 3, status: 'posted' })
})

test('nothing is slipped under a posted batch', async () => {
  const batch = await aBatch()
  await post(batch)
  const slip = await bookSlip(council, aSlip(council))
  const further = database.db.pool.query(
    `INSERT INTO intake_line (id, batch_id, line_number, funding_source_id, amount_yen, entry_id)
     SELECT gen_random_uuid(), batch_id, 99, funding_source_id, amount_yen, $2
     FROM intake_line WHERE batch_id = $1 LIMIT 1`,
    [batch.batchId, slip.id],
  )
  await expect(further).rejects.toThrow('lines were added to a batch that has its lines')
})

test('of many posts at once one books, and all are answered alike', async () => {
  const batch = await aBatch()
  const answers = await Promise.all(Array.from({ length: 20 }, () => post(batch)))
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect(await bookedBy(batch)).toEqual({ entries: 3, lines: 3, status: 'posted' })
})

test('bundles posted at once get numbers without gaps', async () => {
  const batches = await Promise.all(Array.from({ length: 16 }, () => aBatch()))
  const answers = await Promise.all(batches.map((batch) => post(batch)))
  const numbers = answers
    .flatMap((answer) => (answer.ok ? [answer.value.intakeNumber] : []))
    .toSorted((left, right) => left - right)
  expect(numbers).toHaveLength(16)
  expect((numbers[15] ?? 0) - (numbers[0] ?? 0)).toBe(15)
})

test('what somebody has changed meanwhile is not posted unseen', async () => {
  const batch = await aBatch()
  const draft = anIntakeDraft(council.deps, { bearer: '別の人' }, [])
  await saveIntakeDraft(council.deps, council.actors.accountant, { ...batch, draft })
  expect(await post(batch)).toMatchObject({ code: 'draft_changed_elsewhere', newer: { revision: 2 } })
})

test('three hundred lines are booked at once', async () => {
  const lines = Array.from({ length: 300 }, (_, place) => ({
    kind: '1',
    area: '01-02',
    householdsPaid: '1',
    amount: String(500 + place),
  }))
  const total = lines.reduce((sum, { amount }) => sum + Number(amount), 0)
  const batch = await aBatch({ controlCount: '300', controlTotal: String(total) }, lines)
  const startedAt = performance.now()
  expect(await post(batch)).toMatchObject({ ok: true })
  expect(performance.now() - startedAt).toBeLessThan(3_000)
  expect(await bookedBy(batch)).toEqual({ entries: 300, lines: 300, status: 'posted' })
})

test('the report of a day shows kinds, bundles and what has to lie in the cash box', async () => {
  const day = localDate('2026-11-03')
  await post(await aBatch({ receivedOn: '20261103', bearer: '日吉班長' }))
  const report = await readDailyReport(council.deps, day)
  expect(
    report.kinds.map(({ detailName, methodName, slips, count, amountYen }) => [
      detailName,
      methodName,
      slips,
      count,
      amountYen,
    ]),
  ).toEqual([
    ['一般会費', null, 1, 80, 40_000],
    ['赤い羽根共同募金', '戸別募金', 1, 75, 22_500],
    ['歳末たすけあい', '戸別募金', 1, 70, 14_000],
  ])
  expect(report).toMatchObject({ totalYen: 76_500, cash: [{ accountName: '現金', amountYen: 76_500 }], waiting: 0 })
  expect(report.batches).toMatchObject([
    { bearer: '日吉班長', areaName: '日吉一丁目自治会', lines: 3, amountYen: 76_500 },
  ])
  expect(await readBookedMoney(council.deps, day)).toHaveLength(3)
})

test('the report of a day stays as it stood at a moment, whatever is booked on it and undone since', async () => {
  const day = localDate('2026-11-04')
  await post(await aBatch({ receivedOn: '20261104', bearer: '日吉班長' }))
  const then = await readDailyReport(council.deps, day)
  const at = await readReportMoment(council.deps, await momentOfBooks(database.db))
  expect(await readDailyReport(council.deps, day, at)).toEqual(then)
  await post(await aBatch({ receivedOn: '20261104', bearer: '篠山班長' }))
  const { id: entryId } = await database.db.prisma.journalEntry.findFirstOrThrow({ where: { entryDate: new Date(day) }, orderBy: { entryNumber: 'asc' } })
  await done(reverseEntry(council.deps, council.actors.accountant, { entryId: id(entryId), reversalDate: day, reason: '二重の記帳' }))
  expect(await readDailyReport(council.deps, day, at)).toEqual(then)
  expect((await readDailyReport(council.deps, day)).batches).toHaveLength(2)
})
