import { parseArgs } from 'node:util'
import { applyMigrations } from '@sasaeai/db/apply-migrations'
import { connectAsOwner } from '@sasaeai/db/connect-as-owner'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { seedDemo } from './seed-demo.ts'

// npm run seed [-- --scale=33]: fills DATABASE_URL, or the embedded database in DATA_DIR, with the demo council.
const { values } = parseArgs({ options: { scale: { type: 'string', default: '1' } } })
const scale = Number(values.scale)
if (!Number.isFinite(scale) || scale <= 0 || scale > 100)
  throw new RangeError('--scale is a number up to 100, such as --scale=33')

const externalUrl = process.env['DATABASE_URL']
if (externalUrl === undefined) {
  const { startEmbeddedPostgres } = await import('@sasaeai/db/embedded/start-embedded-postgres')
  const server = await startEmbeddedPostgres({ dataDir: process.env['DATA_DIR'] })
  try {
    await seedAnew(server.url)
  } finally {
    await server.stop()
  }
} else {
  await seedAnew(externalUrl)
}

async function seedAnew(ownerUrl: string): Promise<void> {
  const startedAt = performance.now()
  const refusal = await clearDemo(ownerUrl)
  if (refusal !== null) {
    console.error(`何も変えていません：${refusal}`)
    process.exitCode = 1
    return
  }
  await applyMigrations(ownerUrl)
  await seedDemo(ownerUrl, { today: localDateInTokyo(new Date()), scale })
  console.log(
    `デモデータを作りました：${await countPostings(ownerUrl)}明細、${((performance.now() - startedAt) / 1_000).toFixed(1)}秒`,
  )
}

/** Removes an earlier demo council, and nothing else: answers with the reason where there is anything but one. */
async function clearDemo(ownerUrl: string): Promise<string | null> {
  const owner = await connectAsOwner(ownerUrl)
  try {
    const { rows: tables } = await owner.query(
      `SELECT 1 FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' LIMIT 1`,
    )
    if (tables.length === 0) return null
    const isOurs = await owner.query(`SELECT to_regclass('public.council') IS NOT NULL AS ours`)
    if (isOurs.rows[0]?.ours !== true) return 'このデータベースには別のプログラムの表があります。'
    const { rows: councils } = await owner.query<{ name: string; is_demo: boolean }>(
      'SELECT name, is_demo FROM council',
    )
    const [council] = councils
    if (council !== undefined && !council.is_demo)
      return `このデータベースは「${council.name}」の帳簿です。デモではない帳簿は消しません。`
    const { rows: others } = await owner.query(
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
         AND backend_type = 'client backend' AND application_name NOT LIKE 'sasaeai-%' LIMIT 1`,
    )
    if (others.length > 0)
      return 'このデータベースを使っているサーバーがあります。サーバーを止めてからやり直してください。'
    if (council !== undefined) await owner.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
    return null
  } finally {
    await owner.end()
  }
}

async function countPostings(ownerUrl: string): Promise<string> {
  const owner = await connectAsOwner(ownerUrl)
  try {
    const { rows } = await owner.query<{ count: string }>('SELECT count(*) FROM posting')
    return Number(rows[0]?.count).toLocaleString('ja-JP')
  } finally {
    await owner.end()
  }
}
