import { localDate } from '@sasaeai/domain/calendar/local-date'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { id } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { aChestSlip } from '@sasaeai/testing/a-chest-slip'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { bookSlip } from '@sasaeai/testing/a-slip'
import { momentOfBooks } from '@sasaeai/testing/moment-of-books'
import { payFromCustody } from '@sasaeai/testing/pay-from-custody'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { correctEntry } from '../../ledger/correct-entry.ts'
import { ofNow, readReportMoment } from '../../ledger/report-moment.ts'
import { reverseEntry } from '../../ledger/reverse-entry.ts'
import { custodyAccount } from './custody-account-query.ts'
import { custodyOfYear } from './custody-queries.ts'
import { custodyAccountSheets, custodySheets } from './custody-sheets.ts'
import { remitCustody } from './remit-custody.ts'

let database: TestDatabase
let council: ACouncil

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterEach(() => database.drop())

const day = (text: string) => localDate(`2026-${text}`)
const chest = () => council.campaign('赤い羽根共同募金')
const book = (on: string, amount: number, change: Parameters<typeof aChestSlip>[1] = {}) =>
  bookSlip(council, aChestSlip(council, { entryDate: day(on), amountYen: yen(amount), ...change }))
const remit = (on: string, amount: number) =>
  remitCustody(council.deps, council.actors.accountant, {
    remittanceId: id(council.deps.newId()), campaignId: chest(), remittedOn: day(on), amountYen: yen(amount), cashAccountId: council.account('普通預金'), note: '',
  })
const undo = (entryId: string, on: string) =>
  reverseEntry(council.deps, council.actors.accountant, { entryId: id(entryId), reversalDate: day(on), reason: '誤り' })

const account = async () => {
  const found = await custodyAccount(council.deps, chest())
  if (found === null) throw new Error('the drive is gone')
  return found
}
const lines = async () =>
  (await account()).movements.map(({ day: on, kind, entries, entry, changeYen, heldYen }) =>
    [on.slice(5), kind, entry === null ? `${entries}件` : entry.entryNumber, changeYen, heldYen].join(' '))

test('each kind of movement has its line, nothing is netted, and the last balance is what is held', async () => {
  await book('10-05', 62_500)
  await book('10-05', 30_000, { areaId: council.area('日吉二丁目自治会') })
  const twice = await book('10-10', 18_437)
  await undo(twice.id, '10-11')
  await remit('10-20', 50_000)
  await payFromCustody(council, { campaign: '赤い羽根共同募金', account: '預り金（共同募金）', on: day('10-21'), amountYen: 12_000, description: '見舞金' })
  const wrong = await database.db.prisma.remittance.findFirstOrThrow()
  await undo(wrong.entryId, '10-22')
  await remit('10-22', 40_000)
  expect(await lines()).toEqual([
    '10-05 received 2件 92500 92500',
    '10-10 received 1件 18437 110937',
    '10-11 receipt_undone 1件 -18437 92500',
    '10-20 remitted 5 -50000 42500',
    '10-21 paid_directly 6 -12000 30500',
    '10-22 payment_undone 7 50000 80500',
    '10-22 remitted 8 -40000 40500',
  ])
  expect((await account()).custody).toMatchObject({ collectedYen: 92_500, remittedYen: 40_000, paidDirectlyYen: 12_000, heldYen: 40_500 })
  expect((await account()).remittances.map(({ sequence, amountYen, undoneOn }) => [sequence, amountYen, undoneOn])).toEqual([
    [2, 40_000, null],
    [1, 50_000, '2026-10-22'],
  ])
})

test('held since the day of the oldest slip that is not handed over; one undone was never there', async () => {
  const first = await book('10-05', 10_000)
  await book('10-12', 20_000)
  await book('10-20', 5_000)
  const since = async () => (await account()).custody.heldSince
  expect(await since()).toBe('2026-10-05')
  await undo(first.id, '10-21')
  expect(await since()).toBe('2026-10-12')
  await remit('10-22', 20_000)
  expect(await since()).toBe('2026-10-20')
  await remit('10-22', 5_000)
  expect(await since()).toBeNull()
})

