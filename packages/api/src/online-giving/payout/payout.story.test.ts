import { inTransaction } from '@sasaeai/db/in-transaction'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { id, type SupporterId } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import type { EventVerdict } from '@sasaeai/domain/online-giving/event/event-verdict'
import type { DisputeTold, GatewayFact, PayoutTold, RefundTold } from '@sasaeai/domain/online-giving/event/gateway-fact'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { done } from '@sasaeai/testing/a-grant'
import { anOnlinePayment } from '@sasaeai/testing/an-online-payment'
import { printedBalances, printedLedger } from '@sasaeai/testing/printed-ledger'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { issueReceipt } from '../../receipt/issue-receipt.ts'
import { applyDispute } from '../dispute/apply-dispute.ts'
import { program } from '../event/program-actor.ts'
import { applyRefund } from '../refund/apply-refund.ts'
import { applyPayout, applyPayoutLinesReady } from './apply-payout.ts'
import { exportPayout } from './export-payout.ts'

let database: TestDatabase
let council: ACouncil

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterEach(() => database.drop())

/** What the gateway tells, at noon in Tokyo. */
const noon = (day: string) => `${day}T03:00:00.000Z`
const refundTold = (paymentIntentId: string, amountYen: number, { on, ...more }: Partial<RefundTold> & { on: string }): RefundTold => ({
  kind: 'refund', gatewayRefundId: `re_of_${paymentIntentId}`, paymentIntentId, amountYen: yen(amountYen), currency: 'jpy', state: 'succeeded', failure: '', refundId: null, at: noon(on), ...more,
})
const disputeTold = (paymentIntentId: string, amountYen: number, { on, state }: { on: string; state: DisputeTold['state'] }): DisputeTold => ({
  kind: 'dispute', gatewayDisputeId: `dp_of_${paymentIntentId}`, paymentIntentId, amountYen: yen(amountYen), currency: 'jpy', state, reason: 'fraudulent', answerBy: null, at: noon(on),
})
const payoutTold = (gatewayPayoutId: string, amountYen: number, { on, state = 'paid' }: { on: string; state?: PayoutTold['state'] }): PayoutTold => ({
  kind: 'payout', gatewayPayoutId, amountYen: yen(amountYen), currency: 'jpy', arrivesOn: localDate(on), state, failure: state === 'failed' ? '口座が使えません' : '', at: noon(on),
})
const linesReady = (gatewayPayoutId: string): GatewayFact => ({ kind: 'payout_lines_ready', gatewayPayoutId, at: noon('2026-10-14') })

/** The worker's transaction for one fact; what waits or is put aside leaves nothing, as when it never came. */
function tell(fact: GatewayFact): Promise<EventVerdict> {
  const account = council.paymentAccount('council')
  return inTransaction(database.db, (tx) => {
    const desk = { deps: council.deps, actor: program, tx }
    switch (fact.kind) {
      case 'refund': return applyRefund(desk, account, fact)
      case 'dispute': return applyDispute(desk, account, fact)
      case 'payout': return applyPayout(desk, account, fact)
      case 'payout_lines_ready': return applyPayoutLinesReady(desk, account, fact)
      default: throw new Error(`${fact.kind} is told elsewhere`)
    }
  }, { isolation: 'ReadCommitted' })
}

/** 内訳, as they are kept once they were read at the gateway. */
async function keepLines(
  gatewayPayoutId: string,
  lines: readonly (readonly [kind: 'payment' | 'refund' | 'dispute' | 'dispute_reversal' | 'fee' | 'adjustment', paymentIntentId: string | null, grossYen: number, feeYen: number, sourceId?: string])[],
) {
  const { id: payoutId } = await database.db.prisma.payout.findFirstOrThrow({ where: { gatewayPayoutId } })
  await database.db.prisma.payoutLine.createMany({
    data: lines.map(([kind, paymentIntentId, grossYen, feeYen, sourceId = ''], index) => ({
      payoutId, gatewayLineId: `txn_${index}`, kind, sourceId, paymentIntentId, grossYen: BigInt(grossYen), feeYen: BigInt(feeYen), happenedAt: new Date(noon('2026-10-05')),
    })),
  })
  await database.db.prisma.payout.update({ where: { id: payoutId }, data: { hasLines: true } })
}

async function supporter(): Promise<SupporterId> {
  const supporterId = council.deps.newId()
  await database.db.prisma.supporter.create({ data: { id: supporterId, number: 1, kind: 'person', name: '佐々木 恵', kana: 'ササキ メグミ', searchText: '佐々木恵', address: 'ささえ市1-1' } })
  return id(supporterId)
}

