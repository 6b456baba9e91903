import { toDateColumn } from '@sasaeai/db/local-date-column'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { id } from '@sasaeai/domain/ids'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { csvRows } from '@sasaeai/testing/csv-rows'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { issueReceipt } from '../receipt/issue-receipt.ts'
import { checkLedger } from './check-ledger.ts'
import { exportLedgerCheck } from './export-ledger-check.ts'
import { reverseEntry } from './reverse-entry.ts'

let database: TestDatabase
let council: ACouncil
let owner: pg.Client
let entryId: string
let reversalId: string

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  entryId = (await bookSlip(council, aSlip(council))).id
  const second = await bookSlip(council, aSlip(council, { areaId: council.area('篠山町自治会') }))
  const reversal = await reverseEntry(council.deps, council.actors.accountant, {
    entryId: second.id,
    reversalDate: localDate('2026-10-20'),
    reason: '誤り',
  })
  if (!reversal.ok) throw new Error(reversal.code)
  reversalId = reversal.value.id
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const receipt = await issueReceipt(council.deps, council.actors.accountant, { entryIds: [id(entryId)] })
  if (!receipt.ok) throw new Error(receipt.code)
  await bookFromIntake(council, (await bookSlip(council, aSlip(council))).id)
})
afterEach(async () => {
  // Each damage is repaired by the test that did it, or the next one would find two.
  expect(await faults()).toEqual([])
})
afterAll(async () => {
  await owner.end()
  await database.drop()
})

test('sound books have no fault, and the report says how much was looked at', async () => {
  const { isSound, results } = await checkLedger(council.deps)
  expect(isSound).toBe(true)
  const lines = await csvRows(exportLedgerCheck(council.deps, { format: 'csv' }))
  expect(lines.map((line) => line.slice(1, 4))).toEqual(results.map(({ examined }) => ['一致', String(examined), '0']))
  expect(results.map(({ check, examined }) => `${check} ${examined}`)).toEqual([
    'entries_balanced 4',
    'numbers_gapless 4',
    'dates_consistent 8',
    'reversals_mirror 1',
    'day_totals_kept 5',
    'month_totals_kept 2',
    'year_totals_kept 3',
    'drive_totals_kept 0',
    'goal_totals_kept 0',
    'gifts_kept 0',
    'giver_years_kept 0',
    'ground_history_kept 0',
    'intake_lines_booked 1',
    'intake_numbers_gapless 1',
    'receipt_numbers_gapless 1',
  ])
})

test('a changed amount is found: the entry no longer balances and the totals differ', async () => {
  await tamper(`UPDATE posting SET amount_yen = amount_yen - 500 WHERE entry_id = '${entryId}' AND line_number = 2`)
  expect(await faults()).toEqual(['entries_balanced', 'day_totals_kept', 'month_totals_kept', 'year_totals_kept'])
  await tamper(`UPDATE posting SET amount_yen = amount_yen + 500 WHERE entry_id = '${entryId}' AND line_number = 2`)
})

test('an amount changed on both sides is found, though the entry still balances', async () => {
  await tamper(`UPDATE posting SET amount_yen = amount_yen * 2 WHERE entry_id = '${entryId}'`)
  expect(await faults()).toEqual(['day_totals_kept', 'month_totals_kept', 'year_totals_kept'])
  await tamper(`UPDATE posting SET amount_yen = amount_yen / 2 WHERE entry_id = '${entryId}'`)
})

test('money moved to another area is found', async () => {
  await tamper(`UPDATE posting SET area_id = '${council.area('篠山町自治会')}' WHERE entry_id = '${entryId}' AND line_number = 2`)
  expect(await faults()).toEqual(['day_totals_kept', 'month_totals_kept', 'year_totals_kept'])
  await tamper(`UPDATE posting SET area_id = '${council.area('日吉一丁目自治会')}' WHERE entry_id = '${entryId}' AND line_number = 2`)
})

