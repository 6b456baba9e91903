import { toDateColumn } from '@sasaeai/db/local-date-column'
import { readTableFile } from '@sasaeai/documents/read-table-file'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { duesListSchema } from '@sasaeai/domain/membership-dues/export/dues-list-input'
import { id } from '@sasaeai/domain/ids'
import { type ACouncil, aCouncil } from '@sasaeai/testing/a-council'
import { aMember, anAsking } from '@sasaeai/testing/an-asking'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { layShareBackTerms, novemberEnd } from '@sasaeai/testing/share-back-terms'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { calculateShareBack } from '../share-back/calculate-share-back.ts'
import { payShareBack } from '../share-back/pay-share-back.ts'
import { exportDuesList } from './export-dues-list.ts'

let database: TestDatabase
let council: ACouncil

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterEach(() => database.drop())

async function linesOf(asked: unknown): Promise<readonly (readonly string[])[]> {
  const file = await exportDuesList(council.deps, council.actors.accountant, { ...duesListSchema.parse(asked), format: 'xlsx' })
  if (!file.ok) throw new Error(file.code)
  const table = await readTableFile(Buffer.from(file.value.content, 'base64'))
  if (!table.ok) throw new Error('the file is not a table')
  return table.lines.map(({ cells }) => cells)
}

const exportsWritten = () => database.db.prisma.auditEvent.count({ where: { action: 'dues_list.export' } })

test('materials are listed with their sums, and nobody is named in them', async () => {
  await database.db.prisma.duesMaterial.create({
    data: { fiscalYear: 2026, areaId: council.area('日吉一丁目自治会'), envelopesIssued: 120, slipsIssued: 2, issuedOn: toDateColumn(localDate('2026-04-20')) },
  })
  const lines = await linesOf({ list: 'materials', fiscalYear: 2026 })
  expect(lines.find((line) => line[2] === '日吉一丁目自治会')?.slice(4, 7)).toEqual(['120', '0', '2'])
  expect(lines.at(-1)?.slice(2, 7)).toEqual(['合計', '0', '120', '0', '2'])
  expect(await exportsWritten()).toBe(0)
})

test('whom a request asks is listed with sums; that names left the program is written down', async () => {
  const organization = council.duesKind('法人会費')
  const { membershipId } = await aMember(council, { name: '直接商店', duesKindId: organization, units: 2 })
  await anAsking(council, organization, [{ membershipId, units: 2, expectedYen: 10_000 }])
  const request = await database.db.prisma.duesRequest.findFirstOrThrow()
  const lines = await linesOf({ list: 'request_lines', requestId: request.id })
  expect(lines.map((line) => [line[0], line[4], line[8]])).toEqual([
    ['納入番号', '会員', '目安額（円）'],
    ['1', '直接商店', '10000'],
    ['', '', '10000'],
  ])
  expect(await exportsWritten()).toBe(1)
  const overview = await linesOf({ list: 'requests', fiscalYear: 2026 })
  const asking = overview.find((line) => line[1] === '法人会費')
  expect([asking?.slice(7, 11), overview.at(-1)?.slice(7, 11)]).toEqual([['1', '0', '2', '10000'], ['1', '0', '2', '10000']])
  expect(overview.find((line) => line[1] === '特別会費')?.slice(2, 4)).toEqual(['準備前', ''])
  expect(await exportsWritten()).toBe(1)
  const gone = { list: 'request_lines', requestId: id<'DuesRequestId'>(council.deps.newId()) } as const
  expect(await exportDuesList(council.deps, council.actors.accountant, { ...gone, format: 'xlsx' })).toMatchObject({ ok: false, code: 'dues_request_gone' })
})

test('kinds, checks and prospects are lists of their own, empty ones with their headings', async () => {
  expect((await linesOf({ list: 'kinds', fiscalYear: 2026 })).map((line) => line[1])).toContain('法人会費')
  expect(await linesOf({ list: 'checks', fiscalYear: 2026 })).toHaveLength(1)
  await database.db.prisma.membershipProspect.create({
    data: {
      id: council.deps.newId(),
      supporterId: (await aMember(council, { name: '見込み工業', duesKindId: council.duesKind('特別会費'), units: 1 })).supporterId,
      duesKindId: council.duesKind('法人会費'), hopedUnits: 3,
    },
  })
  const prospects = await linesOf({ list: 'prospects', fiscalYear: 2026 })
  expect(prospects.map((line) => [line[2], line[4]])).toEqual([['名称', '見込みの口数'], ['見込み工業', '3'], ['1件', '3']])
})

test('calculations of share-back are listed, and what they pay is added up', async () => {
  const { deps, fiscalYear } = council
  const { accountant } = council.actors
  await layShareBackTerms(council)
  await bookSlip(council, aSlip(council))
  const input = { fiscalYear, cutOffOn: novemberEnd(council) }
  const first = await calculateShareBack(deps, accountant, input)
  if (!first.ok) throw new Error(first.code)
  await payShareBack(deps, accountant, { runId: first.value.runId, revision: 1, paidOn: localDate('2026-12-10') })
  const paid = await linesOf({ list: 'share_back_runs', fiscalYear })
  expect(paid.slice(1)).toEqual([
    ['1', '支払済み', '2026-11-30', '2026-12-10', '1', '25500', '10200', '0', '10200', '会計担当', '2026-10-15'],
    ['', '合計', '', '', '', '', '', '', '10200', '', ''],
  ])
  const payees = await linesOf({ list: 'share_back_run', runId: first.value.runId })
  expect(payees.slice(1).map((line) => line.slice(1, 8))).toEqual([['日吉校区', '', '25500', '10200', '0', '10200', '10200'], ['計', '', '25500', '10200', '0', '10200', '10200']])
  await bookSlip(council, aSlip(council, { areaId: council.area('篠山町自治会') }))
  await calculateShareBack(deps, accountant, input)
  const further = await linesOf({ list: 'share_back_runs', fiscalYear })
  expect(further.slice(1).map((line) => [line[0], line[1], line[8]])).toEqual([['2', '確認中', '10200'], ['1', '支払済み', '10200'], ['', '合計（確認中を含む）', '20400']])
  expect(await exportsWritten()).toBe(0)
})
