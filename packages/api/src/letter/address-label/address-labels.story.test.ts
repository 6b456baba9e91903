import { drawPdf } from '@sasaeai/documents/drawn-pdf'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { DocumentOrder } from '@sasaeai/domain/document/document-order-input'
import { addressLabelsOrderSchema, previewLabelsSchema } from '@sasaeai/domain/letter/address-label/address-label-choices'
import type { AskedLabelRecipients } from '@sasaeai/domain/letter/address-label/label-recipients'
import { labelSheetDetailsSchema } from '@sasaeai/domain/letter/address-label/label-sheet-details'
import type { SupporterId } from '@sasaeai/domain/ids'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aGift } from '@sasaeai/testing/a-gift'
import { done } from '@sasaeai/testing/a-grant'
import { csvRows } from '@sasaeai/testing/csv-rows'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { closeSupporter } from '../../supporter/close-supporter.ts'
import { createSupporter } from '../../supporter/create-supporter.ts'
import { readDocumentRun } from '../../document/document-run-queries.ts'
import { startDocumentWorker } from '../../document/document-worker.ts'
import { orderDocument } from '../../document/order-document.ts'
import { readStoredDocument } from '../../document/read-stored-document.ts'
import { postGift } from '../../donation/gift/post-gift.ts'
import { recipientSources } from '../../label-recipient-sources.ts'
import { paperMakers } from '../../paper-makers.ts'
import { issueReceipt } from '../../receipt/issue-receipt.ts'
import { voidReceipt } from '../../receipt/void-receipt.ts'
import { saveGroundItem } from '../../council/save-ground-item.ts'
import { exportLabelSheets } from '../label-sheet/export-label-sheets.ts'
import { labelSheetTable, listLabelSheets } from '../label-sheet/label-sheet-table.ts'
import { previewLabels } from './preview-labels.ts'

let database: TestDatabase
let council: ACouncil
const ids = new Map<string, SupporterId>()
const idOf = (name: string) => ids.get(name) ?? never(name)
const never = (name: string): never => {
  throw new Error(`nobody is called ${name}`)
}

const register = [
  { name: '髙橋　花子', kana: 'タカハシ ハナコ', postalCode: '830-0022', address: 'ささえ市城南町15-3　𠮷田ビル5階' },
  { name: '髙橋　太郎', kana: 'タカハシ タロウ', postalCode: '830-0022', address: 'ささえ市城南町１５−３　𠮷田ビル5階' },
  { kind: 'organization', name: '株式会社ささえ', kana: 'ササエ', postalCode: '830-0001', address: 'ささえ市中央町1', mailingName: '総務課', mailingPostalCode: '100-0001', mailingAddress: '東京都千代田区千代田1-1' },
  { name: '葛\u{e0105}城　一郎', kana: 'カツラギ イチロウ', address: 'ささえ市北町2' },
  { name: '住所　梨子', kana: 'ジュウショ ナシコ' },
  { name: '郵送　不要子', kana: 'ユウソウ フヨウコ', postalCode: '830-0003', address: 'ささえ市北町3', wantsMail: false },
  { name: '使用　終了', kana: 'シヨウ シュウリョウ', postalCode: '830-0003', address: 'ささえ市北町4' },
] as const

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  const { deps, actors } = council
  for (const each of register) {
    const { supporterId } = await done(createSupporter(deps, actors.accountant, supporterDetailsSchema.parse({ kind: 'person', ...each })))
    ids.set(each.name, supporterId)
  }
  await done(closeSupporter(deps, actors.accountant, idOf('使用　終了')))
})
afterAll(() => database.drop())

const choices = { sortedBy: 'kana', joinsHouseholds: false, withUnwanted: false } as const
const everybody = { of: 'supporters', filter: { withClosed: true } } as const
const sheetOf = async (code: string) => (await listLabelSheets(database.db)).find((sheet) => sheet.code === code) ?? never(code)

/** Orders papers as a page does and waits until they are made. */
async function made(order: DocumentOrder) {
  const { runId } = await done(orderDocument(council.deps, council.actors.receptionist, { order, makers: paperMakers }))
  const faults: unknown[] = []
  const worker = startDocumentWorker({ deps: council.deps, makers: paperMakers, onFault: (error) => void faults.push(error) })
  const run = await vi.waitFor(async () => {
    const found = await readDocumentRun(council.deps, 'receptionist', runId)
    if (found === null || found.finishedAt === null) throw new Error('not yet')
    return found
  }, { timeout: 30_000, interval: 50 })
  await worker.stop()
  expect(faults).toEqual([])
  const file = run.documentId === null ? null : await readStoredDocument(council.deps, run.documentId)
  return { run, file, problems: run.problems.map(({ subject, message }) => `${subject}：${message}`) }
}

