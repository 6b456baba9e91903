import { toDateColumn } from '@sasaeai/db/local-date-column'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { duesFigureFilter } from '@sasaeai/domain/membership-dues/progress/dues-figure-filter'
import { progressOfWire } from '@sasaeai/domain/membership-dues/progress/dues-progress-wire'
import { changeYen, type DuesYear, totalOfKinds, trendFilter, yearTotal } from '@sasaeai/domain/membership-dues/year/dues-year'
import { duesYearNotes } from '@sasaeai/domain/membership-dues/year/dues-year-notes'
import { yen } from '@sasaeai/domain/money/yen'
import { aRequest } from '@sasaeai/testing/a-request'
import { type ACouncil, aCouncil } from '@sasaeai/testing/a-council'
import { aMember } from '@sasaeai/testing/an-asking'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listPostings } from '../../ledger/posting-list-queries.ts'
import { reverseEntry } from '../../ledger/reverse-entry.ts'
import { duesProgressAnswer } from '../progress/dues-progress-query.ts'
import { readDuesYear } from './dues-year-query.ts'
import { duesYearSheets } from './dues-year-sheets.ts'

let database: TestDatabase
let council: ACouncil

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterEach(() => database.drop())

function yearUntil(until: string): Promise<DuesYear> {
  return readDuesYear(council.deps, { fiscalYear: council.fiscalYear, until: localDate(until) })
}

function kindOf({ kinds }: DuesYear, name: string) {
  const found = kinds.find((kind) => kind.name === name)
  if (found === undefined) throw new Error(`no kind ${name}`)
  return found
}

test('members, 口 and money of each kind stand beside the same day of the year before', async () => {
  await aMember(council, { name: '直接商店', duesKindId: council.duesKind('法人会費'), units: 3 })
  const { lastYear } = (await yearUntil('2026-10-15')).cut
  await bookSlip(council, aSlip(council, { amountYen: yen(20_000), count: 40 }))
  // Last year's dues that came in April: not yet on the same day of last year, but of that whole year.
  await bookSlip(council, aSlip(council, { entryDate: localDate('2026-04-10'), amountYen: yen(3_500), count: 7, duesYear: lastYear }))
  const year = await yearUntil('2026-10-15')
  expect(kindOf(year, '法人会費')).toMatchObject({ now: { members: 1, units: 3, receivedYen: 0 }, last: { members: 0, units: 0 } })
  expect(kindOf(year, '一般会費')).toMatchObject({ now: { members: 40, units: null, receivedYen: 20_000 }, last: { members: 0, receivedYen: 0 } })
  expect(year.years.map((each) => [each.fiscalYear, yearTotal(each)])).toEqual([
    [2025, 3_500],
    [2026, 20_000],
  ])
  const seenFromApril = await yearUntil('2027-04-30')
  expect(kindOf(seenFromApril, '一般会費').last).toMatchObject({ members: 7, receivedYen: 3_500 })
  expect(changeYen(kindOf(seenFromApril, '一般会費'))).toBe(16_500)
  expect(seenFromApril.membersOn).toBe('2027-03-31')
})

test('every amount opens the postings that it is made of', async () => {
  const { lastYear } = (await yearUntil('2026-10-15')).cut
  await bookSlip(council, aSlip(council, { amountYen: yen(20_000), count: 40 }))
  await bookSlip(council, aSlip(council, { entryDate: localDate('2026-04-10'), amountYen: yen(3_500), count: 7, duesYear: lastYear }))
  const year = await yearUntil('2027-04-30')
  const opened = async (filter: Parameters<typeof listPostings>[1]['filter']) => (await listPostings(council.deps, { filter })).totalYen
  for (const { duesKindId, now, last } of year.kinds) {
    for (const [side, figures] of [['this', now], ['last', last]] as const) {
      const filter = duesFigureFilter({ cut: year.cut, side, duesKindId })
      if (filter !== null) expect(await opened(filter)).toBe(figures.receivedYen)
    }
  }
  for (const each of year.years) expect(await opened(trendFilter(year.cut, each.fiscalYear))).toBe(yearTotal(each))
})

