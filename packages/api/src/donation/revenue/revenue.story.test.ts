import { readTableFile } from '@sasaeai/documents/read-table-file'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { missingMonths } from '@sasaeai/domain/donation/revenue/machine-months'
import type { ReceiveRevenueInput } from '@sasaeai/domain/donation/revenue/receive-revenue-input'
import { id, type RevenueStreamId } from '@sasaeai/domain/ids'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { yen } from '@sasaeai/domain/money/yen'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aRevenueReceipt, aRevenueStream } from '@sasaeai/testing/a-revenue-stream'
import { databaseThatBreaks } from '@sasaeai/testing/database-that-breaks'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { momentOfBooks } from '@sasaeai/testing/moment-of-books'
import { printedLedger } from '@sasaeai/testing/printed-ledger'
import { csvRows } from '@sasaeai/testing/csv-rows'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { done } from '@sasaeai/testing/a-grant'
import { afterEach, beforeEach, expect, test } from 'vitest'
import pg from 'pg'
import { issueReceipt } from '../../receipt/issue-receipt.ts'
import { listGiversOfYear } from '../../receipt/read-payments.ts'
import { listUnreceipted } from '../../receipt/unreceipted/list-unreceipted.ts'
import { checkLedger } from '../../ledger/check-ledger.ts'
import { ofNow, readReportMoment } from '../../ledger/report-moment.ts'
import { reverseEntry } from '../../ledger/reverse-entry.ts'
import { lockFund } from '../../ledger/lock-fund.ts'
import { sumGifts } from '../gift/sum-gifts.ts'
import { exportRevenue } from './export-revenue.ts'
import { exportRevenueStream } from './export-revenue-stream.ts'
import { receiveRevenue } from './receive-revenue.ts'
import { listRevenueStreams, readRevenueStream } from './revenue-queries.ts'

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

const receive = (streamId: RevenueStreamId, change: Partial<ReceiveRevenueInput> = {}) =>
  receiveRevenue(council.deps, council.actors.accountant, aRevenueReceipt(council, { streamId, ...change }))
const month = (number: string) => localDate(`2026-${number}-01`)
const inFull = async (streamId: RevenueStreamId) => {
  const found = await readRevenueStream(council.deps, { streamId, fiscalYear: council.fiscalYear })
  if (found === null) throw new Error('the stream is gone')
  return found
}

test('a machine, a sponsor with money and goods, and an outside platform each stand in the books gross', async () => {
  const machine = await aRevenueStream(council, 'vending_machine')
  const sponsor = await aRevenueStream(council, 'sponsorship')
  const platform = await aRevenueStream(council, 'crowdfunding')
  await receive(machine, { month: month('08') })
  await receive(machine, { month: month('09'), grossYen: yen(3_900) })
  await receive(sponsor, { grossYen: yen(100_000) })
  await receive(sponsor, { grossYen: yen(36_000), goodsAccountId: council.account('事業費支出'), cashAccountId: null, note: '飲料 300本' })
  expect(await receive(platform, { grossYen: yen(850_000), feeYen: yen(93_500) })).toMatchObject({ ok: true })
  expect(await printedLedger(database.db)).toMatchInlineSnapshot(`
    伝票  日付      借方科目    借方金額  貸方科目    貸方金額  件数  財源・運動・方法・地域  摘要
       1  R8.10.10  普通預金       4,200  事業収入       4,200     1  事業収入                自動販売機 市役所ロビー 令和8年8月分
       2  R8.10.10  普通預金       3,900  事業収入       3,900     1  事業収入                自動販売機 市役所ロビー 令和8年9月分
       3  R8.10.10  普通預金     100,000  寄附金収入   100,000     1  寄附金                  企業協賛 福祉まつりの協賛
       4  R8.10.10  事業費支出    36,000  寄附金収入    36,000     1  寄附金                  企業協賛 福祉まつりの協賛 物品 飲料 300本
       5  R8.10.10  普通預金     756,500  寄附金収入   850,000     1  寄附金                  ふるさと納税 子ども食堂を広げる
                    支払手数料    93,500
  `)
  expect(await database.db.prisma.$transaction((tx) => lockFund(tx, council.fund('子ども食堂応援'), localDate('2026-10-31')))).toMatchObject({ availableYen: 756_500 })
  const { sponsors } = await sumGifts(council.deps, { fiscalYear: council.fiscalYear, period: 'year' })
  expect(sponsors).toMatchObject([{ name: '福祉まつりの協賛', sponsor: 'ささえ飲料株式会社', agreedYen: null, receivedYen: 136_000, allYen: 136_000 }])
  expect((await sumGifts(council.deps, { fiscalYear: council.fiscalYear, period: 'first_half' })).sponsors).toMatchObject([{ receivedYen: 0, allYen: 136_000 }])
  const { streams, today } = await listRevenueStreams(council.deps, { fiscalYear: council.fiscalYear, kind: 'vending_machine' })
  expect(streams).toMatchObject([{ thisYearYen: 8_100, lastYearYen: 0, lastReceivedOn: '2026-10-10', receivedMonths: ['2026-08-01', '2026-09-01'] }])
  expect(streams.map((stream) => missingMonths(stream, council.fiscalYear, today))).toEqual([['2026-05-01', '2026-06-01', '2026-07-01']])
})

