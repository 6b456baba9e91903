import { drawPdf } from '@sasaeai/documents/drawn-pdf'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { id, type JournalEntryId } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { receiptListSchema } from '@sasaeai/domain/receipt/receipt-list-input'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { correctEntry } from '../ledger/correct-entry.ts'
import { reverseEntry } from '../ledger/reverse-entry.ts'
import { createSupporter } from '../supporter/create-supporter.ts'
import { receiptSheetsMaker } from './paper/receipt-sheets-maker.ts'
import { issueReceipt } from './issue-receipt.ts'
import { listPayers } from './list-payers.ts'
import { listReceipts } from './receipt-queries.ts'
import { reverseReceiptedEntry } from './reverse-receipted-entry.ts'
import { voidReceipt } from './void-receipt.ts'

let database: TestDatabase
let council: ACouncil

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterAll(() => database.drop())

const issue = (...entryIds: JournalEntryId[]) => issueReceipt(council.deps, council.actors.accountant, { entryIds })

async function issued(...entryIds: JournalEntryId[]) {
  const outcome = await issue(...entryIds)
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value
}

const allReceipts = () => listReceipts(council.deps, receiptListSchema.parse({ fiscalYear: council.fiscalYear, limit: 200 }))

test('sixteen at once: one receipt per entry, numbers without gaps, and a refused one takes none', async () => {
  const slips = await Promise.all(Array.from({ length: 4 }, () => bookSlip(council, aSlip(council))))
  // Each of the four entries is asked for by four people at the same moment.
  const outcomes = await Promise.all(Array.from({ length: 16 }, (_, index) => issue(slips[index % 4]?.id ?? id(''))))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(4)
  expect(new Set(outcomes.map((outcome) => (outcome.ok ? 'issued' : outcome.code)))).toEqual(new Set(['issued', 'receipt_already_issued']))
  const { rows } = await allReceipts()
  expect(rows.map(({ number }) => number).sort()).toEqual(['1', '2', '3', '4'].map((number) => `会費08-0000${number}`))
  const next = await bookSlip(council, aSlip(council))
  expect((await issued(next.id)).number).toBe('会費08-00005')
})

test('money held for others never has a receipt in the council’s name', async () => {
  const chest = await bookSlip(council, {
    ...aSlip(council),
    fundingSourceId: council.source('共同募金'),
    campaignId: council.campaign('赤い羽根共同募金'),
    collectionMethodId: council.method('戸別募金'),
    duesKindId: undefined,
  })
  const dues = await bookSlip(council, aSlip(council))
  expect(await issue(chest.id)).toEqual({ ok: false, code: 'receipt_not_receivable' })
  expect(await issue(dues.id, chest.id)).toEqual({ ok: false, code: 'receipt_not_receivable' })
  // The database says the same, whoever asks.
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const { receiptId } = await issued(dues.id)
  const slipped = owner.query('INSERT INTO receipt_entry (receipt_id, entry_id) VALUES ($1, $2)', [receiptId, chest.id])
  await expect(slipped).rejects.toMatchObject({ code: 'SA007' })
  await owner.end()
})

test('a reversed entry has no receipt, and what has one is frozen: it is reversed only with its receipt', async () => {
  const { deps, actors } = council
  const [before, after] = [await bookSlip(council, aSlip(council)), await bookSlip(council, aSlip(council))]
  const undoing = (entryId: JournalEntryId) => ({ entryId, reversalDate: localDate('2026-10-20'), reason: '誤り' })
  const reversal = await reverseEntry(deps, actors.accountant, undoing(before.id))
  expect(await issue(before.id)).toEqual({ ok: false, code: 'receipt_entry_reversed' })
  expect(await issue(reversal.ok ? reversal.value.id : id(''))).toEqual({ ok: false, code: 'receipt_not_receivable' })
  const { receiptId } = await issued(after.id)
  expect(await reverseEntry(deps, actors.accountant, undoing(after.id))).toEqual({ ok: false, code: 'entry_receipted' })
  const contribution = { ...aSlip(council), amountYen: yen(1) }
  expect(await correctEntry(deps, actors.accountant, { ...undoing(after.id), contribution })).toEqual({ ok: false, code: 'entry_receipted' })
  expect(await reverseReceiptedEntry(deps, actors.accountant, undoing(after.id))).toMatchObject({ ok: true })
  expect((await allReceipts()).rows.find((row) => row.receiptId === receiptId)).toMatchObject({ voidReason: '誤り', hasReversedEntry: false })
  expect(await reverseReceiptedEntry(deps, actors.accountant, undoing(after.id))).toEqual({ ok: false, code: 'receipt_not_found' })
  // Nothing of a refused act stays: the month of the reversal is not open.
  const frozen = await bookSlip(council, aSlip(council))
  await issued(frozen.id)
  const late = await reverseReceiptedEntry(deps, actors.accountant, { ...undoing(frozen.id), reversalDate: localDate('2028-01-05') })
  expect(late).toMatchObject({ ok: false, code: 'period_closed' })
  expect(await issue(frozen.id)).toEqual({ ok: false, code: 'receipt_already_issued' })
})