test('a mistyped method put right after the remittance leaves the custody as it is', async () => {
  const wrong = await book('10-05', 10_000)
  await remit('10-20', 10_000)
  const contribution = { ...aChestSlip(council, { amountYen: yen(10_000) }), collectionMethodId: council.method('街頭募金') }
  const corrected = await correctEntry(council.deps, council.actors.accountant, { entryId: wrong.id, reversalDate: day('10-25'), reason: '方法の誤り', contribution: { ...contribution, entryDate: day('10-25') } })
  expect(corrected).toMatchObject({ ok: true })
  expect((await account()).custody).toMatchObject({ collectedYen: 10_000, remittedYen: 10_000, heldYen: 0, heldSince: null })
  expect(await lines()).toEqual([
    '10-05 received 1件 10000 10000',
    '10-20 remitted 2 -10000 0',
    '10-25 received 1件 10000 10000',
    '10-25 receipt_undone 1件 -10000 0',
  ])
})

test('the year shows its drives, and of an earlier year only what is still held', async () => {
  await book('10-05', 10_000)
  const thisYear = await custodyOfYear(council.deps, fiscalYear(2026))
  expect(thisYear.campaigns.map(({ name, heldYen, deadline }) => [name, heldYen, deadline])).toEqual([
    ['赤い羽根共同募金', 10_000, '2027-04-30'],
    ['歳末たすけあい', 0, '2027-01-31'],
  ])
  expect((await custodyOfYear(council.deps, fiscalYear(2027))).campaigns).toMatchObject([{ name: '赤い羽根共同募金', fiscalYear: 2026, heldYen: 10_000 }])
  expect(custodySheets(thisYear)[0]?.total?.slice(1, 6)).toEqual(['合計（ほかの団体の運動を除く）', 10_000, 0, 0, 10_000])
})

test('what is collected for another body stands in the list and in no sum', async () => {
  await database.db.prisma.campaign.update({ where: { id: council.campaign('歳末たすけあい') }, data: { drive: 'other', name: 'NHK歳末' } })
  await book('10-05', 10_000)
  await book('10-06', 700, { campaignId: council.campaign('歳末たすけあい'), fundingSourceId: council.source('歳末たすけあい') })
  const [sheet] = custodySheets(await custodyOfYear(council.deps, fiscalYear(2026)))
  expect(sheet?.rows.map((row) => [row[1], row[5]])).toEqual([['赤い羽根共同募金', 10_000], ['NHK歳末', 700]])
  expect(sheet?.total?.[5]).toBe(10_000)
})

test('the workbook of a drive has all movements and all remittances, an undone one outside the sum', async () => {
  await book('10-05', 10_000)
  await remit('10-20', 3_000)
  await undo((await database.db.prisma.remittance.findFirstOrThrow()).entryId, '10-21')
  await remit('10-22', 4_000)
  const [movements, remittances] = custodyAccountSheets(await account())
  expect(movements?.rows.at(-1)).toEqual(['2026-10-22', '送金', 1, 4, '赤い羽根共同募金 送金 第2回', -4_000, 6_000])
  expect(remittances?.rows.map((row) => [row[0], row[2], row[6]])).toEqual([[1, 3_000, '2026-10-21'], [2, 4_000, null]])
  expect(remittances?.total?.[2]).toBe(4_000)
})

test('paid from as last time, else from the usual account', async () => {
  expect((await account()).cash.usualId).toBe(council.account('現金'))
  await book('10-05', 10_000)
  await remit('10-20', 3_000)
  const { cash } = await account()
  expect(cash.usualId).toBe(council.account('普通預金'))
  expect(cash.accounts.map(({ name }) => name)).toContain('1120 普通預金')
})

test('what was held at a moment, since when, and what moved until then stay as they were, whatever comes, goes and is undone since', async () => {
  const seen = async (at = ofNow) => ({ account: await custodyAccount(council.deps, chest(), at), campaigns: (await custodyOfYear(council.deps, fiscalYear(2026), at)).campaigns })
  const first = await book('10-05', 62_500)
  await book('10-07', 30_000)
  await remit('10-20', 50_000)
  const then = await seen()
  const at = await readReportMoment(council.deps, await momentOfBooks(database.db))
  expect(await seen(at)).toEqual(then)
  await undo(first.id, '10-21')
  await book('10-06', 5_000)
  await undo((await database.db.prisma.remittance.findFirstOrThrow()).entryId, '10-22')
  await remit('10-23', 10_000)
  expect(await seen(at)).toEqual(then)
  expect((await seen()).account?.custody).toMatchObject({ collectedYen: 35_000, remittedYen: 10_000, heldYen: 25_000, heldSince: '2026-10-07' })
})
