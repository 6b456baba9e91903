import { toDateColumn } from '@sasaeai/db/local-date-column'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import type { PayGrantsInput } from '@sasaeai/domain/grant/application/grant-payment-input'
import { type GrantApplicationId, type GrantCallId, id } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { aChestSlip } from '@sasaeai/testing/a-chest-slip'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aGrantApplication, aGrantCall, aGrantPayment, aGroup, award, done } from '@sasaeai/testing/a-grant'
import { bookSlip } from '@sasaeai/testing/a-slip'
import { databaseThatBreaks } from '@sasaeai/testing/database-that-breaks'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkLedger } from '../../ledger/check-ledger.ts'
import { reverseEntry } from '../../ledger/reverse-entry.ts'
import { readGrantCall } from '../call/read-grant-call.ts'
import { payGrants } from './pay-grants.ts'

let database: TestDatabase
let council: ACouncil
let callId: GrantCallId
let applicationId: GrantApplicationId

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  callId = await aGrantCall(council)
  applicationId = await aGrantApplication(council, callId)
  await award(council, { callId, applicationId, awardedYen: 60_000 })
})
afterEach(async () => {
  expect((await checkLedger(council.deps)).results.filter(({ faults }) => faults > 0)).toEqual([])
  await database.drop()
})

const collect = (amountYen = 100_000) =>
  bookSlip(council, aChestSlip(council, { fundingSourceId: council.source('歳末たすけあい'), campaignId: council.campaign('歳末たすけあい'), amountYen: yen(amountYen) }))
const wanted = (amountYen: number, change: Partial<PayGrantsInput> = {}) => aGrantPayment(council, { callId, applicationId, amountYen, ...change })
const pay = (amountYen: number, change: Partial<PayGrantsInput> = {}) => payGrants(council.deps, council.actors.accountant, wanted(amountYen, change))
const payments = () => database.db.prisma.grantPayment.count()

async function held(): Promise<number> {
  const { rows } = await database.db.pool.query<{ held: number }>(
    'SELECT coalesce(-sum(amount_yen), 0)::bigint AS held FROM posting WHERE account_id = $1 AND campaign_id = $2',
    [council.account('預り金（歳末たすけあい）'), council.campaign('歳末たすけあい')],
  )
  return Number(rows[0]?.held)
}

async function application() {
  const call = await readGrantCall(council.deps, callId)
  const found = call?.applications[0]
  if (found === undefined) throw new Error('the application is gone')
  return found
}

test('an award is paid in two parts out of the custody, never beyond the award', async () => {
  await collect()
  expect(await pay(25_000)).toEqual({ ok: true, value: { payments: 1, paidYen: 25_000 } })
  expect(await pay(35_001)).toMatchObject({ code: 'grant_overpaid', about: '第1号' })
  expect(await pay(35_000)).toMatchObject({ ok: true })
  expect(await pay(1)).toMatchObject({ code: 'grant_overpaid' })
  expect(await application()).toMatchObject({ paidYen: 60_000, payments: [{ amountYen: 25_000 }, { amountYen: 35_000 }] })
  expect(await held()).toBe(40_000)
})

test('what is undone does not count any more, and the award can be paid again', async () => {
  await collect()
  await pay(60_000)
  const [payment] = (await application()).payments
  if (payment === undefined) throw new Error('nothing was paid')
  const undo = { entryId: payment.entryId, reversalDate: localDate('2026-12-21'), reason: '振込先の誤り' }
  expect(await reverseEntry(council.deps, council.actors.accountant, undo)).toMatchObject({ ok: true })
  expect(await application()).toMatchObject({ paidYen: 0, payments: [{ amountYen: 60_000, isReversed: true }] })
  expect(await pay(60_000)).toMatchObject({ code: 'grant_exceeds_held', about: '40,000円' })
  expect(await pay(60_000, { paidOn: localDate('2026-12-21') })).toMatchObject({ ok: true })
  expect(await held()).toBe(40_000)
})

