import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { applyMigrations } from '@sasaeai/db/apply-migrations'
import { type Db, openDatabase } from '@sasaeai/db/database'
import { databaseAt, onServer } from '@sasaeai/testing/test-cluster'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { checkLedger } from '../../ledger/check-ledger.ts'

const migrations = path.join(import.meta.dirname, '..', '..', '..', '..', '..', 'prisma', 'migrations')
const name = 'sasaeai_dues_before_terms'
let url: string
let folder: string
let owner: pg.Client
let db: Db

/** A council that booked dues and a donation with the release that knew no 会費年度. */
beforeAll(async () => {
  const cluster = inject('testCluster')
  await onServer(cluster.url, `CREATE DATABASE ${name}`)
  url = databaseAt(cluster.url, name)
  folder = await mkdtemp(path.join(tmpdir(), 'sasaeai-release-'))
  const released = (await readdir(migrations)).filter((each) => each < '20261121150000')
  for (const each of released) await cp(path.join(migrations, each), path.join(folder, each), { recursive: true })
  await applyMigrations(url, folder)
  owner = new pg.Client({ connectionString: url })
  await owner.connect()
  await owner.query(councilOfThatRelease)
  await book({ place: 1, on: '2026-03-30', yen: 25_500, duesKindId: ordinary })
  await book({ place: 2, on: '2026-04-02', yen: 5_000, duesKindId: company })
  await book({ place: 3, on: '2026-04-02', yen: 3_000 })
  await applyMigrations(url)
  db = openDatabase(url)
})
afterAll(async () => {
  await db.close()
  await owner.end()
  await onServer(inject('testCluster').url, `DROP DATABASE ${name} WITH (FORCE)`)
  await rm(folder, { recursive: true })
})

test('what was booked as dues counts for the year that it was booked in, and the books are still sound', async () => {
  const { rows } = await owner.query('SELECT fiscal_year, dues_year, sum(amount_yen)::int AS yen FROM posting WHERE amount_yen < 0 GROUP BY 1, 2 ORDER BY 1, 2')
  expect(rows).toEqual([
    { fiscal_year: 2025, dues_year: 2025, yen: -25_500 },
    { fiscal_year: 2026, dues_year: 2026, yen: -5_000 },
    { fiscal_year: 2026, dues_year: null, yen: -3_000 },
  ])
  const { results } = await checkLedger({ db, now: () => new Date() })
  expect(results.filter(({ faults }) => faults > 0)).toEqual([])
})

test('money booked afterwards adds to the totals of what was booked before', async () => {
  await book({ place: 4, on: '2026-03-30', yen: 25_500, duesKindId: ordinary, duesYear: 2025 })
  const { rows } = await owner.query('SELECT amount_yen::int AS yen, postings FROM funding_total WHERE dues_year = 2025')
  expect(rows).toEqual([{ yen: -51_000, postings: 2 }])
})

test('an amount that stood beside a kind is what each year asks of it; the first kind is asked of households', async () => {
  const { rows } = await owner.query('SELECT k.name, t.fiscal_year, t.unit, t.payer, t.unit_yen::int AS yen FROM dues_terms t JOIN dues_kind k ON k.id = t.dues_kind_id ORDER BY k.code, t.fiscal_year')
  expect(rows).toEqual([
    { name: '一般会費', fiscal_year: 2025, unit: 'household', payer: 'household', yen: 500 },
    { name: '一般会費', fiscal_year: 2026, unit: 'household', payer: 'household', yen: 500 },
    { name: '法人会費', fiscal_year: 2025, unit: 'unit', payer: 'organization', yen: 5_000 },
    { name: '法人会費', fiscal_year: 2026, unit: 'unit', payer: 'organization', yen: 5_000 },
    { name: '賛助会費', fiscal_year: 2025, unit: 'free', payer: 'organization', yen: null },
    { name: '賛助会費', fiscal_year: 2026, unit: 'free', payer: 'organization', yen: null },
  ])
})

const user = uuid(1)
const [cash, income] = [uuid(2), uuid(3)]
const [dues, gift] = [uuid(4), uuid(5)]
const [ordinary, company] = [uuid(6), uuid(7)]

const councilOfThatRelease = `
  INSERT INTO user_account (id, name, email) VALUES ('${user}', '高橋 誠', 'kaikei@example.jp');
  INSERT INTO fiscal_year (year) VALUES (2025), (2026);
  INSERT INTO fiscal_period (fiscal_year, first_day)
    SELECT y, (make_date(y, 4, 1) + make_interval(months => m))::date FROM unnest(ARRAY[2025, 2026]) y, generate_series(0, 11) m;
  INSERT INTO ledger_account (id, code, name, category) VALUES ('${cash}', '1', '現金', 'asset'), ('${income}', '2', '会費収入', 'income');
  INSERT INTO funding_source (id, code, name, category, account_id) VALUES
    ('${dues}', '1', '社協会費', 'membership_dues', '${income}'), ('${gift}', '2', '寄附金', 'donation', '${income}');
  INSERT INTO dues_kind (id, code, name, unit_yen) VALUES
    ('${ordinary}', '1', '一般会費', 500), ('${company}', '2', '法人会費', 5000), ('${uuid(8)}', '3', '賛助会費', NULL);`

interface Slip {
  /** Told apart by this. */
  readonly place: number
  readonly on: string
  readonly yen: number
  readonly duesKindId?: string
  readonly duesYear?: number
}

/** Cash came in, through the one door into the ledger. */
async function book({ place, on, yen, duesKindId, duesYear }: Slip): Promise<void> {
  const money = { fundingSourceId: duesKindId === undefined ? gift : dues, duesKindId, duesYear, count: 1 }
  const entry = {
    id: uuid(90 + place), entryDate: on, kind: 'receipt', description: '', sourceKind: 'slip', sourceId: String(place), postedById: user,
    postings: [{ accountId: cash, amountYen: yen }, { accountId: income, amountYen: -yen, ...money }],
  }
  await owner.query('SELECT * FROM post_entries($1, $2)', [JSON.stringify([entry]), '[]'])
}

function uuid(place: number): string {
  return `00000000-0000-7000-8000-${String(place).padStart(12, '0')}`
}
