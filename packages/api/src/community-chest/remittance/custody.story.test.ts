import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { methodRows } from '@sasaeai/domain/community-chest/result/campaign-result'
import { custodyMovementNames } from '@sasaeai/domain/community-chest/remittance/custody-movement'
import { type CampaignId, id, type RemittanceId } from '@sasaeai/domain/ids'
import { failureMessage } from '@sasaeai/domain/outcome/failure-message'
import { formatYenDelta, yen } from '@sasaeai/domain/money/yen'
import { aChestSlip } from '@sasaeai/testing/a-chest-slip'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { setGoals } from '@sasaeai/testing/a-drive'
import { bookSlip } from '@sasaeai/testing/a-slip'
import { payFromCustody } from '@sasaeai/testing/pay-from-custody'
import { printedBalances, printedLedger } from '@sasaeai/testing/printed-ledger'
import { printedTable } from '@sasaeai/testing/printed-table'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkLedger } from '../../ledger/check-ledger.ts'
import { correctEntry } from '../../ledger/correct-entry.ts'
import { closeCampaign } from '../campaign/close-campaign.ts'
import { readCampaignResult } from '../result/campaign-result-query.ts'
import { custodyAccount } from './custody-account-query.ts'
import { remitCustody } from './remit-custody.ts'

let database: TestDatabase
let council: ACouncil

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterEach(async () => {
  expect((await checkLedger(council.deps)).results.filter(({ faults }) => faults > 0)).toEqual([])
  await database.drop()
})

const day = (text: string) => localDate(text)
const book = (on: string, amount: number, change: Parameters<typeof aChestSlip>[1] = {}) =>
  bookSlip(council, aChestSlip(council, { entryDate: day(on), amountYen: yen(amount), ...change }))
const onStreet = () => ({ collectionMethodId: council.method('街頭募金'), areaId: undefined })
const yearEnd = () => ({ fundingSourceId: council.source('歳末たすけあい'), campaignId: council.campaign('歳末たすけあい') })

async function remitted(campaignId: CampaignId, on: string, amount: number): Promise<RemittanceId> {
  const remittanceId = id<'RemittanceId'>(council.deps.newId())
  const outcome = await remitCustody(council.deps, council.actors.accountant, {
    remittanceId, campaignId, remittedOn: day(on), amountYen: yen(amount), cashAccountId: council.account('現金'), note: '',
  })
  if (!outcome.ok) throw new Error(outcome.code)
  return remittanceId
}

async function closing(campaignId: CampaignId): Promise<string> {
  const outcome = await closeCampaign(council.deps, council.actors.accountant, { campaignId })
  return outcome.ok ? '締めました' : failureMessage(outcome)
}

/** The page of a drive's custody as an accountant reads it. */
async function printedCustody(campaignId: CampaignId): Promise<string> {
  const account = await custodyAccount(council.deps, campaignId)
  if (account === null) throw new Error('the drive is gone')
  const { collectedYen, remittedYen, paidDirectlyYen, heldYen } = account.custody
  const rows = account.movements.map((each) => [
    formatLocalDateShort(each.day), custodyMovementNames[each.kind], `${each.entries}`, formatYenDelta(each.changeYen), formatYenDelta(each.heldYen),
  ])
  const sums = `受入 ${formatYenDelta(collectedYen)}　送金 ${formatYenDelta(remittedYen)}　直接支払 ${formatYenDelta(paidDirectlyYen)}　残高 ${formatYenDelta(heldYen)}`
  const columns = [{ heading: '日付' }, { heading: '種類' }, ...['件数', '増減', '残高'].map((heading) => ({ heading, isRight: true }))]
  return `${printedTable(columns, rows)}\n${sums}`
}

async function printedMethods(campaignId: CampaignId): Promise<string> {
  const result = await readCampaignResult(council.deps, { fiscalYear: council.fiscalYear, campaignId, until: day('2027-03-31'), years: 1 })
  return methodRows(result).filter(({ collectedYen }) => collectedYen !== 0)
    .map(({ name, collectedYen, goalYen }) => `${name} ${formatYenDelta(collectedYen)}（目標 ${goalYen === 0 ? '—' : formatYenDelta(goalYen)}）`).join('\n')
}