test('never more is paid than the drive holds, and of several at once all or none', async () => {
  await collect(50_000)
  expect(await pay(50_001)).toMatchObject({ code: 'grant_exceeds_held', about: '50,000円' })
  const other = await aGrantApplication(council, callId, { supporterId: await aGroup(council, '篠山子ども会') })
  const both = [{ paymentId: id<'GrantPaymentId'>(council.deps.newId()), applicationId, amountYen: yen(10_000) }, { paymentId: id<'GrantPaymentId'>(council.deps.newId()), applicationId: other, amountYen: yen(10_000) }]
  expect(await pay(1, { payments: both })).toMatchObject({ code: 'grant_not_awarded', about: '第2号' })
  expect([await payments(), await held()]).toEqual([0, 50_000])
  await award(council, { callId, applicationId: other, awardedYen: 10_000 })
  expect(await pay(1, { payments: both })).toEqual({ ok: true, value: { payments: 2, paidYen: 20_000 } })
  expect([await payments(), await held()]).toEqual([2, 30_000])
})

test('what is sent again is paid once, in parallel too, and one id never stands for two payments', async () => {
  await collect()
  const once = wanted(30_000)
  const again = () => payGrants(council.deps, council.actors.accountant, once)
  const answers = await Promise.all(Array.from({ length: 8 }, again))
  expect(new Set(answers.map(({ ok }) => ok))).toEqual(new Set([true]))
  expect([await payments(), await held()]).toEqual([1, 70_000])
  const half = { ...once, payments: [...once.payments, { paymentId: id<'GrantPaymentId'>(council.deps.newId()), applicationId, amountYen: yen(1) }] }
  expect(await payGrants(council.deps, council.actors.accountant, half)).toMatchObject({ code: 'already_posted' })
})

test('of sixteen payments at once as many go through as the award holds, and the custody is right to the yen', async () => {
  await collect()
  const answers = await Promise.all(Array.from({ length: 16 }, () => pay(7_000)))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(8)
  expect(new Set(answers.flatMap((answer) => (answer.ok ? [] : [answer.code])))).toEqual(new Set(['grant_overpaid']))
  expect([(await application()).paidYen, await held()]).toEqual([56_000, 44_000])
})

test('a server killed between any two statements pays nothing, and the next try pays all', async () => {
  await collect()
  const once = wanted(60_000)
  let cutAt = 1
  for (; cutAt < 40; cutAt += 1) {
    const broken = databaseThatBreaks(database.db, database.ownerUrl, cutAt)
    const answer = await payGrants({ ...council.deps, db: broken.db }, council.actors.accountant, once).catch(() => null)
    if (answer !== null) {
      expect(answer).toMatchObject({ ok: true })
      expect(broken.statements()).toBe(cutAt - 1)
      break
    }
    expect([await payments(), await held()]).toEqual([0, 100_000])
  }
  expect(cutAt).toBeGreaterThan(7)
  expect([await payments(), await held()]).toEqual([1, 40_000])
})

test('the council pays as spending, without a drive; a cash account of nowhere and a closed month are refused', async () => {
  const own = await aGrantCall(council, { payer: 'council', expenseAccountId: council.account('助成金支出'), name: '地域福祉助成' })
  const ofOwn = await aGrantApplication(council, own)
  await award(council, { callId: own, applicationId: ofOwn, awardedYen: 40_000 })
  const payment = (change: Partial<PayGrantsInput>) => payGrants(council.deps, council.actors.accountant, aGrantPayment(council, { callId: own, applicationId: ofOwn, amountYen: 40_000, ...change }))
  expect(await payment({ cashAccountId: council.account('助成金支出') })).toMatchObject({ code: 'grant_cash_unusable', field: 'cashAccountId' })
  await database.db.prisma.fiscalPeriod.update({
    where: { fiscalYear_firstDay: { fiscalYear: council.fiscalYear, firstDay: toDateColumn(localDate('2026-12-01')) } },
    data: { closedAt: council.deps.now(), closedById: council.actors.accountant.userId },
  })
  expect(await payment({})).toMatchObject({ code: 'period_closed', field: 'paidOn' })
  const { payments: count } = await done(payment({ paidOn: localDate('2027-01-10') }))
  expect(count).toBe(1)
  const { rows } = await database.db.pool.query<{ amountYen: number; campaignId: string | null }>(
    `SELECT p.amount_yen AS "amountYen", p.campaign_id AS "campaignId" FROM posting p JOIN journal_entry e ON e.id = p.entry_id
     WHERE e.source_kind = 'grant_payment' ORDER BY p.line_number`,
  )
  expect(rows).toEqual([{ amountYen: 40_000, campaignId: null }, { amountYen: -40_000, campaignId: null }])
})