test('a month is received once, by whomever; 取消 of its entry frees it', async () => {
  const streamId = await aRevenueStream(council, 'vending_machine')
  const answers = await Promise.all(Array.from({ length: 6 }, () => receive(streamId, { month: month('09') })))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, code: 'revenue_month_received', field: 'month', about: '令和8年9月' })
  const [receipt] = (await inFull(streamId)).receipts
  if (receipt === undefined) throw new Error('nothing was received')
  await reverseEntry(council.deps, council.actors.accountant, { entryId: receipt.entryId, reversalDate: localDate('2026-10-12'), reason: '金額の誤り' })
  expect(await inFull(streamId)).toMatchObject({ stream: { thisYearYen: 0, receivedMonths: [] }, receipts: [{ isLive: false }] })
  expect(await receive(streamId, { month: month('09'), grossYen: yen(4_300) })).toMatchObject({ ok: true })
  await expect(database.db.pool.query('UPDATE revenue_receipt SET gross_yen = 1')).rejects.toMatchObject({ code: '42501' })
})

test('what is sent again is booked once; a server killed in the middle books nothing', async () => {
  const streamId = await aRevenueStream(council, 'crowdfunding')
  const once = aRevenueReceipt(council, { streamId, grossYen: yen(10_000), feeYen: yen(1_000) })
  let cutAt = 1
  for (; cutAt < 40; cutAt += 1) {
    const broken = databaseThatBreaks(database.db, database.ownerUrl, cutAt)
    if ((await receiveRevenue({ ...council.deps, db: broken.db }, council.actors.accountant, once).catch(() => null)) !== null) break
    expect(await database.db.prisma.journalEntry.count()).toBe(0)
  }
  expect(cutAt).toBeGreaterThan(6)
  await Promise.all(Array.from({ length: 4 }, () => receiveRevenue(council.deps, council.actors.accountant, once)))
  expect(await database.db.prisma.journalEntry.count()).toBe(1)
})

test('what a kind does not have is refused', async () => {
  const machine = await aRevenueStream(council, 'vending_machine')
  const sponsor = await aRevenueStream(council, 'sponsorship')
  expect(await receive(machine)).toMatchObject({ code: 'revenue_month_missing' })
  expect(await receive(sponsor, { month: month('09') })).toMatchObject({ code: 'revenue_month_missing' })
  expect(await receive(sponsor, { feeYen: yen(1) })).toMatchObject({ code: 'revenue_fee_exceeds' })
  expect(await receive(machine, { month: month('09'), goodsAccountId: council.account('事業費支出') })).toMatchObject({ code: 'revenue_goods_unusable' })
  expect(await receive(sponsor, { cashAccountId: council.account('会費収入') })).toMatchObject({ code: 'revenue_cash_unusable' })
  await expect(aRevenueStream(council, 'vending_machine', { code: '2', fundingSourceId: council.source('共同募金') })).rejects.toThrow('revenue_source_unusable')
  await expect(aRevenueStream(council, 'crowdfunding', { feeAccountId: council.account('現金') })).rejects.toThrow('revenue_fee_unusable')
})

test('the list goes out as Excel and says which months are missing', async () => {
  const streamId = await aRevenueStream(council, 'vending_machine')
  await receive(streamId, { month: month('08') })
  const value = await done(exportRevenue(council.deps, { fiscalYear: council.fiscalYear, kind: 'vending_machine', format: 'xlsx' }))
  const table = await readTableFile(Buffer.from(value.content, 'base64'))
  if (!table.ok) throw new Error(table.code)
  expect(table.lines.find(({ cells }) => cells[1] === '市役所ロビー')?.cells).toEqual(expect.arrayContaining(['4200', '令和8年5月、令和8年6月、令和8年7月、令和8年9月']))
})

