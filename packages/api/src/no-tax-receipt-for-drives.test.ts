import { sqlStateOf } from '@sasaeai/db/sql-state'
import { drawPdf } from '@sasaeai/documents/drawn-pdf'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { documentKinds } from '@sasaeai/domain/document/document-kind'
import { documentOrderSchema } from '@sasaeai/domain/document/document-order-input'
import { id, type JournalEntryId } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { aChestSlip } from '@sasaeai/testing/a-chest-slip'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { everyProcedure } from '@sasaeai/testing/every-procedure'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { issueInterimReceipt } from './community-chest/interim-receipt/issue-interim-receipt.ts'
import { remitCustody } from './community-chest/remittance/remit-custody.ts'
import { paperMakers } from './paper-makers.ts'
import { listPayerOfEntry, listPayers } from './receipt/list-payers.ts'
import { issueReceipt } from './receipt/issue-receipt.ts'

/**
 * Money of a drive is the 共同募金会's, and the proof for a deduction is its to give. So nothing in this program can make
 * a receipt in the council's name for it: no command, no paper, and not the database either.
 */
let database: TestDatabase
let council: ACouncil
let owner: pg.Client
let application: pg.Client
/** Of 赤い羽根, 歳末 and another body's drive, given by a company that would like to deduct it. */
let ofDrives: JournalEntryId[]
let ofDues: JournalEntryId
let duesReceiptId: string
let interimReceiptIds: string[]
let remittanceId: string

/** Amounts that stand nowhere else, so that a paper with one of them is of this money. */
const driveYen = [771_231, 882_342, 993_453]

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  owner = new pg.Client({ connectionString: database.ownerUrl })
  application = new pg.Client({ connectionString: database.url })
  await Promise.all([owner.connect(), application.connect()])
  ofDrives = await bookDrives()
  ofDues = (await bookSlip(council, aSlip(council))).id
  const receipt = await issueReceipt(council.deps, council.actors.accountant, { entryIds: [ofDues] })
  if (!receipt.ok) throw new Error(receipt.code)
  duesReceiptId = receipt.value.receiptId
  interimReceiptIds = await issueInterim()
  remittanceId = await remit()
})
afterAll(async () => {
  await Promise.all([owner.end(), application.end()])
  await database.drop()
})

async function bookDrives(): Promise<JournalEntryId[]> {
  const supporterId = id<'SupporterId'>(council.deps.newId())
  await database.db.prisma.supporter.create({ data: { id: supporterId, number: 501, kind: 'organization', name: '株式会社𠮷田組', kana: 'ヨシダグミ', searchText: '' } })
  const nhk = council.deps.newId()
  await owner.query(
    `INSERT INTO campaign (id, fiscal_year, code, name, drive, opens_on, closes_on, custody_account_id)
     SELECT $1, fiscal_year, '9', 'NHK歳末', 'other', opens_on, closes_on, custody_account_id FROM campaign WHERE id = $2`,
    [nhk, council.campaign('歳末たすけあい')],
  )
  const yearEnd = { fundingSourceId: council.source('歳末たすけあい') }
  const drives = [{}, { ...yearEnd, campaignId: council.campaign('歳末たすけあい') }, { ...yearEnd, campaignId: id<'CampaignId'>(nhk) }]
  const entries: JournalEntryId[] = []
  for (const [place, drive] of drives.entries()) {
    const money = { amountYen: yen(driveYen[place] ?? 0), collectionMethodId: council.method('法人募金'), areaId: undefined, supporterId, count: 1 }
    entries.push((await bookSlip(council, aChestSlip(council, { ...money, ...drive }))).id)
  }
  return entries
}

async function issueInterim(): Promise<string[]> {
  const outcomes = await Promise.all(ofDrives.map((entryId) => issueInterimReceipt(council.deps, council.actors.accountant, { entryIds: [entryId] })))
  return outcomes.map((outcome) => {
    if (!outcome.ok) throw new Error(outcome.code)
    return outcome.value.interimReceiptId
  })
}

async function remit(): Promise<string> {
  const outcome = await remitCustody(council.deps, council.actors.accountant, {
    remittanceId: id(council.deps.newId()), campaignId: council.campaign('赤い羽根共同募金'), remittedOn: localDate('2026-12-01'), amountYen: yen(771_231),
    cashAccountId: council.account('普通預金'), note: '',
  })
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value.remittanceId
}

