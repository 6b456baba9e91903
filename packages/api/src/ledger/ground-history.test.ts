import { groundAt } from '@sasaeai/db/ground-at'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listHouseholds } from '../area/area-queries.ts'
import { checkLedger } from './check-ledger.ts'
import { readFundingTargets } from './list-funding-targets.ts'
import { readGroundData } from './read-ground-data.ts'

let database: TestDatabase
let council: ACouncil
let owner: pg.Client

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await database.drop()
})

const year = fiscalYear(2026)

test('a number of households is, as of each moment, what it was then: not there yet, set, corrected, and taken away', async () => {
  const { prisma, pool } = database.db
  const key = { areaId: council.area('篠山町自治会'), fiscalYear: year, basis: 'resident_register' as const }
  const seen = async (moment: Date | null) =>
    (await listHouseholds({ db: groundAt(database.db, moment) }, year)).flatMap(({ areaId, basis, households }) => (areaId === key.areaId && basis === key.basis ? [households] : []))
  await pool.query('DELETE FROM area_household')
  const moments = [await aMoment()]
  await prisma.areaHousehold.create({ data: { ...key, households: 120, asOf: new Date('2026-04-01') } })
  moments.push(await aMoment())
  for (const households of [121, 125]) await prisma.areaHousehold.update({ where: { areaId_fiscalYear_basis: key }, data: { households } })
  moments.push(await aMoment())
  await prisma.areaHousehold.deleteMany({ where: key })
  moments.push(await aMoment())
  expect(await Promise.all([...moments, null].map(seen))).toEqual([[], [120], [125], [], []])
})

test('goals, names and the tree are those of the moment for the same questions, and now for those who ask of now', async () => {
  const { prisma, pool } = database.db
  const [areaId, campaignId, methodId] = [council.area('篠山町自治会'), council.campaign('赤い羽根共同募金'), council.method('戸別募金')]
  const setGoal = (yen: number) => pool.query(
    `INSERT INTO campaign_goal VALUES ($1, $2, $3, $4) ON CONFLICT (campaign_id, area_id, collection_method_id) DO UPDATE SET target_yen = excluded.target_yen`,
    [campaignId, areaId, methodId, yen],
  )
  await setGoal(5_000)
  const moment = await aMoment()
  await setGoal(9_000)
  await prisma.area.update({ where: { id: areaId }, data: { name: '新篠山町自治会' } })
  await prisma.campaign.update({ where: { id: campaignId }, data: { name: '新しい募金' } })
  const look = async (at: Date | null) => {
    const db = groundAt(database.db, at)
    const { areas, campaigns } = await readGroundData(db, Number.MAX_SAFE_INTEGER)
    const goals = (await readFundingTargets(db, year)).filter(({ isOfCampaigns, areaId: of }) => isOfCampaigns && of === null).map(({ targetYen }) => targetYen)
    return [areas.get(areaId)?.name, campaigns.get(campaignId)?.name, ...goals]
  }
  expect(await look(moment)).toEqual(['篠山町自治会', '赤い羽根共同募金', 5_000])
  expect(await look(null)).toEqual(['新篠山町自治会', '新しい募金', 9_000])
})

test('a change of notes and counters alone is none, and words about people are not kept', async () => {
  const { prisma, pool } = database.db
  const areaId = council.area('日吉一丁目自治会')
  const before = await changes()
  await prisma.area.update({ where: { id: areaId }, data: { note: '会長は佐藤さん' } })
  expect(await changes()).toBe(before)
  await prisma.area.update({ where: { id: areaId }, data: { kana: 'ヒヨシ', note: '会長は鈴木さん' } })
  expect(await changes()).toBe(before + 1)
  const { rows } = await pool.query<{ told: string }>('SELECT before::text || after::text AS told FROM ground_history ORDER BY id DESC LIMIT 1')
  expect(rows[0]?.told).not.toMatch(/会長/)
})

test('every table whose past is kept has all of its columns in the past', async () => {
  const { rows } = await database.db.pool.query<{ table: string; missing: string }>(`
    SELECT v.table_name AS table, c.column_name AS missing FROM information_schema.views v
      JOIN information_schema.columns c ON c.table_schema = 'public' AND c.table_name = v.table_name
      LEFT JOIN information_schema.columns p ON p.table_schema = 'past' AND p.table_name = v.table_name AND p.column_name = c.column_name AND p.udt_name = c.udt_name
      WHERE v.table_schema = 'past' AND p.column_name IS NULL`)
  expect(rows).toEqual([])
})

test('what was written down is never changed; a change that went past it is found', async () => {
  await database.db.prisma.area.update({ where: { id: council.area('日吉二丁目自治会') }, data: { kana: 'ニチョウメ' } })
  expect(await faults()).toEqual([])
  await expect(owner.query('DELETE FROM ground_history')).rejects.toThrow('never changed')
  await expect(database.db.pool.query('INSERT INTO ground_history (table_name, row_key) VALUES ($1, $2)', ['area', council.area('日吉二丁目自治会')])).rejects.toThrow('permission denied')
  const areaId = council.area('日吉二丁目自治会')
  await owner.query(`SET session_replication_role = replica; UPDATE area SET name = '改ざん' WHERE id = '${areaId}'; SET session_replication_role = origin`)
  expect(await faults()).toEqual([`area ${areaId}`])
  await database.db.prisma.area.update({ where: { id: areaId }, data: { code: '99-99' } })
  // The next change is in order with the table, and not with the one before it.
  expect(await faults()).toEqual([`area ${areaId}`])
})

test('a council that was laid out with its past has been as it is since ever', async () => {
  await owner.query('SELECT forget_ground_history()')
  const long = groundAt(database.db, new Date(`${localDate('2001-04-01')}T00:00:00Z`))
  expect((await readGroundData(long)).areas).toEqual((await readGroundData(database.db, Number.MAX_SAFE_INTEGER)).areas)
  await expect(database.db.pool.query('SELECT forget_ground_history()')).rejects.toThrow('permission denied')
})

async function faults(): Promise<readonly string[]> {
  const { results } = await checkLedger(council.deps)
  return results.flatMap(({ check, examples }) => (check === 'ground_history_kept' ? examples : []))
}

async function changes(): Promise<number> {
  const { rows } = await database.db.pool.query<{ changes: number }>('SELECT count(*) AS changes FROM ground_history')
  return rows[0]?.changes ?? 0
}

/** A moment between what was changed and what will be: changes are told apart by the millisecond. */
async function aMoment(): Promise<Date> {
  const { rows } = await database.db.pool.query<{ now: Date }>('SELECT pg_sleep(0.005), clock_timestamp() AS now, pg_sleep(0.005)')
  return rows[0]?.now ?? new Date(Number.NaN)
}
