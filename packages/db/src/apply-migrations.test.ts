import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { applyMigrations, MigrationRefused } from './apply-migrations.ts'
import { DatabaseUnavailable } from './connect-as-owner.ts'
import type { EmbeddedPostgres } from './embedded/start-embedded-postgres.ts'
import { startThrowawayPostgres } from './embedded/throwaway-postgres.ts'

let server: EmbeddedPostgres
let owner: pg.Client
let folder: string

beforeAll(async () => {
  server = await startThrowawayPostgres()
  owner = new pg.Client(server.url)
  await owner.connect()
})
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sasaeai-migrations-'))
  await owner.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
})
afterEach(() => rm(folder, { recursive: true }))
afterAll(async () => {
  await owner.end()
  await server.stop()
})

test('migrations are applied once, in the order of their names', async () => {
  await write('2_more', `INSERT INTO note VALUES ('more')`)
  await write('1_first', 'CREATE TABLE note (text text); SELECT 1')
  expect(await applyMigrations(server.url, folder)).toEqual(['1_first', '2_more'])
  expect(await applyMigrations(server.url, folder)).toEqual([])
  await write('3_later', `INSERT INTO note VALUES ('later')`)
  expect(await applyMigrations(server.url, folder)).toEqual(['3_later'])
  expect((await owner.query('SELECT text FROM note')).rows).toEqual([{ text: 'more' }, { text: 'later' }])
})

test('of several starters at once exactly one applies a migration', async () => {
  await write('1_first', 'CREATE TABLE note (text text); SELECT pg_sleep(0.2)')
  const results = await Promise.all(Array.from({ length: 4 }, () => applyMigrations(server.url, folder)))
  expect(results.flat()).toEqual(['1_first'])
})

test('a failing migration leaves nothing behind and says which it was', async () => {
  await write('1_first', 'CREATE TABLE note (text text)')
  await write('2_wrong', 'CREATE TABLE half (id int); SELECT 1 / 0')
  await expect(applyMigrations(server.url, folder)).rejects.toThrow(/2_wrong failed and was undone: .*division by zero/)
  const { rows } = await owner.query(`SELECT to_regclass('note') IS NULL AS note, to_regclass('half') IS NULL AS half`)
  expect(rows).toEqual([{ note: false, half: true }])
  await write('2_wrong', 'CREATE TABLE half (id int)')
  expect(await applyMigrations(server.url, folder)).toEqual(['2_wrong'])
})

test('a migration that was changed after it was applied is refused', async () => {
  await write('1_first', 'CREATE TABLE note (text text)')
  await applyMigrations(server.url, folder)
  await write('1_first', 'CREATE TABLE note (text text, more text)')
  await expect(applyMigrations(server.url, folder)).rejects.toThrow(/1_first has been changed/)
})

test('a database of a newer release is refused', async () => {
  await write('1_first', 'CREATE TABLE note (text text)')
  await write('2_newer', 'CREATE TABLE newer (text text)')
  await applyMigrations(server.url, folder)
  await rm(path.join(folder, '2_newer'), { recursive: true })
  await expect(applyMigrations(server.url, folder)).rejects.toThrow(/2_newer, which this release does not know/)
})

test('a migration that another tool began and never finished is refused', async () => {
  await write('1_first', 'CREATE TABLE note (text text)')
  await applyMigrations(server.url, folder)
  await owner.query('UPDATE _prisma_migrations SET finished_at = NULL')
  await expect(applyMigrations(server.url, folder)).rejects.toThrow(MigrationRefused)
})

test('a database that does not answer is told in one sentence that does not show the password', async () => {
  const failing = applyMigrations('postgresql://someone:secret@127.0.0.1:1/nowhere', folder)
  const error = await failing.catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(DatabaseUnavailable)
  expect(String(error)).toMatch(/The database at 127\.0\.0\.1:1 cannot be used \(.*ECONNREFUSED.*\): check/)
  expect(String(error)).not.toContain('secret')
})

async function write(name: string, script: string): Promise<void> {
  await mkdir(path.join(folder, name), { recursive: true })
  await writeFile(path.join(folder, name, 'migration.sql'), script)
}
