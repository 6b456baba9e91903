import { inTransaction } from '@sasaeai/db/in-transaction'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { id, type JournalEntryId, type SupporterId } from '@sasaeai/domain/ids'
import { contributionSchema } from '@sasaeai/domain/ledger/contribution'
import { yen } from '@sasaeai/domain/money/yen'
import type { RefundTold } from '@sasaeai/domain/online-giving/event/gateway-fact'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aGift } from '@sasaeai/testing/a-gift'
import { anOnlinePayment, aPayout } from '@sasaeai/testing/an-online-payment'
import { printedBalances, printedLedger } from '@sasaeai/testing/printed-ledger'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { correctGift } from '../../donation/gift/correct-gift.ts'
import { checkLedger } from '../../ledger/check-ledger.ts'
import { correctEntry } from '../../ledger/correct-entry.ts'
import { reverseEntry } from '../../ledger/reverse-entry.ts'
import { issueReceipt } from '../../receipt/issue-receipt.ts'
import { reverseReceiptedEntry } from '../../receipt/reverse-receipted-entry.ts'
import { program } from '../event/program-actor.ts'
import { applyRefund } from '../refund/apply-refund.ts'

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

const byHand = { reversalDate: localDate('2026-10-12'), reason: '使いみちの聞き違い' }
const account = (name: string) => council.account(name)
const source = (name: string) => council.source(name)
const fund = (name: string) => council.fund(name)

/** 訂正 in the ledger: the same gift, to what it should have been. */
function correct(entryId: JournalEntryId, { amountYen = 10_000, cash = '未収金', purpose = '子ども食堂応援' }: { amountYen?: number; cash?: string; purpose?: string } = {}) {
  const contribution = contributionSchema.parse({ entryDate: '2026-10-12', cashAccountId: account(cash), fundingSourceId: source('寄附金'), fundId: fund(purpose), amountYen, count: 1 })
  return correctEntry(council.deps, council.actors.accountant, { entryId, ...byHand, contribution })
}

const undo = (entryId: JournalEntryId) => reverseEntry(council.deps, council.actors.accountant, { entryId, ...byHand })
const standing = () => database.db.prisma.onlinePayment.findFirstOrThrow({ include: { entry: { include: { donation: true } } } })

function refunded(amountYen: number, { on = '2026-10-14', state = 'succeeded' }: { on?: string; state?: RefundTold['state'] } = {}) {
  return inTransaction(database.db, (tx) => applyRefund({ deps: council.deps, actor: program, tx }, council.paymentAccount('council'), {
    kind: 'refund', gatewayRefundId: 're_1', paymentIntentId: 'pi_a', amountYen: yen(amountYen), currency: 'jpy', state, failure: '', refundId: null, at: `${on}T03:00:00.000Z`,
  }), { isolation: 'ReadCommitted' })
}

async function supporter(): Promise<SupporterId> {
  const supporterId = council.deps.newId()
  await database.db.prisma.supporter.create({ data: { id: supporterId, number: 1, kind: 'person', name: '佐々木 恵', kana: 'ササキ メグミ', searchText: '佐々木恵', address: 'ささえ市1-1' } })
  return id(supporterId)
}

test('staff puts the purpose right: what the gateway tells later acts on the corrected entry, and the receipt keeps its day', async () => {
  const { entryId } = await anOnlinePayment(council, { paymentIntentId: 'pi_a' })
  const corrected = await correct(entryId)
  if (!corrected.ok) throw new Error(corrected.code)
  expect(await standing()).toMatchObject({ entryId: corrected.value.corrected.id, refundedYen: 0n, entry: { donation: { kind: 'general', receivedOn: new Date('2026-10-01') } } })
  // And once more, by the desk of gifts, split over two purposes.
  const gift = aGift(council, { receivedOn: '2026-10-13', cash: '未収金', shares: [[fund('子ども食堂応援'), 6_000], [null, 4_000]] })
  const split = await correctGift(council.deps, council.actors.accountant, { entryId: corrected.value.corrected.id, ...byHand, gift })
  if (!split.ok) throw new Error(split.code)
  expect(await standing()).toMatchObject({ entryId: split.value.id, entry: { donation: { receivedOn: new Date('2026-10-01') } } })

  expect(await refunded(4_000)).toMatchObject({ state: 'applied' })
  expect(await printedLedger(database.db)).toMatchInlineSnapshot(`
    伝票  日付      借方科目    借方金額  貸方科目    貸方金額  件数  財源・運動・方法・地域  摘要
       1  R8.10.1   未収金        10,000  寄附金収入    10,000     1  寄附金                  寄附金 オンライン
       2  R8.10.12  寄附金収入    10,000  未収金        10,000   △1  寄附金                  取消 寄附金 オンライン（使いみちの聞き違い）
       3  R8.10.12  未収金        10,000  寄附金収入    10,000     1  寄附金                  寄附金 子ども食堂応援（使いみちの聞き違い）
       4  R8.10.12  寄附金収入    10,000  未収金        10,000   △1  寄附金                  取消 寄附金 子ども食堂応援（使いみちの聞き違い）
       5  R8.10.13  未収金        10,000  寄附金収入     6,000     1  寄附金                  寄附金 子ども食堂応援（使いみちの聞き違い）
                                          寄附金収入     4,000        寄附金
       6  R8.10.14  寄附金収入     6,000  未収金        10,000   △1  寄附金                  取消 寄附金 子ども食堂応援（返金：決済会社の管理画面で返金）
                    寄附金収入     4,000                              寄附金
       7  R8.10.14  未収金         6,000  寄附金収入     3,600     1  寄附金                  寄附金 子ども食堂応援（返金：決済会社の管理画面で返金）
                                          寄附金収入     2,400        寄附金
  `)
  expect(await standing()).toMatchObject({ refundedYen: 4_000n, entry: { donation: { receivedOn: new Date('2026-10-01') } } })
  expect(await refunded(4_000, { on: '2026-10-15', state: 'failed' })).toMatchObject({ state: 'applied' })
  expect(await printedBalances(database.db)).toMatchInlineSnapshot(`
    科目        借方残高  貸方残高
    未収金        10,000
    寄附金収入              10,000
  `)
})