const orderOf = (paper: object, { recipients = everybody, ...others }: { recipients?: AskedLabelRecipients; joinsHouseholds?: boolean; withUnwanted?: boolean } = {}) =>
  addressLabelsOrderSchema.parse({ kind: 'address_labels', recipients, choices: { ...choices, ...others }, paper })

const spoken = (text: string | undefined) => (text ?? '').replaceAll(/\s/g, '')

test('labels are printed for all that can be written to; the others are told of, and so is who printed them', async () => {
  const { id: labelSheetId } = await sheetOf('24')
  const { run, file, problems } = await made(orderOf({ form: 'labels', labelSheetId, startAt: 3 }))
  expect(run).toMatchObject({ status: 'done', title: '宛名ラベル 支援者名簿', totalCount: 7 })
  expect(problems).toEqual([
    expect.stringMatching(/^\d+ 使用　終了：使用終了のため/),
    expect.stringMatching(/^\d+ 住所　梨子：住所がないため/),
    expect.stringMatching(/^\d+ 郵送　不要子：お知らせの郵送を希望していないため/),
    expect.stringMatching(/^\d+ 葛\u{e0105}城　一郎：郵便番号がありません/u),
    expect.stringMatching(/^葛\u{e0105}城　一郎：異体字/u),
  ])
  const { pages } = await drawPdf(file?.bytes ?? new Uint8Array())
  expect(pages).toHaveLength(1)
  const text = spoken(pages[0]?.text)
  for (const words of ['〒830-0022', 'ささえ市城南町15-3', '髙橋花子様', '〒100-0001', '東京都千代田区千代田1-1', '総務課御中']) expect(text).toContain(words)
  for (const words of ['住所梨子', '不要子', '使用終了']) expect(text).not.toContain(words)
  // The first two labels of the sheet are used up.
  expect(pages[0]?.inkIn({ left: 6, top: 12.9, width: 132, height: 33 })).toBe(0)
  expect(pages[0]?.inkIn({ left: 138, top: 12.9, width: 66, height: 33 })).toBeGreaterThan(0.005)
  const event = await database.db.prisma.auditEvent.findFirstOrThrow({ where: { action: 'address_label.print' } })
  expect(event).toMatchObject({ actorId: council.actors.receptionist.userId, subjectId: run.runId, after: { title: '宛名ラベル', addressedFrom: '支援者名簿', count: 4, people: 4 } })
})

test('who asked for no mail gets a label only when that is chosen, and people of one address get one together', async () => {
  const { file } = await made(orderOf({ form: 'envelopes', envelope: 'long_3', direction: 'horizontal', withSender: true }, { joinsHouseholds: true, withUnwanted: true }))
  const { pages } = await drawPdf(file?.bytes ?? new Uint8Array())
  expect(pages.map(({ text }) => ['一郎様', '総務課御中', '花子様髙橋太郎様', '不要子様'].filter((words) => spoken(text).includes(words)))).toEqual([
    ['一郎様'], ['総務課御中'], ['花子様髙橋太郎様'], ['不要子様'],
  ])
})

test('the list for other programs has the columns that they look for, in Excel and in CSV', async () => {
  const { file } = await made(orderOf({ form: 'table', format: 'csv' }, { joinsHouseholds: true }))
  const lines = new TextDecoder().decode(file?.bytes).split('\r\n')
  expect(file).toMatchObject({ mediaType: 'text/csv; charset=utf-8' })
  expect(lines[0]).toBe('郵便番号,住所1,住所2,氏名,敬称,連名1,連名1敬称,連名2,連名2敬称,連名3,連名3敬称,フリガナ,支援者番号')
  expect(lines.find((line) => line.includes('花子'))).toMatch(/^830-0022,ささえ市城南町15-3,𠮷田ビル5階,髙橋　花子,様,髙橋　太郎,様,,,,,タカハシ ハナコ,\d+、\d+$/)
  const excel = await made(orderOf({ form: 'table', format: 'xlsx' }))
  expect(excel.file?.fileName).toMatch(/\.xlsx$/)
})

