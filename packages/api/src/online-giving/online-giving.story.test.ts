import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { ledgerAccountDetailsSchema } from '@sasaeai/domain/ledger/ledger-account-details'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { anOnlineGift } from '@sasaeai/testing/an-online-gift'
import { applyEvents } from '@sasaeai/testing/apply-events'
import { gatewaySays } from '@sasaeai/testing/gateway-says'
import { printedBalances, printedLedger } from '@sasaeai/testing/printed-ledger'
import { tell, tellingGateways } from '@sasaeai/testing/telling-gateways'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { saveGroundItem } from '../council/save-ground-item.ts'
import type { Deps } from '../deps.ts'
import { ledgerAccountTable } from '../ledger/ledger-account-table.ts'
import { takeUpClosedMonths } from './event/take-up-closed-months.ts'

let database: TestDatabase
let council: ACouncil
let deps: Deps
let clock: Date

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  clock = new Date('2027-03-31T12:00:00Z')
  deps = { ...council.deps, now: () => clock, gateways: tellingGateways(['council', 'chest']) }
})
afterEach(() => database.drop())

const month = (n: number, day: number) => {
  const date = new Date(Date.UTC(2026, 3 + n, day, 0, 0, 0))
  return date.toISOString().replace('.000Z', 'Z')
}

test('毎月1,000円の一年: 4月に始まり、8月はカードの期限切れで引き落とせず、10月から2,000円、3月に終わる', async () => {
  const giftId = await anOnlineGift(council, { slug: 'kodomo-shokudo', frequency: 'monthly', amountYen: 1_000, consent: 'named' })
  const subscriptionId = 'sub_1'
  await tell(deps, [gatewaySays.started({ giftId, subscriptionId, sessionId: 'cs_1', at: month(0, 25) })])
  for (let n = 0; n < 12; n += 1) {
    const amountYen = n < 6 ? 1_000 : 2_000
    const invoice = { giftId, subscriptionId, invoiceId: `in_${n}`, amountYen }
    if (n === 6) await tell(deps, [gatewaySays.recurring({ giftId, subscriptionId, amountYen, at: month(6, 1), nextAt: month(6, 25) })])
    if (n === 4) {
      // 8月: 三度試して引き落とせず、その月は請求しない。
      await tell(deps, [1, 2, 3].map((attempts) => gatewaySays.monthFailed({ ...invoice, attempts, at: month(n, 23 + attempts) })))
      await tell(deps, [gatewaySays.recurring({ giftId, subscriptionId, amountYen, status: 'past_due', at: month(n, 25), nextAt: month(5, 25) })])
      await tell(deps, [gatewaySays.recurring({ giftId, subscriptionId, amountYen, at: month(n, 28), nextAt: month(5, 25) })])
    } else {
      await tell(deps, [gatewaySays.monthPaid({ ...invoice, at: month(n, 25) }), gatewaySays.monthLinked({ invoiceId: `in_${n}`, paymentIntentId: `pi_${n}`, at: month(n, 25) })])
    }
    await applyEvents(deps)
  }
  await tell(deps, [gatewaySays.recurring({ giftId, subscriptionId, amountYen: 2_000, status: 'canceled', at: month(11, 30), nextAt: month(12, 25) })])
  await applyEvents(deps)
  expect(await printedLedger(database.db)).toMatchInlineSnapshot(`
    伝票  日付      借方科目  借方金額  貸方科目    貸方金額  件数  財源・運動・方法・地域  摘要
       1  R8.4.25   未収金       1,000  寄附金収入     1,000     1  寄附金                  寄附金 子ども食堂応援 マンスリー オンライン
       2  R8.5.25   未収金       1,000  寄附金収入     1,000     1  寄附金                  寄附金 子ども食堂応援 マンスリー オンライン
       3  R8.6.25   未収金       1,000  寄附金収入     1,000     1  寄附金                  寄附金 子ども食堂応援 マンスリー オンライン
       4  R8.7.25   未収金       1,000  寄附金収入     1,000     1  寄附金                  寄附金 子ども食堂応援 マンスリー オンライン
       5  R8.9.25   未収金       1,000  寄附金収入     1,000     1  寄附金                  寄附金 子ども食堂応援 マンスリー オンライン
       6  R8.10.25  未収金       2,000  寄附金収入     2,000     1  寄附金                  寄附金 子ども食堂応援 マンスリー オンライン
       7  R8.11.25  未収金       2,000  寄附金収入     2,000     1  寄附金                  寄附金 子ども食堂応援 マンスリー オンライン
       8  R8.12.25  未収金       2,000  寄附金収入     2,000     1  寄附金                  寄附金 子ども食堂応援 マンスリー オンライン
       9  R9.1.25   未収金       2,000  寄附金収入     2,000     1  寄附金                  寄附金 子ども食堂応援 マンスリー オンライン
      10  R9.2.25   未収金       2,000  寄附金収入     2,000     1  寄附金                  寄附金 子ども食堂応援 マンスリー オンライン
      11  R9.3.25   未収金       2,000  寄附金収入     2,000     1  寄附金                  寄附金 子ども食堂応援 マンスリー オンライン
  `)
  expect(await printedBalances(database.db)).toMatchInlineSnapshot(`
    科目        借方残高  貸方残高
    未収金        17,000
    寄附金収入              17,000
  `)
  const { prisma } = database.db
  const recurring = await prisma.recurringGift.findUniqueOrThrow({ where: { giftId }, include: { changes: { orderBy: [{ changedAt: 'asc' }, { id: 'asc' }] } } })
  expect(recurring).toMatchObject({ state: 'ended', amountYen: 2_000n, failedPayments: 3, lastFailure: '3回目の引き落としができませんでした。（in_4）' })
  expect(recurring.changes.map(({ kind, beforeYen, afterYen }) => [kind, beforeYen, afterYen])).toEqual([
    ['started', null, 1_000n], ['failed', null, null], ['failed', null, null], ['failed', null, null], ['amount', 1_000n, 2_000n], ['ended', null, null],
  ])
  expect(await prisma.donation.groupBy({ by: ['kind', 'consent'], _count: true })).toEqual([{ kind: 'monthly', consent: 'named', _count: 11 }])
  expect(await prisma.supporter.count()).toBe(1)
})

