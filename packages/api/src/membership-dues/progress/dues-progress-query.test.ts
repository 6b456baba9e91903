import { toDateColumn } from '@sasaeai/db/local-date-column'
import { readTableFile } from '@sasaeai/documents/read-table-file'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { id } from '@sasaeai/domain/ids'
import { duesFigureFilter } from '@sasaeai/domain/membership-dues/progress/dues-figure-filter'
import { duesProgress, type DuesProgressRow, sumOfDues } from '@sasaeai/domain/membership-dues/progress/dues-progress'
import { progressOfWire } from '@sasaeai/domain/membership-dues/progress/dues-progress-wire'
import { yen } from '@sasaeai/domain/money/yen'
import { type ACouncil, aCouncil } from '@sasaeai/testing/a-council'
import { aMember, anAsking } from '@sasaeai/testing/an-asking'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { csvRows } from '@sasaeai/testing/csv-rows'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { done } from '@sasaeai/testing/a-grant'
import { momentOfBooks } from '@sasaeai/testing/moment-of-books'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listPostings } from '../../ledger/posting-list-queries.ts'
import { reverseEntry } from '../../ledger/reverse-entry.ts'
import { exportDuesList } from '../export/export-dues-list.ts'
import { duesOfArea } from './dues-of-area-query.ts'
import { duesProgressAnswer } from './dues-progress-query.ts'
import { exportDuesProgress } from './export-dues-progress.ts'

let database: TestDatabase
let council: ACouncil

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterEach(() => database.drop())

async function facts(until?: string) {
  const asked = { fiscalYear: council.fiscalYear, ...(until === undefined ? {} : { until: localDate(until) }) }
  return progressOfWire(await duesProgressAnswer(council.deps, asked))
}

async function rows(until?: string): Promise<DuesProgressRow[]> {
  const progress = await facts(until)
  return duesProgress(progress.facts, { areas: progress.areas, households: progress.households[0]?.counts ?? new Map() })
}

const flat = (lines: readonly DuesProgressRow[]): DuesProgressRow[] => lines.flatMap((row) => [row, ...flat(row.children)])

async function lineOf(name: string, until?: string): Promise<DuesProgressRow> {
  const found = flat(await rows(until)).find((row) => row.name === name)
  if (found === undefined) throw new Error(`no line ${name}`)
  return found
}

async function askHouseholds(): Promise<void> {
  await anAsking(council, council.duesKind('一般会費'), [
    { areaId: council.area('日吉一丁目自治会'), households: 102, expectedYen: 51_000 },
    { areaId: council.area('日吉二丁目自治会'), households: 80, expectedYen: 40_000 },
  ])
}

test('a payment shows at once, one that is taken back is gone, and the day before it knows nothing of it', async () => {
  await askHouseholds()
  expect(await lineOf('日吉一丁目自治会')).toMatchObject({ status: 'unpaid', expectedYen: 51_000, receivedYen: 0 })
  const { id: entryId } = await bookSlip(council, aSlip(council))
  expect(await lineOf('日吉一丁目自治会')).toMatchObject({ status: 'partial', receivedYen: 25_500, paidHouseholds: 51 })
  expect(await lineOf('日吉校区')).toMatchObject({ status: 'partial', receivedYen: 25_500, expectedYen: 91_000 })
  expect(await lineOf('日吉一丁目自治会', '2026-10-14')).toMatchObject({ status: 'unpaid', receivedYen: 0 })
  const undone = { entryId, reversalDate: localDate('2026-10-15'), reason: '二重の受付' }
  await reverseEntry(council.deps, council.actors.accountant, undone)
  expect(await lineOf('日吉一丁目自治会')).toMatchObject({ status: 'unpaid', receivedYen: 0, paidHouseholds: 0 })
})

test('a request counts once it is fixed, and a change of it is seen although answers are kept', async () => {
  await rows()
  await askHouseholds()
  expect(await lineOf('日吉二丁目自治会')).toMatchObject({ status: 'unpaid', askedHouseholds: 80 })
  await database.db.prisma.duesExpectation.updateMany({
    where: { areaId: council.area('日吉二丁目自治会') },
    data: { households: 75, expectedYen: 37_500, adjustmentReason: '転出' },
  })
  expect(await lineOf('日吉二丁目自治会')).toMatchObject({ askedHouseholds: 75, expectedYen: 37_500 })
})

