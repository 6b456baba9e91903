import { randomBytes } from 'node:crypto'
import { applicationUrl, type Db, openDatabase } from '@sasaeai/db/database'
import pg from 'pg'
import { inject } from 'vitest'
import { askOneByOne } from './one-query-at-a-time.ts'
import { copyOf, databaseAt, onServer, type TestCluster, type TestTemplates } from './test-cluster.ts'

/** A migrated database of its own for one test file. */
export interface TestDatabase {
  /** As the application works on it: under the role that owns no table. */
  readonly db: Db
  /** The address with the application's role. */
  readonly url: string
  /** The address as the owner of the tables, for what the application may not do. */
  readonly ownerUrl: string
  /** Closes `db` and removes the database, whoever is still connected. */
  drop(): Promise<void>
}

/** What takes so long to tell that the files of a run have it told but once. */
export interface TestStory {
  readonly name: string
  /** Fills a migrated database, and leaves no connection to it. */
  readonly tell: (ownerUrl: string) => Promise<unknown>
}

/**
 * Copies a template of the run: that with the council in it, of which `aCouncil` tells the ids, the empty one, or that of a
 * story. Call it in `beforeAll` and `drop()` in `afterAll`. From then on no connection of the process, whoever opened it, is
 * asked two questions at once.
 */
export async function createTestDatabase(start: keyof TestTemplates | TestStory = 'council'): Promise<TestDatabase> {
  askOneByOne()
  const cluster = inject('testCluster')
  const name = `sasaeai_test_${randomBytes(8).toString('hex')}`
  const template = typeof start === 'string' ? cluster.templates[start] : await toldTemplate(cluster, start)
  await onServer(cluster.url, copyOf(template, name))
  const ownerUrl = databaseAt(cluster.url, name)
  const db = openDatabase(ownerUrl)
  return {
    db,
    url: applicationUrl(ownerUrl),
    ownerUrl,
    async drop() {
      await db.close()
      await onServer(cluster.url, `DROP DATABASE ${name} WITH (FORCE)`)
    },
  }
}

/** The template of a story. The first that asks tells it; who asks meanwhile waits, in whatever process. */
async function toldTemplate({ url, templates }: TestCluster, { name, tell }: TestStory): Promise<string> {
  const template = `${templates.empty}_${name}`
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [template])
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template])
    if (rowCount === 0) {
      const draft = `${template}_draft`
      // Of a telling that failed.
      await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`)
      await client.query(copyOf(templates.empty, draft))
      await tell(databaseAt(url, draft))
      await client.query(`ALTER DATABASE ${draft} RENAME TO ${template}`)
    }
    return template
  } finally {
    await client.end()
  }
}
