import { readFileSync } from 'node:fs'
import path from 'node:path'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { payReliefSchema } from '@sasaeai/domain/grant/relief/relief-payment-input'
import type { GrantCallId } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { aChestSlip } from '@sasaeai/testing/a-chest-slip'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aGrantCall, aGroup, done } from '@sasaeai/testing/a-grant'
import { bookSlip } from '@sasaeai/testing/a-slip'
import { everyProcedure } from '@sasaeai/testing/every-procedure'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { checkLedger } from '../../ledger/check-ledger.ts'
import { reverseEntry } from '../../ledger/reverse-entry.ts'
import { reliefSheets } from '../export/grant-sheets.ts'
import { listReliefPayments } from './list-relief-payments.ts'
import { payRelief } from './pay-relief.ts'
import { undoRelief } from './undo-relief.ts'

let database: TestDatabase
let council: ACouncil
let callId: GrantCallId

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  callId = await aGrantCall(council, { name: '歳末見舞金' })
  const money = { fundingSourceId: council.source('歳末たすけあい'), campaignId: council.campaign('歳末たすけあい') }
  await bookSlip(council, aChestSlip(council, { ...money, amountYen: yen(500_000) }))
})
afterEach(async () => {
  expect((await checkLedger(council.deps)).results.filter(({ faults }) => faults > 0)).toEqual([])
  await database.drop()
})

async function wanted(change: Record<string, unknown> = {}) {
  const single = await database.db.prisma.reliefClass.findFirstOrThrow({ where: { name: 'ひとり親世帯' } })
  return payReliefSchema.parse({
    paymentId: council.deps.newId(), callId, reliefClassId: single.id, areaId: council.area('日吉校区'), paidOn: '2026-12-15',
    cashAccountId: council.account('普通預金'), recipients: '１２', amountYen: 120_000, ...change,
  })
}
const pay = async (change: Record<string, unknown> = {}) => payRelief(council.deps, council.actors.accountant, await wanted(change))
const payments = () => listReliefPayments(council.deps, callId)

const somebodysName = '山田 花子'

/** The fields of a sample that take a name, and what of a field that is not there comes through. */
function fieldsThatTakeNames(schema: z.ZodType, sample: Record<string, unknown>): string[] {
  expect(schema.safeParse(sample).success).toBe(true)
  const taking = Object.keys(sample).filter((field) => schema.safeParse({ ...sample, [field]: somebodysName }).success)
  const smuggled = schema.safeParse({ ...sample, note: somebodysName, name: somebodysName, supporterId: somebodysName })
  return JSON.stringify(smuggled.data ?? '').includes(somebodysName) ? [...taking, 'smuggled'] : taking
}

test('見舞金 is paid to a class in a 校区, one entry each, once however often it is sent, never beyond what is held', async () => {
  const once = await wanted()
  const answers = await Promise.all(Array.from({ length: 6 }, () => payRelief(council.deps, council.actors.accountant, once)))
  expect(answers.every(({ ok }) => ok)).toBe(true)
  expect(await payments()).toMatchObject([{ className: 'ひとり親世帯', areaName: '日吉校区', recipients: 12, amountYen: 120_000, isReversed: false }])
  expect(await pay({ amountYen: 380_001 })).toMatchObject({ code: 'grant_exceeds_held', field: 'amountYen', about: '380,000円' })
  expect(await pay({ areaId: council.area('日吉一丁目自治会') })).toMatchObject({ code: 'relief_area_too_fine', field: 'areaId' })
  expect(await pay({ areaId: '', amountYen: 380_000 })).toMatchObject({ ok: true })
  const parallel = await Promise.all(Array.from({ length: 16 }, () => pay({ amountYen: 1 })))
  expect(parallel.filter(({ ok }) => ok)).toEqual([])
})

test('it is undone by a reversal whose reason is chosen; the page of the entry sends one here', async () => {
  await done(pay())
  const [payment] = await payments()
  if (payment === undefined) throw new Error('nothing was paid')
  const reversalDate = localDate('2026-12-16')
  const free = { entryId: payment.entryId, reversalDate, reason: '山田様が辞退されたため' }
  expect(await reverseEntry(council.deps, council.actors.accountant, free)).toMatchObject({ code: 'reversal_of_relief' })
  const undo = () => undoRelief(council.deps, council.actors.accountant, { paymentId: payment.paymentId, reversalDate, reason: 'returned' })
  expect(await undo()).toMatchObject({ ok: true })
  expect(await undo()).toMatchObject({ code: 'already_reversed' })
  expect(await payments()).toMatchObject([{ isReversed: true }])
  const { rows } = await database.db.pool.query<{ reason: string }>('SELECT reason FROM journal_entry WHERE reverses_entry_id = $1', [payment.entryId])
  expect(rows).toEqual([{ reason: '渡せずに戻ったため' }])
})