test('a payout of two gifts, a refund and a dispute that was lost: in whatever order they are told, 未収金 is empty', async () => {
  await anOnlinePayment(council, { paymentIntentId: 'pi_a', amountYen: 10_000 })
  await anOnlinePayment(council, { paymentIntentId: 'pi_b', amountYen: 3_000, paidOn: '2026-10-02' })
  await anOnlinePayment(council, { paymentIntentId: 'pi_c', amountYen: 50_000, paidOn: '2026-10-03' })
  expect(await tell(linesReady('po_1'))).toMatchObject({ state: 'waiting', reason: 'waits_for_payout', subjectKey: 'po_1' })
  expect(await tell(payoutTold('po_1', 46_172, { on: '2026-10-14' }))).toMatchObject({ state: 'applied' })
  expect(await tell(linesReady('po_1'))).toMatchObject({ state: 'waiting', reason: 'waits_for_payout_lines', subjectKey: 'po_1' })
  await keepLines('po_1', [['payment', 'pi_a', 10_000, 360], ['payment', 'pi_b', 3_000, 108], ['payment', 'pi_c', 50_000, 1_800], ['refund', 'pi_b', -3_000, 0], ['dispute', 'pi_a', -10_000, 1_500], ['fee', null, -60, 0]])
  expect(await tell(linesReady('po_1'))).toMatchObject({ state: 'applied' })
  await tell(disputeTold('pi_a', 10_000, { on: '2026-10-12', state: 'lost' }))
  await tell(disputeTold('pi_a', 10_000, { on: '2026-10-06', state: 'open' }))
  await tell(refundTold('pi_b', 3_000, { on: '2026-10-05' }))
  for (const again of [payoutTold('po_1', 46_172, { on: '2026-10-14' }), payoutTold('po_1', 46_172, { on: '2026-10-13', state: 'pending' }), linesReady('po_1'), refundTold('pi_b', 3_000, { on: '2026-10-05' }), disputeTold('pi_a', 10_000, { on: '2026-10-12', state: 'lost' })]) {
    expect(await tell(again)).toMatchObject({ state: 'applied' })
  }
  expect(await printedLedger(database.db)).toMatchInlineSnapshot(`
    伝票  日付      借方科目    借方金額  貸方科目    貸方金額  件数  財源・運動・方法・地域  摘要
       1  R8.10.1   未収金        10,000  寄附金収入    10,000     1  寄附金                  寄附金 オンライン
       2  R8.10.2   未収金         3,000  寄附金収入     3,000     1  寄附金                  寄附金 オンライン
       3  R8.10.3   未収金        50,000  寄附金収入    50,000     1  寄附金                  寄附金 オンライン
       4  R8.10.14  普通預金      46,172  未収金        50,000                                オンライン決済の入金 社協の受け口
                    支払手数料     3,828
       5  R8.10.12  寄附金収入    10,000  未収金        10,000   △1  寄附金                  取消 寄附金 オンライン（カード会社への異議申立てにより返金）
       6  R8.10.5   寄附金収入     3,000  未収金         3,000   △1  寄附金                  取消 寄附金 オンライン（返金：決済会社の管理画面で返金）
  `)
  expect(await printedBalances(database.db)).toMatchInlineSnapshot(`
    科目        借方残高  貸方残高
    普通預金      46,172
    未収金
    寄附金収入              50,000
    支払手数料     3,828
  `)
  const { id: payoutId } = await database.db.prisma.payout.findFirstOrThrow({ where: { gatewayPayoutId: 'po_1' } })
  const file = await done(exportPayout(council.deps, council.actors.auditor, { payoutId: id(payoutId), format: 'csv' }))
  const lines = Buffer.from(file.content, 'base64').toString('utf8').trimEnd().split('\r\n').slice(1).map((line) => line.split(','))
  expect(lines.map((cells) => cells[0])).toEqual(['決済', '決済', '決済', '返金', '異議申立て', '手数料'])
  // What is left of all lines arrives at the bank.
  expect(lines.reduce((sum, cells) => sum + Number(cells[7]), 0)).toBe(46_172)
  expect(await database.db.prisma.auditEvent.findFirst({ where: { action: 'giving_list.export' } })).toMatchObject({ after: { rows: 6 } })
  expect(await exportPayout(council.deps, council.actors.auditor, { payoutId: id(council.deps.newId()), format: 'csv' })).toMatchObject({ code: 'row_gone' })
  expect(await database.db.prisma.onlinePayment.findMany({ orderBy: { moneyId: 'asc' }, select: { moneyId: true, feeYen: true, refundedYen: true, entryId: true } })).toMatchObject([
    { moneyId: 'pi_a', feeYen: 360n, refundedYen: 10_000n, entryId: null }, { moneyId: 'pi_b', feeYen: 108n, refundedYen: 3_000n, entryId: null }, { moneyId: 'pi_c', feeYen: 1_800n, refundedYen: 0n },
  ])
})

