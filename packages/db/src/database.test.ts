import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyMigrations } from './apply-migrations.ts'
import { applicationUrl, type Db, openDatabase } from './database.ts'
import type { EmbeddedPostgres } from './embedded/start-embedded-postgres.ts'
import { startThrowawayPostgres } from './embedded/throwaway-postgres.ts'

let server: EmbeddedPostgres
let db: Db

beforeAll(async () => {
  server = await startThrowawayPostgres()
  await applyMigrations(server.url)
  db = openDatabase(server.url)
})
afterAll(async () => {
  await db.close()
  await server.stop()
})

test('the application works under its own role, which owns no table', async () => {
  const { rows } = await db.pool.query(`
    SELECT current_user AS role, (SELECT count(*) FROM pg_tables WHERE tableowner = current_user) AS owned`)
  expect(rows).toEqual([{ role: 'sasaeai_app', owned: 0 }])
  await expect(db.prisma.$executeRaw`DROP TABLE posting`).rejects.toThrow(/must be owner/)
})

test('an instant reads the same whatever time zone the server is set to', async () => {
  const { rows } = await db.pool.query(`SELECT '2026-04-01 00:00+09'::timestamptz AS instant`)
  const viaPrisma = await db.prisma.$queryRaw`SELECT '2026-04-01 00:00+09'::timestamptz AS instant`
  expect(rows).toEqual([{ instant: new Date('2026-03-31T15:00:00Z') }])
  expect(viaPrisma).toEqual(rows)
})

test('the raw pool reads a bigint as an exact number or not at all, and a date as its text', async () => {
  const { rows } = await db.pool.query(`SELECT 9007199254740991::bigint AS yen, '2026-04-01'::date AS day`)
  expect(rows).toEqual([{ yen: 9_007_199_254_740_991, day: '2026-04-01' }])
  await expect(db.pool.query('SELECT 9007199254740993::bigint')).rejects.toThrow(RangeError)
})

test('a client that comes back from a closed database asks the next one; the closed one is not asked again', async () => {
  const first = openDatabase(server.url)
  const { prisma } = first
  expect(await prisma.auditEvent.count()).toBe(0)
  await first.close()
  const elsewhere = new URL(server.url)
  elsewhere.pathname = '/postgres'
  const next = openDatabase(elsewhere.href)
  expect(next.prisma).toBe(prisma)
  expect(await next.prisma.$queryRaw`SELECT current_database()::text AS name`).toEqual([{ name: 'postgres' }])
  await expect(first.prisma.auditEvent.count()).rejects.toThrow(/after calling end/)
  await next.close()
})

test('options that an address already carries are kept, and the role comes last', () => {
  const url = applicationUrl('postgresql://someone@db.example/sasaeai?options=-c%20statement_timeout%3D5s')
  expect(new URL(url).searchParams.get('options')).toBe(
    '-c statement_timeout=5s -c role=sasaeai_app -c timezone=UTC',
  )
})