test('a missing 伝票番号 is found', async () => {
  await tamper(`UPDATE journal_entry SET entry_number = 40 WHERE id = '${entryId}'`)
  const { results } = await checkLedger(council.deps)
  expect(results.filter(({ faults: found }) => found > 0)).toEqual([
    { check: 'numbers_gapless', examined: 4, faults: 1, examples: ['2026年度 4件 最後の番号 40 採番の記録 4'] },
  ])
  await tamper(`UPDATE journal_entry SET entry_number = 1 WHERE id = '${entryId}'`)
})

test('a counter that was set back is found', async () => {
  await owner.query(`UPDATE number_counter SET last_number = 3 WHERE series = 'journal_entry'`)
  expect(await faults()).toEqual(['numbers_gapless'])
  await owner.query(`UPDATE number_counter SET last_number = 4 WHERE series = 'journal_entry'`)
})

test('an entry moved to another day is found', async () => {
  await tamper(`UPDATE journal_entry SET entry_date = '2026-10-16' WHERE id = '${entryId}'`)
  expect(await faults()).toEqual(['dates_consistent'])
  await tamper(`UPDATE journal_entry SET entry_date = '2026-10-15' WHERE id = '${entryId}'`)
})

test('a reversal that undoes something else is found', async () => {
  await tamper(`UPDATE posting SET count = -1 WHERE entry_id = '${reversalId}' AND line_number = 2`)
  expect(await faults()).toEqual(['reversals_mirror', 'day_totals_kept', 'year_totals_kept'])
  await tamper(`UPDATE posting SET count = -51 WHERE entry_id = '${reversalId}' AND line_number = 2`)
})

test('a kept total that was changed by a yen is found, with the place where it stands', async () => {
  await owner.query(`UPDATE funding_total SET amount_yen = amount_yen + 1 WHERE entry_date = '2026-10-20' AND area_id IS NOT NULL`)
  const { results } = await checkLedger(council.deps)
  expect(results.filter(({ faults: found }) => found > 0).flatMap(({ examples }) => examples)).toEqual([
    '2026年度 2026-10-20 4100 会費収入 社協会費 篠山町自治会 集計 25501 明細 25500',
  ])
  await owner.query(`UPDATE funding_total SET amount_yen = amount_yen - 1 WHERE entry_date = '2026-10-20' AND area_id IS NOT NULL`)
})

test('a kept total that is missing is found', async () => {
  await owner.query(`CREATE TEMP TABLE lost AS SELECT * FROM funding_year_total; DELETE FROM funding_year_total`)
  expect(await faults()).toEqual(['year_totals_kept'])
  await owner.query('INSERT INTO funding_year_total SELECT * FROM lost')
})

test('a kept total of a month that was changed is found, with the month', async () => {
  await owner.query(`UPDATE funding_month_total SET amount_yen = amount_yen + 1 WHERE area_id = '${council.area('篠山町自治会')}'`)
  const { results } = await checkLedger(council.deps)
  expect(results.filter(({ faults: found }) => found > 0).map(({ check, examples }) => [check, ...examples])).toEqual([
    ['month_totals_kept', '2026年度 10月 社協会費 篠山町自治会 集計 1 明細 0'],
  ])
  await owner.query(`UPDATE funding_month_total SET amount_yen = amount_yen - 1 WHERE area_id = '${council.area('篠山町自治会')}'`)
})

test('a kept total of a drive that was changed is found, with the day and the drive', async () => {
  const { rows: [total] } = await owner.query<{ key: string }>(
    `INSERT INTO campaign_day_total (key, entry_date, campaign_id, amount_yen, count, postings)
      SELECT gen_random_uuid(), '2026-10-20', $1, -100, 1, 1 RETURNING key`,
    [council.campaign('赤い羽根共同募金')],
  )
  const { results } = await checkLedger(council.deps)
  expect(results.filter(({ faults: found }) => found > 0).map(({ check, examples }) => [check, ...examples])).toEqual([
    ['drive_totals_kept', '2026-10-20 赤い羽根共同募金 集計 -100 明細 なし'],
  ])
  await owner.query('DELETE FROM campaign_day_total WHERE key = $1', [total?.key])
})

