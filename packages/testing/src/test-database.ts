import { randomBytes } from 'node:crypto'
import { applicationUrl, type Db, openDatabase } from '@sasaeai/db/database'
import { inject } from 'vitest'
import { askOneByOne } from './one-query-at-a-time.ts'
import { copyOf, databaseAt, onServer, type TestTemplates } from './test-cluster.ts'

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

/**
 * Copies a template of the run: that with the council in it, of which `aCouncil` tells the ids, or the empty one. Call it in
 * `beforeAll` and `drop()` in `afterAll`. From then on no connection of the process, whoever opened it, is asked two
 * questions at once.
 */
export async function createTestDatabase(template: keyof TestTemplates = 'council'): Promise<TestDatabase> {
  askOneByOne()
  const cluster = inject('testCluster')
  const name = `sasaeai_test_${randomBytes(8).toString('hex')}`
  await onServer(cluster.url, copyOf(cluster.templates[template], name))
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
