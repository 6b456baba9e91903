import { intakeBatchIdSchema } from '@sasaeai/domain/id-schemas'
import { id, type JournalEntryId } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { anIntakeDraft } from '@sasaeai/testing/an-intake-draft'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openIntakeBatch } from '../intake/open-intake-batch.ts'
import { postIntakeBatch } from '../intake/post-intake-batch.ts'
import { correctEntry } from '../ledger/correct-entry.ts'
import { createSupporter } from '../supporter/create-supporter.ts'
import { issueReceipt } from './issue-receipt.ts'
import { listPayerOfEntry } from './list-payers.ts'
import { voidReceipt } from './void-receipt.ts'

let database: TestDatabase
let council: ACouncil

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterAll(() => database.drop())

const payerOf = (entryId: JournalEntryId) => listPayerOfEntry(council.deps, entryId)

async function issued(entryIds: readonly JournalEntryId[]) {
  const outcome = await issueReceipt(council.deps, council.actors.accountant, { entryIds: [...entryIds] })
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value
}

test('dues of a company that came alone have a receipt on their slip, and after a correction on the right one', async () => {
  const { deps, actors } = council
  const company = await createSupporter(deps, actors.accountant, supporterDetailsSchema.parse({ kind: 'organization', name: '株式会社𠮷田組' }))
  if (!company.ok) throw new Error(company.code)
  const dues = aSlip(council, { supporterId: company.value.supporterId, duesKindId: council.duesKind('法人会費'), amountYen: yen(10_000), count: 1 })
  const wrong = await bookSlip(council, dues)
  expect(await payerOf(wrong.id)).toMatchObject([{ name: '株式会社𠮷田組', amountYen: 10_000, entryIds: [wrong.id], receipt: null }])
  const { receiptId } = await issued([wrong.id])

  // What is receipted is frozen: the receipt goes first.
  await voidReceipt(deps, actors.accountant, { receiptId, reason: '金額の誤り' })
  const corrected = await correctEntry(deps, actors.accountant, {
    entryId: wrong.id, reversalDate: dues.entryDate, reason: '金額の誤り', contribution: { ...dues, amountYen: yen(20_000) },
  })
  if (!corrected.ok) throw new Error(corrected.code)
  const right = corrected.value.corrected.id
  expect(await payerOf(wrong.id)).toEqual([])
  expect(await payerOf(corrected.value.reversal.id)).toEqual([])
  expect(await payerOf(right)).toMatchObject([{ name: '株式会社𠮷田組', amountYen: 20_000, receipt: null }])
  const again = await issued([right])
  expect(await payerOf(right)).toMatchObject([{ receipt: again }])
})

test('a slip of a batch stands with what the same payer handed in beside it', async () => {
  const { deps, actors } = council
  const batchId = intakeBatchIdSchema.parse(deps.newId())
  const cells = { receivedOn: '10/15', area: '01-01', controlCount: '3', controlTotal: '45000' }
  const lines = [{ kind: '1', amount: '40000' }, { kind: '12', amount: '3000' }, { kind: '1', amount: '2000', area: '01-02' }]
  await openIntakeBatch(deps, actors.receptionist, { batchId, draft: anIntakeDraft(deps, cells, lines) })
  expect(await postIntakeBatch(deps, actors.receptionist, { batchId, revision: 1 })).toMatchObject({ ok: true })
  const entries = await database.db.prisma.journalEntry.findMany({ where: { intakeBatchId: batchId }, orderBy: { entryNumber: 'asc' } })
  const [first, second, other] = entries.map((entry) => id<'JournalEntryId'>(entry.id))
  if (first === undefined || second === undefined || other === undefined) throw new Error('three slips make three entries')
  expect(await payerOf(second)).toMatchObject([{ amountYen: 43_000, entryIds: [first, second] }])
  expect(await payerOf(other)).toMatchObject([{ amountYen: 2_000, entryIds: [other] }])
})

test('a slip that is no dues, or none at all, has nothing to be receipted', async () => {
  const chest = await bookSlip(council, aSlip(council, {
    fundingSourceId: council.source('共同募金'), campaignId: council.campaign('赤い羽根共同募金'), collectionMethodId: council.method('戸別募金'), duesKindId: undefined,
  }))
  expect(await payerOf(chest.id)).toEqual([])
  expect(await payerOf(id(council.deps.newId()))).toEqual([])
})
