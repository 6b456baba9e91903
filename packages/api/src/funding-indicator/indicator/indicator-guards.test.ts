import { sqlStateOf } from '@sasaeai/db/sql-state'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'

let database: TestDatabase
let owner: pg.Client
let application: pg.Client

const computedId = '01990000-0000-7000-8000-000000000001'
const manualId = '01990000-0000-7000-8000-000000000002'

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  application = new pg.Client({ connectionString: database.url })
  await Promise.all([owner.connect(), application.connect()])
  await application.query(`INSERT INTO funding_indicator (id, code, name, kind)
    VALUES ('${computedId}', 'test-computed', '計算するもの', 'computed'), ('${manualId}', 'test-manual', '入力するもの', 'manual')`)
  await application.query(versionSql(manualId, { version: 1 }))
  await application.query(`INSERT INTO indicator_target (id, indicator_id, fiscal_year, value) VALUES (gen_random_uuid(), '${manualId}', 2026, 70)`)
  await application.query(actualSql(manualId))
  await application.query(`INSERT INTO indicator_review (id, indicator_id, fiscal_year) VALUES (gen_random_uuid(), '${manualId}', 2026)`)
})
afterAll(async () => {
  await Promise.all([owner.end(), application.end()])
  await database.drop()
})

const said = ['indicator_version', 'indicator_target', 'indicator_actual', 'indicator_review']
const stays = 'SA001'
const permissionDenied = '42501'
const checkViolation = '23514'
const notOfItsKind = 'P0001'

test.each(said)('what was said in %s is neither changed nor deleted, even by the owner', async (table) => {
  expect(await refusal(owner, `UPDATE ${table} SET recorded_at = now()`)).toBe(stays)
  expect(await refusal(owner, `DELETE FROM ${table}`)).toBe(stays)
  expect(await refusal(application, `UPDATE ${table} SET recorded_at = now()`)).toBe(permissionDenied)
  expect(await refusal(application, `DELETE FROM ${table}`)).toBe(permissionDenied)
})

test('a version is of the kind of its indicator, and an indicator stays of its kind', async () => {
  expect(await refusal(application, versionSql(computedId, { version: 1 }))).toBe(notOfItsKind)
  expect(await refusal(application, versionSql(manualId, { version: 2, computation: "'donation_count'" }))).toBe(notOfItsKind)
  expect(await refusal(application, `UPDATE funding_indicator SET kind = 'manual' WHERE id = '${computedId}'`)).toBe(notOfItsKind)
})

test('what is computed is not entered', async () => expect(await refusal(application, actualSql(computedId))).toBe(notOfItsKind))

test('an actual has its own 時点', async () => expect(await refusal(application, actualSql(manualId, ''))).toBe(checkViolation))

test('a changed definition says from which year and why', async () => {
  expect(await refusal(application, versionSql(manualId, { version: 2, reason: '' }))).toBe(checkViolation)
  expect(await refusal(application, versionSql(manualId, { version: 2, from: 'NULL' }))).toBe(checkViolation)
})

function versionSql(indicatorId: string, { version, reason = '設問が変わった', from = '2026', computation = 'NULL' }:
  { version: number; reason?: string; from?: string; computation?: string }): string {
  return `INSERT INTO indicator_version (id, indicator_id, version, definition, reason, from_fiscal_year, computation)
    VALUES (gen_random_uuid(), '${indicatorId}', ${version}, '市民意識調査で「そう思う」と答えた人の割合', '${reason}', ${from}, ${computation})`
}

function actualSql(indicatorId: string, label = 'R7調査'): string {
  return `INSERT INTO indicator_actual (id, indicator_id, fiscal_year, value, as_of_label) VALUES (gen_random_uuid(), '${indicatorId}', 2026, 61.3, '${label}')`
}

async function refusal(client: pg.Client, sql: string): Promise<string | undefined> {
  try {
    await client.query(sql)
  } catch (error) {
    return sqlStateOf(error)
  }
  return undefined
}