test('a part is given back after the receipt: the receipt is made void and comes anew over what is left, of the same day', async () => {
  const { entryId } = await anOnlinePayment(council, { paymentIntentId: 'pi_a', amountYen: 10_000, supporterId: await supporter() })
  const issued = await issueReceipt(council.deps, council.actors.accountant, { entryIds: [entryId] })
  if (!issued.ok) throw new Error(issued.code)
  expect(await tell(refundTold('pi_unknown', 3_000, { on: '2026-10-10' }))).toMatchObject({ state: 'waiting', reason: 'waits_for_payment', subjectKey: 'pi_unknown' })
  expect(await tell(refundTold('pi_a', 3_000, { on: '2026-10-10', state: 'pending' }))).toMatchObject({ state: 'applied' })
  expect(await tell(refundTold('pi_a', 3_000, { on: '2026-10-10' }))).toMatchObject({ state: 'applied' })
  expect(await tell(refundTold('pi_a', 8_000, { on: '2026-10-11', gatewayRefundId: 're_more' }))).toMatchObject({ state: 'quarantined', reason: 'refund_too_much' })
  expect(await printedLedger(database.db)).toMatchInlineSnapshot(`
    伝票  日付      借方科目    借方金額  貸方科目    貸方金額  件数  財源・運動・方法・地域  摘要
       1  R8.10.1   未収金        10,000  寄附金収入    10,000     1  寄附金                  寄附金 オンライン
       2  R8.10.10  寄附金収入    10,000  未収金        10,000   △1  寄附金                  取消 寄附金 オンライン（返金：決済会社の管理画面で返金）
       3  R8.10.10  未収金         7,000  寄附金収入     7,000     1  寄附金                  寄附金 オンライン（返金：決済会社の管理画面で返金）
  `)
  const receipts = await database.db.prisma.receipt.findMany({ orderBy: { receiptNumber: 'asc' } })
  expect(receipts.map(({ printedNumber, amountYen, voidReason }) => [printedNumber, amountYen, voidReason])).toMatchInlineSnapshot(`
    [
      [
        寄附08-00001,
        10000n,
        返金：決済会社の管理画面で返金,
      ],
      [
        寄附08-00002,
        7000n,
        ,
      ],
    ]
  `)
  const [payment] = await database.db.prisma.onlinePayment.findMany({ include: { entry: { include: { donation: true } } } })
  expect(payment?.entry?.donation).toMatchObject({ kind: 'general', receivedOn: new Date('2026-10-01') })
  // It could not be given back after all: everything stands as it was paid.
  expect(await tell(refundTold('pi_a', 3_000, { on: '2026-10-12', state: 'failed', failure: '口座がありません' }))).toMatchObject({ state: 'applied' })
  expect(await tell(refundTold('pi_a', 3_000, { on: '2026-10-10' }))).toMatchObject({ state: 'applied' })
  expect(await printedBalances(database.db)).toMatchInlineSnapshot(`
    科目        借方残高  貸方残高
    未収金        10,000
    寄附金収入              10,000
  `)
  expect((await database.db.prisma.receipt.findMany({ where: { voidedAt: null } })).map(({ amountYen }) => amountYen)).toEqual([10_000n])
})

test('what is given back in the next fiscal year is 雑支出, and the receipt of the whole is void', async () => {
  const { entryId } = await anOnlinePayment(council, { paymentIntentId: 'pi_a', amountYen: 10_000, supporterId: await supporter() })
  const issued = await issueReceipt(council.deps, council.actors.accountant, { entryIds: [entryId] })
  if (!issued.ok) throw new Error(issued.code)
  council = await aCouncil(database.db, { now: new Date('2027-04-10T01:00:00Z') })
  expect(await tell(refundTold('pi_a', 10_000, { on: '2027-04-03' }))).toMatchObject({ state: 'quarantined', reason: 'period_closed' })
  const { prisma } = database.db
  await prisma.fiscalYear.create({ data: { year: 2027, periods: { create: [{ firstDay: new Date('2027-04-01') }] } } })
  expect(await tell(refundTold('pi_a', 10_000, { on: '2027-04-03' }))).toMatchObject({ state: 'applied' })
  expect(await printedLedger(database.db)).toMatchInlineSnapshot(`
    伝票  日付     借方科目  借方金額  貸方科目    貸方金額  件数  財源・運動・方法・地域  摘要
       1  R8.10.1  未収金      10,000  寄附金収入    10,000     1  寄附金                  寄附金 オンライン
       1  R9.4.3   雑支出      10,000  未収金        10,000                                前年度までの受入の返金 寄附金 オンライン（返金：決済会社の管理画面で返金）
  `)
  expect(await prisma.receipt.findMany()).toMatchObject([{ voidReason: '返金：決済会社の管理画面で返金' }])
  expect(await tell(refundTold('pi_a', 10_000, { on: '2027-04-09', state: 'failed', failure: '口座がありません' }))).toMatchObject({ state: 'applied' })
  expect(await printedBalances(database.db)).toMatchInlineSnapshot(`
    科目        借方残高  貸方残高
    未収金        10,000
    寄附金収入              10,000
    雑支出
  `)
})

