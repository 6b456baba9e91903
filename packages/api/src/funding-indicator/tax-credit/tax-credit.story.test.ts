import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { giftSchema } from '@sasaeai/domain/donation/gift/gift-input'
import type { DonorListInput } from '@sasaeai/domain/funding-indicator/tax-credit/donor-list-input'
import { taxCreditResult, type TaxCreditTest } from '@sasaeai/domain/funding-indicator/tax-credit/tax-credit-test'
import { id, type JournalEntryId, type SupporterId } from '@sasaeai/domain/ids'
import { isPostingMoment } from '@sasaeai/domain/ledger/posting-moment'
import { formatYen, yen } from '@sasaeai/domain/money/yen'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aGift } from '@sasaeai/testing/a-gift'
import { done } from '@sasaeai/testing/a-grant'
import { aRevenueReceipt, aRevenueStream } from '@sasaeai/testing/a-revenue-stream'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { printedTable } from '@sasaeai/testing/printed-table'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFiscalYear } from '../../council/open-fiscal-year.ts'
import { postGift } from '../../donation/gift/post-gift.ts'
import { receiveRevenue } from '../../donation/revenue/receive-revenue.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { reverseEntry } from '../../ledger/reverse-entry.ts'
import { saveDuesTerms } from '../../membership-dues/terms/save-dues-terms.ts'
import { listDuesTerms } from '../../membership-dues/terms/dues-terms-queries.ts'
import { createSupporter } from '../../supporter/create-supporter.ts'
import { mergeSupporters } from '../../supporter/merge/merge-supporters.ts'
import { listIncomeLines } from '../income/list-income-lines.ts'
import { saveIncomeYear } from '../income/save-income-year.ts'
import { exportDonors } from './export-donors.ts'
import { exportTaxCredit } from './export-tax-credit.ts'
import { listDonors, type ListedDonor } from './list-donors.ts'
import { readTaxCredit } from './read-tax-credit.ts'

let database: TestDatabase
let council: ACouncil

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  for (const year of [2025, 2024]) {
    await done(openFiscalYear(council.deps, council.actors.administrator, { year: fiscalYear(year), copyCampaigns: false, copyHouseholds: false, copyTargets: false, copyDuesTerms: false }))
  }
})
afterAll(() => database.drop())

async function aDonor(name: string, { address = 'ささえ市日吉1-1', kind = 'person' } = {}): Promise<SupporterId> {
  const details = supporterDetailsSchema.parse({ kind, name, kana: 'キフ', address })
  return (await done(createSupporter(council.deps, council.actors.accountant, details))).supporterId
}

async function give(supporterId: SupporterId | null, year: number, amountYen: number): Promise<JournalEntryId> {
  const gift = aGift(council, { supporterId, receivedOn: `${year}-06-10`, shares: [[null, amountYen]] })
  return (await done(postGift(council.deps, council.actors.accountant, { giftId: council.deps.newId(), gift }))).id
}

/** The books as they stand now, to be looked at when they stand otherwise. */
async function readingAt() {
  const { rows } = await database.db.pool.query<{ at: Date }>('SELECT clock_timestamp() AS at, pg_sleep(0.005)')
  const moment = (rows[0]?.at ?? new Date()).toISOString()
  if (!isPostingMoment(moment)) throw new Error(moment)
  return { moment, at: await readReportMoment(council.deps, moment) }
}

function printed({ years }: TaxCreditTest): string {
  return printedTable(
    [{ heading: '年度' }, ...['寄附者', '額', '判定上', '住所なし', '寄附の全部', '費用', '収入'].map((heading) => ({ heading, isRight: true }))],
    years.map((year) => [
      String(year.fiscalYear), year.hasBooks ? String(year.donors) : '—', formatYen(year.donorsYen), (year.countedTenths / 10).toFixed(1), String(year.withoutAddress),
      formatYen(year.giftsYen), year.costYen === null ? '未入力' : formatYen(year.costYen), year.incomeYen === null ? '未入力' : formatYen(year.incomeYen),
    ]),
  )
}

async function everyDonor(year: number, listing: DonorListInput['listing']): Promise<ListedDonor[]> {
  const rows: ListedDonor[] = []
  let cursor: DonorListInput['cursor'] = null
  do {
    const page = await listDonors(council.deps, { fiscalYear: fiscalYear(year), listing, cursor, limit: 1 })
    rows.push(...page.rows)
    cursor = page.next
  } while (cursor !== null)
  return rows
}

