import { localDate } from '@sasaeai/domain/calendar/local-date'
import { payReliefSchema } from '@sasaeai/domain/grant/relief/relief-payment-input'
import { type GrantCallId, id } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { aChestSlip } from '@sasaeai/testing/a-chest-slip'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aGrantApplication, aGrantCall, aGroup, award, done, payGrant } from '@sasaeai/testing/a-grant'
import { bookSlip } from '@sasaeai/testing/a-slip'
import { momentOfBooks } from '@sasaeai/testing/moment-of-books'
import { printedBalances, printedLedger } from '@sasaeai/testing/printed-ledger'
import { printedTable } from '@sasaeai/testing/printed-table'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { appRouter } from '../app-router.ts'
import { checkLedger } from '../ledger/check-ledger.ts'
import { readReportMoment, type ReportMoment } from '../ledger/report-moment.ts'
import { reverseEntry } from '../ledger/reverse-entry.ts'
import { listGrantCalls } from './call/list-grant-calls.ts'
import { readGrantCall } from './call/read-grant-call.ts'
import { listReliefPayments } from './relief/list-relief-payments.ts'
import { payRelief } from './relief/pay-relief.ts'
import { readGrantReview } from './review/read-grant-review.ts'

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

async function payReliefTo(className: string, relief: Record<string, unknown>): Promise<void> {
  const reliefClass = await database.db.prisma.reliefClass.findFirstOrThrow({ where: { name: className } })
  const input = { paymentId: council.deps.newId(), reliefClassId: reliefClass.id, cashAccountId: council.account('普通預金'), ...relief }
  await done(payRelief(council.deps, council.actors.accountant, payReliefSchema.parse(input)))
}

const review = (at?: ReportMoment) => readGrantReview(council.deps, { fiscalYear: council.fiscalYear, years: 2, drive: 'year_end_mutual_aid' }, at)

const callAt = async (callId: GrantCallId, at?: ReportMoment) => ({ call: await readGrantCall(council.deps, callId, at), reliefs: await listReliefPayments(council.deps, callId, at) })

async function printedReview(): Promise<string> {
  const { kinds } = await review()
  const rows = [...kinds.rows, kinds.total].map(({ name, years }) => {
    const year = years.at(-1)
    return [name, String(year?.count ?? 0), String(year?.paidYen ?? 0), String(year?.people ?? 0)]
  })
  return printedTable([{ heading: '種類' }, { heading: '件数', isRight: true }, { heading: '金額', isRight: true }, { heading: '対象者数', isRight: true }], rows)
}