test('a payout that failed after it was paid comes again with a later one; what waits for the day at the bank goes on', async () => {
  const { entryId } = await anOnlinePayment(council, { paymentIntentId: 'pi_a', amountYen: 10_000, care: 'deposit' })
  await tell(payoutTold('po_1', 9_640, { on: '2026-10-07' }))
  await keepLines('po_1', [['payment', 'pi_a', 10_000, 360]])
  await tell(linesReady('po_1'))
  expect(await database.db.prisma.onlinePayment.findFirst()).toMatchObject({ care: 'receipt' })
  expect(await database.db.prisma.donation.findUnique({ where: { entryId } })).toMatchObject({ receivedOn: new Date('2026-10-07') })
  await tell(payoutTold('po_1', 9_640, { on: '2026-10-09', state: 'failed' }))
  await tell(payoutTold('po_1', 9_640, { on: '2026-10-07' }))
  await tell(payoutTold('po_2', 9_640, { on: '2026-10-14' }))
  await keepLines('po_2', [['adjustment', null, 9_640, 0]])
  await tell(linesReady('po_2'))
  expect(await printedLedger(database.db)).toMatchInlineSnapshot(`
    伝票  日付      借方科目    借方金額  貸方科目    貸方金額  件数  財源・運動・方法・地域  摘要
       1  R8.10.1   未収金        10,000  寄附金収入    10,000     1  寄附金                  寄附金 オンライン
       2  R8.10.7   普通預金       9,640  未収金        10,000                                オンライン決済の入金 社協の受け口
                    支払手数料       360
       3  R8.10.9   未収金        10,000  普通預金       9,640                                取消 オンライン決済の入金 社協の受け口（送金できなかったため（口座が使えません））
                                          支払手数料       360
       4  R8.10.9   支払手数料       360  未収金           360                                オンライン決済の入金 社協の受け口（手数料）（送金できなかったため（口座が使えません））
       5  R8.10.14  普通預金       9,640  未収金         9,640                                オンライン決済の入金 社協の受け口
  `)
  expect(await printedBalances(database.db)).toMatchInlineSnapshot(`
    科目        借方残高  貸方残高
    普通預金       9,640
    未収金
    寄附金収入              10,000
    支払手数料       360
  `)
})

test('a payout that failed before it was paid: what it would have brought gets its day from the one that brings it at last', async () => {
  const { entryId } = await anOnlinePayment(council, { paymentIntentId: 'pi_a', amountYen: 10_000, care: 'deposit' })
  const careOf = async () => (await database.db.prisma.onlinePayment.findFirstOrThrow()).care
  await tell(payoutTold('po_1', 9_640, { on: '2026-10-07', state: 'failed' }))
  await keepLines('po_1', [['payment', 'pi_a', 10_000, 360]])
  await tell(linesReady('po_1'))
  await tell(payoutTold('po_2', 9_640, { on: '2026-10-09', state: 'failed' }))
  await keepLines('po_2', [['adjustment', null, 9_640, 0, 'po_1']])
  await tell(linesReady('po_2'))
  // Another one in between brings nothing of it.
  await tell(payoutTold('po_other', 500, { on: '2026-10-10' }))
  await keepLines('po_other', [['adjustment', null, 500, 0, 'po_of_nobody']])
  await tell(linesReady('po_other'))
  expect(await careOf()).toBe('deposit')
  await tell(payoutTold('po_3', 9_640, { on: '2026-10-14' }))
  await keepLines('po_3', [['adjustment', null, 9_640, 0, 'po_2']])
  expect(await careOf()).toBe('deposit')
  await tell(linesReady('po_3'))
  expect(await careOf()).toBe('receipt')
  expect(await database.db.prisma.donation.findUnique({ where: { entryId } })).toMatchObject({ receivedOn: new Date('2026-10-14') })
  expect(await printedBalances(database.db)).toMatchInlineSnapshot(`
    科目        借方残高  貸方残高
    普通預金      10,140
    未収金                     500
    寄附金収入              10,000
    支払手数料       360
  `)
})
