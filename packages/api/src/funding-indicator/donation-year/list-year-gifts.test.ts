import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { giftSchema } from '@sasaeai/domain/donation/gift/gift-input'
import type { DonationYear, GiftSum } from '@sasaeai/domain/funding-indicator/donation-year/donation-year'
import { yearGiftsSchema } from '@sasaeai/domain/funding-indicator/donation-year/donation-year-input'
import { type GiftControl, type GiftPart, giftParts } from '@sasaeai/domain/funding-indicator/donation-year/gift-part'
import type { CutSide } from '@sasaeai/domain/funding-indicator/figure-filter'
import { id, type JournalEntryId } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aGift } from '@sasaeai/testing/a-gift'
import { done } from '@sasaeai/testing/a-grant'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFiscalYear } from '../../council/open-fiscal-year.ts'
import { postGift } from '../../donation/gift/post-gift.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { reverseEntry } from '../../ledger/reverse-entry.ts'
import { exportYearGifts } from './export-year-gifts.ts'
import { listYearGifts } from './list-year-gifts.ts'
import { readDonationYear } from './read-donation-year.ts'

let database: TestDatabase
let council: ACouncil
/** Before anything was undone. */
let early: string
const asked = { fiscalYear: fiscalYear(2026), asOf: localDate('2026-10-31') }

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  const { deps, actors } = council
  await done(openFiscalYear(deps, actors.administrator, { year: fiscalYear(2025), copyCampaigns: false, copyHouseholds: false, copyTargets: false, copyDuesTerms: false }))
  const meals = council.fund('子ども食堂応援')
  const { id: channelId } = await database.db.prisma.donationChannel.findFirstOrThrow({ orderBy: { code: 'asc' } })
  const byOffice = { channelId: id<'DonationChannelId'>(channelId) }
  await give({ receivedOn: '2025-06-10', shares: [[null, 8_000]] })
  const lastYears = await give({ receivedOn: '2025-09-01', shares: [[null, 3_000]], details: byOffice })
  await give({ receivedOn: '2026-06-10', shares: [[null, 5_000], [meals, 7_000]], details: byOffice })
  await give({ receivedOn: '2026-06-12', shares: [[meals, 2_000]], cash: '普通預金', details: { kind: 'memorial' } })
  const mistaken = await give({ receivedOn: '2026-06-20', shares: [[meals, 100_000], [null, 500]], cash: '普通預金' })
  await done(postGift(deps, actors.accountant, { giftId: deps.newId(), gift: giftSchema.parse({
    receivedOn: '2026-09-01', supporterId: null, fundingSourceId: council.source('寄附金'),
    given: { form: 'goods', expenseAccountId: council.account('事業費支出'), fundId: null, fairValueYen: 40_000 }, details: { kind: 'in_kind', goods: '米 60kg' },
  }) }))
  await bookSlip(council, aSlip(council, { entryDate: localDate('2026-07-10'), fundingSourceId: council.source('寄附金'), duesKindId: undefined, amountYen: yen(15_000), count: 30 }))
  const ofHouses = { fundingSourceId: council.source('寄附金'), duesKindId: undefined, collectionMethodId: council.method('戸別募金') }
  await bookSlip(council, aSlip(council, { ...ofHouses, entryDate: localDate('2026-07-11'), amountYen: yen(900), count: 1 }))
  const { rows } = await database.db.pool.query<{ now: Date }>('SELECT clock_timestamp() AS now, pg_sleep(0.02)')
  early = rows[0]?.now.toISOString() ?? ''
  // What the method counts is another thing since then, and so is what was handed in together.
  await database.db.prisma.collectionMethod.update({ where: { id: council.method('戸別募金') }, data: { countMeaning: 'givers' } })
  for (const entryId of [mistaken, lastYears]) await done(reverseEntry(deps, actors.accountant, { entryId, reversalDate: localDate('2026-10-13'), reason: '二重の記帳' }))
})
afterAll(() => database.drop())

async function give(gift: Parameters<typeof aGift>[1]): Promise<JournalEntryId> {
  return (await done(postGift(council.deps, council.actors.accountant, { giftId: council.deps.newId(), gift: aGift(council, gift) }))).id
}

