import type { SupporterId, SupporterMergeId } from '@sasaeai/domain/ids'
import { id } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { movedRecordName } from '@sasaeai/domain/supporter/merge/moved-record-name'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { done } from '@sasaeai/testing/a-grant'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import * as fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSupporter } from '../create-supporter.ts'
import { survivorOf } from '../merged-supporter-sql.ts'
import { mergeSupporters } from './merge-supporters.ts'
import { undoMerge } from './undo-merge.ts'

interface Reference {
  readonly table: string
  readonly column: string
  readonly moves: boolean
}

let database: TestDatabase
let council: ACouncil
let owner: pg.Client
let references: readonly Reference[]
let people: readonly SupporterId[]

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  owner = new pg.Client(database.ownerUrl)
  await owner.connect()
  const { rows } = await owner.query<Reference>('SELECT table_name AS "table", column_name AS "column", moves FROM supporter_references()')
  references = rows
  const made: SupporterId[] = []
  for (const name of ['甲', '乙', '丙', '丁']) {
    const details = supporterDetailsSchema.parse({ kind: 'person', name: `支援 ${name}`, kana: 'シエン' })
    made.push((await done(createSupporter(council.deps, council.actors.receptionist, details))).supporterId)
  }
  people = made
  await dropChecks()
  for (const [place, supporterId] of people.entries()) {
    const gift = { fundingSourceId: council.source('寄附金'), duesKindId: undefined, areaId: undefined, count: 1, supporterId }
    await bookSlip(council, aSlip(council, { ...gift, amountYen: yen(1_000 * 10 ** place) }))
    for (const reference of references.filter(({ moves, table }) => moves && table !== 'supporter')) await layRow(reference, supporterId)
  }
})
afterAll(async () => {
  await owner.end()
  await database.drop()
})

test('whatever is merged in whatever order, no row and no yen is lost, and undoing it all leaves everything as it was', { timeout: 60_000 }, async () => {
  const before = await picture()
  const pairs = fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 1, maxLength: 5 })
  await fc.assert(fc.asyncProperty(pairs, async (wanted) => {
    const groupOf = [0, 1, 2, 3]
    const merges: SupporterMergeId[] = []
    for (const [from, into] of wanted) {
      const mergeId = id<'SupporterMergeId'>(council.deps.newId())
      const outcome = await merge(mergeId, from, into)
      const isPossible = from !== into && groupOf[from] === from && groupOf[into] === into
      expect(outcome?.ok ?? false).toBe(isPossible)
      if (!isPossible) continue
      merges.push(mergeId)
      for (const [place, group] of groupOf.entries()) if (group === from) groupOf[place] = into
      await expectAllWithSurvivors(groupOf)
    }
    for (const mergeId of merges.reverse()) await done(undoMerge(council.deps, council.actors.accountant, { mergeId, reason: '別人だった' }))
    expect(await picture()).toEqual(before)
  }), { numRuns: 12 })
})

test('the catalogue knows every column that names a supporter: each is kept, or moved with a trigger that follows', async () => {
  expect(references.filter(({ moves }) => !moves).length).toBeGreaterThan(5)
  for (const { table, column } of references.filter(({ moves }) => moves)) {
    expect(movedRecordName(`${table}.${column}`), `a Japanese name for ${table}.${column}`).not.toBe(`${table}.${column}`)
    if (table === 'supporter') continue
    const { rowCount } = await owner.query(`SELECT 1 FROM pg_trigger WHERE tgrelid = $1::regclass AND tgname = $2`, [table, `a_${column}_follows_merge`])
    expect(rowCount, `a trigger on ${table}.${column}: merging gives it one`).toBe(1)
  }
})

async function merge(mergeId: SupporterMergeId, from: number, into: number) {
  const [mergedId, survivorId] = [people[from], people[into]]
  if (mergedId === undefined || survivorId === undefined || from === into) return null
  const rows = await database.db.prisma.supporter.findMany({ where: { id: { in: [mergedId, survivorId] } } })
  const [merged, survivor] = [rows.find((row) => row.id === mergedId), rows.find((row) => row.id === survivorId)]
  if (merged === undefined || survivor === undefined) throw new Error('a supporter under test is missing')
  return mergeSupporters(council.deps, council.actors.accountant, {
    mergeId, survivorId, mergedId, survivorRevision: survivor.revision, mergedRevision: merged.revision,
    details: supporterDetailsSchema.parse({ ...survivor, note: `${survivor.note}・${merged.name}` }), reason: '',
  })
}

