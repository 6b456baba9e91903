import { toDateColumn } from '@sasaeai/db/local-date-column'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { duesFigureFilter } from '@sasaeai/domain/membership-dues/progress/dues-figure-filter'
import { changeYen, type DuesYear, totalOfKinds, trendFilter, yearTotal } from '@sasaeai/domain/membership-dues/year/dues-year'
import { yen } from '@sasaeai/domain/money/yen'
import { type ACouncil, aCouncil } from '@sasaeai/testing/a-council'
import { aMember } from '@sasaeai/testing/an-asking'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listPostings } from '../../ledger/posting-list-queries.ts'
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
