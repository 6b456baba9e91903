import { crc32, deflateSync } from 'node:zlib'
import { drawPdf } from '@sasaeai/documents/drawn-pdf'
import { id, type JournalEntryId, type SupporterId } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { receiptListSchema } from '@sasaeai/domain/receipt/receipt-list-input'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { csvRows } from '@sasaeai/testing/csv-rows'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveGroundItem } from '../council/save-ground-item.ts'
import { createSupporter } from '../supporter/create-supporter.ts'
import { issueReceipt } from './issue-receipt.ts'
import { listPayerOfEntry } from './list-payers.ts'
import { readReceiptPaper } from './paper/read-receipt-paper.ts'
import { listReceipts } from './receipt-queries.ts'
import { reissueReceipt } from './reissue-receipt.ts'
import { saveReceiptSeal } from './seal/save-receipt-seal.ts'
import { exportReceiptSeries } from './series/export-receipt-series.ts'
import { listReceiptSeries, receiptSeriesTable } from './series/receipt-series-table.ts'
import { voidReceipt } from './void-receipt.ts'

let database: TestDatabase
let council: ACouncil
let giver: SupporterId

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  const details = supporterDetailsSchema.parse({ kind: 'person', name: '髙﨑 𠮷男', kana: 'タカサキ ヨシオ', address: 'ささえ市城南町1番' })
  const created = await createSupporter(council.deps, council.actors.accountant, details)
  if (!created.ok) throw new Error(created.code)
  giver = created.value.supporterId
})
afterAll(() => database.drop())

const bookGift = (amountYen: number, fund?: string) =>
  bookSlip(council, aSlip(council, {
    fundingSourceId: council.source('寄附金'), duesKindId: undefined, supporterId: giver, areaId: undefined, amountYen: yen(amountYen), count: 1,
    ...(fund === undefined ? {} : { fundId: council.fund(fund) }),
  }))

const issue = (...entryIds: JournalEntryId[]) => issueReceipt(council.deps, council.actors.accountant, { entryIds })

async function issued(...entryIds: JournalEntryId[]) {
  const outcome = await issue(...entryIds)
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value
}

async function wordsOf(receiptId: Parameters<typeof readReceiptPaper>[1], copy?: number): Promise<string> {
  const paper = await readReceiptPaper(council.deps, receiptId, copy)
  const { pages } = await drawPdf(paper?.bytes ?? new Uint8Array())
  return pages.map(({ text }) => text.replaceAll(/\s/g, '')).join('')
}

test('a gift that was split over two funds has one receipt, in the series of gifts, for the whole of it', async () => {
  const [first, second] = [await bookGift(6_667, '子ども食堂応援'), await bookGift(3_333, '移送サービス')]
  expect(await listPayerOfEntry(council.deps, first.id)).toMatchObject([{ name: '髙﨑 𠮷男', subject: 'donation', purposes: ['子ども食堂応援'], amountYen: 6_667 }])
  const { receiptId, number } = await issued(first.id, second.id)
  expect(number).toBe('寄附08-00001')
  const words = await wordsOf(receiptId)
  for (const said of ['第寄附08-00001号', '髙﨑𠮷男様', 'ささえ市城南町1番', '￥10,000', '寄附金（子ども食堂応援・移送サービス）として', '子ども食堂応援6,667円', '移送サービス3,333円', '国税庁']) expect(words).toContain(said)
  expect(words).not.toContain('社協会費')
})

test('dues and a gift of one payer are two receipts', async () => {
  const gift = await bookGift(1_000)
  const dues = await bookSlip(council, aSlip(council, { supporterId: giver, areaId: undefined, duesKindId: council.duesKind('賛助会費'), amountYen: yen(2_000) }))
  expect(await issue(gift.id, dues.id)).toEqual({ ok: false, code: 'receipt_of_several_subjects' })
  expect([(await issued(dues.id)).number, (await issued(gift.id)).number]).toEqual(['会費08-00001', '寄附08-00002'])
})

test('goods are receipted at their worth, in a series of their own', async () => {
  const entryId = id<'JournalEntryId'>(council.deps.newId())
  const goods = { id: entryId, entryDate: '2026-10-15', kind: 'transfer', description: '寄附金 物品 車いす 2台', sourceKind: 'desk', sourceId: entryId, postedById: council.actors.accountant.userId, searchText: '', postings: [
    { accountId: council.account('事業費支出'), amountYen: 50_000 },
    { accountId: council.account('寄附金収入'), amountYen: -50_000, fundingSourceId: council.source('寄附金'), supporterId: giver },
  ] }
  await database.db.pool.query('SELECT * FROM post_entries($1::jsonb, $2::jsonb)', [JSON.stringify([goods]), JSON.stringify([{
    id: council.deps.newId(), actorId: council.actors.accountant.userId, action: 'ledger.post', subjectKind: 'journal_entry', subjectId: entryId }])])
  const { receiptId, number } = await issued(entryId)
  expect(number).toBe('物品08-00001')
  const words = await wordsOf(receiptId)
  for (const said of ['物品の寄附として', '時価相当額', '車いす2台50,000円', '受領いたしました', '見積り']) expect(words).toContain(said)
})