test('what a direct member pays is 直接 whatever area is on the slip; what comes through the 自治会 is its own', async () => {
  const organization = council.duesKind('法人会費')
  const one = { areaId: council.area('日吉一丁目自治会'), duesKindId: organization }
  const direct = await aMember(council, { name: '直接商店', duesKindId: organization, units: 2 })
  const through = await aMember(council, { name: '地元工務店', duesKindId: organization, units: 1, through: one.areaId })
  await anAsking(council, organization, [
    { membershipId: direct.membershipId, units: 2, expectedYen: 10_000 },
    { membershipId: through.membershipId, areaId: one.areaId, units: 1, expectedYen: 5_000 },
  ])
  // Asked before, between and after: what is kept is brought up to date by each payment.
  await rows()
  await bookSlip(council, aSlip(council, { ...one, supporterId: direct.supporterId, amountYen: yen(4_000), count: 1 }))
  expect(await lineOf('直接・地域なし')).toMatchObject({ status: 'partial', receivedYen: 4_000, paidMembers: 1 })
  await bookSlip(council, aSlip(council, { ...one, supporterId: direct.supporterId, amountYen: yen(6_000), count: 1 }))
  await bookSlip(council, aSlip(council, { ...one, supporterId: through.supporterId, amountYen: yen(3_000), count: 1 }))
  expect(await lineOf('直接・地域なし')).toMatchObject({ status: 'paid', receivedYen: 10_000, askedMembers: 1, paidMembers: 1 })
  expect(await lineOf('日吉一丁目自治会')).toMatchObject({ status: 'partial', receivedYen: 3_000, askedMembers: 1, paidMembers: 1 })
})

test('every received figure opens exactly the postings it is made of', async () => {
  await askHouseholds()
  const organization = council.duesKind('法人会費')
  const member = await aMember(council, { name: '直接商店', duesKindId: organization, units: 2 })
  const two = council.area('日吉二丁目自治会')
  const fromMember = { duesKindId: organization, supporterId: member.supporterId, areaId: two, amountYen: yen(10_000) }
  await bookSlip(council, aSlip(council))
  await bookSlip(council, aSlip(council, { areaId: two, amountYen: yen(12_000), count: 24 }))
  await bookSlip(council, aSlip(council, fromMember))
  const late = { entryDate: localDate('2026-04-10'), amountYen: yen(7_000), count: 14 }
  await bookSlip(council, aSlip(council, { ...late, duesYear: (await facts()).cut.lastYear }))
  // Seen from the April after the year, so that last year's late slip counts as well.
  const seenFrom = '2027-04-20'
  const { cut } = await facts(seenFrom)
  const opened = async (side: 'this' | 'last', row?: DuesProgressRow) => {
    const filter = duesFigureFilter({ cut, side, duesKindId: undefined }, row)
    return filter === null ? null : (await listPostings(council.deps, { filter })).totalYen
  }
  const all = await rows(seenFrom)
  for (const row of flat(all)) {
    expect(await opened('this', row)).toBe(row.receivedYen)
    expect(await opened('last', row)).toBe(row.lastYen)
  }
  expect(await opened('this')).toBe(sumOfDues(all).receivedYen)
  expect(sumOfDues(all)).toMatchObject({ receivedYen: 47_500, lastYen: 7_000 })
})