/** Receipts that stand for any of this money. */
async function receiptsOfDrives(): Promise<number> {
  return database.db.prisma.receiptEntry.count({ where: { entryId: { in: [...ofDrives] } } })
}

test('the command refuses each drive, alone and hidden among dues, and no page offers it', async () => {
  for (const entryId of ofDrives) {
    expect(await issueReceipt(council.deps, council.actors.administrator, { entryIds: [entryId] })).toMatchObject({ code: 'receipt_not_receivable' })
    expect(await issueReceipt(council.deps, council.actors.administrator, { entryIds: [ofDues, entryId] })).toMatchObject({ code: 'receipt_not_receivable' })
    expect(await listPayerOfEntry(council.deps, entryId)).toEqual([])
  }
  expect(await listPayers(council.deps, { areaId: council.area('日吉一丁目自治会'), fiscalYear: council.fiscalYear })).toMatchObject([{ entryIds: [ofDues] }])
  expect(await receiptsOfDrives()).toBe(0)
})

test('no procedure of the whole API that takes entries makes one', async () => {
  const mutations = [...(await everyProcedure())].filter(([, { _def: { type } }]) => type === 'mutation')
  expect(mutations.length).toBeGreaterThan(80)
  const ran: string[] = []
  for (const [name, procedure] of mutations) {
    for (const entryId of ofDrives) {
      const input = { entryIds: [entryId], entryId, reason: '控除のため', format: 'pdf' }
      const request = { path: name, type: 'mutation' as const, getRawInput: async () => input, input, batchIndex: 0, signal: undefined }
      const done = await procedure({ ctx: { deps: council.deps, actor: council.actors.administrator }, ...request }).then(() => true, () => false)
      if (done) ran.push(name)
    }
  }
  // Both kinds of receipts were really asked for.
  expect(ran).toEqual(expect.arrayContaining(['receipt.issue', 'communityChest.interimReceipt.issue']))
  expect(await receiptsOfDrives()).toBe(0)
  expect(await database.db.prisma.receipt.count()).toBe(1)
})

const cannotHaveReceipt = 'SA007'
const isFinal = 'SA001'

async function refusal(client: pg.Client, statement: string, values: unknown[] = []): Promise<string | undefined> {
  await client.query('BEGIN')
  try {
    await client.query(statement, values)
    await client.query('SET CONSTRAINTS ALL IMMEDIATE')
    return undefined
  } catch (error) {
    return sqlStateOf(error)
  } finally {
    await client.query('ROLLBACK')
  }
}

test('PostgreSQL refuses it to the application and to the owner of the tables alike', async () => {
  const receipt = [duesReceiptId]
  for (const client of [application, owner]) {
    for (const entryId of ofDrives) {
      expect(await refusal(client, 'INSERT INTO receipt_entry (receipt_id, entry_id) VALUES ($1, $2)', [...receipt, entryId])).toBe(cannotHaveReceipt)
    }
  }
  expect(await refusal(owner, 'UPDATE receipt_entry SET entry_id = $1', [ofDrives[0]])).toBe(isFinal)
  // Nor does money of a drive come to be on a slip that has its receipt already.
  const added = `INSERT INTO posting (entry_id, line_number, entry_date, fiscal_year, account_id, amount_yen, campaign_id)
    SELECT entry_id, 9, entry_date, fiscal_year, account_id, 0, $2 FROM posting WHERE entry_id = $1 LIMIT 1`
  expect(await refusal(application, added, [ofDues, council.campaign('赤い羽根共同募金')])).toBe('42501')
  // Dues that a slip mixes with money of a drive have none either.
  const mixed = await owner.query<{ id: string }>(mixedEntrySql, [council.actors.accountant.userId, ofDues, ofDrives[0], council.deps.newId()])
  expect(await refusal(application, 'INSERT INTO receipt_entry (receipt_id, entry_id) VALUES ($1, $2)', [...receipt, mixed.rows[0]?.id])).toBe(cannotHaveReceipt)
})

