import { fail, succeed } from '@sasaeai/domain/outcome/outcome'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Db, openDatabase } from './database.ts'
import type { EmbeddedPostgres } from './embedded/start-embedded-postgres.ts'
import { startThrowawayPostgres } from './embedded/throwaway-postgres.ts'
import { inTransaction } from './in-transaction.ts'
import { sqlStateOf } from './sql-state.ts'

let server: EmbeddedPostgres
let db: Db

beforeAll(async () => {
  server = await startThrowawayPostgres()
  const owner = new pg.Client(server.url)
  await owner.connect()
  await owner.query(`
    CREATE ROLE sasaeai_app;
    CREATE TABLE jar (id int PRIMARY KEY, coins int NOT NULL CHECK (coins >= 0));
    GRANT SELECT, INSERT, UPDATE, DELETE ON jar TO sasaeai_app`)
  await owner.end()
  db = openDatabase(server.url)
})
beforeEach(async () => {
  await db.pool.query('DELETE FROM jar')
  await db.pool.query('INSERT INTO jar VALUES (1, 10), (2, 10)')
})
afterAll(async () => {
  await db.close()
  await server.stop()
})

test('sixteen transactions that read both jars and change one end as if they had come one after another', async () => {
  const addTheSum = (index: number) =>
    inTransaction(db, async (tx) => {
      const [row] = await tx.$queryRaw<{ sum: bigint }[]>`SELECT sum(coins)::bigint AS sum FROM jar`
      await tx.$executeRaw`UPDATE jar SET coins = coins + 1 WHERE id = ${(index % 2) + 1}`
      return Number(row?.sum)
    })
  const sums = await Promise.all(Array.from({ length: 16 }, (_, index) => addTheSum(index)))
  expect(sums.sort((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_, index) => 20 + index))
})

test('two transactions that wait for each other both succeed', async () => {
  const takeBoth = (first: number, second: number) =>
    inTransaction(db, async (tx) => {
      await tx.$executeRaw`UPDATE jar SET coins = coins + 1 WHERE id = ${first}`
      await tx.$executeRaw`SELECT pg_sleep(0.2)`
      await tx.$executeRaw`UPDATE jar SET coins = coins + 1 WHERE id = ${second}`
    }, { isolation: 'ReadCommitted' })
  await Promise.all([takeBoth(1, 2), takeBoth(2, 1)])
  const { rows } = await db.pool.query('SELECT coins FROM jar ORDER BY id')
  expect(rows).toEqual([{ coins: 12 }, { coins: 12 }])
})

test('an error rolls everything back, is not repeated and keeps its SQL state', async () => {
  let runs = 0
  const refused = inTransaction(db, async (tx) => {
    runs += 1
    await tx.$executeRaw`UPDATE jar SET coins = 99 WHERE id = 1`
    await tx.$executeRaw`UPDATE jar SET coins = -1 WHERE id = 2`
  })
  const state = await refused.catch(sqlStateOf)
  expect([runs, state]).toEqual([1, '23514'])
  const { rows } = await db.pool.query('SELECT sum(coins)::bigint AS coins FROM jar')
  expect(rows).toEqual([{ coins: 20 }])
})

test('a conflict without end is thrown after ten attempts', async () => {
  let runs = 0
  const hopeless = inTransaction(db, async (tx) => {
    runs += 1
    await tx.$executeRaw`DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$`
  })
  expect(await hopeless.catch(sqlStateOf)).toBe('40001')
  expect(runs).toBe(10)
})

test('a failed outcome rolls everything back and is returned', async () => {
  const refused = await inTransaction(db, async (tx) => {
    await tx.$executeRaw`UPDATE jar SET coins = 99 WHERE id = 1`
    return fail('jar_is_full', { about: '99' })
  })
  expect(refused).toEqual({ ok: false, code: 'jar_is_full', about: '99' })
  expect(await inTransaction(db, async (tx) => succeed(await tx.$queryRaw`SELECT coins FROM jar WHERE id = 1`))).toEqual({ ok: true, value: [{ coins: 10 }] })
})
