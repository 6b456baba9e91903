import { localDate } from '@sasaeai/domain/calendar/local-date'
import { allocationStanding } from '@sasaeai/domain/community-chest/allocation/allocation-standing'
import type { AllocationUseDetails } from '@sasaeai/domain/community-chest/allocation/allocation-use-input'
import type { ExportFormat } from '@sasaeai/domain/document/export-format'
import { type AllocationId, id } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { aChestSlip } from '@sasaeai/testing/a-chest-slip'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { lastYearsDrives } from '@sasaeai/testing/a-drive'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { anAllocation, anAllocationReceipt } from '@sasaeai/testing/an-allocation'
import { momentOfBooks } from '@sasaeai/testing/moment-of-books'
import { printedBalances, printedLedger } from '@sasaeai/testing/printed-ledger'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readTableFile } from '@sasaeai/documents/read-table-file'
import { checkLedger } from '../../ledger/check-ledger.ts'
import type { PostedEntry } from '../../ledger/post-entries.ts'
import { listPostings } from '../../ledger/posting-list-queries.ts'
import { readPageMoment } from '../../ledger/report-moment.ts'
import { reverseEntry } from '../../ledger/reverse-entry.ts'
import { remitCustody } from '../remittance/remit-custody.ts'
import { allocationsOfYear, readAllocation } from './allocation-queries.ts'
import { exportAllocation, exportAllocations, exportUsesForDatabase } from './export-allocations.ts'
import { linkAllocationReceipt, unlinkAllocationReceipt } from './link-allocation-receipt.ts'
import { receiveAllocation } from './receive-allocation.ts'
import { removeAllocationUse, saveAllocationUse } from './save-allocation-use.ts'

let database: TestDatabase
let council: ACouncil

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterEach(async () => {
  expect((await checkLedger(council.deps)).results.filter(({ faults }) => faults > 0)).toEqual([])
  await database.drop()
})

const day = (text: string) => localDate(text)

async function received(allocationId: AllocationId, on: string, amount: number): Promise<void> {
  const outcome = await receiveAllocation(council.deps, council.actors.accountant,
    anAllocationReceipt(council, { allocationId, receivedOn: day(on), amountYen: yen(amount) }))
  if (!outcome.ok) throw new Error(outcome.code)
}

async function used(allocationId: AllocationId, change: Pick<AllocationUseDetails, 'projectName' | 'amountYen'> & Partial<AllocationUseDetails>) {
  const details = {
    groupName: 'ささえ市社会福祉協議会', activity: '', message: '', beneficiaries: null, reportDueOn: day('2027-03-31'), reportedOn: null, ...change,
  }
  const outcome = await saveAllocationUse(council.deps, council.actors.accountant, { allocationId, change: null, details })
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value.useId
}

async function exportedLines(format: ExportFormat): Promise<(readonly string[])[]> {
  const file = await exportUsesForDatabase(council.deps, { fiscalYear: council.fiscalYear, format })
  if (!file.ok) throw new Error(file.code)
  const table = await readTableFile(Buffer.from(file.value.content, 'base64'))
  if (!table.ok) throw new Error(table.code)
  return table.lines.map(({ cells }) => cells)
}

async function standing(allocationId: AllocationId) {
  const found = await readAllocation(council.deps, allocationId)
  if (found === null) throw new Error('the allocation is gone')
  return allocationStanding(found.allocation)
}

