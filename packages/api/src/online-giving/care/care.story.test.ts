import { id } from '@sasaeai/domain/ids'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { type AnOnlineGift, anOnlineGift } from '@sasaeai/testing/an-online-gift'
import { applyAndCare } from '@sasaeai/testing/apply-events'
import { databaseThatDies } from '@sasaeai/testing/database-that-breaks'
import { gatewaySays } from '@sasaeai/testing/gateway-says'
import { tell, tellingGateways } from '@sasaeai/testing/telling-gateways'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Deps } from '../../deps.ts'
import { markMailSent } from '../../letter/outbox/mark-mail-sent.ts'
import { mailFollowers } from '../../mail-followers-by-kind.ts'
import { listGiversOfYear } from '../../receipt/read-payments.ts'
import { applyDueEvents } from '../event/apply-due-events.ts'
import { tellLatePayments } from '../payout/tell-payments-of-payouts.ts'
import { careForPayments } from './care-for-payments.ts'

let database: TestDatabase
let council: ACouncil
let deps: Deps
let clock = new Date('2026-10-15T01:00:00Z')

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  deps = { ...council.deps, now: () => clock, gateways: tellingGateways() }
})
afterAll(() => database.drop())
beforeEach(async () => {
  await database.db.prisma.givingSettings.updateMany({ data: { receiptRule: 'each', taxDateBasis: 'paid_on', thanks: '' } })
})

let count = 0

/** Somebody gives by card on 15 October, and everything that follows is done. */
async function give(gift: AnOnlineGift = {}, at = '2026-10-15T00:00:00Z'): Promise<string> {
  const giftId = await anOnlineGift(council, gift)
  count += 1
  await tell(deps, [gatewaySays.paid({ giftId, sessionId: `cs_${count}`, paymentIntentId: `pi_${count}`, amountYen: gift.amountYen ?? 3_000, at })])
  await applyAndCare(deps)
  const { id: paymentId } = await paymentOf(`pi_${count}`)
  return paymentId
}

const paymentOf = (moneyId: string) => database.db.prisma.onlinePayment.findFirstOrThrow({ where: { moneyId }, select: { id: true, care: true } })

async function careOf(paymentId: string) {
  const { prisma } = database.db
  const payment = await prisma.onlinePayment.findUniqueOrThrow({ where: { id: paymentId }, select: { care: true, entryId: true } })
  const receipts = await prisma.receipt.findMany({ where: { entries: { some: { entryId: payment.entryId ?? '' } } } })
  const mails = await prisma.outgoingMail.findMany({ where: { orderId: paymentId }, include: { attachments: { select: { fileName: true } } }, orderBy: { queuedAt: 'asc' } })
  return { care: payment.care, receipts, mails }
}

test('寄附のたびに: a receipt by the program’s own hand, and a mail of thanks with its PDF, once', async () => {
  const paymentId = await give({ slug: 'kodomo-shokudo' })
  await applyAndCare(deps)
  const { care, receipts, mails: [mail, ...more] } = await careOf(paymentId)
  expect([care, receipts.length, more]).toEqual(['done', 1, []])
  expect(receipts[0]?.content).toMatchObject({ payer: '髙﨑 花子', address: 'ささえ市城南町15番地3', receivedTo: '2026-10-15' })
  expect(mail).toMatchObject({ kind: 'online_thanks', toAddress: 'hanako@example.jp', attachments: [{ fileName: `領収書_${receipts[0]?.printedNumber}.pdf` }] })
  expect(mail?.body).toMatch(/髙﨑 花子　様[\s\S]*3,000円[\s\S]*添付：領収書（PDF）[\s\S]*デモです/)
  // When it has gone out, the gift counts as thanked for, and the receipt as handed over.
  await markMailSent(deps, council.actors.accountant, { mailId: id(mail?.id ?? ''), followers: mailFollowers })
  const { prisma } = database.db
  expect([await prisma.thankYouLetter.count(), await prisma.receiptDeed.count({ where: { kind: 'mailed', receiptId: receipts[0]?.id ?? '' } })]).toEqual([1, 1])
})

