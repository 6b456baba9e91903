import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startEmbeddedPostgres } from '@sasaeai/db/embedded/start-embedded-postgres'
import pg from 'pg'

const repository = path.join(import.meta.dirname, '..')

/** A PostgreSQL of our own that keeps its promises (fsync on), for the product and the bare limit alike. */
export interface ScratchCluster {
  /** The owner's address of a database with the demo council, made by `npm run seed` when first asked for. */
  demoDatabase(scale: DemoScale): Promise<string>
  /** The same at scale 1, in a database of its own for a part that lays so much in it that it would change what others measure. */
  ownDemoDatabase(part: string): Promise<string>
  /** The data folder, for a product that brings this server up by itself. */
  readonly dataDir: string
  stop(): Promise<void>
}

/** 1 is the demo, some 30,000 postings; 33 is a million over ten years. */
export type DemoScale = 1 | 33

/**
 * Starts the product's own embedded server in a scratch folder, which goes when it stops; a folder named by the
 * caller stays, with its databases, so that the next run need not seed a million postings again.
 */
export async function startScratchCluster(keptFolder: string | undefined): Promise<ScratchCluster> {
  const dataDir = keptFolder ?? (await mkdtemp(path.join(tmpdir(), 'sasaeai-bench-')))
  // Run by root, PostgreSQL works under another account that has to enter.
  if (keptFolder === undefined) await chmod(dataDir, 0o755)
  const server = await startEmbeddedPostgres({ dataDir })
  const seeded = new Map<string | null, Promise<string>>()
  const seededOnce = (name: string | null, scale: DemoScale) => {
    const known = seeded.get(name) ?? seedDatabase(server.url, { name, scale })
    seeded.set(name, known)
    return known
  }
  return {
    dataDir,
    // The database of scale 1 is the product's own, so that a product started on the data folder finds it seeded.
    demoDatabase: (scale) => seededOnce(scale === 1 ? null : `bench_scale_${scale}`, scale),
    ownDemoDatabase: (part) => seededOnce(`bench_${part}`, 1),
    async stop() {
      await server.stop()
      if (keptFolder === undefined) await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** `name` is null for the server's own database. */
async function seedDatabase(serverUrl: string, { name, scale }: { name: string | null; scale: DemoScale }): Promise<string> {
  const url = new URL(serverUrl)
  if (name !== null) {
    url.pathname = `/${name}`
    await withClient(serverUrl, async (client) => {
      const { rows } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
      if (rows.length === 0) await client.query(`CREATE DATABASE ${name}`)
    })
  }
  if (await withClient(url.href, isSeeded)) return url.href
  console.error(`seeding the demo council at scale ${scale} …`)
  await runSeed(url.href, scale)
  return url.href
}

async function isSeeded(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(`SELECT to_regclass('council') IS NOT NULL AS there`)
  return rows[0]?.there === true && (await client.query('SELECT 1 FROM council')).rows.length === 1
}

async function runSeed(databaseUrl: string, scale: DemoScale): Promise<void> {
  const seed = spawn(process.execPath, ['prisma/seed/seed-command.ts', `--scale=${scale}`], {
    cwd: repository,
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await once(seed, 'exit')
  if (seed.exitCode !== 0) throw new Error(`the seed ended with ${seed.exitCode}`)
}

/** Runs `work` on a connection of its own, as the owner. */
export async function withClient<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'sasaeai-bench' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