test('what was collected last year comes back this year in two parts, and is told to the yen', async () => {
  const lastYear = await lastYearsDrives(council)
  const campaignId = lastYear('赤い羽根共同募金')
  await bookSlip(council, aChestSlip(council, { campaignId, entryDate: day('2025-10-05'), amountYen: yen(1_250_000), count: 2_500 }))
  await remitCustody(council.deps, council.actors.accountant, {
    remittanceId: id(council.deps.newId()), campaignId, remittedOn: day('2026-01-15'), amountYen: yen(1_250_000), cashAccountId: council.account('現金'), note: '',
  })
  const allocationId = await anAllocation(council)
  await received(allocationId, '2026-04-28', 600_000)
  await received(allocationId, '2026-10-01', 300_000)
  // The second part had been mistyped.
  const { entryId } = await database.db.prisma.allocationReceipt.findFirstOrThrow({ where: { amountYen: 300_000n } })
  await reverseEntry(council.deps, council.actors.accountant, { entryId: id(entryId), reversalDate: day('2026-10-02'), reason: '金額の誤り' })
  await received(allocationId, '2026-10-02', 400_000)
  expect(await standing(allocationId)).toEqual({ decidedYen: 1_000_000, receivedYen: 1_000_000, usedYen: 0, toReceiveYen: 0, remainingYen: 1_000_000 })
  expect(await printedLedger(database.db)).toMatchInlineSnapshot(`
    伝票  日付     借方科目             借方金額  貸方科目             貸方金額  件数  財源・運動・方法・地域                                  摘要
       1  R7.10.5  現金                1,250,000  預り金（共同募金）  1,250,000  2500  共同募金・赤い羽根共同募金・戸別募金・日吉一丁目自治会  赤い羽根共同募金 戸別募金 日吉一丁目自治会
       2  R8.1.15  預り金（共同募金）  1,250,000  現金                1,250,000        赤い羽根共同募金                                        赤い羽根共同募金 送金 第1回
       1  R8.4.28  普通預金              600,000  一般募金配分金収入    600,000     1  一般募金配分金                                          地域福祉活動配分金（令和7年度 赤い羽根共同募金 A枠）
       2  R8.10.1  普通預金              300,000  一般募金配分金収入    300,000     1  一般募金配分金                                          地域福祉活動配分金（令和7年度 赤い羽根共同募金 A枠）
       3  R8.10.2  一般募金配分金収入    300,000  普通預金              300,000   △1  一般募金配分金                                          取消 地域福祉活動配分金（令和7年度 赤い羽根共同募金 A枠）（金額の誤り）
       4  R8.10.2  普通預金              400,000  一般募金配分金収入    400,000     1  一般募金配分金                                          地域福祉活動配分金（令和7年度 赤い羽根共同募金 A枠）
  `)
  expect(await printedBalances(database.db)).toMatchInlineSnapshot(`
    科目                 借方残高   貸方残高
    現金
    普通預金            1,000,000
    預り金（共同募金）
    一般募金配分金収入             1,000,000
  `)
})

test('uses are told in the fields of the public database and no other; more than was decided only warns', async () => {
  const allocationId = await anAllocation(council)
  await used(allocationId, {
    projectName: 'ふれあいサロン', amountYen: yen(700_000), activity: '月1回、公民館で会食と体操', message: '=1+1 ありがとう', beneficiaries: 48, reportedOn: day('2027-03-10'),
  })
  const mistaken = await used(allocationId, { projectName: '配食サービス', amountYen: yen(450_000), groupName: 'ボランティアの会 髙橋班' })
  expect(await standing(allocationId)).toMatchObject({ usedYen: 1_150_000, remainingYen: -150_000 })
  for (const format of ['csv', 'csv_cp932', 'xlsx'] as const) {
    expect(await exportedLines(format)).toEqual([
      ['団体', '事業名', '助成額', '活動内容', 'ありがとうメッセージ'],
      // What a spreadsheet would run is defused in CSV; in a workbook text is text.
      ['ささえ市社会福祉協議会', 'ふれあいサロン', '700000', '月1回、公民館で会食と体操', format === 'xlsx' ? '=1+1 ありがとう' : "'=1+1 ありがとう"],
      ['ボランティアの会 髙橋班', '配食サービス', '450000', '', ''],
    ])
  }
  expect(await removeAllocationUse(council.deps, council.actors.accountant, { useId: mistaken, revision: 1 })).toMatchObject({ ok: true })
  expect(await standing(allocationId)).toMatchObject({ usedYen: 700_000, remainingYen: 300_000 })
  await used(allocationId, { projectName: '𠮷野サロン', amountYen: yen(1_000) })
  expect(await exportUsesForDatabase(council.deps, { fiscalYear: council.fiscalYear, format: 'csv_cp932' })).toMatchObject({ code: 'not_in_cp932', about: '𠮷（3行目の事業名）' })
})