test('nobody takes money of the gateway out of the books, or moves it: it goes back by a refund', async () => {
  const { entryId } = await anOnlinePayment(council, { paymentIntentId: 'pi_a', supporterId: await supporter() })
  const refusal = { ok: false, code: 'entry_follows_gateway' }
  expect(await undo(entryId)).toMatchObject(refusal)
  expect(await correct(entryId, { amountYen: 9_000 })).toMatchObject(refusal)
  expect(await correct(entryId, { cash: '現金' })).toMatchObject(refusal)
  const gift = aGift(council, { receivedOn: '2026-10-12', cash: '現金', shares: [[null, 10_000]] })
  expect(await correctGift(council.deps, council.actors.accountant, { entryId, ...byHand, gift })).toMatchObject(refusal)

  const issued = await issueReceipt(council.deps, council.actors.accountant, { entryIds: [entryId] })
  if (!issued.ok) throw new Error(issued.code)
  expect(await reverseReceiptedEntry(council.deps, council.actors.accountant, { entryId, ...byHand })).toMatchObject(refusal)
  expect(await database.db.prisma.receipt.findMany()).toMatchObject([{ voidedAt: null }])

  const payoutId = await aPayout(council, { paymentIntentId: 'pi_a', arrivesOn: localDate('2026-10-07') })
  const payout = await database.db.prisma.payout.findUniqueOrThrow({ where: { id: payoutId } })
  expect(await undo(id(payout.entryId ?? ''))).toMatchObject(refusal)
  expect(await database.db.prisma.journalEntry.count()).toBe(2)
  expect(await refunded(10_000)).toMatchObject({ state: 'applied' })
  expect(await printedBalances(database.db)).toMatchInlineSnapshot(`
    科目        借方残高  貸方残高
    普通預金       9,640
    未収金                  10,000
    寄附金収入
    支払手数料       360
  `)
})

test('a refund of an earlier year is 雑支出, and stays in the books until the gateway says that it failed', async () => {
  const { entryId } = await anOnlinePayment(council, { paymentIntentId: 'pi_a' })
  council = await aCouncil(database.db, { now: new Date('2027-04-10T01:00:00Z') })
  await database.db.prisma.fiscalYear.create({ data: { year: 2027, periods: { create: [{ firstDay: new Date('2027-04-01') }] } } })
  expect(await refunded(10_000, { on: '2027-04-03' })).toMatchObject({ state: 'applied' })
  const [refund] = await database.db.prisma.onlineRefund.findMany()
  const inTheNewYear = { reversalDate: localDate('2027-04-10'), reason: '誤り' }
  expect(await reverseEntry(council.deps, council.actors.accountant, { entryId: id(refund?.entryId ?? ''), ...inTheNewYear })).toMatchObject({ ok: false, code: 'entry_follows_gateway' })
  expect(await reverseEntry(council.deps, council.actors.accountant, { entryId, ...inTheNewYear })).toMatchObject({ ok: false, code: 'entry_follows_gateway' })
  expect(await refunded(10_000, { on: '2027-04-09', state: 'failed' })).toMatchObject({ state: 'applied' })
  expect(await standing()).toMatchObject({ entryId, refundedYen: 0n })
})

test('a correction and a refund at the same moment: one comes after the other, and nothing is booked twice', async () => {
  const { entryId } = await anOnlinePayment(council, { paymentIntentId: 'pi_a' })
  const [corrected, told] = await Promise.all([correct(entryId), refunded(4_000)])
  expect(told).toMatchObject({ state: 'applied' })
  if (!corrected.ok) expect(corrected.code).toBe('already_reversed')
  const { entry, refundedYen } = await standing()
  expect(refundedYen).toBe(4_000n)
  const { rows } = await database.db.pool.query<{ account: string; yen: number }>(
    `SELECT a.name AS account, sum(p.amount_yen)::int AS yen FROM posting p JOIN ledger_account a ON a.id = p.account_id GROUP BY a.name ORDER BY 1`,
  )
  expect(rows).toEqual([{ account: '寄附金収入', yen: -6_000 }, { account: '未収金', yen: 6_000 }])
  expect(await database.db.prisma.journalEntry.count({ where: { reversesEntryId: entry?.id ?? '' } })).toBe(0)
})
