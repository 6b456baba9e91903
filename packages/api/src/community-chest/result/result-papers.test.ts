import { drawPdf } from '@sasaeai/documents/drawn-pdf'
import { readTableFile } from '@sasaeai/documents/read-table-file'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { documentOrderSchema } from '@sasaeai/domain/document/document-order-input'
import { yen } from '@sasaeai/domain/money/yen'
import { aChestSlip } from '@sasaeai/testing/a-chest-slip'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { setGoals } from '@sasaeai/testing/a-drive'
import { bookSlip } from '@sasaeai/testing/a-slip'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { excelFile } from '../../document/excel-file.ts'
import { paperMakers } from '../../paper-makers.ts'
import { readCampaignResult } from './campaign-result-query.ts'
import { resultSheets } from './result-sheets.ts'

let database: TestDatabase
let council: ACouncil
const until = localDate('2026-11-15')

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  await setGoals(council, [{ campaign: council.campaign('赤い羽根共同募金'), method: '戸別募金', area: '日吉一丁目自治会', targetYen: 60_000 }])
  await bookSlip(council, aChestSlip(council, { amountYen: yen(45_000), count: 90 }))
  await bookSlip(council, aChestSlip(council, { amountYen: yen(5_000), count: 1, areaId: undefined, collectionMethodId: council.method('街頭募金') }))
})
afterAll(() => database.drop())

async function textOf(asked: object): Promise<string> {
  const order = documentOrderSchema.parse({ kind: 'campaign_result', fiscalYear: council.fiscalYear, until, ...asked })
  const desk = { deps: council.deps, day: until, expect: async () => undefined, advance: async () => undefined, note: () => undefined }
  const paper = await paperMakers[order.kind].make(desk, order)
  return (await drawPdf(paper?.bytes ?? new Uint8Array())).pages.map(({ text }) => text.replaceAll(/\s/g, '')).join()
}

test('the paper holds what the page shows: methods, and 校区 with or without their 自治会', async () => {
  const short = await textOf({ years: 1 })
  const ofDrive = await textOf({ years: 1, drive: 'red_feather' })
  expect(ofDrive).toContain('計—60,00050,00083.3%')
  for (const said of ['すべての運動の実績', '令和8年11月15日までの実績', '戸別募金90世帯60,00045,00075.0%0—45,00090.0%70.7%', '計——50,000—', '地域の指定なし—5,000']) {
    expect(short).toContain(said)
  }
  expect(short).not.toContain('日吉一丁目自治会')
  expect(short).not.toContain('年度別')
  const long = await textOf({ years: 3, withAssociations: true, campaignId: council.campaign('赤い羽根共同募金') })
  for (const said of ['赤い羽根共同募金の実績', '日吉一丁目自治会60,00045,00075.0%', '令和6年度令和7年度令和8年度', '戸別募金0045,000', 'R6.11.15R7.11.15R8.11.15']) expect(long).toContain(said)
})

test('the workbook holds amounts as numbers, and rates as they print', async () => {
  const result = await readCampaignResult(council.deps, { fiscalYear: council.fiscalYear, drive: 'red_feather', until, years: 2 })
  const file = await excelFile('実績', resultSheets(result))
  const table = await readTableFile(Buffer.from(file.content, 'base64'))
  if (!table.ok) throw new Error(table.code)
  expect(table.lines.map(({ cells }) => cells.slice(0, 6))).toEqual([
    ['募金方法', '件数', '目標額（円）', '実績額（円）', '達成率', '前年（円）'],
    ['戸別募金', '90世帯', '60000', '45000', '75.0%', '0'],
    ['街頭募金', '1回', '', '5000', '—', '0'],
    ['計', '—', '60000', '50000', '83.3%', '0'],
  ])
  const sheets = resultSheets(result)
  expect(sheets.map(({ name }) => name)).toEqual(['方法別', '校区別', '年度別', '注'])
  const areas = sheets[1]
  expect(areas?.rows.map((row) => row.slice(1, 5))).toContainEqual(['日吉校区', '日吉一丁目自治会', 60_000, 45_000])
  for (const { columns, rows, total } of sheets) for (const line of [...rows, ...(total === undefined ? [] : [total])]) expect(line).toHaveLength(columns.length)
})
