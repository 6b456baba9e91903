import { randomBytes } from 'node:crypto'
import { applyMigrations } from '@sasaeai/db/apply-migrations'
import { openDatabase } from '@sasaeai/db/database'
import { startThrowawayPostgres } from '@sasaeai/db/embedded/throwaway-postgres'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { aCouncil } from './a-council.ts'

/** Where a test run's databases are made: the server as its superuser, and the databases to copy. */
export interface TestCluster {
  readonly url: string
  readonly templates: TestTemplates
}

export interface TestTemplates {
  /** Migrated, and nothing else. */
  readonly empty: string
  /** With ささえ市社会福祉協議会 laid in it, which most tests begin with. */
  readonly council: string
}

declare module 'vitest' {
  interface ProvidedContext {
    testCluster: TestCluster
  }
}

/**
 * Vitest's global set-up: one server for the whole run with its templates, all gone afterwards however the tests end.
 * TEST_DATABASE_URL (a superuser's) names a server to use instead of a throwaway one.
 */
export default async function setUpTestCluster(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startTestCluster(process.env['TEST_DATABASE_URL'])
  project.provide('testCluster', { url: cluster.url, templates: cluster.templates })
  return cluster.stop
}

/** Starts a throwaway server, or uses the one at `serverUrl`, and makes the templates on it. */
export async function startTestCluster(
  serverUrl: string | undefined,
): Promise<TestCluster & { readonly stop: () => Promise<void> }> {
  const server = serverUrl === undefined ? await startThrowawayPostgres() : { url: serverUrl, stop: async () => {} }
  const run = `sasaeai_template_${randomBytes(6).toString('hex')}`
  const templates = { empty: run, council: `${run}_council` }
  try {
    await onServer(server.url, `CREATE DATABASE ${templates.empty}`)
    await applyMigrations(databaseAt(server.url, templates.empty))
    await onServer(server.url, copyOf(templates.empty, templates.council))
    await layTestCouncil(databaseAt(server.url, templates.council))
    // Tests look back to moments before the run began.
    await onServer(databaseAt(server.url, templates.council), 'SELECT forget_ground_history()')
  } catch (error) {
    await server.stop()
    throw error
  }
  return {
    url: server.url,
    templates,
    async stop() {
      try {
        // Those of stories, too, which test processes have made.
        const { rows } = await onServer<{ datname: string }>(server.url, `SELECT datname FROM pg_database WHERE starts_with(datname, '${run}')`)
        for (const { datname } of rows) await onServer(server.url, `DROP DATABASE ${datname} WITH (FORCE)`)
      } finally {
        await server.stop()
      }
    },
  }
}

/** Copies files: for databases this small half the work of copying page by page through the log. */
export function copyOf(template: string, name: string): string {
  return `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`
}

async function layTestCouncil(ownerUrl: string): Promise<void> {
  const db = openDatabase(ownerUrl)
  try {
    await aCouncil(db)
  } finally {
    await db.close()
  }
}

/** The address of another database of the same server. */
export function databaseAt(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

/** Runs one statement on a connection of its own. */
export async function onServer<Row extends pg.QueryResultRow>(serverUrl: string, statement: string): Promise<pg.QueryResult<Row>> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    return await client.query<Row>(statement)
  } finally {
    await client.end()
  }
}
