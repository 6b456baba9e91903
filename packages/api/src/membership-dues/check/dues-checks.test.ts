import { toDateColumn } from '@sasaeai/db/local-date-column'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { yen } from '@sasaeai/domain/money/yen'
import { type ACouncil, aCouncil } from '@sasaeai/testing/a-council'
import { aMember } from '@sasaeai/testing/an-asking'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listPostings } from '../../ledger/posting-list-queries.ts'
import { reverseEntry } from '../../ledger/reverse-entry.ts'
import { duesChecks } from './dues-checks-query.ts'
import { markDuesCheck, unmarkDuesCheck } from './mark-dues-check.ts'

let database: TestDatabase
let council: ACouncil

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterEach(() => database.drop())

const found = () => duesChecks(council.deps, council.fiscalYear)
const sentences = async () => (await found()).map(({ sentence }) => sentence)

async function aCompany() {
  const duesKindId = council.duesKind('法人会費')
  const { supporterId } = await aMember(council, { name: 'ささえ工務店', duesKindId, units: 2 })
  const slip = { duesKindId, supporterId, areaId: undefined, amountYen: yen(10_000), count: 1 }
  return { supporterId, slip: aSlip(council, { ...slip, entryDate: localDate('2026-05-10') }) }
}

test('dues paid twice are told with both slips, and a payment that was taken back is no second one', async () => {
  const { slip } = await aCompany()
  await bookSlip(council, slip)
  expect(await found()).toEqual([])
  const second = await bookSlip(council, { ...slip, slipId: council.deps.newId(), entryDate: localDate('2026-06-20') })
  expect(await sentences()).toEqual([
    'ささえ工務店（1）の法人会費が2回あります：R8.5.10に10,000円（伝票1、直接）、R8.6.20に10,000円（伝票2、直接）。合わせて20,000円です。',
  ])
  const undone = { entryId: second.id, reversalDate: localDate('2026-10-15'), reason: '二重の受付' }
  await reverseEntry(council.deps, council.actors.accountant, undone)
  expect(await found()).toEqual([])
})

test('several kinds of one payer, a late slip and too many households are told, each with its entries', async () => {
  const { supporterId, slip } = await aCompany()
  await bookSlip(council, slip)
  const supporting = { duesKindId: council.duesKind('賛助会費'), supporterId, areaId: undefined, amountYen: yen(1_000), count: 1 }
  await bookSlip(council, aSlip(council, supporting))
  const areaId = council.area('日吉一丁目自治会')
  const counted = { areaId, fiscalYear: 2026, basis: 'association_membership', households: 50 } as const
  await database.db.prisma.areaHousehold.create({ data: { ...counted, asOf: toDateColumn(localDate('2026-04-01')) } })
  await bookSlip(council, aSlip(council))
  expect(await sentences()).toEqual([
    'ささえ工務店（1）は法人会費と賛助会費の両方を納めています。ご本人の意向どおりか確かめてください。',
    '日吉一丁目自治会（01-01）は51世帯が納めたことになっていますが、登録されている世帯数は50です。件数の入力か世帯数を確かめてください。',
  ])
  for (const { filter } of await found()) expect((await listPostings(council.deps, { filter })).count).toBeGreaterThan(0)
})

test('dues of the year before that come in April are told in the year they are of', async () => {
  const { slip } = await aCompany()
  const lastYear = fiscalYear(council.fiscalYear - 1)
  await bookSlip(council, { ...slip, entryDate: localDate('2026-04-12'), duesYear: lastYear })
  const late = await duesChecks(council.deps, lastYear)
  expect(late.map(({ kind, sentence }) => [kind, sentence])).toEqual([
    ['late', 'ささえ工務店（1）の令和7年度分の法人会費 10,000円は、年度を過ぎたR8.4.12に届きました（伝票1）。'],
  ])
  expect(await found()).toEqual([])
})

test('a member who lives elsewhere than the 自治会 paid through is told', async () => {
  const through = council.area('日吉一丁目自治会')
  const member = await aMember(council, { name: '山田 太郎', duesKindId: council.duesKind('賛助会費'), units: 1, through })
  expect(await found()).toEqual([])
  await database.db.prisma.supporter.update({ where: { id: member.supporterId }, data: { areaId: council.area('篠山町自治会') } })
  expect(await sentences()).toEqual([
    '山田 太郎（1）は日吉一丁目自治会を通して納める会員ですが、住所の地域は篠山町自治会です。転居や経路の変更がないか確かめてください。',
  ])
})

test('what was looked at stays marked, by whom and why, until more is paid', async () => {
  const { slip } = await aCompany()
  await bookSlip(council, slip)
  await bookSlip(council, { ...slip, slipId: council.deps.newId() })
  const [first] = await found()
  const mark = { fiscalYear: council.fiscalYear, findingKey: first?.key ?? '' }
  const note = '2口ずつ2回に分けて納入'
  expect(await markDuesCheck(council.deps, council.actors.receptionist, { ...mark, note })).toMatchObject({ ok: true })
  expect((await found())[0]?.mark).toMatchObject({ note, markedBy: '受付担当' })
  await bookSlip(council, { ...slip, slipId: council.deps.newId() })
  expect((await found())[0]?.mark).toBeNull()
  expect(await unmarkDuesCheck(council.deps, council.actors.receptionist, mark)).toMatchObject({ ok: true })
  expect(await unmarkDuesCheck(council.deps, council.actors.receptionist, mark)).toMatchObject({ ok: false, code: 'row_gone' })
})
