import { duesProgress, type DuesProgressRow, sumOfDues } from '@sasaeai/domain/membership-dues/progress/dues-progress'
import { progressOfWire } from '@sasaeai/domain/membership-dues/progress/dues-progress-wire'
import { duesStatusNames } from '@sasaeai/domain/membership-dues/progress/dues-status'
import { intakeBatchIdSchema } from '@sasaeai/domain/id-schemas'
import { formatRatio } from '@sasaeai/domain/money/ratio'
import { formatYenDelta } from '@sasaeai/domain/money/yen'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { type ACouncil, aCouncil } from '@sasaeai/testing/a-council'
import { anAsking } from '@sasaeai/testing/an-asking'
import { anIntakeDraft } from '@sasaeai/testing/an-intake-draft'
import { printedLedger } from '@sasaeai/testing/printed-ledger'
import { printedTable } from '@sasaeai/testing/printed-table'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openIntakeBatch } from '../../intake/open-intake-batch.ts'
import { postIntakeBatch } from '../../intake/post-intake-batch.ts'
import { duesProgressAnswer } from './dues-progress-query.ts'

let database: TestDatabase
let council: ACouncil

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterAll(() => database.drop())

test('a 自治会 pays in two parts, and the second bundle holds 共同募金 as well', async () => {
  // 令和8年4月、2つの自治会に一般会費のご協力をお願いした。
  const [one, two] = [council.area('日吉一丁目自治会'), council.area('日吉二丁目自治会')]
  await database.db.prisma.areaHousehold.createMany({ data: [counted(one, 120), counted(two, 80)] })
  await anAsking(council, council.duesKind('一般会費'), [
    { areaId: one, households: 100, expectedYen: 50_000 },
    { areaId: two, households: 80, expectedYen: 40_000 },
  ])
  expect(await printedProgress()).toMatchInlineSnapshot(`
    地域                状況          世帯  加入率  目安額  納入額
    日吉校区            未納        0／200    0.0%  90,000       0
    　日吉一丁目自治会  未納        0／120    0.0%  50,000       0
    　日吉二丁目自治会  未納         0／80    0.0%  40,000       0
    篠山校区            お願いなし    0／—       —       0       0
    　篠山町自治会      お願いなし    0／—       —       0       0
    計                                   0          90,000       0
  `)

  // 6月10日、一丁目の会長が集まった分を先に持って来る。
  await bundle({ receivedOn: '6/10', controlCount: '1', controlTotal: '30,000' }, [
    { kind: '1', householdsPaid: '60', amount: '30,000' },
  ])
  expect(await printedProgress()).toMatchInlineSnapshot(`
    地域                状況           世帯  加入率  目安額  納入額
    日吉校区            一部        60／200   30.0%  90,000  30,000
    　日吉一丁目自治会  一部        60／120   50.0%  50,000  30,000
    　日吉二丁目自治会  未納          0／80    0.0%  40,000       0
    篠山校区            お願いなし     0／—       —       0       0
    　篠山町自治会      お願いなし     0／—       —       0       0
    計                                   60          90,000  30,000
  `)

  // 10月8日、残りの会費と、戸別の赤い羽根を1つの束で。募金は会費の納入状況に入らない。
  await bundle({ receivedOn: '10/8', controlCount: '2', controlTotal: '45,000' }, [
    { kind: '1', householdsPaid: '40', amount: '20,000' },
    { kind: '2', householdsPaid: '50', amount: '25,000' },
  ])
  expect(await printedProgress()).toMatchInlineSnapshot(`
    地域                状況            世帯  加入率  目安額  納入額
    日吉校区            一部        100／200   50.0%  90,000  50,000
    　日吉一丁目自治会  納入済み    100／120   83.3%  50,000  50,000
    　日吉二丁目自治会  未納           0／80    0.0%  40,000       0
    篠山校区            お願いなし      0／—       —       0       0
    　篠山町自治会      お願いなし      0／—       —       0       0
    計                                   100          90,000  50,000
  `)
  expect(await printedLedger(database.db)).toMatchInlineSnapshot(`
    伝票  日付     借方科目  借方金額  貸方科目            貸方金額  件数  財源・運動・方法・地域                                  摘要
       1  R8.6.10  現金        30,000  会費収入              30,000    60  社協会費・日吉一丁目自治会                              社協会費 一般会費 日吉一丁目自治会
       2  R8.10.8  現金        20,000  会費収入              20,000    40  社協会費・日吉一丁目自治会                              社協会費 一般会費 日吉一丁目自治会
       3  R8.10.8  現金        25,000  預り金（共同募金）    25,000    50  共同募金・赤い羽根共同募金・戸別募金・日吉一丁目自治会  赤い羽根共同募金 戸別募金 日吉一丁目自治会
  `)
})

function counted(areaId: string, households: number) {
  const asOf = toDateColumn(localDate('2026-04-01'))
  return { areaId, fiscalYear: 2026, basis: 'association_membership' as const, households, asOf }
}

async function bundle(
  header: Parameters<typeof anIntakeDraft>[1],
  lines: Parameters<typeof anIntakeDraft>[2],
): Promise<void> {
  const { deps, actors } = council
  const batchId = intakeBatchIdSchema.parse(deps.newId())
  const draft = anIntakeDraft(deps, { bearer: '自治会長', area: '0101', ...header }, lines)
  await openIntakeBatch(deps, actors.receptionist, { batchId, draft })
  expect(await postIntakeBatch(deps, actors.receptionist, { batchId, revision: 1 })).toMatchObject({ ok: true })
}

async function printedProgress(): Promise<string> {
  const { fiscalYear } = council
  const { facts, areas, households } = progressOfWire(await duesProgressAnswer(council.deps, { fiscalYear }))
  const rows = duesProgress(facts, { areas, households: households[0]?.counts ?? new Map() })
  const whole = sumOfDues(rows)
  const total = ['計', '', `${whole.paidHouseholds}`, '', formatYenDelta(whole.expectedYen), formatYenDelta(whole.receivedYen)]
  return printedTable(
    [
      { heading: '地域' },
      { heading: '状況' },
      { heading: '世帯', isRight: true },
      { heading: '加入率', isRight: true },
      { heading: '目安額', isRight: true },
      { heading: '納入額', isRight: true },
    ],
    [...rows.flatMap(printedRows), total],
  )
}

function printedRows(row: DuesProgressRow): string[][] {
  const line = [
    `${'　'.repeat(row.depth)}${row.name}`,
    duesStatusNames[row.status],
    `${row.paidHouseholds}／${row.households ?? '—'}`,
    formatRatio(row.paidHouseholds, row.households),
    formatYenDelta(row.expectedYen),
    formatYenDelta(row.receivedYen),
  ]
  return [line, ...row.children.flatMap(printedRows)]
}
