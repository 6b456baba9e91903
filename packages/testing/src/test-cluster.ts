import { randomBytes } from 'node:crypto'
import { applyMigrations } from '@sasaeai/db/apply-migrations'
import { startThrowawayPostgres } from '@sasaeai/db/embedded/throwaway-postgres'
import pg from 'pg'
import type { TestProject } from 'vitest/node'

/** Where a test run's databases are made: the server as its superuser, and the migrated database to copy. */
export interface TestCluster {
  readonly url: string
  readonly template: string
}

declare module 'vitest' {
  interface ProvidedContext {
    testCluster: TestCluster
  }
}

/**
 * Vitest's global set-up: one server for the whole run with one migrated template, both gone afterwards however the
 * tests end. TEST_DATABASE_URL (a superuser's) names a server to use instead of a throwaway one.
 */
export default async function setUpTestCluster(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startTestCluster(process.env['TEST_DATABASE_URL'])
  project.provide('testCluster', { url: cluster.url, template: cluster.template })
  return cluster.stop
}

/** Starts a throwaway server, or uses the one at `serverUrl`, and migrates a template database on it. */
export async function startTestCluster(
  serverUrl: string | undefined,
): Promise<TestCluster & { readonly stop: () => Promise<void> }> {
  const server = serverUrl === undefined ? await startThrowawayPostgres() : { url: serverUrl, stop: async () => {} }
  const template = `sasaeai_template_${randomBytes(6).toString('hex')}`
  try {
    await onServer(server.url, `CREATE DATABASE ${template}`)
    await applyMigrations(databaseAt(server.url, template))
  } catch (error) {
    await server.stop()
    throw error
  }
  return {
    url: server.url,
    template,
    async stop() {
      try {
        await onServer(server.url, `DROP DATABASE ${template} WITH (FORCE)`)
      } finally {
        await server.stop()
      }
    },
  }
}

/** The address of another database of the same server. */
export function databaseAt(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

/** Runs one statement on a connection of its own. */
export async function onServer(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