/** Every yen is read under the survivor, and every row that may move stands there. */
async function expectAllWithSurvivors(groupOf: readonly number[]): Promise<void> {
  const { rows } = await owner.query<{ id: SupporterId; yen: string }>(
    `SELECT ${survivorOf('p.supporter_id')} AS id, -sum(p.amount_yen) AS yen FROM posting p WHERE p.supporter_id IS NOT NULL GROUP BY 1`,
  )
  const expected = people.map((person, place) => ({
    id: person,
    yen: groupOf.reduce((sum, group, member) => sum + (group === place ? 1_000 * 10 ** member : 0), 0),
  }))
  expect(new Map(rows.map((row) => [row.id, Number(row.yen)]))).toEqual(new Map(expected.filter(({ yen: sum }) => sum > 0).map((row) => [row.id, row.yen])))
  for (const { table, column } of references.filter(({ moves, table: name }) => moves && name !== 'supporter')) {
    const left = await owner.query(`SELECT 1 FROM ${table} t JOIN supporter s ON s.id = t.${column} WHERE s.merged_into_id IS NOT NULL`)
    const stayed = await owner.query(
      `SELECT 1 FROM supporter_merge_row r JOIN supporter_merge g ON g.id = r.merge_id
        WHERE r.table_name = $1 AND r.column_name = $2 AND r.has_stayed AND g.undone_at IS NULL`, [table, column],
    )
    expect(left.rowCount, `${table}.${column} left behind`).toBe(stayed.rowCount)
  }
}

/** Every row that names a supporter, and the supporters, but how often they were changed and what they are searched by: the rows laid here never were. */
async function picture(): Promise<Record<string, string>> {
  const tables = [...new Set(['supporter', ...references.filter(({ moves }) => moves).map(({ table }) => table), 'posting', 'journal_entry'])]
  const seen: Record<string, string> = {}
  for (const table of tables) {
    const { rows } = await owner.query<{ all: string }>(`SELECT string_agg(row, ',' ORDER BY row) AS all FROM (SELECT (to_jsonb(t) - ARRAY['revision', 'search_text'])::text AS row FROM ${table} t) rows`)
    seen[table] = rows[0]?.all ?? ''
  }
  return seen
}

/** The rows laid here need not make sense: they only have to be found again. */
async function dropChecks(): Promise<void> {
  const { rows } = await owner.query<{ drop: string }>(
    `SELECT DISTINCT format('ALTER TABLE %I DROP CONSTRAINT %I', c.conrelid::regclass, c.conname) AS drop
       FROM pg_constraint c JOIN supporter_references() s ON s.table_name = c.conrelid::regclass::text
       WHERE c.contype = 'c' AND s.moves AND s.table_name <> 'supporter'`,
  )
  for (const { drop } of rows) await owner.query(drop)
}

/** A row for the supporter in any table: its columns without a default are filled by their types, without looking at other tables. */
async function layRow({ table, column }: Reference, supporterId: SupporterId): Promise<void> {
  const { rows: columns } = await owner.query<{ name: string; type: string; isEnum: boolean }>(
    `SELECT a.attname AS name, format_type(a.atttypid, NULL) AS type, y.typtype = 'e' AS "isEnum"
       FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid
       WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attnotnull AND NOT a.atthasdef AND a.attname <> $2`,
    [table, column],
  )
  const values = columns.map(({ type, isEnum }) => (isEnum ? `(enum_range(NULL::${type}))[1]` : plainValues[type]))
  const unknown = columns.find((_, place) => values[place] === undefined)
  if (unknown !== undefined) throw new Error(`no plain value for ${table}.${unknown.name} of type ${unknown.type}`)
  // As a replica: neither foreign keys nor triggers.
  await owner.query('SET session_replication_role = replica')
  await owner.query(`INSERT INTO ${table} (${[column, ...columns.map(({ name }) => name)].join(', ')}) VALUES ($1, ${values.join(', ') || 'DEFAULT'})`, [supporterId])
  await owner.query('SET session_replication_role = DEFAULT')
}

const plainValues: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()',
  text: "gen_random_uuid()::text",
  integer: '(random() * 1000000000)::int',
  smallint: '(random() * 30000)::int',
  bigint: '1',
  boolean: 'false',
  date: "'2026-05-01'",
  'timestamp with time zone': "'2026-05-01'",
  jsonb: "'{}'",
  bytea: "''",
}
