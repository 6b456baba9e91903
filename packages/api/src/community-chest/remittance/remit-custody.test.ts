import { localDate } from '@sasaeai/domain/calendar/local-date'
import type { RemitCustodyInput } from '@sasaeai/domain/community-chest/remittance/remittance-input'
import { id } from '@sasaeai/domain/ids'
import { failureMessage } from '@sasaeai/domain/outcome/failure-message'
import { yen } from '@sasaeai/domain/money/yen'
import { aChestSlip } from '@sasaeai/testing/a-chest-slip'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { bookSlip } from '@sasaeai/testing/a-slip'
import { databaseThatBreaks } from '@sasaeai/testing/database-that-breaks'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkLedger } from '../../ledger/check-ledger.ts'
import { reverseEntry } from '../../ledger/reverse-entry.ts'
import { remitCustody } from './remit-custody.ts'

let database: TestDatabase
let council: ACouncil

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterEach(async () => {
  expect((await checkLedger(council.deps)).results.filter(({ faults }) => faults > 0)).toEqual([])
  await database.drop()
})

const december = localDate('2026-12-10')

function wanted(change: Partial<RemitCustodyInput> = {}): RemitCustodyInput {
  return {
    remittanceId: id(council.deps.newId()),
    campaignId: council.campaign('赤い羽根共同募金'),
    remittedOn: december,
    amountYen: yen(62_500),
    cashAccountId: council.account('普通預金'),
    note: '',
    ...change,
  }
}

const remit = (change: Partial<RemitCustodyInput> = {}) => remitCustody(council.deps, council.actors.accountant, wanted(change))
const book = (change: Parameters<typeof aChestSlip>[1] = {}) => bookSlip(council, aChestSlip(council, change))

/** What the custody account owes for the drive, from the postings themselves. */
async function held(): Promise<number> {
  const { rows } = await database.db.pool.query<{ held: number }>(
    'SELECT coalesce(-sum(amount_yen), 0)::bigint AS held FROM posting WHERE account_id = $1 AND campaign_id = $2',
    [council.account('預り金（共同募金）'), council.campaign('赤い羽根共同募金')],
  )
  return Number(rows[0]?.held)
}

async function asOwner(statement: string, values: unknown[] = []): Promise<void> {
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query(statement, values)
  await owner.end()
}

test('what is held is handed over in one entry: 預り金 against 現金預金, the drive named, no funding source', async () => {
  await book()
  expect(await remit({ amountYen: yen(60_000), note: '振込' })).toMatchObject({ ok: true, value: { sequence: 1 } })
  const { id: remittanceId, entryId } = await database.db.prisma.remittance.findFirstOrThrow()
  const entry = await database.db.prisma.journalEntry.findUniqueOrThrow({ where: { id: entryId }, include: { postings: { orderBy: { lineNumber: 'asc' } } } })
  expect(entry).toMatchObject({ kind: 'payment', sourceKind: 'remittance', sourceId: remittanceId, description: '赤い羽根共同募金 送金 第1回 振込' })
  expect(entry.postings).toMatchObject([
    { accountId: council.account('預り金（共同募金）'), amountYen: 60_000n, campaignId: council.campaign('赤い羽根共同募金'), fundingSourceId: null },
    { accountId: council.account('普通預金'), amountYen: -60_000n, campaignId: null, fundingSourceId: null },
  ])
  expect(await held()).toBe(2_500)
  expect(await remit({ amountYen: yen(2_500) })).toMatchObject({ value: { sequence: 2 } })
  expect(await held()).toBe(0)
})

test('not a yen more than is held is remitted, on no day', async () => {
  await book()
  await book({ entryDate: localDate('2026-11-20'), amountYen: yen(10_000) })
  const refused = await remit({ amountYen: yen(72_501) })
  expect(refused).toEqual({ ok: false, code: 'remittance_exceeds_held', field: 'amountYen', about: '72,500円' })
  if (!refused.ok) expect(failureMessage(refused)).toContain('送金できるのは72,500円まで')
  // In October only the first slip was there; and money remitted in November is not there twice.
  expect(await remit({ amountYen: yen(62_501), remittedOn: localDate('2026-10-31') })).toMatchObject({ about: '62,500円' })
  expect(await remit({ amountYen: yen(50_000), remittedOn: localDate('2026-11-01') })).toMatchObject({ ok: true })
  expect(await remit({ amountYen: yen(12_501), remittedOn: localDate('2026-10-31') })).toMatchObject({ about: '12,500円' })
  expect(await remit({ amountYen: yen(1), remittedOn: localDate('2026-10-04') })).toMatchObject({ about: '0円' })
  expect(await held()).toBe(22_500)
})

