import { drawPdf } from '@sasaeai/documents/drawn-pdf'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { documentOrderSchema } from '@sasaeai/domain/document/document-order-input'
import type { ShareBackRunId } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { layShareBackTerms, novemberEnd } from '@sasaeai/testing/share-back-terms'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paperMakers } from '../../paper-makers.ts'
import { calculateShareBack } from './calculate-share-back.ts'
import { payShareBack } from './pay-share-back.ts'

let database: TestDatabase
let council: ACouncil
let runId: ShareBackRunId

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  await layShareBackTerms(council)
  await bookSlip(council, aSlip(council))
  await bookSlip(council, aSlip(council, { amountYen: yen(20_000), areaId: council.area('篠山町自治会'), duesKindId: council.duesKind('法人会費') }))
  const outcome = await calculateShareBack(council.deps, council.actors.accountant, { fiscalYear: council.fiscalYear, cutOffOn: novemberEnd(council) })
  if (!outcome.ok) throw new Error(outcome.code)
  runId = outcome.value.runId
})
afterAll(() => database.drop())

async function made(asked: Parameters<typeof documentOrderSchema.parse>[0]) {
  const order = documentOrderSchema.parse(asked)
  const desk = { deps: council.deps, day: localDate('2026-12-01'), expect: async () => undefined, advance: async () => undefined, note: () => undefined }
  const paper = await paperMakers[order.kind].make(desk, order)
  return paper?.bytes ?? new Uint8Array()
}
const pagesOf = async (bytes: Uint8Array) => (await drawPdf(bytes)).pages.map(({ text }) => text.replaceAll(/\s/g, ''))

test('before it is paid the papers say so; afterwards they carry the day and the slips', async () => {
  const statements = { kind: 'share_back_statements', runId }
  const list = { kind: 'share_back_payment_list', runId }
  const drafts = await pagesOf(await made(statements))
  expect(drafts).toHaveLength(2)
  for (const said of ['日吉校区御中', '計算書（確認用）', '一般会費25,50040%10,200010,200', '今回の還元金10,200円']) expect(drafts[0]).toContain(said)
  expect((await pagesOf(await made(list)))[0]).toContain('確認用（支払前）')

  const paid = await payShareBack(council.deps, council.actors.accountant, { runId, revision: 1, paidOn: localDate('2026-12-10') })
  expect(paid.ok).toBe(true)
  const [first = ''] = await pagesOf(await made({ ...statements, areaId: council.area('篠山校区') }))
  for (const said of ['令和8年12月10日', '篠山校区御中', '10,000円']) expect(first).toContain(said)
  expect(first).not.toContain('確認用')
  const [listed = ''] = await pagesOf(await made(list))
  for (const said of ['支払日令和8年12月10日', '01日吉校区25,50010,200010,20010,2003', '合計（支払2件）45,50020,200020,20020,200']) expect(listed).toContain(said)
})
