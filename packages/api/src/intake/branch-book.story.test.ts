import { intakeBatchIdSchema } from '@sasaeai/domain/id-schemas'
import { id } from '@sasaeai/domain/ids'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { campaignDetailsSchema } from '@sasaeai/domain/community-chest/campaign/campaign-details'
import { ledgerAccountDetailsSchema } from '@sasaeai/domain/ledger/ledger-account-details'
import { yen } from '@sasaeai/domain/money/yen'
import { type ACouncil, aCouncil } from '@sasaeai/testing/a-council'
import { done } from '@sasaeai/testing/a-grant'
import { anIntakeDraft } from '@sasaeai/testing/an-intake-draft'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { printedBalances, printedLedger } from '@sasaeai/testing/printed-ledger'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveGroundItem } from '../council/save-ground-item.ts'
import { ledgerAccountTable } from '../ledger/ledger-account-table.ts'
import { postContribution } from '../ledger/post-contribution.ts'
import { campaignTable } from '../community-chest/campaign/campaign-table.ts'
import { readDailyReport } from './daily-report-query.ts'
import { exportDailyReport } from './export-daily-report.ts'
import { openIntakeBatch } from './open-intake-batch.ts'
import { postIntakeBatch } from './post-intake-batch.ts'

let database: TestDatabase
let council: ACouncil

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterAll(() => database.drop())

async function aBranchAccount(code: string, name: string, category: 'asset' | 'liability') {
  const { deps, actors } = council
  const details = ledgerAccountDetailsSchema.parse({ code, name, category, book: 'branch' })
  const saved = await saveGroundItem(deps, actors.accountant, { table: ledgerAccountTable, id: null, revision: null, details })
  if (!saved.ok) throw new Error(saved.code)
  return id<'LedgerAccountId'>(saved.value.id)
}

test('a bundle with dues and a drive that the 支会 keeps in a book of its own', async () => {
  const { deps, actors } = council

  // 赤い羽根共同募金は、社協の帳簿ではなく支会の帳簿でつけている。
  const cashAccountId = await aBranchAccount('9110', '支会 現金', 'asset')
  const custodyAccountId = await aBranchAccount('9210', '支会 預り金', 'liability')
  const campaign = await database.db.prisma.campaign.findUniqueOrThrow({ where: { id: council.campaign('赤い羽根共同募金') } })
  const details = campaignDetailsSchema.parse({
    ...campaign, opensOn: localDate('2026-10-01'), closesOn: localDate('2027-03-31'), custodyAccountId, cashAccountId,
  })
  expect(await saveGroundItem(deps, actors.accountant, { table: campaignTable, id: campaign.id, revision: 1, details })).toMatchObject({ ok: true })

  // 10月15日、日吉一丁目の自治会長が、会費と赤い羽根を一つの袋で持って来る。
  const batchId = intakeBatchIdSchema.parse(deps.newId())
  const header = { receivedOn: '10/15', bearer: '日吉一丁目 自治会長', area: '0101', controlCount: '2', controlTotal: '51,000' }
  const draft = anIntakeDraft(deps, header, [
    { kind: '1', householdsPaid: '51', amount: '25,500' },
    { kind: '2', method: '1', householdsPaid: '51', amount: '25,500' },
  ])
  await openIntakeBatch(deps, actors.receptionist, { batchId, draft })
  expect(await postIntakeBatch(deps, actors.receptionist, { batchId, revision: 1 })).toMatchObject({ ok: true })

  // 法人が窓口に持って来た赤い羽根も、入金先を選ばなくても支会の現金に入る。
  await bookSlip(council, aSlip(council, {
    fundingSourceId: council.source('共同募金'), campaignId: id(campaign.id), collectionMethodId: council.method('法人募金'),
    duesKindId: undefined, areaId: undefined, amountYen: yen(10_000), count: 1,
  }))

  expect(await printedLedger(database.db)).toMatchInlineSnapshot(`
    伝票  日付      借方科目   借方金額  貸方科目     貸方金額  件数  財源・運動・方法・地域                                  摘要
       1  R8.10.15  現金         25,500  会費収入       25,500    51  社協会費・日吉一丁目自治会                              社協会費 一般会費 日吉一丁目自治会
       2  R8.10.15  支会 現金    25,500  支会 預り金    25,500    51  共同募金・赤い羽根共同募金・戸別募金・日吉一丁目自治会  赤い羽根共同募金 戸別募金 日吉一丁目自治会
       3  R8.10.15  支会 現金    10,000  支会 預り金    10,000     1  共同募金・赤い羽根共同募金・法人募金                    赤い羽根共同募金 法人募金
  `)
  expect(await printedBalances(database.db)).toMatchInlineSnapshot(`
    科目         借方残高  貸方残高
    現金           25,500
    会費収入                 25,500
    支会 現金      35,500
    支会 預り金              35,500
  `)

  // 日計表は、どちらの箱にいくらあるはずかを分けて示す。
  const report = await readDailyReport(deps, localDate('2026-10-15'))
  expect(report.cash.map(({ accountName, book, amountYen }) => [accountName, book, amountYen])).toEqual([
    ['現金', 'council', 25_500], ['支会 現金', 'branch', 35_500],
  ])
  expect(report.totalYen).toBe(61_000)
  const { content } = await done(exportDailyReport(deps, { day: localDate('2026-10-15'), format: 'csv' }))
  const lines = Buffer.from(content, 'base64').toString('utf8').split('\r\n')
  expect([lines[2], ...lines.slice(-4, -1)]).toEqual(['種類と方法', '現金,社協の帳簿,25500', '支会 現金,支会の帳簿,35500', '合計,,61000'])

  // 会費の入金先に支会の現金は選べない。
  expect(await postContribution(deps, actors.accountant, aSlip(council, { cashAccountId }))).toEqual({
    ok: false, code: 'cash_account_of_branch', field: 'cashAccountId',
  })
})