test('the rule decides who gets a receipt: 匿名 never, 希望された方に by wish, 年間証明だけ none for gifts', async () => {
  expect((await careOf(await give({ giverKind: 'anonymous' }))).receipts).toEqual([])
  await database.db.prisma.givingSettings.updateMany({ data: { receiptRule: 'on_request' } })
  expect((await careOf(await give({ receiptWish: 'none' }))).receipts).toEqual([])
  const onPaper = await careOf(await give({ receiptWish: 'paper' }))
  expect([onPaper.receipts.length, onPaper.mails[0]?.attachments, onPaper.mails[0]?.body.includes('領収書は、郵送でお届けします。')]).toEqual([1, [], true])
  await database.db.prisma.givingSettings.updateMany({ data: { receiptRule: 'annual' } })
  const yearly = await careOf(await give())
  expect([yearly.receipts, yearly.mails[0]?.body.includes('1年分をまとめて翌年に')]).toEqual([[], true])
  // 会費 are in no 年間証明.
  expect((await careOf(await give({ slug: 'sanjo-kaihi' }))).receipts).toHaveLength(1)
})

test('whoever reads English or やさしい日本語 is thanked in those words; お礼の言葉 of the council are used for what has no letter', async () => {
  await database.db.prisma.givingSettings.updateMany({ data: { thanks: '会員になっていただき、ありがとうございます。' } })
  const bodyOf = async (gift: AnOnlineGift) => (await careOf(await give(gift))).mails[0]?.body ?? ''
  expect(await bodyOf({ language: 'en', name: 'Mary Smith', email: 'mary@example.com' })).toMatch(/^\(This is a demonstration[\s\S]*Dear Mary Smith,[\s\S]*Amount: 3,000 yen[\s\S]*receipt is attached/)
  expect(await bodyOf({ language: 'easy' })).toMatch(/髙﨑 花子　さん[\s\S]*お金：3,000円/)
  expect(await bodyOf({ slug: 'sanjo-kaihi' })).toMatch(/会員になっていただき[\s\S]*賛助会費/)
})

/** The gateway sends the money of a payment to the bank, where it arrives on 5 January. */
async function deposit(paymentId: string): Promise<void> {
  const { prisma } = database.db
  const { paymentAccountId, paymentIntentId, entryId, paidAt: happenedAt, amountYen } = await prisma.onlinePayment.findUniqueOrThrow({ where: { id: paymentId } })
  const day = new Date('2027-01-05')
  const gatewayPayoutId = `po_${paymentIntentId}`
  await prisma.payout.create({ data: { id: paymentId, paymentAccountId, gatewayPayoutId, amountYen, arrivesOn: day, state: 'paid', gatewayChangedAt: day, hasLines: true, entryId } })
  await prisma.payoutLine.create({
    data: { payoutId: paymentId, gatewayLineId: `txn_${paymentIntentId}`, kind: 'payment', sourceId: paymentIntentId ?? '', paymentIntentId, grossYen: amountYen, feeYen: 0, happenedAt },
  })
  await tellLatePayments(prisma)
}

test('入金日: a gift of 30 December that reaches the bank on 5 January is receipted as of that day, and told of with its year', async () => {
  await database.db.prisma.givingSettings.updateMany({ data: { taxDateBasis: 'deposited_on' } })
  clock = new Date('2026-12-30T03:00:00Z')
  const paymentId = await give({ name: '年末 太郎', email: 'taro@example.jp', amountYen: 10_000 }, '2026-12-30T01:00:00Z')
  const before = await careOf(paymentId)
  expect([before.care, before.receipts, before.mails.length]).toEqual(['deposit', [], 1])
  expect(before.mails[0]?.body).toContain('領収書は、当会への入金を確かめてからお届けします。')
  const namesOf = async (year: number) => (await listGiversOfYear(database.db, year)).map(({ name }) => name)
  expect(await namesOf(2026)).not.toContain('年末 太郎')
  await applyAndCare(deps)
  expect((await careOf(paymentId)).care).toBe('deposit')
  clock = new Date('2027-01-05T03:00:00Z')
  await deposit(paymentId)
  // Until its own receipt is issued nobody takes it into a 年間証明.
  expect(await namesOf(2027)).not.toContain('年末 太郎')
  await applyAndCare(deps)
  const after = await careOf(paymentId)
  expect([after.care, after.receipts[0]?.content, after.mails.map(({ kind, attachments }) => [kind, attachments.length])]).toMatchObject([
    'done', { receivedFrom: '2027-01-05', receivedTo: '2027-01-05' }, [['online_thanks', 0], ['receipt', 1]],
  ])
  // By the rule of 年間証明 it is told of with the gifts of 2027, although the books have it in 2026.
  await database.db.prisma.givingSettings.updateMany({ data: { receiptRule: 'annual' } })
  clock = new Date('2026-12-30T03:00:00Z')
  const yearly = await give({ name: '年末 次郎', email: 'jiro@example.jp' }, '2026-12-30T01:00:00Z')
  await deposit(yearly)
  await applyAndCare(deps)
  expect([(await namesOf(2026)).includes('年末 次郎'), (await namesOf(2027)).includes('年末 次郎')]).toEqual([false, true])
})

test('a server killed between any two statements, from the event to the mail, ends in one entry, one receipt and one mail', async () => {
  clock = new Date('2026-10-16T01:00:00Z')
  const giftId = await anOnlineGift(council, { name: '途中 止郎', email: 'tochu@example.jp' })
  await tell(deps, [
    gatewaySays.paid({ giftId, sessionId: 'cs_cut', paymentIntentId: 'pi_cut', amountYen: 3_000, at: '2026-10-16T00:00:00Z' }),
    gatewaySays.charged({ paymentIntentId: 'pi_cut', at: '2026-10-16T00:00:00Z' }),
  ])
  const { prisma } = database.db
  const standing = async () => {
    const payments = await prisma.onlinePayment.findMany({ where: { moneyId: 'pi_cut' }, select: { care: true } })
    return `${await prisma.gatewayEvent.count({ where: { state: 'waiting' } })} waiting, ${payments.map(({ care }) => care).join()}`
  }
  const steps = [await standing()]
  let cuts = 0
  for (let cutAt = 1; steps.at(-1) !== '0 waiting, done'; cutAt += 1) {
    const dying = { ...deps, db: databaseThatDies(database.db, database.ownerUrl, cutAt) }
    // Time goes on between two starts: what was put off is due again.
    clock = new Date(clock.getTime() + 2 * 60 * 60_000)
    try {
      await applyDueEvents(dying, () => {})
      await careForPayments(dying, { mayGoOn: () => true, onFault: (fault) => { throw fault } })
    } catch {
      cuts += 1
    }
    const now = await standing()
    if (now === steps.at(-1)) continue
    steps.push(now)
    // Each further step is cut before its first statement, too.
    cutAt = 0
  }
  expect(steps).toEqual(['2 waiting, ', '0 waiting, receipt', '0 waiting, mail', '0 waiting, done'])
  expect(cuts).toBeGreaterThan(25)
  const { id: paymentId } = await paymentOf('pi_cut')
  const { receipts, mails } = await careOf(paymentId)
  expect([receipts.length, mails.length]).toEqual([1, 1])
  expect(await database.db.prisma.journalEntry.count({ where: { sourceId: 'council:pi_cut' } })).toBe(1)
  expect(await database.db.prisma.supporter.count({ where: { email: 'tochu@example.jp' } })).toBe(1)
})