test('a 配分金 is as it was at a moment, whatever is received, undone, linked, used, reported, decided and closed since', async () => {
  const { deps, fiscalYear, actors: { accountant } } = council
  const { prisma } = database.db
  const allocationId = await anAllocation(council)
  await received(allocationId, '2026-04-28', 600_000)
  const byHand = () => bookSlip(council, aSlip(council, {
    fundingSourceId: council.source('一般募金配分金'), duesKindId: undefined, areaId: undefined, entryDate: day('2026-04-29'), amountYen: yen(50_000), count: 1,
  }))
  const link = async (entry: PostedEntry) => {
    const receiptId = id<'AllocationReceiptId'>(deps.newId())
    expect(await linkAllocationReceipt(deps, accountant, { receiptId, allocationId, entryId: entry.id })).toMatchObject({ ok: true })
    return receiptId
  }
  const linkedBefore = await link(await byHand())
  const useId = await used(allocationId, { projectName: 'ふれあいサロン', amountYen: yen(500_000) })
  const dropped = await used(allocationId, { projectName: '配食サービス', amountYen: yen(100_000) })
  const [then, aloneThen] = [await allocationsOfYear(deps, fiscalYear), await readAllocation(deps, allocationId)]
  const postedUntil = await momentOfBooks(database.db)
  const seen = async () => {
    const at = await readPageMoment(deps, postedUntil)
    return [(await allocationsOfYear(deps, fiscalYear, at)).allocations, (await readAllocation(deps, allocationId, at))?.allocation]
  }
  expect(await seen()).toEqual([then.allocations, aloneThen?.allocation])

  const [receipt] = then.allocations[0]?.receipts ?? []
  if (receipt === undefined) throw new Error('nothing was received')
  await reverseEntry(deps, accountant, { entryId: receipt.entryId, reversalDate: day('2026-05-01'), reason: '金額の誤り' })
  await received(allocationId, '2026-05-02', 650_000)
  expect(await unlinkAllocationReceipt(deps, accountant, { receiptId: linkedBefore, allocationId })).toMatchObject({ ok: true })
  await link(await byHand())
  await prisma.allocationUse.update({ where: { id: useId }, data: { amountYen: 450_000n, reportedOn: new Date('2027-03-10') } })
  expect(await removeAllocationUse(deps, accountant, { useId: dropped, revision: 1 })).toMatchObject({ ok: true })
  await used(allocationId, { projectName: '子ども食堂', amountYen: yen(200_000) })
  await prisma.allocation.update({ where: { id: allocationId }, data: { name: '新しい配分金', decidedYen: 1_200_000n, closedOn: new Date('2026-06-01') } })
  const later = await anAllocation(council, { name: 'あとの配分金' })
  expect(await seen()).toEqual([then.allocations, aloneThen?.allocation])
  expect(await readAllocation(deps, later, await readPageMoment(deps, postedUntil))).toBeNull()
  expect(aloneThen?.allocation).toMatchObject({
    closedOn: null, decidedYen: 1_000_000, receipts: [{ amountYen: 600_000, undoneOn: null }, { amountYen: 50_000, isLinked: true }],
    uses: [{ amountYen: 500_000, reportedOn: null }, { projectName: '配食サービス' }],
  })
  expect((await readAllocation(deps, allocationId))?.allocation).toMatchObject({
    name: '新しい配分金', closedOn: '2026-06-01', decidedYen: 1_200_000, uses: [{ amountYen: 450_000, reportedOn: '2027-03-10' }, { projectName: '子ども食堂' }],
    receipts: [{ amountYen: 600_000, undoneOn: '2026-05-01' }, { amountYen: 650_000, isLinked: false }, { amountYen: 50_000, isLinked: true }],
  })
  // What was received opens by the links of then.
  const opened = async (filter: Parameters<typeof listPostings>[1]['filter']) => (await listPostings(deps, { filter })).totalYen
  expect([await opened({ allocationId, postedUntil }), await opened({ allocationYear: fiscalYear, postedUntil }), await opened({ allocationId })]).toEqual([650_000, 650_000, 700_000])
  const files = [await exportAllocations(deps, { fiscalYear, postedUntil, format: 'xlsx' }), await exportAllocation(deps, { allocationId, postedUntil, format: 'xlsx' })]
  for (const file of files) {
    if (!file.ok) throw new Error(file.code)
    const exported = await readTableFile(Buffer.from(file.value.content, 'base64'))
    expect(exported).toMatchObject({ unreadSheets: ['受入れ', '使途', '時点'] })
    expect(exported.ok && exported.lines.at(-1)?.cells.slice(6, 10)).toEqual(['1000000', '650000', '600000', '400000'])
  }
  expect(await exportAllocation(deps, { allocationId: later, postedUntil, format: 'xlsx' })).toMatchObject({ code: 'row_gone' })
})