test('a slip undone after the remittance leaves less than nothing: shown, and nothing more is remitted', async () => {
  const { id: entryId } = await book()
  await remit()
  await reverseEntry(council.deps, council.actors.accountant, { entryId, reversalDate: december, reason: '二重の受付' })
  expect(await held()).toBe(-62_500)
  expect(await remit({ amountYen: yen(1) })).toMatchObject({ code: 'remittance_exceeds_held', about: '0円' })
})

test('an undone remittance can be made again, and its 回 is not used twice', async () => {
  await book()
  await remit()
  const { entryId } = await database.db.prisma.remittance.findFirstOrThrow()
  expect(await reverseEntry(council.deps, council.actors.accountant, { entryId: id(entryId), reversalDate: december, reason: '金額の誤り' })).toMatchObject({ ok: true })
  expect(await held()).toBe(62_500)
  expect(await remit()).toMatchObject({ ok: true, value: { sequence: 2 } })
  expect(await held()).toBe(0)
})

test('sent again it is the same remittance; sixteen at once hand the money over once', async () => {
  await book()
  const input = wanted({ amountYen: yen(40_000) })
  const same = await Promise.all(Array.from({ length: 16 }, () => remitCustody(council.deps, council.actors.accountant, input)))
  expect(same).toEqual(same.map(() => ({ ok: true, value: { remittanceId: input.remittanceId, sequence: 1 } })))
  expect(await held()).toBe(22_500)
  // Sixteen people want all that is left, while money goes on coming in.
  const [others] = await Promise.all([
    Promise.all(Array.from({ length: 16 }, () => remit({ amountYen: yen(22_500) }))),
    ...Array.from({ length: 4 }, () => book({ amountYen: yen(100), entryDate: localDate('2026-12-20') })),
  ])
  expect(others.filter(({ ok }) => ok)).toMatchObject([{ value: { sequence: 2 } }])
  expect(new Set(others.flatMap((each) => (each.ok ? [] : [each.code])))).toEqual(new Set(['remittance_exceeds_held']))
  expect(await held()).toBe(400)
})

test('a server killed between any two statements of a remittance leaves nothing half, the next try remits', async () => {
  await book()
  const { deps, actors } = council
  const input = wanted()
  const state = async () => ({
    entries: await database.db.prisma.journalEntry.count(),
    remittances: await database.db.prisma.remittance.count(),
    audits: await database.db.prisma.auditEvent.count({ where: { action: { in: ['remittance.post', 'ledger.post'] } } }),
    held: await held(),
  })
  let cutAt = 1
  for (; cutAt < 30; cutAt += 1) {
    const broken = databaseThatBreaks(database.db, database.ownerUrl, cutAt)
    const answer = await remitCustody({ ...deps, db: broken.db }, actors.accountant, input).catch(() => null)
    if (answer !== null) {
      expect(answer).toMatchObject({ ok: true, value: { sequence: 1 } })
      expect(broken.statements()).toBe(cutAt - 1)
      break
    }
    expect(await state()).toEqual({ entries: 1, remittances: 0, audits: 1, held: 62_500 })
  }
  expect(cutAt).toBeGreaterThan(6)
  expect(await state()).toEqual({ entries: 2, remittances: 1, audits: 3, held: 0 })
})

test('remitted is only from cash of the same book, from an open drive and into an open month', async () => {
  await book()
  const chart = await database.db.prisma.ledgerAccount.findMany()
  const notCash = chart.find(({ category, isHeading }) => category === 'income' && !isHeading)
  expect(await remit({ cashAccountId: id(notCash?.id ?? '') })).toMatchObject({ code: 'remittance_cash_unusable', field: 'cashAccountId' })
  const branchCash = council.deps.newId()
  await asOwner(`INSERT INTO ledger_account (id, code, name, category, book) VALUES ($1, '1190', '支会普通預金', 'asset', 'branch')`, [branchCash])
  expect(await remit({ cashAccountId: id(branchCash) })).toMatchObject({ code: 'remittance_cash_unusable' })
  expect(await remit({ campaignId: id(council.deps.newId()) })).toMatchObject({ code: 'row_gone' })
  expect(await remit({ remittedOn: localDate('2027-10-01') })).toMatchObject({ code: 'period_closed', field: 'remittedOn' })
  await asOwner('ALTER TABLE campaign DISABLE TRIGGER campaign_is_closed_when_empty')
  await asOwner(`UPDATE campaign SET closed_on = '2026-12-01' WHERE id = $1`, [council.campaign('赤い羽根共同募金')])
  expect(await remit()).toMatchObject({ code: 'campaign_closed' })
  expect(await held()).toBe(62_500)
})