test('会費をオンラインで: 賛助会費3口と、法人会費。前年度分は、そうと書かれる', async () => {
  clock = new Date('2026-10-15T01:00:00Z')
  const supporting = await anOnlineGift(council, { slug: 'sanjo-kaihi', amountYen: 3_000, units: 3, duesYear: fiscalYear(2026), areaId: council.area('日吉一丁目自治会') })
  const company = await anOnlineGift(council, { slug: 'hojin-kaihi', amountYen: 10_000, units: 2, duesYear: fiscalYear(2025), giverKind: 'organization', name: '株式会社 ささえ工務店', email: 'info@kensetsu.example' })
  await tell(deps, [
    gatewaySays.paid({ giftId: supporting, sessionId: 'cs_1', paymentIntentId: 'pi_1', amountYen: 3_000, at: '2026-06-03T05:00:00Z' }),
    gatewaySays.paid({ giftId: company, sessionId: 'cs_2', paymentIntentId: 'pi_2', amountYen: 10_000, at: '2026-06-03T16:00:00Z' }),
  ])
  await applyEvents(deps)
  expect(await printedLedger(database.db)).toMatchInlineSnapshot(`
    伝票  日付    借方科目  借方金額  貸方科目  貸方金額  件数  財源・運動・方法・地域      摘要
       1  R8.6.3  未収金       3,000  会費収入     3,000     1  社協会費・日吉一丁目自治会  社協会費 賛助会費 日吉一丁目自治会 オンライン
       2  R8.6.4  未収金      10,000  会費収入    10,000     1  社協会費                    社協会費 法人会費 令和7年度分 オンライン
  `)
  const { rows } = await database.db.pool.query(
    `SELECT s.name, s.kind, p.dues_year AS year, k.name AS "duesKind" FROM posting p JOIN supporter s ON s.id = p.supporter_id JOIN dues_kind k ON k.id = p.dues_kind_id ORDER BY p.dues_year DESC`,
  )
  expect(rows).toEqual([
    { name: '髙﨑 花子', kind: 'person', year: 2026, duesKind: '賛助会費' }, { name: '株式会社 ささえ工務店', kind: 'organization', year: 2025, duesKind: '法人会費' },
  ])
  // 寄附ではないので、寄附の記録にはならない。
  expect(await database.db.prisma.donation.count()).toBe(0)
})