test('the table has no column for a name, and the search would find one', async () => {
  const textColumns = async (table: string) =>
    (await database.db.pool.query<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_name = $1 AND data_type NOT IN ('uuid', 'date', 'integer', 'bigint')`, [table],
    )).rows.map(({ name }) => name)
  const references = (await database.db.pool.query<{ name: string }>(
    `SELECT confrelid::regclass::text AS name FROM pg_constraint WHERE contype = 'f' AND conrelid = 'relief_payment'::regclass ORDER BY 1`,
  )).rows.map(({ name }) => name)
  expect(await textColumns('relief_payment')).toEqual([])
  expect(references).toEqual(['area', 'grant_call', 'grant_committee', 'journal_entry', 'relief_class'])
  expect(await textColumns('grant_application')).toContain('project_name')
})

test('no field of its procedures takes a name, and the search would find one that does', async () => {
  const own = [...(await everyProcedure())].filter(([procedure]) => procedure.startsWith('grant.relief.'))
  const pays = { ...(await wanted()), committeeId: null }
  const samples: Record<string, Record<string, unknown>> = {
    'grant.relief.list': { callId },
    'grant.relief.pay': pays,
    'grant.relief.undo': { paymentId: pays.paymentId, reversalDate: '2026-12-16', reason: 'mistyped' },
  }
  expect(own.map(([procedure]) => procedure)).toEqual(Object.keys(samples))
  for (const [procedure, definition] of own) {
    const inputs: unknown = Reflect.get(Object(Reflect.get(Object(definition), '_def')), 'inputs')
    const [schema] = z.array(z.instanceof(z.ZodType)).parse(inputs)
    expect({ procedure, fields: fieldsThatTakeNames(schema ?? z.any(), samples[procedure] ?? {}) }).toEqual({ procedure, fields: [] })
  }
  expect(fieldsThatTakeNames(z.object({ note: z.string() }), { note: '' })).toEqual(['note', 'smuggled'])
  // Every field that there is has been tried.
  expect(Object.keys(pays).toSorted()).toEqual(Object.keys(payReliefSchema.shape).toSorted())
})

test('what is listed and written to Excel comes from chosen words, days and numbers', async () => {
  await done(pay())
  const [payment] = await payments()
  expect(Object.keys(payment ?? {})).toEqual(['paymentId', 'paidOn', 'className', 'areaName', 'committeeName', 'recipients', 'amountYen', 'entryId', 'entryNumber', 'isReversed'])
  const [sheet] = reliefSheets(await payments())
  expect(sheet?.columns.map(({ heading }) => heading)).toEqual(['支払日', '対象区分', '校区', '対象者数', '金額（円）', '配分委員会', '伝票番号', '取消'])
  const { rows } = await database.db.pool.query<{ description: string }>(`SELECT description FROM journal_entry WHERE source_kind = 'relief_payment'`)
  expect(rows).toEqual([{ description: '歳末見舞金 ひとり親世帯 日吉校区 12件' }])
})

test('no paper is made of it: no maker reads the payments', () => {
  const makers = readFileSync(path.join(import.meta.dirname, '..', '..', 'paper-makers.ts'), 'utf8')
  expect(makers).toContain('Maker')
  const imported = [...makers.matchAll(/import\('(\.\/[^']+)'\)/g)].map(([, file]) => file ?? '')
  const reading = imported.filter((file) => /relief/i.test(readFileSync(path.join(import.meta.dirname, '..', '..', file), 'utf8')))
  expect(imported.length).toBeGreaterThan(8)
  expect(reading).toEqual([])
})

test('not even the owner of the tables can book it to somebody, or to a place so small that it tells who', async () => {
  await done(pay())
  const somebody = await aGroup(council)
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const book = async (statement: string) => {
    await owner.query('BEGIN')
    try {
      await owner.query(statement)
    } finally {
      await owner.query('ROLLBACK')
    }
  }
  await expect(book(`INSERT INTO journal_entry (id, fiscal_year, entry_number, entry_date, kind, payer_id, description, source_kind, source_id, posted_at, posted_by_id, search_text)
    SELECT gen_random_uuid(), fiscal_year, 99, entry_date, kind, '${somebody}', 'x', source_kind, 'x', posted_at, posted_by_id, 'x'
    FROM journal_entry WHERE source_kind = 'relief_payment'`)).rejects.toThrow('journal_entry_relief_names_nobody')
  await expect(book(`INSERT INTO relief_payment (id, call_id, relief_class_id, area_id, paid_on, recipients, amount_yen, entry_id)
    SELECT gen_random_uuid(), call_id, relief_class_id, '${council.area('日吉一丁目自治会')}', paid_on, 1, 1, (SELECT id FROM journal_entry WHERE source_kind <> 'relief_payment' LIMIT 1)
    FROM relief_payment`)).rejects.toThrow(/names nobody/)
  await owner.end()
})
