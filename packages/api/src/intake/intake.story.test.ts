import { intakeBatchIdSchema } from '@sasaeai/domain/id-schemas'
import { type ACouncil, aCouncil } from '@sasaeai/testing/a-council'
import { anIntakeDraft } from '@sasaeai/testing/an-intake-draft'
import { printedBalances, printedLedger } from '@sasaeai/testing/printed-ledger'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openIntakeBatch } from './open-intake-batch.ts'
import { postIntakeBatch } from './post-intake-batch.ts'
import { saveIntakeDraft } from './save-intake-draft.ts'

let database: TestDatabase
let council: ACouncil

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db, { now: new Date('2026-12-04T01:30:00Z') })
})
afterAll(() => database.drop())

test('a bundle with three moneys', async () => {
  const { deps, actors } = council
  const batchId = intakeBatchIdSchema.parse(deps.newId())

  // 12月4日、日吉一丁目の自治会長が、会費・赤い羽根・歳末の3つの袋と持参票（3件 85,500円）を持って来る。
  const header = { receivedOn: '12/4', bearer: '日吉一丁目 自治会長', area: '0101', controlCount: '3', controlTotal: '85,500' }
  const typed = [
    { kind: '1', householdsAsked: '90', householdsPaid: '84', amount: '42,000' },
    { kind: '2', householdsAsked: '90', householdsPaid: '81', amount: '28,000' },
    { kind: '3', householdsAsked: '90', householdsPaid: '77', amount: '15,400' },
  ]
  await openIntakeBatch(deps, actors.receptionist, { batchId, draft: anIntakeDraft(deps, header, typed) })

  // 歳末の袋は15,500円だった。100円足りないままでは記帳できない。
  expect(await postIntakeBatch(deps, actors.receptionist, { batchId, revision: 1 })).toMatchObject({
    code: 'control_mismatch',
    about: '金額は明細のほうが100円少ない（差額 △100円）です。明細か統制を確かめてください。',
  })
  const counted = anIntakeDraft(deps, header, [...typed.slice(0, 2), { ...typed[2], amount: '15,500' }])
  await saveIntakeDraft(deps, actors.receptionist, { batchId, revision: 1, draft: counted })
  expect(await postIntakeBatch(deps, actors.receptionist, { batchId, revision: 2 })).toMatchObject({
    ok: true,
    value: { fiscalYear: 2026, intakeNumber: 1 },
  })

  expect(await printedLedger(database.db)).toMatchInlineSnapshot(`
    伝票  日付     借方科目  借方金額  貸方科目                  貸方金額  件数  財源・運動・方法・地域                                      摘要
       1  R8.12.4  現金        42,000  会費収入                    42,000    84  社協会費・日吉一丁目自治会                                  社協会費 一般会費 日吉一丁目自治会
       2  R8.12.4  現金        28,000  預り金（共同募金）          28,000    81  共同募金・赤い羽根共同募金・戸別募金・日吉一丁目自治会      赤い羽根共同募金 戸別募金 日吉一丁目自治会
       3  R8.12.4  現金        15,500  預り金（歳末たすけあい）    15,500    77  歳末たすけあい・歳末たすけあい・戸別募金・日吉一丁目自治会  歳末たすけあい 戸別募金 日吉一丁目自治会
  `)
  expect(await printedBalances(database.db)).toMatchInlineSnapshot(`
    科目                      借方残高  貸方残高
    現金                        85,500
    預り金（共同募金）                    28,000
    預り金（歳末たすけあい）              15,500
    会費収入                              42,000
  `)
})