interface Line {
  readonly key: string
  readonly side: CutSide
  readonly amountYen: number
}

/** Every amount of the report that opens gifts. */
function linesOf({ kinds, ways, channels, funds, brackets, figures: { now, last } }: DonationYear): Record<GiftPart, Line[]> {
  const both = (key: string, amountYen: number, lastYen: number): Line[] => [{ key, side: 'this', amountYen }, { key, side: 'last', amountYen: lastYen }]
  const ofSums = (sums: readonly GiftSum[]) => sums.flatMap(({ key, amountYen, lastYen }) => both(key, amountYen, lastYen))
  const control = (key: GiftControl, of: 'amountYen' | 'batchYen' | 'earlierYen') => both(key, now[of], last[of])
  return {
    kind: ofSums(kinds), way: ofSums(ways), channel: ofSums(channels), fund: ofSums(funds), bracket: ofSums(brackets),
    control: [...control('single', 'amountYen'), ...control('batch', 'batchYen'), ...control('earlier', 'earlierYen')],
  }
}

test('each amount of the report opens the gifts that it is the sum of, page by page, now and as of a moment', async () => {
  for (const moment of [undefined, early]) {
    const at = await readReportMoment(council.deps, moment)
    const year = await readDonationYear(council.deps, asked, at)
    expect(year.figures.now.batchYen).toBe(moment === undefined ? 15_000 : 15_900)
    const lines = linesOf(year)
    for (const part of giftParts) {
      expect(lines[part].some(({ amountYen }) => amountYen !== 0)).toBe(true)
      for (const { key, side, amountYen } of lines[part]) {
        const pages = []
        for (let cursor: JournalEntryId | null | undefined; cursor !== null; cursor = pages.at(-1)?.next ?? null) {
          pages.push(await listYearGifts(council.deps, yearGiftsSchema.parse({ ...asked, part, key, side, cursor, limit: 2 }), at))
        }
        const rows = pages.flatMap((page) => page.rows)
        const line = { moment, part, key, side }
        expect({ ...line, total: pages[0]?.total, listed: rows.reduce((sum, row) => sum + row.amountYen, 0) }).toEqual({ ...line, total: { entries: rows.length, amountYen }, listed: amountYen })
        const numbers = rows.map(({ entryNumber }) => entryNumber)
        expect(numbers).toEqual([...new Set(numbers)].toSorted((left, right) => left - right))
      }
    }
  }
})

test('a line that there is not holds no gifts', async () => {
  const at = await readReportMoment(council.deps)
  for (const [part, key] of [['bracket', '99'], ['bracket', '一万円'], ['kind', 'nothing'], ['way', 'x']]) {
    expect((await listYearGifts(council.deps, yearGiftsSchema.parse({ ...asked, part, key }), at)).total).toEqual({ entries: 0, amountYen: 0 })
  }
})

test('a file holds every gift behind an amount, of the side that was asked for, and says so of a moment', async () => {
  const { deps, actors } = council
  const { ways } = await readDonationYear(deps, asked, await readReportMoment(deps))
  const cash = ways.find(({ amountYen }) => amountYen > 0)
  if (cash === undefined) throw new Error('nothing was given')
  for (const [side, sum] of [['this', cash.amountYen], ['last', cash.lastYen]] as const) {
    const file = await done(exportYearGifts(deps, actors.executive, { ...asked, side, part: 'way', key: cash.key, format: 'csv' }))
    const lines = Buffer.from(file.content, 'base64').toString('utf8').trimEnd().split('\r\n').slice(1)
    expect(lines.reduce((total, line) => total + Number(line.split(',').at(-1)), 0)).toBe(sum)
    expect(file.fileName).toBe(side === 'this' ? '寄附の年次報告の内訳_令和8年度.csv' : '寄附の年次報告の内訳_令和8年度の前年.csv')
  }
  const past = await done(exportYearGifts(deps, actors.executive, { ...asked, postedUntil: early, side: 'this', part: 'control', key: 'batch', format: 'csv' }))
  expect(Buffer.from(past.content, 'base64').toString('utf8')).toMatch(/,15900\r\n[^]*この表の時点/)
  expect(await database.db.prisma.auditEvent.count({ where: { action: 'donation_list.export', actorId: actors.executive.userId } })).toBe(3)
})
