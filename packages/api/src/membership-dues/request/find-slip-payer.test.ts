import { cellsOfSlip } from '@sasaeai/domain/intake/slip-cells'
import { duesLinesSchema } from '@sasaeai/domain/membership-dues/request/dues-request-input'
import { formatSlipNumber, readSlipNumber } from '@sasaeai/domain/membership-dues/request/slip-number'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aMember, anAsking } from '@sasaeai/testing/an-asking'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readIntakeContext } from '../../intake/read-intake-context.ts'
import { findSlipPayer } from './find-slip-payer.ts'
import { listDuesLines } from './list-dues-lines.ts'

let database: TestDatabase
let council: ACouncil

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterAll(() => database.drop())

async function payerOf(typed: string) {
  const slip = readSlipNumber(typed)
  if (slip === null) throw new Error(`${typed} is no 納入番号`)
  return findSlipPayer(council.deps, slip)
}

test('a 納入番号 leads to the association or the member that was asked, and into the cells of the desk', async () => {
  const general = council.duesKind('一般会費')
  const companies = council.duesKind('法人会費')
  const { supporterId, membershipId } = await aMember(council, { name: 'ささえ商店', duesKindId: companies, units: 2 })
  const areaId = council.area('日吉二丁目自治会')
  await anAsking(council, general, [{ areaId: council.area('日吉一丁目自治会'), expectedYen: 500 }, { areaId, expectedYen: 500 }])
  await anAsking(council, companies, [{ membershipId, units: 2, expectedYen: 10_000 }])
  const context = await readIntakeContext(council.deps)
  const typed = { column: 'area', hasKind: false, fiscalYear: council.fiscalYear } as const
  const printed = formatSlipNumber({ fiscalYear: council.fiscalYear, kindCode: '1', number: 2 })

  const association = await payerOf(printed)
  expect(association).toEqual({ duesKindId: general, duesYear: council.fiscalYear, areaId, supporter: null })
  expect(await payerOf(printed.replaceAll('-', ''))).toEqual(association)
  if (association === null) throw new Error('the association was not found')
  expect(cellsOfSlip(association, context, typed)).toEqual({ kind: '1', area: '01-02' })
  expect(cellsOfSlip(association, context, { ...typed, column: 'supporter', hasKind: true })).toEqual({ supporter: '', area: '01-02' })

  const { code } = await database.db.prisma.duesKind.findUniqueOrThrow({ where: { id: companies } })
  const company = await findSlipPayer(council.deps, { eraYear: 8, kindCode: code, number: 1 })
  expect(company).toMatchObject({ supporter: { id: supporterId, name: 'ささえ商店', isClosed: false } })
  if (company === null) throw new Error('the company was not found')
  expect(cellsOfSlip(company, context, typed)).toEqual({ kind: `1${code}`, area: '', supporter: '1' })

  expect(await findSlipPayer(council.deps, { eraYear: 7, kindCode: '1', number: 2 })).toBeNull()
  expect(await findSlipPayer(council.deps, { eraYear: 8, kindCode: '1', number: 99 })).toBeNull()
})

test('the lines of a request are found by it, and nobody by one of another request', async () => {
  const supporting = council.duesKind('賛助会費')
  const asked = [council.area('日吉一丁目自治会'), council.area('篠山町自治会')].map((areaId) => ({ areaId, expectedYen: 500 }))
  await anAsking(council, supporting, asked)
  const { id: requestId, duesKind } = await database.db.prisma.duesRequest.findFirstOrThrow({ where: { duesKindId: supporting }, include: { duesKind: true } })
  const found = async (text: string) => {
    const { rows, totals } = await listDuesLines(council.deps, duesLinesSchema.parse({ requestId, payer: 'area', text }))
    expect(totals?.count).toBe(rows.length)
    return rows.map(({ areaName }) => areaName)
  }
  const printed = (number: number, kindCode = duesKind.code) => formatSlipNumber({ fiscalYear: council.fiscalYear, kindCode, number })
  expect(await found(printed(2))).toEqual(['篠山町自治会'])
  expect(await found(printed(1).replaceAll('-', ''))).toEqual(['日吉一丁目自治会'])
  expect(await found(printed(9))).toEqual([])
  expect(await found(printed(2, '1'))).toEqual([])
})
