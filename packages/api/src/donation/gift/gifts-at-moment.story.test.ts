import { localDate } from '@sasaeai/domain/calendar/local-date'
import { readTableFile } from '@sasaeai/documents/read-table-file'
import { giftListSchema, type GiftMatter } from '@sasaeai/domain/donation/gift/gift-list-input'
import { giftSumsSchema } from '@sasaeai/domain/donation/gift/gift-sums-input'
import { type DonationChannelId, id, type JournalEntryId, type SupporterId } from '@sasaeai/domain/ids'
import type { PostingMoment } from '@sasaeai/domain/ledger/posting-moment'
import { yen } from '@sasaeai/domain/money/yen'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aGift } from '@sasaeai/testing/a-gift'
import { done } from '@sasaeai/testing/a-grant'
import { aRevenueReceipt, aRevenueStream } from '@sasaeai/testing/a-revenue-stream'
import { momentOfBooks } from '@sasaeai/testing/moment-of-books'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { reverseEntry } from '../../ledger/reverse-entry.ts'
import { createSupporter } from '../../supporter/create-supporter.ts'
import { receiveRevenue } from '../revenue/receive-revenue.ts'
import { correctGift } from './correct-gift.ts'
import { exportGiftSums } from './export-gift-sums.ts'
import { listGifts } from './list-gifts.ts'
import { postGift } from './post-gift.ts'
import { sumGifts } from './sum-gifts.ts'

let database: TestDatabase
let council: ACouncil
let channelId: DonationChannelId

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  channelId = id((await database.db.prisma.donationChannel.findFirstOrThrow({ orderBy: { code: 'asc' } })).id)
})
afterAll(() => database.drop())

async function someone(name: string): Promise<SupporterId> {
  const details = supporterDetailsSchema.parse({ kind: 'person', name, kana: 'キフ' })
  return (await done(createSupporter(council.deps, council.actors.accountant, details))).supporterId
}

async function give(gift: Parameters<typeof aGift>[1]): Promise<JournalEntryId> {
  return (await done(postGift(council.deps, council.actors.accountant, { giftId: council.deps.newId(), gift: aGift(council, gift) }))).id
}

const undo = (entryId: JournalEntryId, on: string) => done(reverseEntry(council.deps, council.actors.accountant, { entryId, reversalDate: localDate(on), reason: '誤り' }))

/** The sums, and what the list shows of standing and of undone gifts, of now or as of a moment. */
async function seen(postedUntil?: PostingMoment) {
  const { deps, fiscalYear } = council
  const listed = async (matter: GiftMatter | null) => {
    const { rows, totals } = await listGifts(deps, giftListSchema.parse({ fiscalYear, matter, postedUntil }))
    return { totals, rows: rows.map(({ entryNumber, amountYen, isUndone, staff, channelName }) => ({ entryNumber, amountYen, isUndone, staff, channelName })) }
  }
  const at = await readReportMoment(deps, postedUntil)
  const sums = await Promise.all((['year', 'm10'] as const).map((period) => sumGifts(deps, { fiscalYear, period }, at)))
  return { sums, standing: await listed(null), undone: await listed('undone') }
}

test('gifts and their sums stay as they stood at a moment, whatever comes, is put right or undone since', async () => {
  const { deps, actors, fiscalYear } = council
  const [one, two, three] = [await someone('寄附 一子'), await someone('寄附 二子'), await someone('寄附 三子')]
  const byChannel = { channelId, staff: '鈴木' }
  await give({ supporterId: one, receivedOn: '2026-05-10', shares: [[null, 300_000]], details: byChannel })
  const misheard = await give({ supporterId: two, receivedOn: '2026-10-03', shares: [[council.fund('子ども食堂応援'), 7_000]], details: byChannel })
  const twice = await give({ supporterId: three, receivedOn: '2026-10-04', shares: [[null, 20_000]], details: { staff: '佐藤' } })
  await undo(await give({ receivedOn: '2026-10-05', shares: [[null, 900_000]], details: { staff: '佐藤' } }), '2026-10-06')
  const streamId = await aRevenueStream(council, 'sponsorship', { expectedYen: 200_000 })
  await done(receiveRevenue(deps, actors.accountant, aRevenueReceipt(council, { streamId, grossYen: yen(100_000) })))
  const then = await seen()
  expect(then.sums[0]).toMatchObject({ total: { count: 4, amountYen: 427_000 }, sponsors: [{ receivedYen: 100_000, allYen: 100_000 }] })
  expect(then.sums[1]?.channels.map(({ newGivers }) => newGivers).reduce((sum, each) => sum + each, 0)).toBe(3)
  const postedUntil = await momentOfBooks(database.db)
  expect(await seen(postedUntil)).toEqual(then)

  await give({ supporterId: await someone('寄附 四子'), receivedOn: '2026-10-02', shares: [[null, 44_000]], details: byChannel })
  const entryOfSponsor = await database.db.prisma.revenueReceipt.findFirstOrThrow()
  await undo(id(entryOfSponsor.entryId), '2026-10-12')
  await undo(twice, '2026-10-07')
  await done(correctGift(deps, actors.accountant, {
    entryId: misheard, gift: aGift(council, { supporterId: two, receivedOn: '2026-10-03', shares: [[null, 8_000]], details: byChannel }),
    reversalDate: localDate('2026-10-08'), reason: '金額の聞き違い',
  }))
  // By which channel somebody was won changes: an earlier gift comes to light.
  await give({ supporterId: one, receivedOn: '2026-04-20', shares: [[null, 1_000]] })
  expect(await seen(postedUntil)).toEqual(then)
  const now = await seen()
  expect(now.sums[0]).toMatchObject({ total: { count: 4, amountYen: 353_000 }, sponsors: [{ receivedYen: 0, allYen: 0 }] })
  expect(now.undone.totals).toMatchObject([{ count: 4 }])

  const file = await done(exportGiftSums(deps, actors.accountant, { ...giftSumsSchema.parse({ fiscalYear, postedUntil }), format: 'xlsx' }))
  const table = await readTableFile(Buffer.from(file.content, 'base64'))
  expect(table).toMatchObject({ unreadSheets: ['担当別', '企業協賛', '時点'] })
})