test('歳末たすけあいをオンラインで: 共同募金会の受け口に入り、預り金になる。支会の帳簿の運動は、その帳簿の未収金がなければ待つ', async () => {
  clock = new Date('2026-12-20T01:00:00Z')
  const { prisma } = database.db
  const aBranchAccount = async (code: string, name: string, category: 'asset' | 'liability') => {
    const saved = await saveGroundItem(deps, council.actors.accountant, { table: ledgerAccountTable, id: null, revision: null, details: ledgerAccountDetailsSchema.parse({ code, name, category, book: 'branch' }) })
    if (!saved.ok) throw new Error(saved.code)
    return saved.value.id
  }
  const campaignId = council.campaign('歳末たすけあい')
  const paymentAccountId = deps.newId()
  const accounts = { receivableAccountId: council.account('未収金'), feeAccountId: council.account('支払手数料'), bankAccountId: council.account('普通預金') }
  await prisma.paymentAccount.create({ data: { id: paymentAccountId, code: 'chest', name: '共同募金の受け口', payeeName: '県共同募金会', ...accounts } })
  await prisma.givingTarget.create({
    data: {
      id: deps.newId(), kind: 'campaign', slug: 'saimatsu', title: '歳末たすけあい募金', campaignId, fundingSourceId: council.source('歳末たすけあい'),
      collectionMethodId: council.method('その他の募金'), paymentAccountId, suggestedYen: [], instruction: '共募発第12号', instructedOn: new Date('2026-11-01'),
    },
  })
  const gifts = [
    await anOnlineGift(council, { slug: 'saimatsu', amountYen: 2_000, areaId: council.area('日吉一丁目自治会'), receiptWish: 'none' }),
    await anOnlineGift(council, { slug: 'saimatsu', amountYen: 5_000, giverKind: 'anonymous' }),
  ]
  const paid = gifts.map((giftId, n) => gatewaySays.paid({ giftId, sessionId: `cs_${n}`, paymentIntentId: `pi_${n}`, amountYen: n === 0 ? 2_000 : 5_000, at: '2026-12-10T03:00:00Z' }))
  // 社協の受け口あての通知としては、信じない。
  await tell(deps, paid.slice(0, 1), 'council')
  await tell(deps, paid, 'chest')
  await applyEvents(deps)
  expect(await prisma.gatewayEvent.findMany({ where: { state: 'quarantined' }, select: { reason: true } })).toEqual([{ reason: 'gift_of_other_account' }])

  // 支会が歳末を自分の帳簿でつけ始める。
  const [cashAccountId, custodyAccountId, receivableAccountId] = [
    await aBranchAccount('9110', '支会 現金', 'asset'), await aBranchAccount('9210', '支会 預り金', 'liability'), await aBranchAccount('9120', '支会 未収金', 'asset'),
  ]
  await prisma.campaign.update({ where: { id: campaignId }, data: { cashAccountId, custodyAccountId } })
  await new Promise((resolve) => setTimeout(resolve, 1_100))
  const later = await anOnlineGift(council, { slug: 'saimatsu', amountYen: 1_000 })
  const paidLater = gatewaySays.paid({ giftId: later, sessionId: 'cs_9', paymentIntentId: 'pi_9', amountYen: 1_000, at: '2026-12-19T03:00:00Z' })
  await tell(deps, [paidLater], 'chest')
  await applyEvents(deps)
  const asideOf = () => prisma.gatewayEvent.findFirstOrThrow({ where: { eventId: paidLater.eventId }, select: { state: true, reason: true } })
  expect(await asideOf()).toEqual({ state: 'quarantined', reason: 'receivable_of_other_book' })
  await prisma.paymentAccount.update({ where: { id: paymentAccountId }, data: { receivableAccountId } })
  await prisma.gatewayEvent.updateMany({ where: { eventId: paidLater.eventId }, data: { state: 'waiting' } })
  await applyEvents(deps)
  expect(await asideOf()).toMatchObject({ state: 'applied' })
  expect(await printedLedger(database.db)).toMatchInlineSnapshot(`
    伝票  日付      借方科目     借方金額  貸方科目                  貸方金額  件数  財源・運動・方法・地域                                          摘要
       1  R8.12.10  未収金          2,000  預り金（歳末たすけあい）     2,000     1  歳末たすけあい・歳末たすけあい・その他の募金・日吉一丁目自治会  歳末たすけあい その他の募金 日吉一丁目自治会 オンライン
       2  R8.12.10  未収金          5,000  預り金（歳末たすけあい）     5,000     1  歳末たすけあい・歳末たすけあい・その他の募金                    歳末たすけあい その他の募金 オンライン
       3  R8.12.19  支会 未収金     1,000  支会 預り金                  1,000     1  歳末たすけあい・歳末たすけあい・その他の募金                    歳末たすけあい その他の募金 オンライン
  `)
  expect(await printedBalances(database.db)).toMatchInlineSnapshot(`
    科目                      借方残高  貸方残高
    未収金                       7,000
    預り金（歳末たすけあい）               7,000
    支会 未収金                  1,000
    支会 預り金                            1,000
  `)
})