test('as of a past moment it says what it said then, on the page and in 納入状況, and opens what was booked by then', async () => {
  const { lastYear } = (await yearUntil('2026-10-15')).cut
  await bookSlip(council, aSlip(council, { amountYen: yen(20_000), count: 40 }))
  await bookSlip(council, aSlip(council, { entryDate: localDate('2026-04-10'), amountYen: yen(3_500), count: 7, duesYear: lastYear }))
  const mistaken = await bookSlip(council, aSlip(council, { amountYen: yen(9_000), count: 18 }))
  const until = localDate('2026-10-15')
  const then = await yearUntil('2026-10-15')
  const { rows } = await database.db.pool.query<{ at: Date }>('SELECT max(posted_at) AS at, pg_sleep(0.01) FROM journal_entry')
  const postedUntil = rows[0]?.at.toISOString() ?? ''
  await reverseEntry(council.deps, council.actors.accountant, { entryId: mistaken.id, reversalDate: until, reason: '二重の入力' })
  await bookSlip(council, aSlip(council, { amountYen: yen(700), count: 1 }))
  await bookSlip(council, aSlip(council, { entryDate: localDate('2026-04-11'), amountYen: yen(500), count: 1, duesYear: lastYear }))

  // What was asked, who is a member, how many households there are and what all that is called was put right as well.
  await aRequest(council)
  await aMember(council, { name: '株式会社あとから', duesKindId: council.duesKind('法人会費'), units: 3 })
  await database.db.prisma.areaHousehold.create({
    data: { areaId: council.area('篠山校区'), fiscalYear: council.fiscalYear, basis: 'resident_register', households: 50, asOf: new Date('2026-04-01') },
  })
  await database.db.prisma.duesKind.update({ where: { id: council.duesKind('一般会費') }, data: { name: '世帯会費' } })
  const now = await yearUntil('2026-10-15')
  expect(now.districts.origin).not.toBeNull()
  expect(now.kinds.map(({ name, now: { members } }) => `${name} ${members}`)).toEqual(expect.arrayContaining(['世帯会費 41', '法人会費 1']))
  expect(totalOfKinds((await yearUntil('2026-10-15')).kinds)).toMatchObject({ nowYen: 20_700, changeYen: 20_700 })
  const asked = { fiscalYear: council.fiscalYear, until, postedUntil }
  const past = await readDuesYear(council.deps, asked)
  expect({ ...past, cut: { ...past.cut, postedUntil: undefined } }).toEqual({ ...then, cut: { ...then.cut, postedUntil: undefined } })
  const progress = progressOfWire(await duesProgressAnswer(council.deps, asked))
  expect(progress.facts.reduce((sum, { receivedYen }) => sum + receivedYen, 0)).toBe(29_000)
  const opened = async (filter: Parameters<typeof listPostings>[1]['filter']) => (await listPostings(council.deps, { filter })).totalYen
  expect(await opened(duesFigureFilter({ cut: past.cut, side: 'this', duesKindId: undefined }) ?? {})).toBe(29_000)
  expect(duesYearNotes(past)[0]).toContain('までに記帳した分です')
  for (const each of past.years) expect(await opened(trendFilter(past.cut, each.fiscalYear))).toBe(yearTotal(each))
})

test('加入率 is of the 校区 and names its basis; where no households are recorded there is none', async () => {
  await bookSlip(council, aSlip(council, { amountYen: yen(20_000), count: 40 }))
  expect((await yearUntil('2026-10-15')).districts).toMatchObject({ typeName: '校区', origin: null })
  await database.db.prisma.areaHousehold.create({
    data: {
      areaId: council.area('日吉一丁目自治会'), fiscalYear: council.fiscalYear, basis: 'association_membership',
      asOf: toDateColumn(localDate('2026-04-01')), households: 100,
    },
  })
  const { districts } = await yearUntil('2026-10-15')
  expect(districts.origin).toEqual({ basis: 'association_membership', asOf: '2026-04-01' })
  expect(districts.rows.map(({ code, paidHouseholds, households }) => [code, paidHouseholds, households])).toEqual([
    ['01', 40, 100],
    ['02', 0, null],
  ])
})

test('the workbook says what the page says, with sums', async () => {
  await bookSlip(council, aSlip(council, { amountYen: yen(20_000), count: 40 }))
  const year = await yearUntil('2026-10-15')
  const [kinds, districts, trend] = duesYearSheets(year)
  expect(kinds?.total?.[6]).toBe(totalOfKinds(year.kinds).nowYen)
  expect(districts?.rows).toHaveLength(2)
  expect(trend?.rows.map((row) => [row[0], row.at(-1)])).toEqual([['令和8年度', 20_000]])
})
