import { toDateColumn } from '@sasaeai/db/local-date-column'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import type { ShareBackRunId } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { layShareBackTerms, novemberEnd } from '@sasaeai/testing/share-back-terms'
import { csvRows } from '@sasaeai/testing/csv-rows'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkLedger } from '../../ledger/check-ledger.ts'
import { exportDuesList } from '../export/export-dues-list.ts'
import { calculateShareBack } from './calculate-share-back.ts'
import { discardShareBack } from './discard-share-back.ts'
import { listShareBackRuns } from './list-share-back-runs.ts'
import { payShareBack } from './pay-share-back.ts'
import { readShareBackRun } from './read-share-back-run.ts'
import { saveShareBackRate } from './save-share-back-rate.ts'

let database: TestDatabase
let council: ACouncil

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  await layShareBackTerms(council)
})
afterEach(async () => {
  expect((await checkLedger(council.deps)).results.filter(({ faults }) => faults > 0)).toEqual([])
  await database.drop()
})

const accountant = () => council.actors.accountant
const december = localDate('2026-12-10')

async function calculated(cutOffOn = novemberEnd(council)): Promise<ShareBackRunId> {
  const outcome = await calculateShareBack(council.deps, accountant(), { fiscalYear: council.fiscalYear, cutOffOn })
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value.runId
}

async function readRun(runId: ShareBackRunId) {
  const run = await readShareBackRun(council.deps, runId)
  if (run === null) throw new Error('the calculation is gone')
  return run
}

async function pay(runId: ShareBackRunId, revision?: number, paidOn = december) {
  return payShareBack(council.deps, accountant(), { runId, paidOn, revision: revision ?? (await readRun(runId)).revision })
}

/** As the owner of the tables, for what the application may not do. */
async function asOwner(statement: string): Promise<void> {
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query(statement)
  await owner.end()
}

const payments = () => database.db.prisma.journalEntry.count({ where: { sourceKind: 'share_back' } })
const book = (change: Parameters<typeof aSlip>[1]) => bookSlip(council, aSlip(council, change))

test('each 校区 gets its share, kind by kind; money without an area is named and not shared', async () => {
  await book({ amountYen: yen(25_555), areaId: council.area('日吉一丁目自治会') })
  await book({ amountYen: yen(10_000), areaId: council.area('日吉二丁目自治会'), duesKindId: council.duesKind('法人会費') })
  await book({ amountYen: yen(3_000), areaId: council.area('篠山校区') })
  await book({ amountYen: yen(7_000), areaId: undefined })
  // After the cut-off day, and of a kind that is not shared.
  await book({ amountYen: yen(9_000), entryDate: localDate('2026-12-01') })
  await book({ amountYen: yen(9_000), duesKindId: council.duesKind('特別会費') })
  const run = await readRun(await calculated())
  expect(run.payees.map(({ code, lines }) => [code, ...lines.map(({ receivedYen, earnedYen }) => `${receivedYen}→${earnedYen}`)])).toEqual([
    ['01', '25555→10220', '10000→5000'],
    ['02', '3000→1200'],
  ])
  expect(run).toMatchObject({ isOutdated: false, lastRunId: null, unshared: [{ duesKindId: council.duesKind('一般会費'), receivedYen: 7_000 }] })
  expect((await listShareBackRuns(council.deps, council.fiscalYear)).runs).toMatchObject([
    { sequence: 1, status: 'draft', payees: 2, receivedYen: 38_555, earnedYen: 16_420, alreadyYen: 0, payableYen: 16_420 },
  ])
})

test('an area of its own rate is rated by it, everything below it too', async () => {
  await saveShareBackRate(council.deps, accountant(), {
    fiscalYear: council.fiscalYear, duesKindId: council.duesKind('一般会費'), areaId: council.area('日吉二丁目自治会'), basisPoints: 5_000,
  })
  const rates = await csvRows(exportDuesList(council.deps, accountant(), { list: 'rates', fiscalYear: council.fiscalYear, format: 'csv' }))
  expect(rates).toEqual([['01-02', '日吉二丁目自治会', '一般会費', '50%', '40%']])
  await book({ amountYen: yen(1_000) })
  await book({ amountYen: yen(1_010), areaId: council.area('日吉二丁目自治会') })
  const [payee] = (await readRun(await calculated())).payees
  expect(payee?.lines).toMatchObject([
    { receivedYen: 2_010, earnedYen: 900, parts: [{ basisPoints: 5_000, amountYen: 1_010 }, { basisPoints: 4_000, amountYen: 1_000 }] },
  ])
})

test('there is one draft of a year; it is calculated anew and can be thrown away', async () => {
  await book({})
  const first = await calculated()
  await book({ areaId: council.area('篠山町自治会') })
  expect((await readRun(first)).isOutdated).toBe(true)
  const outcomes = await Promise.all(Array.from({ length: 4 }, () => calculated()))
  expect(new Set(outcomes)).toEqual(new Set([first]))
  const run = await readRun(first)
  expect(run).toMatchObject({ isOutdated: false, sequence: 1, revision: 5 })
  expect(run.payees).toHaveLength(2)
  expect(await discardShareBack(council.deps, accountant(), { runId: first, revision: 1 })).toMatchObject({ code: 'share_back_recalculated' })
  expect(await discardShareBack(council.deps, accountant(), { runId: first, revision: 5 })).toMatchObject({ ok: true })
  expect(await readShareBackRun(council.deps, first)).toBeNull()
})

