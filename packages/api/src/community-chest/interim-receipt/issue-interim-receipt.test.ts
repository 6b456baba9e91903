import { localDate } from '@sasaeai/domain/calendar/local-date'
import { interimReceiptContentSchema } from '@sasaeai/domain/community-chest/interim-receipt/interim-receipt-content'
import { interimReceiptListSchema } from '@sasaeai/domain/community-chest/interim-receipt/interim-receipt-input'
import { intakeBatchIdSchema } from '@sasaeai/domain/id-schemas'
import { id, type JournalEntryId, type SupporterId } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { drawPdf } from '@sasaeai/documents/drawn-pdf'
import { aChestSlip } from '@sasaeai/testing/a-chest-slip'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { done } from '@sasaeai/testing/a-grant'
import { anIntakeDraft } from '@sasaeai/testing/an-intake-draft'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openIntakeBatch } from '../../intake/open-intake-batch.ts'
import { postIntakeBatch } from '../../intake/post-intake-batch.ts'
import { reverseEntry } from '../../ledger/reverse-entry.ts'
import { paperMakers } from '../../paper-makers.ts'
import { exportInterimReceipts } from './export-interim-receipts.ts'
import { listInterimReceipts } from './interim-receipt-queries.ts'
import { issueInterimReceipt } from './issue-interim-receipt.ts'
import { listChestPayerOfEntry, listChestPayers } from './list-chest-payers.ts'
import { voidInterimReceipt } from './void-interim-receipt.ts'

let database: TestDatabase
let council: ACouncil

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  await database.db.prisma.communityChestRules.update({ where: { id: 1 }, data: { prefecturalBody: '福岡県共同募金会', branchName: '' } })
})
afterEach(() => database.drop())

const book = async (change: Parameters<typeof aChestSlip>[1] = {}) => (await bookSlip(council, aChestSlip(council, change))).id
const issue = (...entryIds: JournalEntryId[]) => issueInterimReceipt(council.deps, council.actors.receptionist, { entryIds })
const list = () => listInterimReceipts(council.deps, interimReceiptListSchema.parse({ fiscalYear: council.fiscalYear }))

async function issued(...entryIds: JournalEntryId[]) {
  const outcome = await issue(...entryIds)
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value
}

async function company(): Promise<SupporterId> {
  const supporterId = id<'SupporterId'>(council.deps.newId())
  await database.db.prisma.supporter.create({
    data: { id: supporterId, number: 501, kind: 'organization', name: '株式会社𠮷田組', kana: 'ヨシダグミ', address: 'ささえ市本町1-2', searchText: '' },
  })
  return supporterId
}

test('one 預り証 for what one payer gave to one drive, frozen with everything that it says', async () => {
  const supporterId = await company()
  const slip = { supporterId, areaId: undefined, collectionMethodId: council.method('法人募金'), count: 1 }
  const first = await book({ ...slip, amountYen: yen(30_000) })
  const second = await book({ ...slip, amountYen: yen(5_000), entryDate: localDate('2026-10-09') })
  expect(await issued(first, second)).toMatchObject({ number: '預り08-00001' })
  const { content, amountYen, ...row } = await database.db.prisma.interimReceipt.findFirstOrThrow()
  expect(row).toMatchObject({ supporterId, areaId: null, receiptNumber: 1 })
  expect(amountYen).toBe(35_000n)
  expect(interimReceiptContentSchema.parse(content)).toMatchObject({
    payer: '株式会社𠮷田組', honorific: '御中', address: 'ささえ市本町1-2', purpose: '令和8年度　赤い羽根共同募金（法人募金）として',
    receivedFrom: '2026-10-05', receivedTo: '2026-10-09', heldFor: '福岡県共同募金会', notice: expect.stringContaining('控除の証明には使えません'),
  })
  expect((await list()).rows).toMatchObject([{ number: 1, payer: '株式会社𠮷田組', amountYen: 35_000, hasReversedEntry: false }])
})

test('no 預り証 for what is no drive’s, was undone, has one already, has no payer, or is of two of them', async () => {
  const chest = await book()
  const dues = (await bookSlip(council, aSlip(council))).id
  expect(await issue(dues)).toMatchObject({ code: 'interim_receipt_not_of_drive' })
  expect(await issue(chest, dues)).toMatchObject({ code: 'interim_receipt_not_of_drive' })
  expect(await issue(await book({ areaId: undefined, collectionMethodId: council.method('街頭募金') }))).toMatchObject({ code: 'interim_receipt_payer_unknown' })
  expect(await issue(chest, await book({ areaId: council.area('篠山町自治会') }))).toMatchObject({ code: 'interim_receipt_of_several_payers' })
  const yearEnd = await book({ campaignId: council.campaign('歳末たすけあい'), fundingSourceId: council.source('歳末たすけあい') })
  expect(await issue(chest, yearEnd)).toMatchObject({ code: 'interim_receipt_of_several_payers' })
  const undone = await book()
  await reverseEntry(council.deps, council.actors.accountant, { entryId: undone, reversalDate: localDate('2026-10-06'), reason: '誤り' })
  expect(await issue(undone)).toMatchObject({ code: 'interim_receipt_entry_reversed' })
  expect(await issued(chest)).toMatchObject({ number: '預り08-00001' })
  expect(await issue(chest)).toMatchObject({ code: 'interim_receipt_already_issued' })
  // A refused one took no number.
  expect(await issued(yearEnd)).toMatchObject({ number: '預り08-00002' })
})

