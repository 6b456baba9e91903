import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { intakeBatchIdSchema } from '@sasaeai/domain/id-schemas'
import { type ACouncil, aCouncil } from '@sasaeai/testing/a-council'
import { anIntakeDraft } from '@sasaeai/testing/an-intake-draft'
import { printedLedger } from '@sasaeai/testing/printed-ledger'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFiscalYear } from '../council/open-fiscal-year.ts'
import { listPostings } from '../ledger/posting-list-queries.ts'
import { listDuesTerms } from '../membership-dues/terms/dues-terms-queries.ts'
import { openIntakeBatch } from './open-intake-batch.ts'
import { postIntakeBatch } from './post-intake-batch.ts'

let database: TestDatabase
let council: ACouncil

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db, { now: new Date('2027-04-08T01:30:00Z') })
})
afterAll(() => database.drop())

test('a slip of last year arrives in April', async () => {
  const { deps, actors } = council

  // 4月1日、令和9年度を開く。会費の条件は令和8年度から引き継いだ。
  const opened = await openFiscalYear(deps, actors.administrator, {
    year: fiscalYear(2027), copyCampaigns: true, copyHouseholds: true, copyTargets: false, copyDuesTerms: true,
  })
  expect(opened).toMatchObject({ ok: true, value: { terms: 4 } })

  // 4月8日、日吉一丁目の自治会長が、3月に集め終えた令和8年度の会費（51世帯 25,500円）と、今年度の法人会費を持って来る。
  const batchId = intakeBatchIdSchema.parse(deps.newId())
  const header = { receivedOn: '4/8', bearer: '日吉一丁目 自治会長', area: '0101', controlCount: '2', controlTotal: '30,500' }
  const draft = anIntakeDraft(deps, header, [
    { kind: '1-2026', householdsPaid: '51', amount: '25,500' },
    { kind: '14', amount: '5,000' },
  ])
  await openIntakeBatch(deps, actors.receptionist, { batchId, draft })
  expect(await postIntakeBatch(deps, actors.receptionist, { batchId, revision: 1 })).toMatchObject({ ok: true })

  // 日付は令和9年度の4月8日、会費は令和8年度のもの。
  expect(await printedLedger(database.db)).toMatchInlineSnapshot(`
    伝票  日付    借方科目  借方金額  貸方科目  貸方金額  件数  財源・運動・方法・地域      摘要
       1  R9.4.8  現金        25,500  会費収入    25,500    51  社協会費・日吉一丁目自治会  社協会費 一般会費 令和8年度分 日吉一丁目自治会
       2  R9.4.8  現金         5,000  会費収入     5,000        社協会費・日吉一丁目自治会  社協会費 法人会費 日吉一丁目自治会
  `)

  const found = async (duesYear: number) => {
    const { rows, totalYen } = await listPostings(deps, { filter: { duesYear: fiscalYear(duesYear) } })
    return { slips: rows.map(({ entryDate, duesKind, amountYen }) => [entryDate, duesKind, amountYen]), totalYen }
  }
  expect(await found(2026)).toEqual({ slips: [['2027-04-08', '一般会費', 25_500]], totalYen: 25_500 })
  expect(await found(2027)).toEqual({ slips: [['2027-04-08', '法人会費', 5_000]], totalYen: 5_000 })

  // 納入があったので、令和8年度の一般会費の単位と目安はもう変わらない。
  const { kinds } = await listDuesTerms(deps, fiscalYear(2026))
  expect(kinds.map(({ name, use }) => [name, use.hasPostings])).toEqual([
    ['一般会費', true], ['賛助会費', false], ['特別会費', false], ['法人会費', false],
  ])
})
