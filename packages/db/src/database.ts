import pg from 'pg'
import type { PrismaClient } from './generated/client.ts'
import { type LentClient, lendPrismaClient } from './lend-prisma-client.ts'

/** The role the application works under. Migrations create it; it owns no table and may do only what they grant. */
const applicationRole = 'sasaeai_app'

/** One open database: Prisma for the everyday, the raw pool for hot paths. Both share the same connections. */
export interface Db {
  readonly prisma: PrismaClient
  readonly pool: pg.Pool
  /** Waits for what is running and closes every connection. */
  close(): Promise<void>
}

/**
 * Opens a pool on which every connection works as the application role. Nothing is sent until the first query.
 *
 * On the raw pool `BIGINT` arrives as a number (a value beyond the safe integers throws a RangeError instead of
 * losing digits) and `DATE` as its text `YYYY-MM-DD`; Prisma keeps its own conversions.
 */
export function openDatabase(url: string): Db {
  const pool = new pg.Pool({
    connectionString: applicationUrl(url),
    max: 16,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    types: { getTypeParser: rawTypeParser },
  })
  // An idle connection that breaks has already left the pool; without a listener Node would end the process.
  pool.on('error', () => {})
  let client: LentClient | undefined
  return {
    get prisma() {
      // Asked for by its first user: 20 MiB and 30 ms that a start and an idle server can do without.
      client ??= lendPrismaClient(pool)
      return client.prisma
    },
    pool,
    async close() {
      await pool.end()
      client?.giveBack()
      // Who asks all the same must not ask the database that comes next.
      client = undefined
    },
  }
}

/**
 * The same address, with the settings every application connection starts with: the application role, and UTC,
 * because Prisma reads a `timestamptz` as if the server had answered in UTC.
 */
export function applicationUrl(url: string): string {
  const address = new URL(url)
  const given = address.searchParams.get('options')
  const ours = `-c role=${applicationRole} -c timezone=UTC`
  address.searchParams.set('options', given === null ? ours : `${given} ${ours}`)
  // A plus sign for a space is a convention of HTML forms that PostgreSQL's own clients do not follow.
  return address.href.replaceAll('+', '%20')
}

function rawTypeParser(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
  if (format !== 'binary') {
    if (oid === pg.types.builtins.INT8) return safeInteger
    if (oid === pg.types.builtins.DATE) return (text) => text
  }
  return pg.types.getTypeParser(oid, format === 'binary' ? 'text' : format)
}

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large to be counted exactly`)
  return value
}