test('締めた月の決済は、次に開いている月の初日に記帳し、受領日は決済の日のまま。どの月も開いていなければ、開くのを待つ', async () => {
  clock = new Date('2026-07-10T01:00:00Z')
  const { prisma } = database.db
  const close = (firstDay: string, closedAt: Date | null) =>
    prisma.fiscalPeriod.updateMany({ where: { firstDay: new Date(firstDay) }, data: { closedAt, closedById: closedAt === null ? null : council.actors.accountant.userId } })
  await close('2026-06-01', clock)
  const [late, waiting] = [await anOnlineGift(council), await anOnlineGift(council)]
  await tell(deps, [gatewaySays.paid({ giftId: late, sessionId: 'cs_1', paymentIntentId: 'pi_1', amountYen: 3_000, at: '2026-06-30T05:00:00Z' })])
  await applyEvents(deps)
  await close('2026-07-01', clock)
  const paid = gatewaySays.paid({ giftId: waiting, sessionId: 'cs_2', paymentIntentId: 'pi_2', amountYen: 3_000, at: '2026-07-09T05:00:00Z' })
  await tell(deps, [paid])
  await applyEvents(deps)
  const asideOf = () => prisma.gatewayEvent.findFirstOrThrow({ where: { eventId: paid.eventId }, select: { state: true, reason: true } })
  await takeUpClosedMonths(deps)
  expect(await asideOf()).toEqual({ state: 'quarantined', reason: 'period_closed' })
  await close('2026-07-01', null)
  await takeUpClosedMonths(deps)
  await applyEvents(deps)
  expect(await asideOf()).toEqual({ state: 'applied', reason: '' })
  expect(await printedLedger(database.db)).toMatchInlineSnapshot(`
    伝票  日付    借方科目  借方金額  貸方科目    貸方金額  件数  財源・運動・方法・地域  摘要
       1  R8.7.1  未収金       3,000  寄附金収入     3,000     1  寄附金                  寄附金 地域福祉全般 オンライン
       2  R8.7.9  未収金       3,000  寄附金収入     3,000     1  寄附金                  寄附金 地域福祉全般 オンライン
  `)
  expect((await prisma.donation.findMany({ orderBy: { receivedOn: 'asc' }, select: { receivedOn: true } })).map(({ receivedOn }) => receivedOn?.toISOString().slice(0, 10))).toEqual(['2026-06-30', undefined])
})