test('歳末: 見舞金 and grants to groups are paid directly, one of them paid anew after a mistake, and the remainder is remitted to the yen', async () => {
  const day = (text: string) => localDate(`2026-12-${text}`)
  const money = { fundingSourceId: council.source('歳末たすけあい'), campaignId: council.campaign('歳末たすけあい') }
  await bookSlip(council, aChestSlip(council, { ...money, entryDate: day('05'), amountYen: yen(300_000), count: 600 }))

  const grants = await aGrantCall(council)
  const salon = await aGrantApplication(council, grants)
  const children = await aGrantApplication(council, grants, { supporterId: await aGroup(council, '篠山子ども会'), projectName: 'クリスマス会', requestedYen: 50_000 })
  await award(council, { callId: grants, applicationId: salon, awardedYen: 60_000 })
  await award(council, { callId: grants, applicationId: children, awardedYen: 30_000 })
  await payGrant(council, { callId: grants, applicationId: salon, amountYen: 60_000, paidOn: day('15') })
  await payGrant(council, { callId: grants, applicationId: children, amountYen: 30_000, paidOn: day('15') })

  const then = await review()
  const paidThen = await callAt(grants)
  const at = await readReportMoment(council.deps, await momentOfBooks(database.db))
  expect(then.kinds.total.years.at(-1)).toMatchObject({ count: 2, paidYen: 90_000 })

  // The money for the children came back: the account number was wrong. It goes out anew the next week.
  const [, paid] = (await readGrantCall(council.deps, grants))?.applications ?? []
  const entryId = id<'JournalEntryId'>(paid?.payments[0]?.entryId ?? '')
  await done(reverseEntry(council.deps, council.actors.accountant, { entryId, reversalDate: day('17'), reason: '口座番号の誤りで戻ったため' }))
  await payGrant(council, { callId: grants, applicationId: children, amountYen: 30_000, paidOn: day('22') })

  const reliefKind = await database.db.prisma.grantKind.findFirstOrThrow({ where: { name: '見舞金' } })
  const relief = await aGrantCall(council, { name: '歳末見舞金', grantKindId: reliefKind.id, budgetYen: 150_000 })
  await payReliefTo('ひとり親世帯', { callId: relief, areaId: council.area('日吉校区'), paidOn: day('20'), recipients: 8, amountYen: 80_000 })
  await payReliefTo('児童施設', { callId: relief, paidOn: day('21'), recipients: 1, amountYen: 20_000 })

  const chest = appRouter.createCaller({ deps: council.deps, actor: council.actors.accountant }).communityChest
  const remittance = { campaignId: council.campaign('歳末たすけあい'), remittedOn: localDate('2027-01-15'), cashAccountId: council.account('現金') }
  const remit = (amountYen: number) => chest.remittance.remit({ ...remittance, remittanceId: id(council.deps.newId()), amountYen: yen(amountYen) })
  expect(await remit(110_001)).toMatchObject({ code: 'remittance_exceeds_held', about: '110,000円' })
  expect(await remit(110_000)).toMatchObject({ ok: true })
  expect((await readGrantCall(council.deps, grants))?.heldYen).toBe(0)

  expect(await printedLedger(database.db)).toMatchInlineSnapshot(`
    伝票  日付      借方科目                  借方金額  貸方科目                  貸方金額  件数  財源・運動・方法・地域                                      摘要
       1  R8.12.5   現金                       300,000  預り金（歳末たすけあい）   300,000   600  歳末たすけあい・歳末たすけあい・戸別募金・日吉一丁目自治会  歳末たすけあい 戸別募金 日吉一丁目自治会
       2  R8.12.15  預り金（歳末たすけあい）    60,000  普通預金                    60,000        歳末たすけあい                                              歳末 団体助成 第1号 日吉ふれあいサロン 餅つき会
       3  R8.12.15  預り金（歳末たすけあい）    30,000  普通預金                    30,000        歳末たすけあい                                              歳末 団体助成 第2号 篠山子ども会 クリスマス会
       4  R8.12.17  普通預金                    30,000  預り金（歳末たすけあい）    30,000        歳末たすけあい                                              取消 歳末 団体助成 第2号 篠山子ども会 クリスマス会（口座番号の誤りで戻ったため）
       5  R8.12.22  預り金（歳末たすけあい）    30,000  普通預金                    30,000        歳末たすけあい                                              歳末 団体助成 第2号 篠山子ども会 クリスマス会
       6  R8.12.20  預り金（歳末たすけあい）    80,000  普通預金                    80,000        歳末たすけあい・日吉校区                                    歳末見舞金 ひとり親世帯 日吉校区 8件
       7  R8.12.21  預り金（歳末たすけあい）    20,000  普通預金                    20,000        歳末たすけあい                                              歳末見舞金 児童施設 1件
       8  R9.1.15   預り金（歳末たすけあい）   110,000  現金                       110,000        歳末たすけあい                                              歳末たすけあい 送金 第1回
  `)
  expect(await printedBalances(database.db)).toMatchInlineSnapshot(`
    科目                      借方残高  貸方残高
    現金                       190,000
    普通預金                             190,000
    預り金（歳末たすけあい）
  `)
  expect(await printedReview()).toMatchInlineSnapshot(`
    種類      件数    金額  対象者数
    団体助成     2   90000         0
    見舞金       2  100000         9
    合計         4  190000         9
  `)
  // As it was before the mistake was seen.
  expect(await review(at)).toEqual(then)
  expect(paidThen).toMatchObject({ call: { heldYen: 210_000 }, reliefs: [] })
  expect(await callAt(grants, at)).toEqual(paidThen)
  expect(await listReliefPayments(council.deps, relief, at)).toEqual([])
  expect((await listGrantCalls(council.deps, council.fiscalYear, at)).map(({ paidYen, reliefYen }) => [paidYen, reliefYen])).toEqual([[90_000, 0]])
})

test('配分金 that the council received is granted on: it comes in as a subsidy and goes out as spending, and neither is taken off the other', async () => {
  const { deps, fiscalYear } = council
  const source = council.source('歳末たすけあい配分金')
  const allocation = { id: deps.newId(), fiscalYear, sourceYear: fiscalYear - 1, drive: 'year_end_mutual_aid' as const, name: '地域福祉活動 配分金' }
  await database.db.prisma.allocation.create({ data: { ...allocation, fundingSourceId: source, decidedOn: new Date('2026-04-20'), decidedYen: 200_000n } })
  const received = { fundingSourceId: source, duesKindId: undefined, areaId: undefined, count: 0, amountYen: yen(200_000) }
  await bookSlip(council, aChestSlip(council, { ...received, campaignId: undefined, collectionMethodId: undefined, entryDate: localDate('2026-05-10'), cashAccountId: council.account('普通預金') }))

  const callId = await aGrantCall(council, {
    name: 'ふれあいサロン助成', payer: 'council', expenseAccountId: council.account('助成金支出'), allocationId: allocation.id, budgetYen: 200_000,
  })
  const salon = await aGrantApplication(council, callId)
  await award(council, { callId, applicationId: salon, awardedYen: 80_000 })
  await payGrant(council, { callId, applicationId: salon, amountYen: 80_000, paidOn: localDate('2026-07-01') })

  expect(await readGrantCall(deps, callId)).toMatchObject({ allocationName: '地域福祉活動 配分金', heldYen: null, campaignName: null })
  expect(await printedLedger(database.db)).toMatchInlineSnapshot(`
    伝票  日付     借方科目    借方金額  貸方科目                  貸方金額  件数  財源・運動・方法・地域  摘要
       1  R8.5.10  普通預金     200,000  歳末たすけあい配分金収入   200,000        歳末たすけあい配分金    歳末たすけあい配分金
       2  R8.7.1   助成金支出    80,000  普通預金                    80,000                                ふれあいサロン助成 第1号 日吉ふれあいサロン 餅つき会
  `)
  expect(await printedBalances(database.db)).toMatchInlineSnapshot(`
    科目                      借方残高  貸方残高
    普通預金                   120,000
    歳末たすけあい配分金収入             200,000
    助成金支出                  80,000
  `)
})
