import { localDate } from '@sasaeai/domain/calendar/local-date'
import { type AllocationId, id, type JournalEntryId } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { anAllocation, anAllocationReceipt } from '@sasaeai/testing/an-allocation'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listPostings } from '../../ledger/posting-list-queries.ts'
import { reverseEntry } from '../../ledger/reverse-entry.ts'
import { readAllocation } from './allocation-queries.ts'
import { linkAllocationReceipt, unlinkAllocationReceipt } from './link-allocation-receipt.ts'
import { receiveAllocation } from './receive-allocation.ts'

let database: TestDatabase
let council: ACouncil
let allocationId: AllocationId

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  allocationId = await anAllocation(council)
})
afterEach(() => database.drop())

/** 配分金 that was booked as a single receipt, by its funding source alone. */
async function bookByHand(amountYen = 400_000, source = '一般募金配分金'): Promise<JournalEntryId> {
  const { id: entryId } = await bookSlip(council, aSlip(council, {
    fundingSourceId: council.source(source), duesKindId: undefined, areaId: undefined, amountYen: yen(amountYen), count: 1,
  }))
  return entryId
}

const link = (entryId: JournalEntryId, to = allocationId, receiptId = council.deps.newId()) =>
  linkAllocationReceipt(council.deps, council.actors.accountant, { receiptId: id(receiptId), allocationId: to, entryId })

async function pageOf(of = allocationId) {
  const page = await readAllocation(council.deps, of)
  if (page === null) throw new Error('no allocation')
  return page
}

test('what was booked by hand is offered, linked, counted as received, and can be let go again', async () => {
  const entryId = await bookByHand()
  await bookByHand(9_000, '助成金')
  expect((await pageOf()).unlinked).toMatchObject([{ entryId, amountYen: 400_000 }])
  const receiptId = council.deps.newId()
  expect(await link(entryId, allocationId, receiptId)).toEqual({ ok: true, value: null })
  // A lost answer: sent again it is the same link.
  expect(await link(entryId, allocationId, receiptId)).toEqual({ ok: true, value: null })
  const { allocation, unlinked } = await pageOf()
  expect(unlinked).toEqual([])
  expect(allocation.receipts).toMatchObject([{ amountYen: 400_000, receivedOn: `${council.fiscalYear}-10-15`, isLinked: true, undoneOn: null }])
  expect(await unlinkAllocationReceipt(council.deps, council.actors.accountant, { receiptId: id(receiptId), allocationId })).toMatchObject({ ok: true })
  expect(await pageOf()).toMatchObject({ allocation: { receipts: [] }, unlinked: [{ entryId }] })
  const noted = await database.db.prisma.auditEvent.findMany({ where: { action: { in: ['allocation.link', 'allocation.unlink'] } }, orderBy: { id: 'asc' } })
  expect(noted.map(({ action, before, after }) => [action, before ?? after])).toMatchObject([
    ['allocation.link', { amountYen: 400_000 }], ['allocation.unlink', { amountYen: 400_000 }],
  ])
})

test('an entry is of one allocation: of two that take it at once one does; nor can SQL link it twice, or another source\'s, or another sum', async () => {
  const entryId = await bookByHand()
  const other = await anAllocation(council, { name: '車両整備' })
  const outcomes = await Promise.all([link(entryId), link(entryId, other)])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes).toContainEqual({ ok: false, code: 'allocation_entry_taken' })
  const insert = (entry: JournalEntryId, amount: number) =>
    database.db.pool.query(`INSERT INTO allocation_receipt (id, allocation_id, received_on, amount_yen, entry_id) VALUES ($1, $2, '2026-10-15', $3, $4)`,
      [council.deps.newId(), allocationId, amount, entry])
  await expect(insert(entryId, 400_000)).rejects.toMatchObject({ code: '23505' })
  await expect(insert(await bookByHand(5_000, '助成金'), 5_000)).rejects.toThrow('is no receipt of 5000 yen')
  await expect(insert(await bookByHand(5_000), 4_999)).rejects.toThrow('is no receipt of 4999 yen')
})

test('what is undone, another source\'s, or more than was decided is not linked; an own receipt is not let go', async () => {
  const undone = await bookByHand()
  await reverseEntry(council.deps, council.actors.accountant, { entryId: undone, reversalDate: localDate('2026-10-16'), reason: '誤り' })
  expect(await link(undone)).toEqual({ ok: false, code: 'allocation_entry_taken' })
  expect(await link(await bookByHand(5_000, '助成金'))).toEqual({ ok: false, code: 'allocation_entry_taken' })
  expect(await link(await bookByHand(1_000_001))).toEqual({ ok: false, code: 'allocation_exceeds_decided', about: '1,000,000円' })
  const own = anAllocationReceipt(council, { allocationId, amountYen: yen(600_000) })
  expect(await receiveAllocation(council.deps, council.actors.accountant, own)).toMatchObject({ ok: true })
  expect(await unlinkAllocationReceipt(council.deps, council.actors.accountant, { receiptId: own.receiptId, allocationId })).toEqual({ ok: false, code: 'row_gone' })
  await expect(database.db.pool.query('DELETE FROM allocation_receipt')).rejects.toMatchObject({ code: 'SA001' })
})

test('the figure of what was received opens exactly its postings, of one allocation and of all of the year, less what was taken back', async () => {
  const linked = await bookByHand()
  await link(linked)
  await bookByHand(7_000)
  const fresh = await anAllocation(council, { name: '車両整備' })
  const receive = (of: AllocationId, amount: number) =>
    receiveAllocation(council.deps, council.actors.accountant, anAllocationReceipt(council, { allocationId: of, amountYen: yen(amount) }))
  await receive(allocationId, 100_000)
  await receive(fresh, 250_000)
  const { entryId } = await database.db.prisma.allocationReceipt.findFirstOrThrow({ where: { amountYen: 100_000n } })
  await reverseEntry(council.deps, council.actors.accountant, { entryId: id(entryId), reversalDate: localDate('2026-10-16'), reason: '誤り' })
  const opened = async (filter: Parameters<typeof listPostings>[1]['filter']) => {
    const { rows, totalYen } = await listPostings(council.deps, { filter })
    return [rows.length, totalYen]
  }
  expect(await opened({ allocationId })).toEqual([3, 400_000])
  expect(await opened({ allocationId: fresh })).toEqual([1, 250_000])
  expect(await opened({ allocationYear: council.fiscalYear })).toEqual([4, 650_000])
})
