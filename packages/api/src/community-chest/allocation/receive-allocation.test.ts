import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import type { ReceiveAllocationInput } from '@sasaeai/domain/community-chest/allocation/receive-allocation-input'
import { type AllocationId, id } from '@sasaeai/domain/ids'
import { failureMessage } from '@sasaeai/domain/outcome/failure-message'
import { yen } from '@sasaeai/domain/money/yen'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { allocationDetails, anAllocation, anAllocationReceipt } from '@sasaeai/testing/an-allocation'
import { databaseThatBreaks } from '@sasaeai/testing/database-that-breaks'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fundingDashboard } from '../../funding-indicator/funding-dashboard-queries.ts'
import { checkLedger } from '../../ledger/check-ledger.ts'
import { reverseEntry } from '../../ledger/reverse-entry.ts'
import { closeAllocation, reopenAllocation } from './close-allocation.ts'
import { receiveAllocation } from './receive-allocation.ts'
import { removeAllocation, saveAllocation } from './save-allocation.ts'

let database: TestDatabase
let council: ACouncil
let allocationId: AllocationId

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  allocationId = await anAllocation(council)
})
afterEach(async () => {
  expect((await checkLedger(council.deps)).results.filter(({ faults }) => faults > 0)).toEqual([])
  await database.drop()
})

const wanted = (change: Partial<ReceiveAllocationInput> = {}) => anAllocationReceipt(council, { allocationId, ...change })
const receive = (change: Partial<ReceiveAllocationInput> = {}) => receiveAllocation(council.deps, council.actors.accountant, wanted(change))

/** What the books say was received as 配分金, from the postings themselves. */
async function booked(): Promise<number> {
  const { rows } = await database.db.pool.query<{ amount: number }>(
    'SELECT coalesce(-sum(amount_yen), 0)::bigint AS amount FROM posting WHERE funding_source_id = $1', [council.source('一般募金配分金')])
  return Number(rows[0]?.amount)
}

test('what arrives is one entry: 現金預金 against 一般募金配分金収入, a subsidy of the council and of no drive', async () => {
  expect(await receive({ note: '4月交付分' })).toMatchObject({ ok: true })
  const { id: receiptId, entryId } = await database.db.prisma.allocationReceipt.findFirstOrThrow()
  const entry = await database.db.prisma.journalEntry.findUniqueOrThrow({ where: { id: entryId }, include: { postings: { orderBy: { lineNumber: 'asc' } } } })
  expect(entry).toMatchObject({
    kind: 'receipt', sourceKind: 'allocation_receipt', sourceId: receiptId, description: '地域福祉活動配分金（令和7年度 赤い羽根共同募金 A枠） 4月交付分',
  })
  expect(entry.postings).toMatchObject([
    { accountId: council.account('普通預金'), amountYen: 1_000_000n, fundingSourceId: null },
    { accountId: council.account('一般募金配分金収入'), amountYen: -1_000_000n, fundingSourceId: council.source('一般募金配分金'), campaignId: null, count: 1 },
  ])
})

test('it stands under 補助金 on the funding dashboard, and neither under 共同募金 nor under 寄附金', async () => {
  await receive()
  const dashboard = await fundingDashboard(council.deps, { fiscalYear: council.fiscalYear })
  expect(dashboard.sources.filter(({ thisYen }) => thisYen !== 0)).toMatchObject([{ name: '一般募金配分金', category: 'subsidy', thisYen: 1_000_000 }])
})

test('parts add up to what was decided and to no yen more; an undone part may come again', async () => {
  expect(await receive({ amountYen: yen(600_000) })).toMatchObject({ ok: true })
  const refused = await receive({ amountYen: yen(400_001) })
  expect(refused).toEqual({ ok: false, code: 'allocation_exceeds_decided', field: 'amountYen', about: '400,000円' })
  if (!refused.ok) expect(failureMessage(refused)).toContain('受け入れられるのはあと400,000円')
  expect(await receive({ amountYen: yen(400_000), receivedOn: localDate('2026-10-01') })).toMatchObject({ ok: true })
  expect(await receive({ amountYen: yen(1) })).toMatchObject({ code: 'allocation_exceeds_decided', about: '0円' })
  const { entryId } = await database.db.prisma.allocationReceipt.findFirstOrThrow({ where: { amountYen: 400_000n } })
  expect(await reverseEntry(council.deps, council.actors.accountant, { entryId: id(entryId), reversalDate: localDate('2026-10-02'), reason: '金額の誤り' })).toMatchObject({ ok: true })
  expect(await booked()).toBe(600_000)
  expect(await receive({ amountYen: yen(400_000), receivedOn: localDate('2026-10-05') })).toMatchObject({ ok: true })
  expect(await booked()).toBe(1_000_000)
})