test('goals are summed by area and by method, and a sum that was changed is found with its place', async () => {
  const [campaignId, areaId] = [council.campaign('赤い羽根共同募金'), council.area('篠山町自治会')]
  const setGoal = (method: string, yen: number) => owner.query(
    `INSERT INTO campaign_goal VALUES ($1, $2, $3, $4)
      ON CONFLICT (campaign_id, area_id, collection_method_id) DO UPDATE SET target_yen = excluded.target_yen`,
    [campaignId, areaId, council.method(method), yen],
  )
  await setGoal('戸別募金', 5_000)
  await setGoal('街頭募金', 700)
  await setGoal('街頭募金', 900)
  await owner.query('UPDATE campaign_goal_total SET target_yen = target_yen + 1 WHERE area_id = $1', [areaId])
  const { results } = await checkLedger(council.deps)
  expect(results.filter(({ faults: found }) => found > 0).map(({ check, examined, examples }) => [check, examined, ...examples])).toEqual([
    ['goal_totals_kept', 3, '2026年度 赤い羽根共同募金 篠山町自治会 集計 5901 目標額 5900'],
  ])
  await owner.query('UPDATE campaign_goal_total SET target_yen = target_yen - 1 WHERE area_id = $1', [areaId])
  await owner.query('DELETE FROM campaign_goal')
  expect((await owner.query('SELECT 1 FROM campaign_goal_total')).rows).toEqual([])
})

test('an intake line that says another amount than its entry is found', async () => {
  await tamper('UPDATE intake_line SET amount_yen = amount_yen + 1')
  expect(await faults()).toEqual(['intake_lines_booked'])
  await tamper('UPDATE intake_line SET amount_yen = amount_yen - 1')
})

test('a missing 受付番号 is found', async () => {
  await tamper('UPDATE intake_batch SET intake_number = 7')
  expect(await faults()).toEqual(['intake_numbers_gapless'])
  await tamper('UPDATE intake_batch SET intake_number = 1')
})

test('a missing 領収書番号 is found', async () => {
  await tamper('UPDATE receipt SET receipt_number = 2')
  expect(await faults()).toEqual(['receipt_numbers_gapless'])
  await tamper('UPDATE receipt SET receipt_number = 1')
})

async function faults(): Promise<string[]> {
  const { results } = await checkLedger(council.deps)
  return results.filter((result) => result.faults > 0).map(({ check }) => check)
}

/** What only somebody with the keys of the server could do. */
async function tamper(statement: string): Promise<void> {
  await owner.query(`SET session_replication_role = replica; ${statement}; SET session_replication_role = origin`)
}

/** A posted batch whose one line became the given entry. */
async function bookFromIntake({ deps, actors, ...of }: ACouncil, bookedId: string): Promise<void> {
  const batchId = deps.newId()
  const { userId } = actors.receptionist
  await owner.query(`SELECT take_numbers('intake_batch', 2026, 1)`)
  await deps.db.prisma.intakeBatch.create({
    data: { id: batchId, status: 'posted', intakeNumber: 1, fiscalYear: 2026, draft: {}, createdById: userId, updatedById: userId,
      receivedOn: toDateColumn(localDate('2026-10-15')) },
  })
  await tamper(`UPDATE journal_entry SET intake_batch_id = '${batchId}' WHERE id = '${bookedId}'`)
  await deps.db.prisma.intakeLine.create({
    data: { id: deps.newId(), batchId, lineNumber: 1, entryId: bookedId, amountYen: 25_500n,
      fundingSourceId: of.source('社協会費'), duesKindId: of.duesKind('一般会費'), duesYear: 2026 },
  })
}