test('赤い羽根, from its goal to nothing held, and closed: what was collected stays collected', async () => {
  const campaign = council.campaign('赤い羽根共同募金')
  await setGoals(council, [
    { campaign, method: '戸別募金', area: '日吉一丁目自治会', targetYen: 60_000 },
    { campaign, method: '街頭募金', area: 'ささえ市', targetYen: 20_000 },
  ])
  await book('2026-10-05', 62_500)
  await book('2026-10-10', 18_437, { ...onStreet(), count: 2 })
  await remitted(campaign, '2026-11-10', 60_000)
  expect(await closing(campaign)).toBe('預り金が20,937円残っています。送金または直接支払で預り金を0円にしてから締めてください。')
  // A late envelope comes after the first remittance.
  await book('2026-12-25', 3_000, { areaId: council.area('篠山町自治会'), count: 6 })
  await remitted(campaign, '2027-01-15', 23_937)
  expect(await closing(campaign)).toBe('締めました')
  expect(await printedMethods(campaign)).toMatchInlineSnapshot(`
    戸別募金 65,500（目標 60,000）
    街頭募金 18,437（目標 20,000）
  `)
  expect(await printedCustody(campaign)).toMatchInlineSnapshot(`
    日付      種類    件数      増減    残高
    R8.10.5   受入れ     1    62,500  62,500
    R8.10.10  受入れ     1    18,437  80,937
    R8.11.10  送金       1  △60,000  20,937
    R8.12.25  受入れ     1     3,000  23,937
    R9.1.15   送金       1  △23,937       0
    受入 83,937　送金 83,937　直接支払 0　残高 0
  `)
  expect(await printedLedger(database.db)).toMatchInlineSnapshot(`
    伝票  日付      借方科目            借方金額  貸方科目            貸方金額  件数  財源・運動・方法・地域                                  摘要
       1  R8.10.5   現金                  62,500  預り金（共同募金）    62,500   125  共同募金・赤い羽根共同募金・戸別募金・日吉一丁目自治会  赤い羽根共同募金 戸別募金 日吉一丁目自治会
       2  R8.10.10  現金                  18,437  預り金（共同募金）    18,437     2  共同募金・赤い羽根共同募金・街頭募金                    赤い羽根共同募金 街頭募金
       3  R8.11.10  預り金（共同募金）    60,000  現金                  60,000        赤い羽根共同募金                                        赤い羽根共同募金 送金 第1回
       4  R8.12.25  現金                   3,000  預り金（共同募金）     3,000     6  共同募金・赤い羽根共同募金・戸別募金・篠山町自治会      赤い羽根共同募金 戸別募金 篠山町自治会
       5  R9.1.15   預り金（共同募金）    23,937  現金                  23,937        赤い羽根共同募金                                        赤い羽根共同募金 送金 第2回
  `)
  expect(await printedBalances(database.db)).toMatchInlineSnapshot(`
    科目                借方残高  貸方残高
    現金
    預り金（共同募金）
  `)
})

