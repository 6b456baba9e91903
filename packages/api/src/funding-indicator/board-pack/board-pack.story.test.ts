import { drawPdf } from '@sasaeai/documents/drawn-pdf'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import type { BoardPack } from '@sasaeai/domain/funding-indicator/board-pack/board-pack'
import { boardPackOrderSchema } from '@sasaeai/domain/funding-indicator/board-pack/board-pack-input'
import { printedCell, type ReportTable } from '@sasaeai/domain/funding-indicator/report-table'
import { type DocumentRunId, id } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { aChestSlip } from '@sasaeai/testing/a-chest-slip'
import { type ACouncil, aCouncil } from '@sasaeai/testing/a-council'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { aMember } from '@sasaeai/testing/an-asking'
import { printedTable } from '@sasaeai/testing/printed-table'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFiscalYear } from '../../council/open-fiscal-year.ts'
import { readDocumentRun } from '../../document/document-run-queries.ts'
import { orderDocument } from '../../document/order-document.ts'
import { readStoredDocument } from '../../document/read-stored-document.ts'
import { workOffRun } from '../../document/work-off-run.ts'
import { correctEntry } from '../../ledger/correct-entry.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { paperMakers } from '../../paper-makers.ts'
import { layStandardLines } from '../income/lay-standard-lines.ts'
import { layIndicators } from '../indicator/lay-indicators.ts'
import { listSavedReports } from '../saved-report/saved-report-queries.ts'
import { readBoardPack } from './read-board-pack.ts'

let database: TestDatabase
let council: ACouncil

beforeAll(async () => {
  database = await createTestDatabase()
  const laid = await aCouncil(database.db)
  council = { ...laid, deps: { ...laid.deps, now: () => new Date() } }
  await layStandardLines(council.deps, council.actors.administrator)
  for (const opening of [2027, 2028]) {
    const opened = await openFiscalYear(council.deps, council.actors.administrator, {
      year: fiscalYear(opening), copyCampaigns: true, copyHouseholds: false, copyTargets: false, copyDuesTerms: true,
    })
    if (!opened.ok) throw new Error(opened.code)
  }
})
afterAll(() => database.drop())

const year = fiscalYear(2028)
const asOf = localDate('2028-12-31')

test('the board’s table of three years with a correction in between: as of before it is as it was, as of now it is put right', async () => {
  const { deps, actors } = council
  const duesOf = (day: string, amount: number) => aSlip(council, { entryDate: localDate(day), amountYen: yen(amount) })
  await bookSlip(council, duesOf('2026-06-10', 5_000_000))
  const mistaken = duesOf('2027-06-10', 5_200_000)
  const { id: entryId } = await bookSlip(council, mistaken)
  await bookSlip(council, duesOf('2028-06-12', 4_900_000))
  await bookSlip(council, aChestSlip(council, { amountYen: yen(62_500) }))
  const before = await aMoment()
  expect(printed(await packAt(before), '収入の種類ごとの金額（円）')).toMatchInlineSnapshot(`
    種類  令和8年度  令和9年度  令和10年度
    会費  5,000,000  5,200,000   4,900,000
    計    5,000,000  5,200,000   4,900,000
  `)
  const { slipId: _slip, ...contribution } = mistaken
  const corrected = await correctEntry(deps, actors.accountant, {
    entryId, reversalDate: localDate('2027-06-20'), reason: '金額の入力誤り', contribution: { ...contribution, entryDate: localDate('2027-06-20'), amountYen: yen(2_500_000) },
  })
  expect(corrected.ok).toBe(true)
  const after = await aMoment()
  expect(printed(await packAt(after), '収入の種類ごとの金額（円）')).toMatchInlineSnapshot(`
    種類  令和8年度  令和9年度  令和10年度
    会費  5,000,000  2,500,000   4,900,000
    計    5,000,000  2,500,000   4,900,000
  `)
  expect(printed(await packAt(after), '会員種別ごとの会費')).toMatchInlineSnapshot(`
    会員種別  今年度（円）  前年同日（円）   差（円）  前年比  件数  前年の件数
    一般会費     4,900,000       2,500,000  2,400,000  196.0%    51          51
    計           4,900,000       2,500,000  2,400,000  196.0%     —           —
  `)
  // Asked once more as of before, nothing of the correction is seen.
  expect(printed(await packAt(before), '会員種別ごとの会費')).toMatchInlineSnapshot(`
    会員種別  今年度（円）  前年同日（円）   差（円）  前年比  件数  前年の件数
    一般会費     4,900,000       5,200,000  △300,000   94.2%    51          51
    計           4,900,000       5,200,000  △300,000   94.2%     —           —
  `)
})

