import { drawPdf } from '@sasaeai/documents/drawn-pdf'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { id, type RemittanceId } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { aChestSlip } from '@sasaeai/testing/a-chest-slip'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { bookSlip } from '@sasaeai/testing/a-slip'
import { payFromCustody } from '@sasaeai/testing/pay-from-custody'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reverseEntry } from '../../ledger/reverse-entry.ts'
import { paperMakers } from '../../paper-makers.ts'
import { remitCustody } from './remit-custody.ts'

let database: TestDatabase
let council: ACouncil
let first: RemittanceId
let second: RemittanceId

const day = (text: string) => localDate(`2026-${text}`)
const drive = () => council.campaign('歳末たすけあい')

async function remit(on: string, amount: number): Promise<RemittanceId> {
  const remittanceId = id<'RemittanceId'>(council.deps.newId())
  const remitted = await remitCustody(council.deps, council.actors.accountant, {
    remittanceId, campaignId: drive(), remittedOn: day(on), amountYen: yen(amount), cashAccountId: council.account('普通預金'), note: '',
  })
  if (!remitted.ok) throw new Error(remitted.code)
  return remittanceId
}

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  const book = (on: string, amount: number, change: Parameters<typeof aChestSlip>[1] = {}) =>
    bookSlip(council, aChestSlip(council, { fundingSourceId: council.source('歳末たすけあい'), campaignId: drive(), entryDate: day(on), amountYen: yen(amount), ...change }))
  await database.db.prisma.communityChestRules.update({ where: { id: 1 }, data: { prefecturalBody: '福岡県共同募金会', branchName: '福岡県共同募金会ささえ市支会' } })
  await book('12-01', 100_000, { count: 200 })
  await book('12-05', 8_437, { collectionMethodId: council.method('街頭募金'), count: 2, areaId: undefined })
  await payFromCustody(council, { campaign: '歳末たすけあい', account: '預り金（歳末たすけあい）', on: day('12-08'), amountYen: 30_000, description: '見舞金 ひとり親世帯' })
  await payFromCustody(council, { campaign: '歳末たすけあい', account: '預り金（歳末たすけあい）', on: day('12-09'), amountYen: 10_000, description: '見舞金 ひとり親世帯' })
  first = await remit('12-10', 60_000)
  await book('12-20', 5_000)
  second = await remit('12-21', 13_437)
})
afterAll(() => database.drop())

async function printed(remittanceId: RemittanceId): Promise<string> {
  const desk = { deps: council.deps, day: day('12-31'), expect: async () => undefined, advance: async () => undefined, note: () => undefined }
  const paper = await paperMakers.remittance_slip.make(desk, { kind: 'remittance_slip', remittanceId })
  return (await drawPdf(paper?.bytes ?? new Uint8Array())).pages.map(({ text }) => text.replaceAll(/\s/g, '')).join('')
}

test('the slip comes from the branch, tells the methods to its own day, and direct payments apart', async () => {
  const text = await printed(first)
  for (const said of [
    '令和8年12月10日福岡県共同募金会御中', '福岡県共同募金会ささえ市支会', '令和8年度歳末たすけあい第1回', '今回の送金額60,000円',
    '戸別募金200世帯100,000', '街頭募金2回8,437', '合計108,437', '見舞金ひとり親世帯2件40,000', '直接支払った額△40,000',
    '送金前の預り残高68,437', '送金後の預り残高8,437',
  ]) expect(text).toContain(said)
})

test('the next one goes on where the first one ended, to the last yen', async () => {
  const text = await printed(second)
  for (const said of ['募金額（令和8年12月21日まで）113,437', '前回までの送金額△60,000', '送金前の預り残高13,437', '送金後の預り残高0']) expect(text).toContain(said)
})

test('an undone remittance says so, and is no longer reckoned with by a later one', async () => {
  const { entryId } = await database.db.prisma.remittance.findUniqueOrThrow({ where: { id: second } })
  await reverseEntry(council.deps, council.actors.accountant, { entryId: id(entryId), reversalDate: day('12-22'), reason: '金額の誤り' })
  expect(await printed(second)).toContain('送金書（令和8年12月22日取消済み）')
  const third = await printed(await remit('12-23', 13_437))
  for (const said of ['第3回', '前回までの送金額△60,000', '送金後の預り残高0']) expect(third).toContain(said)
})