test('sent again it is the same receipt; sixteen at once book what was decided, once', async () => {
  const input = wanted({ amountYen: yen(300_000) })
  const same = await Promise.all(Array.from({ length: 16 }, () => receiveAllocation(council.deps, council.actors.accountant, input)))
  expect(same).toEqual(same.map(() => ({ ok: true, value: { receiptId: input.receiptId } })))
  expect(await booked()).toBe(300_000)
  const others = await Promise.all(Array.from({ length: 16 }, () => receive({ amountYen: yen(700_000) })))
  expect(others.filter(({ ok }) => ok)).toHaveLength(1)
  expect(new Set(others.flatMap((each) => (each.ok ? [] : [each.code])))).toEqual(new Set(['allocation_exceeds_decided']))
  expect(await booked()).toBe(1_000_000)
})

test('a server killed between any two statements of a receipt leaves nothing half, the next try books it', async () => {
  const { deps, actors } = council
  const input = wanted()
  const state = async () => ({
    entries: await database.db.prisma.journalEntry.count(),
    receipts: await database.db.prisma.allocationReceipt.count(),
    audits: await database.db.prisma.auditEvent.count({ where: { action: { in: ['allocation.receive', 'ledger.post'] } } }),
    booked: await booked(),
  })
  let cutAt = 1
  for (; cutAt < 30; cutAt += 1) {
    const broken = databaseThatBreaks(database.db, database.ownerUrl, cutAt)
    const answer = await receiveAllocation({ ...deps, db: broken.db }, actors.accountant, input).catch(() => null)
    if (answer !== null) {
      expect(answer).toMatchObject({ ok: true })
      expect(broken.statements()).toBe(cutAt - 1)
      break
    }
    expect(await state()).toEqual({ entries: 0, receipts: 0, audits: 0, booked: 0 })
  }
  expect(cutAt).toBeGreaterThan(6)
  expect(await state()).toEqual({ entries: 1, receipts: 1, audits: 2, booked: 1_000_000 })
})

test('received is only into cash of the council, into an open month, and of what is in use', async () => {
  expect(await receive({ cashAccountId: council.account('会費収入') })).toMatchObject({ code: 'allocation_cash_unusable', field: 'cashAccountId' })
  expect(await receive({ receivedOn: localDate('2027-10-01') })).toMatchObject({ code: 'period_closed', field: 'receivedOn' })
  expect(await receive({ allocationId: id(council.deps.newId()) })).toMatchObject({ code: 'row_gone' })
  await closeAllocation(council.deps, council.actors.accountant, allocationId)
  expect(await receive()).toMatchObject({ code: 'allocation_closed' })
  await reopenAllocation(council.deps, council.actors.accountant, allocationId)
  expect(await receive()).toMatchObject({ ok: true })
})

test('the funding source is a subsidy that is the council\'s income, whatever else there is', async () => {
  const save = (source: string) => saveAllocation(council.deps, council.actors.accountant, { change: null, details: allocationDetails(council, { fundingSourceId: council.source(source) }) })
  for (const other of ['共同募金', '寄附金', '助成金']) expect(await save(other)).toEqual({ ok: false, code: 'allocation_source_unusable', field: 'fundingSourceId' })
  expect(await save('歳末たすけあい配分金')).toMatchObject({ ok: true })
})

test('what was received of it stays covered: source and sum hold, nobody overwrites unseen, nothing is deleted from under the books', async () => {
  const { deps, actors } = council
  const edit = (change: Parameters<typeof allocationDetails>[1], revision = 1) =>
    saveAllocation(deps, actors.accountant, { change: { allocationId, revision }, details: allocationDetails(council, change) })
  await receive({ amountYen: yen(600_000) })
  expect(await edit({ fundingSourceId: council.source('歳末たすけあい配分金') })).toMatchObject({ code: 'allocation_received', field: 'fundingSourceId' })
  expect(await edit({ decidedYen: yen(599_999) })).toEqual({ ok: false, code: 'allocation_below_received', field: 'decidedYen', about: '600,000円' })
  expect(await edit({ decidedYen: yen(600_000), label: 'B枠' })).toMatchObject({ ok: true })
  expect(await edit({ label: 'C枠' })).toMatchObject({ code: 'changed_meanwhile' })
  expect(await removeAllocation(deps, actors.accountant, { allocationId, revision: 2 })).toMatchObject({ code: 'in_use' })
  expect(await edit({ fiscalYear: fiscalYear(2040), decidedYen: yen(600_000) }, 2)).toMatchObject({ code: 'year_not_open' })
  const fresh = await anAllocation(council, { name: '車両整備' })
  expect(await removeAllocation(deps, actors.accountant, { allocationId: fresh, revision: 1 })).toMatchObject({ ok: true })
})
