import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type pg from 'pg'
import { connectAsOwner } from './connect-as-owner.ts'
import { sqlStateOf } from './sql-state.ts'

const migrationsFolder = path.join(import.meta.dirname, '..', '..', '..', 'prisma', 'migrations')

/** The advisory lock that Prisma's own tools take, so that they and we never migrate at the same time. */
const migrationLock = 72707369

/** The database and the migrations of this release contradict each other; a person has to decide. */
export class MigrationRefused extends Error {}

interface Migration {
  readonly name: string
  readonly script: string
  /** SHA-256 of the file in hex, as Prisma computes it. */
  readonly checksum: string
}

interface MigrationRow {
  readonly migration_name: string
  readonly checksum: string
  readonly finished_at: Date | null
}

/**
 * Brings the database up to this release and returns the names of the migrations it applied, oldest first.
 *
 * Works as the owner of the tables, keeps Prisma's own table `_prisma_migrations`, and asks one question when there
 * is nothing to do. Each migration and its row are one transaction: a failing one leaves nothing behind.
 *
 * @throws MigrationRefused when an applied migration has changed, is unknown to this release, or never finished.
 * @throws DatabaseUnavailable when the database does not answer.
 */
export async function applyMigrations(ownerUrl: string, folder: string = migrationsFolder): Promise<string[]> {
  const migrations = await readMigrations(folder)
  const client = await connectAsOwner(ownerUrl)
  try {
    if (pendingMigrations(migrations, await appliedRows(client)).length === 0) return []
    // Several starters may arrive at once: the first applies, the others find nothing left to do.
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock])
    await client.query(createMigrationTable)
    const pending = pendingMigrations(migrations, await appliedRows(client))
    for (const migration of pending) await applyMigration(client, migration)
    return pending.map((migration) => migration.name)
  } finally {
    await client.end()
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort()
  return Promise.all(names.map(async (name) => {
    const file = await readFile(path.join(folder, name, 'migration.sql'))
    return { name, script: file.toString('utf8'), checksum: createHash('sha256').update(file).digest('hex') }
  }))
}

async function appliedRows(client: pg.Client): Promise<MigrationRow[]> {
  try {
    const result = await client.query<MigrationRow>(
      'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
    )
    return result.rows
  } catch (error) {
    const tableIsMissing = '42P01'
    if (sqlStateOf(error) === tableIsMissing) return []
    throw error
  }
}

function pendingMigrations(migrations: readonly Migration[], rows: readonly MigrationRow[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const row of rows) {
    const migration = known.get(row.migration_name)
    if (migration === undefined) {
      throw new MigrationRefused(
        `The database has migration ${row.migration_name}, which this release does not know: start a newer release.`,
      )
    }
    if (row.finished_at === null) {
      throw new MigrationRefused(
        `Migration ${row.migration_name} was begun by another tool and never finished: repair the database, then run ` +
          `"prisma migrate resolve".`,
      )
    }
    if (row.checksum !== migration.checksum) {
      throw new MigrationRefused(
        `Migration ${row.migration_name} has been changed after it was applied: restore its file and write a new ` +
          `migration instead.`,
      )
    }
  }
  const applied = new Set(rows.map((row) => row.migration_name))
  return migrations.filter((migration) => !applied.has(migration.name))
}

async function applyMigration(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(migration.script)
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), migration.checksum, migration.name],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw new Error(`Migration ${migration.name} failed and was undone: ${String(error)}`, { cause: error })
  }
}

const createMigrationTable = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                  VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum            VARCHAR(64) NOT NULL,
    finished_at         TIMESTAMPTZ,
    migration_name      VARCHAR(255) NOT NULL,
    logs                TEXT,
    rolled_back_at      TIMESTAMPTZ,
    started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`