test('a character that Shift_JIS lacks stops that file and is named, rather than becoming a question mark', async () => {
  const { run, problems } = await made(orderOf({ form: 'table', format: 'csv_cp932' }))
  expect(run).toMatchObject({ status: 'failed', documentId: null })
  expect(problems).toContainEqual('髙橋　花子：「住所2」の「𠮷」はShift_JISにありません。ExcelかCSV（UTF-8）を選んでください。')
  const one = await made(orderOf({ form: 'table', format: 'csv_cp932' }, { recipients: { of: 'supporter', filter: { supporterId: idOf('株式会社ささえ') } } }))
  expect(new TextDecoder('shift_jis').decode(one.file?.bytes)).toContain('総務課')
})

test('givers, members and those who got receipts are found by the filters of their lists, each once', async () => {
  const { deps, actors } = council
  const hanako = idOf('髙橋　花子')
  const gifts = [aGift(council, { supporterId: hanako }), aGift(council, { supporterId: hanako }), aGift(council)]
  const posted = []
  for (const gift of gifts) posted.push(await done(postGift(deps, actors.accountant, { giftId: deps.newId(), gift })))
  const preview = (recipients: AskedLabelRecipients) => previewLabels(deps, recipientSources, previewLabelsSchema.parse({ recipients, choices }))
  const year = fiscalYear(2026)
  expect(await preview({ of: 'gifts', filter: { fiscalYear: year } })).toMatchObject({ labels: 1, people: 1, nameless: 1, first: [{ names: [{ name: '髙橋　花子' }] }] })
  expect(await preview({ of: 'gifts', filter: { fiscalYear: year, kind: 'bequest' } })).toMatchObject({ labels: 0, nameless: 0 })

  const [first] = posted
  const receipt = await done(issueReceipt(deps, actors.accountant, { entryIds: first === undefined ? [] : [first.id] }))
  expect(await preview({ of: 'receipts', filter: { fiscalYear: year } })).toMatchObject({ labels: 1, first: [{ names: [{ name: '髙橋　花子' }] }] })
  await done(voidReceipt(deps, actors.accountant, { receiptId: receipt.receiptId, reason: '宛名の誤り' }))
  expect(await preview({ of: 'receipts', filter: { fiscalYear: year } })).toMatchObject({ labels: 0 })
  expect(await preview({ of: 'annual_receipts', filter: { calendarYear: 2026 } })).toMatchObject({ labels: 0 })

  const members = { of: 'members', filter: { fiscalYear: year } } as const
  expect(await preview(members)).toMatchObject({ labels: 0 })
  await database.db.prisma.membership.create({
    data: { id: deps.newId(), supporterId: idOf('髙橋　太郎'), duesKindId: council.duesKind('一般会費'), route: 'direct', joinedOn: new Date('2026-04-01') },
  })
  expect(await preview(members)).toMatchObject({ labels: 1, first: [{ names: [{ name: '髙橋　太郎' }] }] })
  expect(await preview({ of: 'members', filter: { fiscalYear: year, text: '花子' } })).toMatchObject({ labels: 0 })
})

test('a sheet that the council measured anew is printed by its new measures, and tried on plain paper first', async () => {
  const sheet = await sheetOf('12')
  const details = labelSheetDetailsSchema.parse({ ...sheet, shiftRightMm: '1.5', shiftDownMm: '-1' })
  await done(saveGroundItem(council.deps, council.actors.accountant, { table: labelSheetTable, id: sheet.id, revision: sheet.revision, details }))
  expect((await csvRows(exportLabelSheets(council.deps, { format: 'csv' }))).find(([code]) => code === '12'))
    .toEqual(['12', sheet.name, '12', '2', '6', '86.4', '42.3', '18.6', '21.6', '0', '0', '1.5', '-1', ''])
  const { file } = await made({ kind: 'label_test_sheet', labelSheetId: sheet.id })
  const { pages: [page] } = await drawPdf(file?.bytes ?? new Uint8Array())
  expect(page?.inkIn({ left: 18.6 + 1.5 - 0.5, top: 30, width: 1, height: 8 })).toBeGreaterThan(0.1)
  expect(page?.inkIn({ left: 18.6 - 0.6, top: 30, width: 1.2, height: 8 })).toBe(0)
  const tooFar = await orderDocument(council.deps, council.actors.receptionist, { order: orderOf({ form: 'labels', labelSheetId: sheet.id, startAt: 13 }), makers: paperMakers })
  expect(tooFar).toMatchObject({ ok: false, code: 'document_not_ready', about: 'この用紙は12枚です。開始の位置を選び直してください。' })
})

test('PostgreSQL itself refuses a sheet that reaches beyond A4', async () => {
  await expect(database.db.pool.query('UPDATE label_sheet SET left_mm = 40')).rejects.toThrow(/label_sheet_fits_a4/)
})