test('one area: what was asked, what came, who pays through it, and the years before', async () => {
  await askHouseholds()
  const [areaId, supporting] = [council.area('日吉一丁目自治会'), council.duesKind('賛助会費')]
  await aMember(council, { name: '地元工務店', duesKindId: supporting, units: 3, through: areaId })
  await bookSlip(council, aSlip(council))
  await database.db.prisma.areaHousehold.create({
    data: {
      areaId, fiscalYear: 2026, basis: 'association_membership' as const, households: 102,
      asOf: toDateColumn(localDate('2026-04-01')),
    },
  })
  const area = await duesOfArea(council.deps, { areaId, fiscalYear: council.fiscalYear })
  expect(area).toMatchObject({
    material: null,
    area: { name: '日吉一丁目自治会' },
    above: [{ name: '日吉校区' }],
    kinds: [{ name: '一般会費', status: 'partial', receivedYen: 25_500 }],
    asked: [{ households: 102, expectedYen: 51_000, slipNumber: 1 }],
    payments: { count: 1, totalYen: 25_500 },
    members: [{ name: '地元工務店', units: 3, receivedYen: 0 }],
    years: [{ fiscalYear: 2026, kinds: [{ receivedYen: 25_500, count: 51 }], households: { households: 102 } }],
  })
  const written = await csvRows(exportDuesList(council.deps, council.actors.auditor, { list: 'area', areaId, fiscalYear: council.fiscalYear, format: 'csv' }))
  expect(written).toContainEqual(['一般会費', '一部', '25500', '51000', '0', '25500', '102', '0', '0', '51', '0'])
  expect(written).toContainEqual(['2026-10-15', '1', '', '一般会費', '日吉一丁目自治会', '', '', '51', '25500'])
  expect(written.find((line) => line[1] === '地元工務店')?.slice(3)).toEqual(['3', '0'])
  expect(written.at(-1)).toEqual(['令和8年度', '25500', '25500', '102', '自治会加入世帯', '2026-04-01', '50.0%'])
  expect(await database.db.prisma.auditEvent.findFirst({ where: { action: 'dues_list.export' } })).toMatchObject({ subjectId: areaId })
  const districtId = council.area('日吉校区')
  const district = await duesOfArea(council.deps, { areaId: districtId, fiscalYear: council.fiscalYear })
  expect(district?.kinds[0]?.receivedYen).toBe(25_500)

  const postedUntil = await momentOfBooks(database.db)
  const member = await database.db.prisma.membership.findFirstOrThrow({ select: { id: true, supporterId: true } })
  await bookSlip(council, aSlip(council, { amountYen: yen(4_000), count: 8 }))
  const reversed = await bookSlip(council, aSlip(council, { duesKindId: supporting, supporterId: id(member.supporterId), amountYen: yen(9_000), count: 3 }))
  await database.db.prisma.areaHousehold.updateMany({ where: { areaId }, data: { households: 99 } })
  await database.db.prisma.duesExpectation.updateMany({ where: { areaId }, data: { households: 99, expectedYen: 49_500n } })
  const past = await duesOfArea(council.deps, { areaId, fiscalYear: council.fiscalYear, postedUntil })
  // Up to which day is counted is told by the clock of PostgreSQL, so only what does not depend on it is held against each other.
  const { asked, members, years, above } = area ?? {}
  expect(past).toMatchObject({ asked, members, years, above, cut: { postedUntil } })
  expect(await duesOfArea(council.deps, { areaId, fiscalYear: council.fiscalYear })).toMatchObject({
    asked: [{ households: 99, expectedYen: 49_500 }], payments: { count: 3, totalYen: 38_500 }, members: [{ receivedYen: 9_000 }], years: [{ households: { households: 99 } }],
  })
  expect(await reverseEntry(council.deps, council.actors.accountant, { entryId: reversed.id, reversalDate: localDate('2026-10-15'), reason: '別の会員' })).toMatchObject({ ok: true })
  expect(await duesOfArea(council.deps, { areaId, fiscalYear: council.fiscalYear, postedUntil })).toEqual(past)
})

test('the workbook holds the lines and their sum, all kinds together and each by itself', async () => {
  await askHouseholds()
  await bookSlip(council, aSlip(council))
  const file = await done(exportDuesProgress(council.deps, { fiscalYear: council.fiscalYear, format: 'xlsx' }))
  expect(file.fileName).toBe('会費の納入状況_令和8年度_2026-10-15.xlsx')
  const table = await readTableFile(Buffer.from(file.content, 'base64'))
  if (!table.ok) throw new Error(table.code)
  expect([table.sheetName, table.unreadSheets]).toEqual(['すべて', ['一般会費']])
  const lines = table.lines.map(({ cells }) => [cells[2], cells[3], ...cells.slice(5, 7), ...cells.slice(10, 12)])
  expect(lines).toContainEqual(['日吉一丁目自治会', '一部', '102', '51', '51000', '25500'])
  expect(lines.at(-1)).toEqual(['合計', '', '182', '51', '91000', '25500'])
})