test('nothing is calculated without rules, rates or money', async () => {
  const input = { fiscalYear: council.fiscalYear, cutOffOn: novemberEnd(council) }
  expect(await calculateShareBack(council.deps, accountant(), input)).toMatchObject({ code: 'share_back_nothing_shared' })
  await database.db.prisma.duesRules.update({ where: { id: 1 }, data: { shareBackCashAccountId: null } })
  expect(await calculateShareBack(council.deps, accountant(), input)).toMatchObject({ code: 'share_back_rules_incomplete' })
  expect((await listShareBackRuns(council.deps, council.fiscalYear)).problem).toBe('share_back_rules_incomplete')
})

test('sent ten times at once it is paid once, and whole', async () => {
  await book({})
  await book({ areaId: council.area('篠山町自治会'), amountYen: yen(5_000) })
  const runId = await calculated()
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => pay(runId, 1)))
  expect(outcomes.filter(({ ok }) => ok)).toEqual([{ ok: true, value: { entries: 2, paidYen: 12_200 } }])
  expect(new Set(outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.code])))).toEqual(new Set(['share_back_run_paid']))
  expect(await payments()).toBe(2)
  expect(await readRun(runId)).toMatchObject({ status: 'posted', paidOn: december, payees: [{ payment: { entryNumber: 3 } }, { payment: { entryNumber: 4 } }] })
  expect((await listShareBackRuns(council.deps, council.fiscalYear)).paid).toEqual([{ accountId: council.account('助成金支出'), paidYen: 12_200 }])
})

test('when the books refuse one payment in the middle, none is made and the calculation stays open', async () => {
  await book({})
  await book({ areaId: council.area('篠山町自治会') })
  const runId = await calculated()
  await asOwner(`CREATE FUNCTION refuse_second() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF NEW.source_kind = 'share_back' AND NEW.source_id LIKE '%${council.area('篠山校区')}' THEN RAISE EXCEPTION 'the server falls over'; END IF;
      RETURN NEW; END $$`)
  await asOwner('CREATE TRIGGER refuse_second BEFORE INSERT ON journal_entry FOR EACH ROW EXECUTE FUNCTION refuse_second()')
  await expect(pay(runId, 1)).rejects.toThrow('the server falls over')
  expect([await payments(), (await readRun(runId)).status]).toEqual([0, 'draft'])
  await asOwner('DROP TRIGGER refuse_second ON journal_entry')
  expect(await pay(runId, 1)).toMatchObject({ ok: true, value: { entries: 2 } })
})

test('money that came in since is looked at before anything is paid', async () => {
  await book({})
  const runId = await calculated()
  await book({ amountYen: yen(500), count: 1 })
  expect(await pay(runId)).toMatchObject({ code: 'share_back_outdated' })
  expect(await pay(runId, 9)).toMatchObject({ code: 'share_back_recalculated' })
  await calculated()
  expect(await pay(runId)).toMatchObject({ ok: true, value: { paidYen: 10_400 } })
  expect(await saveShareBackRate(council.deps, accountant(), {
    fiscalYear: council.fiscalYear, duesKindId: council.duesKind('一般会費'), areaId: council.area('日吉校区'), basisPoints: 9_000,
  })).toMatchObject({ code: 'share_back_paid' })
})

test('a closed month and a calculation without anything to pay are refused', async () => {
  await book({})
  const runId = await calculated()
  await database.db.prisma.fiscalPeriod.update({
    where: { fiscalYear_firstDay: { fiscalYear: council.fiscalYear, firstDay: toDateColumn(localDate('2026-11-01')) } },
    data: { closedAt: council.deps.now(), closedById: accountant().userId },
  })
  expect(await pay(runId, 1, localDate('2026-11-30'))).toEqual({ ok: false, code: 'period_closed', field: 'paidOn', about: '令和8年11月30日' })
  expect(await pay(runId)).toMatchObject({ ok: true })
  const again = await calculated()
  expect(again).not.toBe(runId)
  expect(await pay(again)).toMatchObject({ code: 'share_back_nothing_to_pay' })
  expect((await readRun(again)).sequence).toBe(2)
})

test('after a payment the payees cannot go a level down, where the same money would be paid once more', async () => {
  await book({})
  await pay(await calculated())
  const associations = await database.db.prisma.areaType.findFirstOrThrow({ where: { name: '自治会' } })
  await database.db.prisma.duesRules.update({ where: { id: 1 }, data: { shareBackAreaTypeId: associations.id } })
  const input = { fiscalYear: council.fiscalYear, cutOffOn: novemberEnd(council) }
  expect(await calculateShareBack(council.deps, accountant(), input)).toMatchObject({ code: 'share_back_paid_above' })
})

test('what is paid is never changed, whoever tries', async () => {
  await book({})
  const runId = await calculated()
  await pay(runId)
  const { revision } = await readRun(runId)
  expect(await discardShareBack(council.deps, accountant(), { runId, revision })).toMatchObject({ code: 'share_back_run_paid' })
  await expect(database.db.prisma.shareBackLine.updateMany({ where: { runId }, data: { earnedYen: 0n } })).rejects.toThrow('never changed')
  await expect(database.db.prisma.shareBackRun.delete({ where: { id: runId } })).rejects.toThrow()
})