test('ordered again as of the same moment, the paper is the same to the byte, whatever was posted and corrected since', async () => {
  const { deps, actors } = council
  const { id: entryId } = await bookSlip(council, aSlip(council, { entryDate: localDate('2028-07-01'), amountYen: yen(33_000) }))
  const moment = await aMoment()
  const first = await made(moment)
  await bookSlip(council, aSlip(council, { entryDate: localDate('2028-07-02'), amountYen: yen(70_000), fundingSourceId: council.source('寄附金'), duesKindId: undefined }))
  const { slipId: _slip, ...contribution } = aSlip(council, { entryDate: localDate('2028-07-03'), amountYen: yen(44_000) })
  await correctEntry(deps, actors.accountant, { entryId, reversalDate: localDate('2028-07-03'), reason: '誤り', contribution })
  const again = await made(moment)
  expect(Buffer.compare(first, again)).toBe(0)
  // As the books stand now, it is another paper; both say their moment on every page.
  const now = await made(await aMoment())
  expect(Buffer.compare(first, now)).not.toBe(0)
  const { pages } = await drawPdf(first)
  for (const { text } of pages) expect(text).toContain('現在の帳簿')
  // A renamed source: as of that moment it has the name of that day, and what was saved is printed as it was saved.
  const [saved] = (await listSavedReports(deps, { limit: 10 })).rows.toReversed()
  await database.db.prisma.fundingSource.update({ where: { id: council.source('社協会費') }, data: { name: '会費収入（新）' } })
  expect(Buffer.compare(first, await made(moment))).toBe(0)
  expect(saved).toMatchObject({ kind: 'board_pack', moment, documentId: expect.any(String) })
  expect(Buffer.compare(first, await made(undefined, saved?.reportId))).toBe(0)
})

