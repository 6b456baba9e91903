import { applyMigrations } from '@sasaeai/db/apply-migrations'
import { type Db, openDatabase } from '@sasaeai/db/database'
import type { Environment } from './environment.ts'
import { databaseRefusal, embeddedRefusal } from './start-up-refusal.ts'

/** The migrated database, open for the application. */
export interface RunningDatabase {
  readonly db: Db
  /** The owner's address, for what the application's role may not do: migrating and seeding. */
  readonly ownerUrl: string
  /** Closes every connection and stops the embedded server, if there is one. */
  stop(): Promise<void>
}

export interface DatabaseWatch {
  readonly announce: (sentence: string) => void
  /** The embedded server is gone for good. */
  readonly onLost: (error: unknown) => void
}

/**
 * Uses the database at DATABASE_URL, or starts the one that npm brought along, and brings it up to this release.
 * @throws StartUpRefusal when a person has to do something about it.
 */
export async function startDatabase(environment: Environment, watch: DatabaseWatch): Promise<RunningDatabase> {
  const { DATABASE_URL: externalUrl, DATA_DIR: dataDir } = environment
  if (externalUrl !== undefined) {
    await applyMigrations(externalUrl).catch((error) => {
      throw databaseRefusal(error, externalUrl)
    })
    const db = openDatabase(externalUrl)
    return { db, ownerUrl: externalUrl, stop: () => db.close() }
  }
  // Who brings a server of their own never loads this one.
  const { startEmbeddedPostgres } = await import('@sasaeai/db/embedded/start-embedded-postgres')
  const server = await startEmbeddedPostgres({ dataDir, ...watch }).catch((error) => {
    throw embeddedRefusal(error)
  })
  try {
    await applyMigrations(server.url)
  } catch (error) {
    await server.stop()
    throw databaseRefusal(error, server.url)
  }
  const db = openDatabase(server.url)
  return {
    db,
    ownerUrl: server.url,
    async stop() {
      await db.close()
      await server.stop()
    },
  }
}