async function makeDuesDeductible(name: string): Promise<void> {
  const kind = (await listDuesTerms(council.deps, council.fiscalYear)).kinds.find((each) => each.name === name)
  if (kind?.terms == null) throw new Error(`${name} has no terms`)
  const { revision, ...details } = kind.terms
  await done(saveDuesTerms(council.deps, council.actors.accountant, { fiscalYear: council.fiscalYear, duesKindId: kind.id, revision, details: { ...details, isDeductible: true } }))
}

test('who counts for 税額控除: 3,000円 in a year together, with an address, no goods, no sponsor, nothing undone, dues only where deductible', async () => {
  const [often, twin, little, homeless, company, member, wrong, nobody] = [
    await aDonor('分けて 一郎'), await aDonor('分けて 一朗'), await aDonor('少し 二郎'), await aDonor('住所 無子', { address: '' }),
    await aDonor('ささえ商事株式会社', { kind: 'organization' }), await aDonor('賛助 三郎'), await aDonor('誤記 四郎'), await aDonor('匿名', { kind: 'anonymous' }),
  ]
  await give(often, 2026, 2_000)
  await give(twin, 2026, 1_000)
  await give(little, 2026, 2_999)
  await give(little, 2025, 3_000)
  await give(homeless, 2025, 5_000)
  await give(company, 2024, 50_000)
  await give(company, 2025, 60_000)
  await give(nobody, 2025, 9_000)
  await give(null, 2025, 700)
  const mistaken = await give(wrong, 2025, 8_000)
  const before = await readingAt()
  await done(reverseEntry(council.deps, council.actors.accountant, { entryId: mistaken, reversalDate: localDate('2026-10-12'), reason: '二重の記帳' }))
  const goods = giftSchema.parse({
    receivedOn: '2026-06-10', supporterId: wrong, fundingSourceId: council.source('寄附金'),
    given: { form: 'goods', expenseAccountId: council.account('事業費支出'), fundId: null, fairValueYen: 20_000 }, details: { kind: 'in_kind', goods: '米 30kg' },
  })
  await done(postGift(council.deps, council.actors.accountant, { giftId: council.deps.newId(), gift: goods }))
  const streamId = await aRevenueStream(council, 'sponsorship')
  await done(receiveRevenue(council.deps, council.actors.accountant, aRevenueReceipt(council, { streamId, grossYen: yen(30_000) })))
  await bookSlip(council, { ...aSlip(council, { duesKindId: council.duesKind('賛助会費'), supporterId: member, amountYen: yen(4_000), count: 1 }), areaId: undefined })

  expect(printed((await readTaxCredit(council.deps)).preview)).toMatchInlineSnapshot(`
    年度  寄附者      額  判定上  住所なし  寄附の全部    費用    収入
    2022       —       0     0.0         0           0  未入力  未入力
    2023       —       0     0.0         0           0  未入力  未入力
    2024       1  50,000     1.0         0      50,000  未入力  未入力
    2025       2  63,000     2.0         1      77,700  未入力  未入力
    2026       0       0     0.0         0       5,999  未入力  未入力
  `)
  const revisions = await database.db.prisma.supporter.findMany({ where: { id: { in: [often, twin] } } })
  const revisionOf = (supporterId: SupporterId) => revisions.find((row) => row.id === supporterId)?.revision ?? 0
  await done(mergeSupporters(council.deps, council.actors.accountant, {
    mergeId: id(council.deps.newId()), survivorId: often, mergedId: twin, survivorRevision: revisionOf(often), mergedRevision: revisionOf(twin),
    details: supporterDetailsSchema.parse({ kind: 'person', name: '分けて 一郎', kana: 'ワケテ', address: 'ささえ市日吉1-1' }), reason: '',
  }))
  await makeDuesDeductible('賛助会費')
  const line = (await listIncomeLines(database.db)).find(({ category }) => category === 'subsidy')
  if (line === undefined) throw new Error('no line of 補助金')
  const told = { source: '決算書', asOf: null, note: '', replacesId: null }
  await done(saveIncomeYear(council.deps, council.actors.accountant, {
    fiscalYear: fiscalYear(2025),
    totals: [{ ...told, lineId: line.id, kind: 'settled', amountYen: yen(200_000) }],
    figures: [{ ...told, figure: 'total_expense', amountYen: yen(20_000_000) }],
  }))

  const { past, preview } = await readTaxCredit(council.deps)
  expect(printed(past)).toMatchInlineSnapshot(`
    年度  寄附者      額  判定上  住所なし  寄附の全部        費用     収入
    2021       —       0     0.0         0           0      未入力   未入力
    2022       —       0     0.0         0           0      未入力   未入力
    2023       —       0     0.0         0           0      未入力   未入力
    2024       1  50,000     1.0         0      50,000      未入力   未入力
    2025       2  63,000    10.0         1      77,700  20,000,000  285,700
  `)
  expect(printed(preview)).toMatchInlineSnapshot(`
    年度  寄附者      額  判定上  住所なし  寄附の全部        費用     収入
    2022       —       0     0.0         0           0      未入力   未入力
    2023       —       0     0.0         0           0      未入力   未入力
    2024       1  50,000     1.0         0      50,000      未入力   未入力
    2025       2  63,000    10.0         1      77,700  20,000,000  285,700
    2026       2   7,000     2.0         0       9,999      未入力   未入力
  `)
  expect(past.donors).toEqual({ result: 'unknown', averageTenths: 22, missingDonors: 98, isRaised: true, averageYen: 22_600, missingYen: 1_387_000 })
  expect(past.income).toMatchObject({ result: 'unknown', incomeYen: null })
  expect(taxCreditResult(past)).toBe('unknown')

  for (const { fiscalYear: year, donors, donorsYen, withoutAddress } of preview.years) {
    const counted = await everyDonor(year, 'counted')
    expect(counted.length).toBe(donors)
    expect(counted.reduce((sum, { amountYen }) => sum + amountYen, 0)).toBe(donorsYen)
    expect(await everyDonor(year, 'without_address')).toHaveLength(withoutAddress)
  }
  expect((await everyDonor(2026, 'counted')).map(({ name, address, amountYen, gifts }) => [name, address, amountYen, gifts])).toEqual([
    ['賛助 三郎', 'ささえ市日吉1-1', 4_000, 1], ['分けて 一郎', 'ささえ市日吉1-1', 3_000, 2],
  ])
  expect((await everyDonor(2025, 'without_address')).map(({ name }) => name)).toEqual(['住所 無子'])

  // Undone, told and posted since; who was made one since, and dues that were made deductible, are as they are now.
  expect(printed((await readTaxCredit(council.deps, before.at)).preview)).toMatchInlineSnapshot(`
    年度  寄附者      額  判定上  住所なし  寄附の全部    費用    収入
    2022       —       0     0.0         0           0  未入力  未入力
    2023       —       0     0.0         0           0  未入力  未入力
    2024       1  50,000     1.0         0      50,000  未入力  未入力
    2025       3  71,000     3.0         1      85,700  未入力  未入力
    2026       1   3,000     1.0         0       5,999  未入力  未入力
  `)
  const then = await listDonors(council.deps, { fiscalYear: fiscalYear(2025), listing: 'counted', cursor: null, limit: 9, at: before.at })
  expect(then.rows.map(({ name }) => name)).toEqual(['ささえ商事株式会社', '誤記 四郎', '少し 二郎'])

  const value = await done(exportDonors(council.deps, council.actors.executive, { fiscalYear: fiscalYear(2025), format: 'xlsx' }))
  const list = await done(exportDonors(council.deps, council.actors.executive, { fiscalYear: fiscalYear(2025), format: 'csv', postedUntil: before.moment }))
  expect(Buffer.from(list.content, 'base64').toString()).toContain('誤記 四郎,,ささえ市日吉1-1,8000,1')
  const sheet = await done(exportTaxCredit(council.deps, { format: 'csv' }))
  expect(Buffer.from(sheet.content, 'base64').toString()).toContain('令和7年度,2,63000,10.0,1,77700,20000000,285700')
  expect(value.fileName).toBe('寄附者名簿_令和7年度.xlsx')
  expect(await database.db.prisma.auditEvent.findFirst({ where: { action: 'donation_list.export' }, orderBy: { id: 'asc' } })).toMatchObject({ after: { name: '寄附者名簿_令和7年度', rows: 3 } })
})