test('households, goals, members and names that are put right afterwards leave the paper of before as it was', async () => {
  const { deps, actors } = council
  const { prisma, pool } = database.db
  const ofTheYear = { fiscalYear: fiscalYear(2026), asOf: localDate('2026-10-31') }
  await layIndicators(deps, actors.accountant)
  const household = { areaId: council.area('日吉校区'), fiscalYear: fiscalYear(2026), basis: 'resident_register' as const }
  await prisma.areaHousehold.create({ data: { ...household, households: 204, asOf: new Date('2026-04-01') } })
  const drive = await prisma.campaign.findFirstOrThrow({ where: { fiscalYear: fiscalYear(2026), name: '赤い羽根共同募金' } })
  await prisma.campaign.update({ where: { id: drive.id }, data: { goalYen: 1_000_000n } })
  await bookSlip(council, aChestSlip(council, { entryDate: localDate('2026-10-05'), campaignId: id(drive.id), amountYen: yen(250_000) }))
  const { membershipId } = await aMember(council, { name: '株式会社みずほ', duesKindId: council.duesKind('法人会費'), units: 2 })
  await prisma.membership.update({ where: { id: membershipId }, data: { joinedOn: new Date('2025-05-01') } })
  const moment = await aMoment()
  const [first, then] = [await made(moment, undefined, ofTheYear), await packAt(moment, ofTheYear)]

  await prisma.areaHousehold.update({ where: { areaId_fiscalYear_basis: household }, data: { households: 408 } })
  await prisma.campaign.update({ where: { id: drive.id }, data: { goalYen: 500_000n, name: '赤い羽根' } })
  await prisma.area.update({ where: { id: council.area('日吉校区') }, data: { name: '新日吉校区' } })
  await pool.query(`UPDATE area_type SET name = '地区' WHERE level = 1`)
  await prisma.membership.update({ where: { id: membershipId }, data: { leftOn: new Date('2026-06-30'), leavingReason: '廃業' } })
  await prisma.fundingIndicator.updateMany({ where: { name: '会員加入率（住基世帯）' }, data: { name: '加入率', decimals: 0 } })
  await prisma.incomeLine.updateMany({ where: { category: 'membership_dues' }, data: { category: 'other' } })

  expect(Buffer.compare(first, await made(moment, undefined, ofTheYear))).toBe(0)
  expect(await packAt(moment, ofTheYear)).toEqual(then)
  // The present reading has all of it.
  const now = await packAt(await aMoment(), ofTheYear)
  const lineOf = (pack: BoardPack, title: string, name: string) => printed(pack, title).split('\n').find((line) => line.startsWith(name))
  expect(lineOf(then, '財源確保指標', '会員加入率（住基世帯）')).toContain('25.0%')
  expect(lineOf(now, '財源確保指標', '加入率')).toContain('13%')
  expect(lineOf(then, '財源確保指標', '法人会員の継続率')).toContain('100.0%')
  expect(lineOf(now, '財源確保指標', '法人会員の継続率')).toContain('0.0%')
  expect(lineOf(then, '募金の受入れ（預り金）', '共同募金')).toMatch(/1,000,000 +31\.2%/)
  expect(lineOf(now, '募金の受入れ（預り金）', '共同募金')).toMatch(/500,000 +62\.5%/)
  expect(lineOf(then, '社協会費の校区別の受入額', '日吉校区')).toMatch(/204 +24,510/)
  expect(lineOf(now, '社協会費の地区別の受入額', '新日吉校区')).toMatch(/408 +12,255/)
})

async function packAt(moment: string, cut = { fiscalYear: year, asOf }): Promise<BoardPack> {
  const order = boardPackOrderSchema.parse({ kind: 'board_pack', ...cut, postedUntil: moment })
  return (await readBoardPack(council.deps, order, await readReportMoment(council.deps, moment))).pack
}

function printed({ parts }: BoardPack, title: string): string {
  const found = parts.flatMap(({ blocks }) => blocks.flatMap((block): ReportTable[] => (block.kind === 'table' && block.table.title === title ? [block.table] : [])))
  const [table] = found
  if (table === undefined) throw new Error(`no table ${title}`)
  const lines = [...table.rows, ...(table.total === null ? [] : [table.total])]
  return printedTable(table.columns.map(({ heading, kind }) => ({ heading, isRight: kind !== 'text' })), lines.map((line) => line.map(printedCell)))
}

async function made(postedUntil: string | undefined, savedReportId?: string, cut = { fiscalYear: year, asOf }): Promise<Buffer> {
  const { deps, actors } = council
  const order = boardPackOrderSchema.parse({ kind: 'board_pack', ...cut, postedUntil, savedReportId, comments: { dues: '戸別の集金が遅れています。' } })
  const ordered = await orderDocument(deps, actors.accountant, { order, makers: paperMakers })
  if (!ordered.ok) throw new Error(ordered.code)
  const { runId } = ordered.value
  expect(await workOffRun({ deps, makers: paperMakers, runId })).toBeNull()
  return bytesOf(runId)
}

async function bytesOf(runId: DocumentRunId): Promise<Buffer> {
  const run = await readDocumentRun(council.deps, 'accountant', runId)
  expect(run).toMatchObject({ status: 'done' })
  const stored = run?.documentId == null ? null : await readStoredDocument(council.deps, run.documentId)
  if (stored === null) throw new Error('no document was kept')
  return stored.bytes
}

/** A moment between what was posted and what will be: entries are told apart by the millisecond. */
async function aMoment(): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, 5))
  const { rows } = await database.db.pool.query<{ now: Date }>('SELECT clock_timestamp() AS now')
  await new Promise((resolve) => setTimeout(resolve, 5))
  return rows[0]?.now.toISOString() ?? ''
}
