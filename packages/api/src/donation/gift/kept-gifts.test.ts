import { localDate } from '@sasaeai/domain/calendar/local-date'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { daysOfGiftPeriod } from '@sasaeai/domain/donation/gift/gift-period'
import { giftListSchema, unwrittenStaff } from '@sasaeai/domain/donation/gift/gift-list-input'
import { giftSumsSchema } from '@sasaeai/domain/donation/gift/gift-sums-input'
import { id, type JournalEntryId, type SupporterId } from '@sasaeai/domain/ids'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aGift } from '@sasaeai/testing/a-gift'
import { done } from '@sasaeai/testing/a-grant'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { onServer } from '@sasaeai/testing/test-cluster'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkLedger } from '../../ledger/check-ledger.ts'
import { reverseEntry } from '../../ledger/reverse-entry.ts'
import { createSupporter } from '../../supporter/create-supporter.ts'
import { mergeSupporters } from '../../supporter/merge/merge-supporters.ts'
import { recordLetters } from '../letter/record-letters.ts'
import { listThresholdAlerts } from '../threshold/list-threshold-alerts.ts'
import { correctGift } from './correct-gift.ts'
import { exportGiftSums } from './export-gift-sums.ts'
import { listGifts } from './list-gifts.ts'
import { postGift } from './post-gift.ts'
import { sumGifts } from './sum-gifts.ts'

let database: TestDatabase
let council: ACouncil
let channelId: string
const givers: SupporterId[] = []
const year = fiscalYear(2026)

const person = (name: string) => supporterDetailsSchema.parse({ kind: 'person', name, kana: 'キフ' })

async function give(gift: Parameters<typeof aGift>[1]): Promise<JournalEntryId> {
  const posted = await done(postGift(council.deps, council.actors.accountant, { giftId: council.deps.newId(), gift: aGift(council, gift) }))
  return posted.id
}

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  const { deps, actors } = council
  for (const name of ['寄附 一子', '寄附 二子', '寄附 三子']) givers.push((await done(createSupporter(deps, actors.accountant, person(name)))).supporterId)
  const [one = null, two = null, three = null] = givers
  channelId = (await database.db.prisma.donationChannel.findFirstOrThrow({ orderBy: { code: 'asc' } })).id
  const byOffice = { channelId: id<'DonationChannelId'>(channelId), staff: '鈴木' }
  await give({ supporterId: one, receivedOn: '2026-05-10', shares: [[null, 300_000]], details: byOffice })
  await give({ supporterId: two, receivedOn: '2026-10-03', shares: [[council.fund('子ども食堂応援'), 200_000], [null, 50_000]], details: { staff: '鈴木' } })
  const thanked = await give({ supporterId: three, receivedOn: '2026-10-04', shares: [[null, 20_000]], details: { consent: 'named' } })
  await done(recordLetters(deps, actors.receptionist, { entryIds: [thanked], sentOn: localDate('2026-10-10'), method: '郵送', template: 'none' }))
  const wrong = await give({ supporterId: three, receivedOn: '2026-10-05', shares: [[null, 900_000]] })
  await done(reverseEntry(deps, actors.accountant, { entryId: wrong, reversalDate: localDate('2026-10-06'), reason: '二重の記帳' }))
  const misheard = await give({ supporterId: null, receivedOn: '2026-10-07', shares: [[null, 7_000]], details: { staff: '佐藤' } })
  await done(correctGift(deps, actors.accountant, { entryId: misheard, gift: aGift(council, { supporterId: two, receivedOn: '2026-10-07', shares: [[null, 8_000]], details: { staff: '佐藤' } }),
    reversalDate: localDate('2026-10-08'), reason: '金額の聞き違い' }))
  const { duesKindId: _dues, ...slip } = aSlip(council)
  await bookSlip(council, { ...slip, fundingSourceId: council.source('寄附金'), count: 0, entryDate: localDate('2026-10-09') })
})
afterAll(() => database.drop())

/** What the check of the ledger says of what is kept of gifts. */
async function keptGifts() {
  const { results } = await checkLedger(council.deps)
  return results.find(({ check }) => check === 'gifts_kept')
}

