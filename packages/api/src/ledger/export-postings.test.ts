import { readTableFile } from '@sasaeai/documents/read-table-file'
import { yen } from '@sasaeai/domain/money/yen'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { done } from '@sasaeai/testing/a-grant'
import { aSlip, bookManySlips, bookSlip } from '@sasaeai/testing/a-slip'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportPostingSheet } from './export-posting-sheet.ts'
import { exportPostings, findExportRefusal } from './export-postings.ts'

let database: TestDatabase
let council: ACouncil

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  await bookSlip(council, aSlip(council, { note: '6月分' }))
  await bookSlip(council, aSlip(council, { amountYen: yen(500), areaId: council.area('篠山町自治会'), note: '𠮷田様より' }))
})
afterAll(() => database.drop())

test('the list goes out as CSV with the figures of the screen, the newest first', async () => {
  const text = await exported({ filter: { areaId: council.area('日吉校区') }, encoding: 'utf-8' })
  expect(text.split('\r\n')).toEqual([
    '年度,伝票番号,日付,和暦,種類,科目,財源,運動,会員種別,募金方法,使途・基金,地域,支援者番号,支援者,件数,金額,摘要,理由',
    '2026,1,2026-10-15,令和8年10月15日,受入,会費収入,社協会費,,一般会費,,,日吉一丁目自治会,,,51,25500,社協会費 一般会費 日吉一丁目自治会 6月分,',
    '',
  ])
})

test('a list of several chunks goes out whole, each posting once', async () => {
  await bookManySlips(council, { areaId: council.area('篠山校区') }, 2_100)
  const text = await exported({ filter: { areaId: council.area('篠山校区'), minYen: yen(25_500) }, encoding: 'utf-8-bom' })
  const numbers = text.split('\r\n').slice(1, -1).map((line) => line.split(',')[1])
  expect(numbers).toHaveLength(2_100)
  expect(new Set(numbers).size).toBe(2_100)
})

test('a list without postings is a file with headings', async () => {
  const text = await exported({ filter: { minYen: yen(9_999_999) }, encoding: 'utf-8' })
  expect(text.split('\r\n')).toHaveLength(2)
})

test('the audit trail says who took which list and how long it is; asking whether it can go out is no export', async () => {
  const { prisma } = database.db
  const ofExports = { where: { action: 'ledger.export' }, orderBy: { id: 'desc' } } as const
  const before = await prisma.auditEvent.count(ofExports)
  const filter = { areaId: council.area('日吉校区'), maxYen: yen(30_000), text: undefined }
  await findExportRefusal(council.deps, { filter, encoding: 'cp932' })
  await expect(exported({ filter: { areaId: council.area('篠山町自治会') }, encoding: 'cp932' })).rejects.toThrow()
  expect(await prisma.auditEvent.count(ofExports)).toBe(before)
  await exported({ filter, encoding: 'cp932' })
  expect(await prisma.auditEvent.findFirst(ofExports)).toMatchObject({
    actorId: council.actors.auditor.userId,
    after: { rows: 1, encoding: 'cp932', areaId: filter.areaId, maxYen: 30_000 },
  })
})

test('a character that CP932 lacks is named before the download begins', async () => {
  expect(await findExportRefusal(council.deps, { filter: {}, encoding: 'cp932' })).toMatchObject({ code: 'not_in_cp932' })
  expect(await findExportRefusal(council.deps, { filter: { areaId: council.area('日吉校区') }, encoding: 'cp932' })).toBeNull()
  expect(await findExportRefusal(council.deps, { filter: {}, encoding: 'utf-8-bom' })).toBeNull()
})

test('as Excel the list has real days and figures, its sum below it, and leaves the same trace', async () => {
  const filter = { areaId: council.area('日吉校区') }
  const { fileName, content } = await done(exportPostingSheet(council.deps, council.actors.auditor, filter))
  const table = await readTableFile(Buffer.from(content, 'base64'))
  if (!table.ok) throw new Error(table.code)
  expect([fileName, table.sheetName]).toEqual(['仕訳・明細_2026-10-15.xlsx', '仕訳・明細'])
  const [, first, ...others] = table.lines.map(({ cells }) => cells)
  expect(first?.slice(0, 6)).toEqual(['2026', '1', '2026-10-15', '受入', '会費収入', '社協会費'])
  expect([others.length, first?.[14], others.at(-1)?.[3], others.at(-1)?.[14]]).toEqual([1, '25500', '合計 1行', '25500'])
  expect(await database.db.prisma.auditEvent.findFirst({ where: { action: 'ledger.export' }, orderBy: { id: 'desc' } })).toMatchObject({ after: { rows: 1, encoding: 'xlsx' } })
})

async function exported(wanted: Parameters<typeof exportPostings>[2]): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const bytes of exportPostings(council.deps, council.actors.auditor, wanted)) chunks.push(bytes)
  return new TextDecoder().decode(Buffer.concat(chunks))
}