test('歳末: 見舞金 is paid directly, the remainder is remitted, and the drive is closed to the yen', async () => {
  const campaign = council.campaign('歳末たすけあい')
  await book('2026-12-01', 345_000, { ...yearEnd(), count: 690 })
  await book('2026-12-05', 21_837, { ...yearEnd(), ...onStreet(), count: 1 })
  const custody = { campaign: '歳末たすけあい', account: '預り金（歳末たすけあい）' }
  await payFromCustody(council, { ...custody, on: day('2026-12-18'), amountYen: 150_000, description: '歳末たすけあい 見舞金 ひとり親世帯 15世帯' })
  await payFromCustody(council, { ...custody, on: day('2026-12-20'), amountYen: 100_000, description: '歳末たすけあい 団体助成 ささえ子ども食堂' })
  await remitted(campaign, '2027-01-20', 116_837)
  expect(await closing(campaign)).toBe('締めました')
  expect(await printedCustody(campaign)).toMatchInlineSnapshot(`
    日付      種類      件数       増減     残高
    R8.12.1   受入れ       1    345,000  345,000
    R8.12.5   受入れ       1     21,837  366,837
    R8.12.18  直接支払     1  △150,000  216,837
    R8.12.20  直接支払     1  △100,000  116,837
    R9.1.20   送金         1  △116,837        0
    受入 366,837　送金 116,837　直接支払 250,000　残高 0
  `)
  expect(await printedLedger(database.db)).toMatchInlineSnapshot(`
    伝票  日付      借方科目                  借方金額  貸方科目                  貸方金額  件数  財源・運動・方法・地域                                      摘要
       1  R8.12.1   現金                       345,000  預り金（歳末たすけあい）   345,000   690  歳末たすけあい・歳末たすけあい・戸別募金・日吉一丁目自治会  歳末たすけあい 戸別募金 日吉一丁目自治会
       2  R8.12.5   現金                        21,837  預り金（歳末たすけあい）    21,837     1  歳末たすけあい・歳末たすけあい・街頭募金                    歳末たすけあい 街頭募金
       3  R8.12.18  預り金（歳末たすけあい）   150,000  現金                       150,000        歳末たすけあい                                              歳末たすけあい 見舞金 ひとり親世帯 15世帯
       4  R8.12.20  預り金（歳末たすけあい）   100,000  現金                       100,000        歳末たすけあい                                              歳末たすけあい 団体助成 ささえ子ども食堂
       5  R9.1.20   預り金（歳末たすけあい）   116,837  現金                       116,837        歳末たすけあい                                              歳末たすけあい 送金 第1回
  `)
  expect(await printedBalances(database.db)).toMatchInlineSnapshot(`
    科目                      借方残高  貸方残高
    現金
    預り金（歳末たすけあい）
  `)
})

test('a mistaken method is put right after the remittance: the result moves, and still nothing is held', async () => {
  const campaign = council.campaign('赤い羽根共同募金')
  await book('2026-10-05', 62_500)
  const mistaken = await book('2026-10-06', 12_345, { areaId: undefined, count: 1 })
  await remitted(campaign, '2026-11-10', 74_845)
  expect(await printedMethods(campaign)).toMatchInlineSnapshot(`戸別募金 74,845（目標 —）`)
  const corrected = await correctEntry(council.deps, council.actors.accountant, {
    entryId: mistaken.id, reversalDate: day('2026-11-20'), reason: '募金方法の誤り',
    contribution: aChestSlip(council, { entryDate: day('2026-11-20'), amountYen: yen(12_345), ...onStreet(), count: 1 }),
  })
  expect(corrected).toMatchObject({ ok: true })
  expect(await printedMethods(campaign)).toMatchInlineSnapshot(`
    戸別募金 62,500（目標 —）
    街頭募金 12,345（目標 —）
  `)
  expect(await printedCustody(campaign)).toMatchInlineSnapshot(`
    日付      種類          件数      増減    残高
    R8.10.5   受入れ           1    62,500  62,500
    R8.10.6   受入れ           1    12,345  74,845
    R8.11.10  送金             1  △74,845       0
    R8.11.20  受入れ           1    12,345  12,345
    R8.11.20  受入れの取消     1  △12,345       0
    受入 74,845　送金 74,845　直接支払 0　残高 0
  `)
  expect(await printedLedger(database.db)).toMatchInlineSnapshot(`
    伝票  日付      借方科目            借方金額  貸方科目            貸方金額  件数  財源・運動・方法・地域                                  摘要
       1  R8.10.5   現金                  62,500  預り金（共同募金）    62,500   125  共同募金・赤い羽根共同募金・戸別募金・日吉一丁目自治会  赤い羽根共同募金 戸別募金 日吉一丁目自治会
       2  R8.10.6   現金                  12,345  預り金（共同募金）    12,345     1  共同募金・赤い羽根共同募金・戸別募金                    赤い羽根共同募金 戸別募金
       3  R8.11.10  預り金（共同募金）    74,845  現金                  74,845        赤い羽根共同募金                                        赤い羽根共同募金 送金 第1回
       4  R8.11.20  預り金（共同募金）    12,345  現金                  12,345   △1  共同募金・赤い羽根共同募金・戸別募金                    取消 赤い羽根共同募金 戸別募金（募金方法の誤り）
       5  R8.11.20  現金                  12,345  預り金（共同募金）    12,345     1  共同募金・赤い羽根共同募金・街頭募金                    赤い羽根共同募金 街頭募金（募金方法の誤り）
  `)
  expect(await closing(campaign)).toBe('締めました')
})