test('the paper is kept with its hash: it has the same bytes whatever changes later, and a 再発行 has its own', async () => {
  const { deps, actors } = council
  const { receiptId, number } = await issued((await bookGift(5_000)).id)
  const first = await readReceiptPaper(deps, receiptId)
  const { rows: kept } = await database.db.pool.query<{ copy: number }>('SELECT copy FROM receipt_paper WHERE receipt_id = $1', [receiptId])
  expect(kept).toEqual([{ copy: 0 }])
  await database.db.prisma.council.update({ where: { id: 1 }, data: { name: '改名後の社協' } })
  await database.db.prisma.supporter.update({ where: { id: giver }, data: { name: '改姓 𠮷男' } })
  expect((await readReceiptPaper(deps, receiptId))?.bytes.equals(first?.bytes ?? Buffer.from('none'))).toBe(true)
  expect(await reissueReceipt(deps, actors.accountant, { receiptId, reason: '紛失したため' })).toMatchObject({ ok: true })
  const again = await readReceiptPaper(deps, receiptId)
  expect(again?.sha256).not.toBe(first?.sha256)
  expect(await wordsOf(receiptId)).toContain('再発行（1回目')
  expect(await wordsOf(receiptId)).not.toContain('改')
  await voidReceipt(deps, actors.accountant, { receiptId, reason: '宛名の誤り' })
  expect(await wordsOf(receiptId)).toContain('無効（宛名の誤り）')
  // What was handed out before is there as it was.
  expect((await readReceiptPaper(deps, receiptId, 0))?.sha256).toBe(first?.sha256)
  expect((await readReceiptPaper(deps, receiptId, 1))?.sha256).toBe(again?.sha256)
  expect(await readReceiptPaper(deps, receiptId, 2)).toBeNull()
  expect(first?.number).toBe(number)
  await expect(database.db.pool.query('UPDATE receipt_paper SET copy = 7')).rejects.toThrow()
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await expect(owner.query(`UPDATE receipt_paper SET bytes = 'x'`)).rejects.toMatchObject({ code: 'SA001' })
  await owner.end()
})

test('a series is council data: its pattern, its layout and its note hold for what is issued from then on', async () => {
  const { deps, actors } = council
  const table = receiptSeriesTable
  const before = await issued((await bookGift(100)).id)
  const series = (await listReceiptSeries(database.db)).find(({ subject }) => subject === 'donation')
  if (series === undefined) throw new Error('no series')
  const { id: seriesId, revision, closedOn: _, ...details } = series
  const changed = { ...details, pattern: '社福{西暦}寄第{番号}号', digits: 3, layout: 'triple' as const, note: 'ご寄附ありがとうございました。' }
  expect(await saveGroundItem(deps, actors.accountant, { table, id: seriesId, revision, details: changed })).toMatchObject({ ok: true })
  const after = await issued((await bookGift(200)).id)
  expect(after.number).toMatch(/^社福2026寄第00\d号$/)
  const third = await readReceiptPaper(deps, after.receiptId)
  const { pages } = await drawPdf(third?.bytes ?? new Uint8Array())
  expect(Math.round(pages[0]?.heightMm ?? 0)).toBe(99)
  expect(await wordsOf(after.receiptId)).toContain('ご寄附ありがとうございました。')
  const { rows } = await listReceipts(deps, receiptListSchema.parse({ fiscalYear: council.fiscalYear, seriesId, limit: 200 }))
  expect(rows.map(({ number }) => number)).toEqual(expect.arrayContaining([before.number, after.number]))
  expect(before.number).toMatch(/^寄附08-/)
  const listed = await csvRows(exportReceiptSeries(deps, { format: 'csv' }))
  expect(listed.filter(([, , , pattern]) => pattern === changed.pattern))
    .toEqual([[details.code, details.name, '寄附金', '社福{西暦}寄第{番号}号', '3', 'A4に3枚（左に控え）', 'ご寄附ありがとうございました。', '印刷する', '']])
  // What the numbers were given for stays, and no two series write theirs alike.
  const own = await listReceiptSeries(database.db)
  const dues = own.find(({ subject }) => subject === 'dues')
  const newest = own.find((each) => each.id === seriesId)
  expect(await saveGroundItem(deps, actors.accountant, { table, id: seriesId, revision: newest?.revision ?? 0, details: { ...changed, subject: 'goods' } })).toMatchObject({ code: 'receipt_series_in_use' })
  expect(await saveGroundItem(deps, actors.accountant, { table, id: seriesId, revision: newest?.revision ?? 0, details: { ...changed, pattern: dues?.pattern ?? '' } })).toMatchObject({ code: 'receipt_pattern_taken' })
})

test('the seal that the council uploads is printed from then on, and stays on what carries it', async () => {
  const { deps, actors } = council
  expect(await saveReceiptSeal(deps, actors.administrator, { file: Buffer.from('<svg/>').toString('base64') })).toEqual({ ok: false, code: 'receipt_seal_unreadable' })
  const file = blackPixel().toString('base64')
  const broken = blackPixel()
  broken.writeUInt32BE(0, broken.length - 20)
  expect(await saveReceiptSeal(deps, actors.administrator, { file: broken.toString('base64') })).toEqual({ ok: false, code: 'receipt_seal_unreadable' })
  expect(await saveReceiptSeal(deps, actors.administrator, { file })).toMatchObject({ ok: true })
  const { receiptId } = await issued((await bookSlip(council, aSlip(council))).id)
  const sealed = await readReceiptPaper(deps, receiptId)
  const { pages } = await drawPdf(sealed?.bytes ?? new Uint8Array())
  expect(pages[0]?.inkIn({ left: 172, top: 128, width: 12, height: 12 })).toBe(1)
  expect(await saveReceiptSeal(deps, actors.administrator, { file })).toMatchObject({ ok: true })
  expect(await database.db.prisma.receiptSeal.count()).toBe(2)
})

/** A PNG of one black pixel. */
function blackPixel(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), data])
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    check.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, check])
  }
  // One by one, eight bits of grey, nothing interlaced.
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.from([0, 0]))), chunk('IEND', Buffer.alloc(0))])
}