test('of a reversal and a receipt at the same moment one is refused', async () => {
  const { deps, actors } = council
  const outcomes = await Promise.all(Array.from({ length: 8 }, async () => {
    const { id: entryId } = await bookSlip(council, aSlip(council))
    return Promise.all([issue(entryId), reverseEntry(deps, actors.accountant, { entryId, reversalDate: localDate('2026-10-20'), reason: '誤り' })])
  }))
  for (const both of outcomes) expect(both.filter(({ ok }) => ok)).toHaveLength(1)
})

test('a void receipt keeps its number and frees its entries', async () => {
  const { deps, actors } = council
  const slip = await bookSlip(council, aSlip(council))
  const first = await issued(slip.id)
  const reason = '宛名の誤り'
  expect(await voidReceipt(deps, actors.accountant, { receiptId: first.receiptId, reason })).toMatchObject({ ok: true })
  expect(await voidReceipt(deps, actors.accountant, { receiptId: first.receiptId, reason })).toMatchObject({ code: 'receipt_already_void' })
  expect(await voidReceipt(deps, actors.accountant, { receiptId: id(deps.newId()), reason })).toMatchObject({ code: 'receipt_not_found' })
  const second = await issued(slip.id)
  expect(second.number > first.number).toBe(true)
  const { rows, totals } = await allReceipts()
  expect(rows.find((row) => row.receiptId === first.receiptId)).toMatchObject({ voidReason: reason, voidedByName: '会計担当' })
  expect(totals).toMatchObject({ count: rows.length, voided: rows.filter(({ voidReason }) => voidReason !== '').length })
  const changed = database.db.prisma.receipt.update({ where: { id: second.receiptId }, data: { voidReason: 'x', voidedAt: new Date(), amountYen: 1n } })
  await expect(changed).rejects.toThrow()
})

test('one receipt is for one payer: dues of an association and of a company are told apart', async () => {
  const { deps, actors } = council
  const company = await createSupporter(deps, actors.accountant, supporterDetailsSchema.parse({ kind: 'organization', name: '株式会社𠮷田組', address: 'ささえ市城南町1番' }))
  if (!company.ok) throw new Error(company.code)
  // An area is noted beside the company, which pays by itself all the same.
  const own = await bookSlip(council, {
    ...aSlip(council), supporterId: company.value.supporterId, duesKindId: council.duesKind('法人会費'), amountYen: yen(10_000),
  })
  const [general, supporting] = [await bookSlip(council, aSlip(council)), await bookSlip(council, { ...aSlip(council), duesKindId: council.duesKind('賛助会費'), amountYen: yen(2_500), count: 0 })]
  const through = await createSupporter(deps, actors.accountant, supporterDetailsSchema.parse({ kind: 'person', name: '会員 花子' }))
  if (!through.ok) throw new Error(through.code)
  const areaId = council.area('日吉二丁目自治会')
  await database.db.prisma.membership.create({
    data: {
      id: deps.newId(), supporterId: through.value.supporterId, duesKindId: council.duesKind('賛助会費'), route: 'association', areaId,
      joinedOn: new Date('2020-04-01'),
    },
  })
  await bookSlip(council, { ...aSlip(council), areaId, duesKindId: council.duesKind('賛助会費'), supporterId: through.value.supporterId })
  expect(await listPayers(deps, { areaId, fiscalYear: council.fiscalYear })).toMatchObject([{ name: '日吉二丁目自治会' }])
  const nobody = await bookSlip(council, { ...aSlip(council), areaId: undefined })
  expect(await issue(own.id, general.id)).toEqual({ ok: false, code: 'receipt_of_several_payers' })
  expect(await issue(nobody.id)).toEqual({ ok: false, code: 'receipt_payer_unknown' })
  const together = await issued(general.id, supporting.id)
  const single = await issued(own.id)
  const payers = await listPayers(deps, { areaId: council.area('日吉一丁目自治会'), fiscalYear: council.fiscalYear })
  expect(payers.find(({ receipt }) => receipt?.receiptId === together.receiptId)).toMatchObject({
    name: '日吉一丁目自治会', amountYen: 28_000, purposes: ['一般会費', '賛助会費'],
  })
  // What was reversed before is not offered, and what a company pays itself is not the association's.
  expect(payers.every(({ name }) => name === '日吉一丁目自治会')).toBe(true)

  const desk = { deps, day: localDate('2026-10-15'), expect: async () => undefined, advance: async () => undefined, note: () => undefined }
  await database.db.prisma.council.update({ where: { id: 1 }, data: { name: '改名後の社協' } })
  const paper = await receiptSheetsMaker.make(desk, { kind: 'dues_receipts', receiptIds: [single.receiptId, together.receiptId] })
  const { pages } = await drawPdf(paper?.bytes ?? new Uint8Array())
  const [first = '', second = ''] = pages.map(({ text }) => text.replaceAll(/\s/g, ''))
  for (const said of ['日吉一丁目自治会御中', '￥28,000', '令和8年度社協会費（一般会費・賛助会費）として', '賛助会費2,500円', 'ささえ市社会福祉協議会']) expect(first).toContain(said)
  expect(first).not.toContain('改名後')
  for (const said of ['株式会社𠮷田組御中', 'ささえ市城南町1番', '￥10,000']) expect(second).toContain(said)
})
