import { drawPdf } from '@sasaeai/documents/drawn-pdf'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { documentOrderSchema } from '@sasaeai/domain/document/document-order-input'
import { yen } from '@sasaeai/domain/money/yen'
import { aCouncil } from '@sasaeai/testing/a-council'
import { anAllocation, anAllocationReceipt } from '@sasaeai/testing/an-allocation'
import { createTestDatabase } from '@sasaeai/testing/test-database'
import { expect, onTestFinished, test } from 'vitest'
import { paperMakers } from '../../paper-makers.ts'
import { receiveAllocation } from './receive-allocation.ts'
import { saveAllocationUse } from './save-allocation-use.ts'

test('the paper tells what was decided, received, used and left, with the words of each use; without any there is none', async () => {
  const database = await createTestDatabase()
  onTestFinished(() => database.drop())
  const council = await aCouncil(database.db)
  const { deps, actors, fiscalYear } = council
  const order = documentOrderSchema.parse({ kind: 'allocation_use_report', fiscalYear })
  const desk = { deps, day: localDate('2027-04-01'), expect: async () => undefined, advance: async () => undefined, note: () => undefined }
  expect(await paperMakers[order.kind].make(desk, order)).toBeNull()

  const allocationId = await anAllocation(council)
  await receiveAllocation(deps, actors.accountant, anAllocationReceipt(council, { allocationId, amountYen: yen(600_000) }))
  const use = { groupName: '子ども食堂 𠮷野', activity: '月2回の会食', message: '*ありがとう* #1', beneficiaries: 48, reportDueOn: localDate('2027-03-31'), reportedOn: null }
  await saveAllocationUse(deps, actors.accountant, { allocationId, change: null, details: { ...use, projectName: '子ども食堂', amountYen: yen(700_000) } })
  await saveAllocationUse(deps, actors.accountant, { allocationId, change: null, details: { ...use, projectName: '学習支援', amountYen: yen(350_000), reportedOn: localDate('2027-03-10') } })
  const paper = await paperMakers[order.kind].make(desk, order)
  const text = (await drawPdf(paper?.bytes ?? new Uint8Array())).pages.map((page) => page.text.replaceAll(/\s/g, '')).join()
  for (const said of [
    '令和8年度共同募金配分金の使途報告', '地域福祉活動配分金（令和7年度赤い羽根共同募金A枠）決定額1,000,000円受入額600,000円', '子ども食堂𠮷野', '700,00048人', '月2回の会食',
    '*ありがとう*#1', '期限を過ぎています', 'R9.3.10報告済み', '小計1,050,000使途が決まっていない額△50,000円', '合計1,050,000',
  ]) expect(text).toContain(said)
})