test('sixteen at once give one, and numbers without a gap', async () => {
  const entries = await Promise.all(Array.from({ length: 4 }, () => book()))
  const outcomes = await Promise.all(entries.flatMap((entryId) => Array.from({ length: 4 }, () => issue(entryId))))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(4)
  expect(new Set(outcomes.flatMap((each) => (each.ok ? [] : [each.code])))).toEqual(new Set(['interim_receipt_already_issued']))
  expect((await list()).rows.map(({ number }) => number)).toEqual([4, 3, 2, 1])
})

test('a void one keeps its number and its words; the money gets a new one', async () => {
  const entryId = await book()
  const { interimReceiptId } = await issued(entryId)
  const act = { interimReceiptId, reason: '宛名の誤り' }
  expect(await voidInterimReceipt(council.deps, council.actors.accountant, act)).toMatchObject({ ok: true })
  expect(await voidInterimReceipt(council.deps, council.actors.accountant, act)).toMatchObject({ code: 'interim_receipt_already_void' })
  expect(await voidInterimReceipt(council.deps, council.actors.accountant, { ...act, interimReceiptId: id(council.deps.newId()) })).toMatchObject({ code: 'interim_receipt_not_found' })
  expect(await issued(entryId)).toMatchObject({ number: '預り08-00002' })
  const { rows, totals } = await list()
  expect(rows.map(({ number, voidReason }) => [number, voidReason])).toEqual([[2, ''], [1, '宛名の誤り']])
  expect(totals).toEqual({ count: 2, voided: 1, liveYen: 62_500 })
  const file = await done(exportInterimReceipts(council.deps, council.actors.auditor, { fiscalYear: council.fiscalYear, format: 'csv' }))
  const lines = Buffer.from(file.content, 'base64').toString('utf8').split('\r\n')
  expect([file.fileName, ...lines.slice(1, 3).map((line) => line.split(',').slice(-4).join(','))]).toEqual(['預り証_令和8年度.csv', '62500,有効,,', '62500,無効,宛名の誤り,会計担当'])
  expect(await database.db.prisma.auditEvent.findFirst({ where: { action: 'interim_receipt.export' } })).toMatchObject({ after: { rows: 2 } })
})

test('a batch tells its givers drive by drive; an undone slip with a 預り証 stays in sight to be made void', async () => {
  const { deps, actors } = council
  const batchId = intakeBatchIdSchema.parse(deps.newId())
  const cells = { receivedOn: '10/15', area: '01-01', controlCount: '2', controlTotal: '43000' }
  await openIntakeBatch(deps, actors.receptionist, { batchId, draft: anIntakeDraft(deps, cells, [{ kind: '1', amount: '40000' }, { kind: '2', amount: '3000' }]) })
  expect(await postIntakeBatch(deps, actors.receptionist, { batchId, revision: 1 })).toMatchObject({ ok: true })
  const [payer] = await listChestPayers(deps, batchId)
  expect(await listChestPayers(deps, batchId)).toMatchObject([{ name: '日吉一丁目自治会', amountYen: 3_000, receipt: null }])
  const [entryId] = payer?.entryIds ?? []
  if (entryId === undefined) throw new Error('the payer has no slip')
  const receipt = await issued(entryId)
  await reverseEntry(deps, actors.accountant, { entryId, reversalDate: localDate('2026-10-16'), reason: '二重' })
  expect(await listChestPayers(deps, batchId)).toEqual([])
  expect(await listChestPayerOfEntry(deps, entryId)).toMatchObject([{ receipt }])
  expect((await list()).rows).toMatchObject([{ hasReversedEntry: true }])
})

test('the paper says what it is, twice, and what it is not', async () => {
  const { interimReceiptId } = await issued(await book())
  const desk = { deps: council.deps, day: localDate('2026-10-15'), expect: async () => undefined, advance: async () => undefined, note: () => undefined }
  const paper = await paperMakers.interim_receipts.make(desk, { kind: 'interim_receipts', interimReceiptIds: [interimReceiptId] })
  const { pages } = await drawPdf(paper?.bytes ?? new Uint8Array())
  const text = pages.map((page) => page.text.replaceAll(/\s/g, '')).join('')
  for (const said of ['第預り08-00001号', '日吉一丁目自治会', '￥62,500', '税の控除の証明には使えません。控除用の領収書は福岡県共同募金会が発行します。', '福岡県共同募金会に送金するため', 'お預かりしました']) {
    expect(text.split(said)).toHaveLength(3)
  }
  expect(text).not.toContain('領収いたしました')
})

test('a 預り証 is addressed with the 敬称 chosen for its payer', async () => {
  const supporterId = await company()
  await database.db.prisma.supporter.update({ where: { id: supporterId }, data: { honorific: '殿' } })
  await issued(await book({ supporterId, areaId: undefined, collectionMethodId: council.method('法人募金'), count: 1 }))
  const { content } = await database.db.prisma.interimReceipt.findFirstOrThrow()
  expect(interimReceiptContentSchema.parse(content)).toMatchObject({ payer: '株式会社𠮷田組', honorific: '殿' })
})
