import { localDate } from '@sasaeai/domain/calendar/local-date'
import type { SupporterId } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { csvRows } from '@sasaeai/testing/csv-rows'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sheetsOfSupporter } from '../../sheets-of-supporter.ts'
import { exportSupporter } from '../../supporter/export-supporter.ts'
import { createSupporter } from '../../supporter/create-supporter.ts'
import { listPostings, postingListSchema } from '../posting-list-queries.ts'
import { reverseEntry } from '../reverse-entry.ts'
import { readSupporterMoney, type SupporterYearSum } from './read-supporter-money.ts'

let database: TestDatabase
let council: ACouncil
let supporterId: SupporterId

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  const created = await createSupporter(council.deps, council.actors.receptionist, supporterDetailsSchema.parse({ kind: 'person', name: '支援 花子' }))
  if (!created.ok) throw new Error(created.code)
  supporterId = created.value.supporterId
  const dues = { ...aSlip(council), supporterId, duesKindId: council.duesKind('賛助会費'), count: 0 }
  await bookSlip(council, { ...dues, slipId: council.deps.newId(), entryDate: localDate('2026-05-10'), amountYen: yen(2_000) })
  const { duesKindId: _dues, ...gift } = { ...dues, fundingSourceId: council.source('寄附金') }
  await bookSlip(council, { ...gift, slipId: council.deps.newId(), entryDate: localDate('2026-08-01'), amountYen: yen(10_000), fundId: council.fund('子ども食堂応援') })
  const wrong = await bookSlip(council, { ...gift, slipId: council.deps.newId(), entryDate: localDate('2026-09-01'), amountYen: yen(70_000) })
  await bookSlip(council, { ...gift, slipId: council.deps.newId(), entryDate: localDate('2027-01-20'), amountYen: yen(7_000) })
  await reverseEntry(council.deps, council.actors.accountant, { entryId: wrong.id, reversalDate: localDate('2026-09-02'), reason: '金額の誤りのため' })
  // Somebody else's money is not this supporter's.
  await bookSlip(council, aSlip(council))
})
afterAll(() => database.drop())

const told = ({ year, sourceName, duesKindName, amountYen, times }: SupporterYearSum) => `${year} ${duesKindName ?? sourceName} ${amountYen}円 ${times}件`

test('gifts and dues are summed by calendar year, as tax has it, and by fiscal year, as reports have it', async () => {
  const calendar = await readSupporterMoney(council.deps, { supporterId, run: 'calendar' })
  expect(calendar.sums.map(told)).toEqual(['2027 寄附金 7000円 1件', '2026 賛助会費 2000円 1件', '2026 寄附金 10000円 1件'])
  const fiscal = await readSupporterMoney(council.deps, { supporterId, run: 'fiscal' })
  expect(fiscal.sums.map(told)).toEqual(['2026 賛助会費 2000円 1件', '2026 寄附金 17000円 2件'])
  expect([calendar.firstOn, calendar.lastOn]).toEqual(['2026-05-10', '2027-01-20'])
  const written = await csvRows(exportSupporter(council.deps, council.actors.receptionist, { asked: { supporterId, run: 'calendar', format: 'csv' }, sheetsOf: sheetsOfSupporter }))
  expect(written.slice(1, 6)).toEqual([
    ['年ごとの合計'], ['年', '合計（円）', '件数', '寄附金（円）', '賛助会費（円）'], ['2027年', '7000', '1', '7000', '0'], ['2026年', '12000', '2', '10000', '2000'], ['合計', '19000', '3', '17000', '2000'],
  ])
  expect(written).toContainEqual(['子ども食堂応援', '10000'])
  expect(written.filter((line) => line.length === 1 && line[0] !== '')).toEqual([['年ごとの合計'], ['使途の指定']])
  expect(await database.db.prisma.auditEvent.findFirst({ where: { action: 'supporter.export' } })).toMatchObject({ subjectId: supporterId, after: { count: 3 } })
  expect(calendar.funds).toMatchObject([{ fundName: '子ども食堂応援', amountYen: 10_000 }])
})

test('each figure is exactly the total of the list that it opens', async () => {
  const { sums } = await readSupporterMoney(council.deps, { supporterId, run: 'calendar' })
  expect(sums).toHaveLength(3)
  for (const { year, fundingSourceId, duesKindId, amountYen } of sums) {
    const filter = { supporterId, fundingSourceId, duesKindId: duesKindId ?? undefined, from: `${year}-01-01`, to: `${year}-12-31` }
    const list = await listPostings(council.deps, postingListSchema.parse({ filter }))
    expect(list.totalYen).toBe(amountYen)
  }
})
