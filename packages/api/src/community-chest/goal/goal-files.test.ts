import { drawPdf } from '@sasaeai/documents/drawn-pdf'
import { readTableFile } from '@sasaeai/documents/read-table-file'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import type { CampaignId } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { type ACouncil, aCouncil } from '@sasaeai/testing/a-council'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paperMakers } from '../../paper-makers.ts'
import { exportGoals } from './export-goals.ts'
import { saveGoals } from './save-goals.ts'

let database: TestDatabase
let council: ACouncil
let campaignId: CampaignId

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  campaignId = council.campaign('赤い羽根共同募金')
  const lines = [
    ['ささえ市', '法人募金', 150_000], ['日吉校区', '戸別募金', 1_000], ['日吉一丁目自治会', '戸別募金', 60_000], ['篠山校区', '戸別募金', 40_000],
  ] as const
  const cells = lines.map(([area, method, amount]) => ({ areaId: council.area(area), methodId: council.method(method), targetYen: yen(amount) }))
  await saveGoals(council.deps, council.actors.accountant, { campaignId, goalRevision: 1, cells, takesSum: true })
})
afterAll(() => database.drop())

async function printed(withAssociations: boolean): Promise<string> {
  const desk = { deps: council.deps, day: localDate('2026-09-01'), expect: async () => undefined, advance: async () => undefined, note: () => undefined }
  const paper = await paperMakers.campaign_goals.make(desk, { kind: 'campaign_goals', campaignId, withAssociations })
  return (await drawPdf(paper?.bytes ?? new Uint8Array())).pages.map(({ text }) => text.replaceAll(/\s/g, '')).join('')
}

test('the list on A4 goes down to the 校区, or to the 自治会 with the sum of each', async () => {
  const short = await printed(false)
  for (const said of ['令和8年度赤い羽根共同募金目標額一覧', '目標額251,000円（未公表）積み上げとの差0円', '01日吉校区61,00061,000', '02篠山校区40,00040,000', '合計101,000150,000251,000']) {
    expect(short).toContain(said)
  }
  expect(short).not.toContain('日吉一丁目自治会')
  const long = await printed(true)
  for (const said of ['日吉校区（まとめて）1,0001,000', '日吉一丁目自治会60,00060,000', '小計61,00061,000']) expect(long).toContain(said)
})

test('the Excel list has each amount once, so that its lines can be added up', async () => {
  const file = await exportGoals(council.deps, { campaignId, format: 'xlsx' })
  if (!file.ok) throw new Error(file.code)
  const table = await readTableFile(Buffer.from(file.value.content, 'base64'), file.value.fileName)
  const text = JSON.stringify(table)
  for (const said of ['日吉校区（まとめて）', '日吉一丁目自治会', '60000', '251000']) expect(text).toContain(said)
  // The sum of a 校区 is no line of its own.
  expect(text).not.toContain('61000')
})