/** One entry with the postings of a slip of dues and of a slip of a drive. */
const mixedEntrySql = `
  WITH copied AS (
    SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('accountId', account_id, 'amountYen', amount_yen, 'fundingSourceId', funding_source_id,
      'campaignId', campaign_id, 'collectionMethodId', collection_method_id, 'duesKindId', dues_kind_id, 'duesYear', dues_year, 'count', count))) AS postings
    FROM posting WHERE entry_id IN ($2, $3))
  SELECT p.id FROM copied, post_entries(
    jsonb_build_array(jsonb_build_object('id', $4::uuid, 'entryDate', '2026-10-20', 'kind', 'receipt', 'description', '混在', 'sourceKind', 'desk',
      'sourceId', $4::text, 'postedById', $1::uuid, 'searchText', '', 'postings', copied.postings)),
    jsonb_build_array(jsonb_build_object('id', $4::uuid, 'actorId', $1::uuid, 'action', 'ledger.post', 'subjectKind', 'journal_entry', 'subjectId', $4))) p`

/** What only a receipt says. That somebody else issues one, a 預り証 says too. */
const receiptWords = /領収いたし|領収しました|印紙税|寄附金控除/

test('no paper of any kind, whatever is ordered, receipts money of a drive', async () => {
  const printed: string[] = []
  for (const schema of documentOrderSchema.options) {
    for (const order of ordersOf(schema)) {
      const text = await printedText(order)
      if (text === null) continue
      printed.push(order.kind)
      const isOfDrive = driveYen.some((amount) => text.includes(amount.toLocaleString('ja-JP')))
      expect(`${order.kind}: ${isOfDrive && receiptWords.test(text)}`).toBe(`${order.kind}: false`)
      if (order.kind === 'interim_receipts') expect([isOfDrive, text.includes('税の控除の証明には使えません')]).toEqual([true, true])
    }
  }
  // The walk did make papers with this money on them, and one that is a receipt.
  expect(printed).toEqual(expect.arrayContaining(['dues_receipts', 'interim_receipts', 'remittance_slip']))
  expect(receiptWords.test(await printedText({ kind: 'dues_receipts', receiptIds: [duesReceiptId] }) ?? '')).toBe(true)
  expect(Object.keys(paperMakers).toSorted()).toEqual(documentKinds.toSorted())
})

type Order = { readonly kind: (typeof documentKinds)[number] } & Readonly<Record<string, unknown>>

/** Orders of a kind in which each thing that is named is one of this money's: its slips, 預り証, remittance, drives. */
function ordersOf(schema: (typeof documentOrderSchema.options)[number]): Order[] {
  const ids = [...ofDrives, ...interimReceiptIds, remittanceId, council.campaign('赤い羽根共同募金'), council.campaign('歳末たすけあい'), duesReceiptId]
  const kind = schema.shape.kind.value
  const orders = ids.flatMap((named) => {
    const order: Record<string, unknown> = { kind }
    for (const [field, of] of Object.entries<z.ZodType>(schema.shape)) {
      if (field === 'kind') continue
      const candidates = [undefined, named, [named], council.fiscalYear, localDate('2027-03-31'), true, {}, ...choicesOf(of)]
      order[field] = candidates.find((candidate) => of.safeParse(candidate).success)
    }
    return documentOrderSchema.safeParse(order).success ? [{ ...order, kind }] : []
  })
  // Of a kind that names none of them there is one order only.
  return [...new Map(orders.map((order) => [JSON.stringify(order), order])).values()]
}

function choicesOf(schema: z.ZodType): unknown[] {
  const { enum: choices } = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' })
  return choices ?? []
}

/** The text of the PDF that an order becomes; null where nothing is there to print, or it is a workbook. */
async function printedText(order: Order): Promise<string | null> {
  const run = { runId: id<'DocumentRunId'>(council.deps.newId()), requestedAt: council.deps.now(), requestedById: council.actors.accountant.userId }
  await database.db.prisma.documentRun.create({ data: { id: run.runId, kind: order.kind, title: '', input: {}, requestedById: run.requestedById } })
  const desk = { deps: council.deps, run, day: localDate('2027-03-31'), expect: async () => undefined, advance: async () => undefined, note: () => undefined }
  const paper = await paperMakers[order.kind].make(desk, order)
  if (paper === null || paper.mediaType !== 'application/pdf') return null
  return (await drawPdf(paper.bytes)).pages.map(({ text }) => text.replaceAll(/\s/g, '')).join('')
}