test('a sponsor gets a receipt that calls its money and goods 協賛, never together with a gift and never in a 年間証明', async () => {
  const { deps, actors } = council
  const streamId = await aRevenueStream(council, 'sponsorship')
  const sponsor = await database.db.prisma.supporter.findFirstOrThrow({ where: { name: 'ささえ飲料株式会社' } })
  await receive(streamId, { grossYen: yen(100_000) })
  await receive(streamId, { grossYen: yen(36_000), goodsAccountId: council.account('事業費支出'), cashAccountId: null, note: '飲料 300本' })
  const gift = await bookSlip(council, aSlip(council, { fundingSourceId: council.source('寄附金'), duesKindId: undefined, areaId: undefined, supporterId: id<'SupporterId'>(sponsor.id), amountYen: yen(5_000), count: 1 }))
  expect((await listGiversOfYear(deps.db, council.fiscalYear)).map(({ amountYen }) => amountYen)).toEqual([5_000])
  const ofSponsor = (await inFull(streamId)).receipts.toSorted((left, right) => right.grossYen - left.grossYen).map(({ entryId }) => entryId)
  const [money, goods] = ofSponsor
  if (money === undefined || goods === undefined) throw new Error('nothing was received')
  expect(await issueReceipt(deps, actors.accountant, { entryIds: [money, gift.id] })).toMatchObject({ code: 'receipt_of_several_subjects' })
  const listed = await listUnreceipted(deps, { from: localDate('2026-04-01'), to: localDate('2027-03-31'), cursor: null, limit: 10 })
  expect(listed.rows.map(({ purposes, amountYen }) => [...purposes, amountYen])).toEqual(expect.arrayContaining([['福祉まつりの協賛', 100_000], ['福祉まつりの協賛', 36_000]]))
  for (const entryId of [money, goods]) expect(await issueReceipt(deps, actors.accountant, { entryIds: [entryId] })).toMatchObject({ ok: true })
  const { rows } = await database.db.pool.query<{ number: string; amountYen: number; content: object }>('SELECT printed_number AS number, amount_yen::float8 AS "amountYen", content FROM receipt ORDER BY amount_yen DESC')
  expect(rows).toMatchObject([
    { number: '寄附08-00001', amountYen: 100_000, content: { payer: 'ささえ飲料株式会社', honorific: '御中', purpose: '協賛金（福祉まつりの協賛）として' } },
    { number: '物品08-00001', amountYen: 36_000, content: { purpose: '物品の協賛（福祉まつりの協賛）として　時価相当額', details: [{ label: '飲料 300本', amountYen: 36_000 }] } },
  ])
})

test('no receipt in the council’s name stands for what a platform or a machine brought, whoever asks', async () => {
  const { deps, actors } = council
  const dues = await bookSlip(council, aSlip(council))
  const receipt = await issueReceipt(deps, actors.accountant, { entryIds: [dues.id] })
  if (!receipt.ok) throw new Error(receipt.code)
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  for (const kind of ['vending_machine', 'crowdfunding'] as const) {
    const streamId = await aRevenueStream(council, kind, { fundingSourceId: council.source('寄附金') })
    await receive(streamId, kind === 'vending_machine' ? { month: month('09') } : {})
    const [brought] = (await inFull(streamId)).receipts
    const slipped = owner.query('INSERT INTO receipt_entry (receipt_id, entry_id) VALUES ($1, $2)', [receipt.value.receiptId, brought?.entryId])
    await expect(slipped).rejects.toMatchObject({ code: 'SA007' })
    expect(await issueReceipt(deps, actors.accountant, { entryIds: brought === undefined ? [] : [brought.entryId] })).toMatchObject({ ok: false })
  }
  await owner.end()
})

test('what came until a moment stays as it was then, whatever comes and is taken back since', async () => {
  const streamId = await aRevenueStream(council, 'vending_machine')
  await receive(streamId, { month: month('08') })
  const { deps, fiscalYear } = council
  const seen = async (at = ofNow) => {
    const { streams } = await listRevenueStreams(deps, { fiscalYear, kind: 'vending_machine' }, at)
    return { streams, receipts: (await readRevenueStream(deps, { streamId, fiscalYear }, at))?.receipts }
  }
  const then = await seen()
  const postedUntil = await momentOfBooks(database.db)
  const at = await readReportMoment(deps, postedUntil)
  expect(await seen(at)).toEqual(then)
  const [receipt] = then.receipts ?? []
  if (receipt === undefined) throw new Error('nothing was received')
  await reverseEntry(deps, council.actors.accountant, { entryId: receipt.entryId, reversalDate: localDate('2026-10-11'), reason: '二重の記帳' })
  await receive(streamId, { month: month('09'), grossYen: yen(3_900) })
  expect(await seen(at)).toEqual(then)
  expect((await seen()).streams).toMatchObject([{ thisYearYen: 3_900, receivedMonths: ['2026-09-01'] }])
  const written = await csvRows(exportRevenueStream(deps, { streamId, fiscalYear, format: 'csv' }))
  expect(written.map(([, forMonth, gross, , , state]) => [forMonth, gross, state])).toEqual([['令和8年9月', '3900', '受入れ済み'], ['令和8年8月', String(receipt.grossYen), '取消済み']])
  expect((await csvRows(exportRevenueStream(deps, { streamId, fiscalYear, postedUntil, format: 'csv' }))).filter((line) => line[5] === '受入れ済み').map((line) => line[1])).toEqual(['令和8年8月'])
  const file = await done(exportRevenue(deps, { fiscalYear, kind: 'vending_machine', postedUntil, format: 'csv' }))
  expect(Buffer.from(file.content, 'base64').toString()).toContain(postedUntilWords(postedUntil))
})