test('what is kept of gifts is what they are made of, however they came, went and were put right; a yen off is found', async () => {
  expect(await keptGifts()).toMatchObject({ faults: 0 })
  expect((await keptGifts())?.examined).toBeGreaterThanOrEqual(7)
  await onServer(database.ownerUrl, 'UPDATE kept_gift SET amount_yen = amount_yen + 1 WHERE amount_yen = 20000')
  expect(await keptGifts()).toMatchObject({ faults: 1, examples: [expect.stringContaining('控え 20001 明細 20000')] })
  await onServer(database.ownerUrl, 'UPDATE kept_gift SET amount_yen = 20000 WHERE amount_yen = 20001; UPDATE kept_giver SET amount_yen = amount_yen - 5 WHERE amount_yen = 300000')
  expect(await keptGifts()).toMatchObject({ faults: 1, examples: [expect.stringContaining('合計 299995 明細 300000')] })
  await onServer(database.ownerUrl, 'UPDATE kept_giver SET amount_yen = 300000 WHERE amount_yen = 299995')
})

test('gifts are summed by channel and by 担当, and each sum is that of the gifts which it opens', async () => {
  const { deps, actors } = council
  for (const period of ['year', 'first_half', 'm10'] as const) {
    const { channels, staff, total } = await sumGifts(deps, giftSumsSchema.parse({ fiscalYear: year, period }))
    const opened = async (filter: object) => {
      const { totals } = await listGifts(deps, giftListSchema.parse({ fiscalYear: year, ...daysOfGiftPeriod(year, period), ...filter }))
      return (totals ?? []).reduce((sum, each) => ({ count: sum.count + each.count, amountYen: sum.amountYen + each.amountYen }), { count: 0, amountYen: 0 })
    }
    expect(await opened({})).toEqual(total)
    for (const sum of channels) expect(await opened({ channelId: sum.channelId ?? 'none' })).toEqual({ count: sum.count, amountYen: sum.amountYen })
    for (const sum of staff) expect(await opened({ staff: sum.staff === '' ? unwrittenStaff : sum.staff })).toEqual({ count: sum.count, amountYen: sum.amountYen })
  }
  const { channels, staff } = await sumGifts(deps, giftSumsSchema.parse({ fiscalYear: year }))
  expect(channels.map(({ channelId: by, count }) => [by, count])).toEqual([[channelId, 1], [null, 4]])
  expect(staff.map(({ staff: name, amountYen }) => [name, amountYen]).slice(0, 2)).toEqual([['佐藤', 8_000], ['鈴木', 550_000]])
  expect((await done(exportGiftSums(deps, actors.accountant, { ...giftSumsSchema.parse({ fiscalYear: year, period: 'm10' }), format: 'xlsx' }))).fileName).toContain('_10月.xlsx')
})

test('a channel stands against what was done and spent for it, and against the givers whom it won', async () => {
  const { deps } = council
  const event = { kind: 'other' as const, title: 'ラジオの呼びかけ', channelId }
  await database.db.prisma.outreachEvent.createMany({
    data: [
      { ...event, id: deps.newId(), heldOn: new Date('2026-10-05'), costYen: 1_000n }, { ...event, id: deps.newId(), heldOn: new Date('2026-10-06') },
      { ...event, id: deps.newId(), heldOn: new Date('2026-09-30'), costYen: 70_000n },
    ],
  })
  const { channels } = await sumGifts(deps, giftSumsSchema.parse({ fiscalYear: year, period: 'm10' }))
  expect(channels.find((each) => each.channelId === channelId)).toMatchObject({ name: expect.any(String), events: 2, costYen: 1_000 })
  const all = await sumGifts(deps, giftSumsSchema.parse({ fiscalYear: year }))
  const { rows } = await database.db.pool.query<{ givers: number }>(
    `SELECT count(DISTINCT g.payer_id)::int AS givers FROM kept_gift g JOIN supporter s ON s.id = g.payer_id AND s.kind <> 'anonymous' WHERE NOT g.is_undone`)
  expect(rows[0]?.givers).toBeGreaterThan(1)
  expect(all.channels.reduce((sum, { newGivers }) => sum + newGivers, 0)).toBe(rows[0]?.givers)
})

test('a lifetime of gifts reaches its threshold by the gifts of everybody who was merged, and by none that is undone', async () => {
  const { deps, actors } = council
  const reached = async () => (await listThresholdAlerts(deps, year)).filter(({ basis }) => basis === 'lifetime').map(({ supporterId, amountYen }) => [supporterId, amountYen])
  expect(await reached()).toEqual([])
  const [one, two] = givers
  if (one === undefined || two === undefined) throw new Error('the givers are missing')
  await done(mergeSupporters(deps, actors.accountant, {
    mergeId: id(deps.newId()), survivorId: one, mergedId: two, survivorRevision: 1, mergedRevision: 1, details: person('寄附 一子'), reason: '',
  }))
  expect(await reached()).toEqual([[one, 558_000]])
  expect(await keptGifts()).toMatchObject({ faults: 0 })
})
