import path from 'node:path'
import pg from 'pg'
import { sqlStateOf } from '../sql-state.ts'
import { ownerName } from './initialise-cluster.ts'
import { readPostmaster } from './postmaster.ts'

/** Everyone who uses the embedded server holds this advisory lock shared; who gets it alone is the last one. */
const leaseLock = 72707370

const databaseName = 'sasaeai'

/** A connection that stands for one user of the server, for as long as both live. */
export interface ServerLease {
  readonly port: number
  /** Where the product's database is, as its owner. */
  readonly url: string
  /** Settles when the connection has ended: the server is gone, or the lease was released. */
  readonly ended: Promise<void>
  /** Gives the lease back and tells whether nobody else holds one: then the server may be stopped. */
  release(): Promise<boolean>
  /** Ends the connection. */
  close(): Promise<void>
}

/**
 * Joins the server that runs on `cluster`, whoever started it, and makes the product's database unless it is there.
 * Undefined when no server of this cluster answers.
 */
export async function joinServer(cluster: string, password: string): Promise<ServerLease | undefined> {
  const postmaster = await readPostmaster(cluster)
  if (postmaster === undefined) return undefined
  const base = `postgresql://${ownerName}:${password}@127.0.0.1:${postmaster.port}`
  const client = new pg.Client({
    connectionString: `${base}/postgres`,
    application_name: 'sasaeai-lease',
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  })
  const ended = new Promise<void>((resolve) => client.once('end', () => resolve()))
  // Whatever breaks the connection is told by a rejected query or by `ended`.
  client.on('error', () => {})
  try {
    await client.connect()
    await assertServes(client, cluster)
    // Waits while the last user is about to stop the server; then this fails and the caller starts it again.
    await client.query('SELECT pg_advisory_lock_shared($1)', [leaseLock])
    await createDatabase(client)
  } catch {
    await client.end().catch(() => {})
    return undefined
  }
  return {
    port: postmaster.port,
    url: `${base}/${databaseName}`,
    ended,
    release: () => releaseLease(client),
    close: () => client.end(),
  }
}

/** The port in the lock file of a server that was killed may belong to another server by now. */
async function assertServes(client: pg.Client, cluster: string): Promise<void> {
  const { rows } = await client.query<{ folder: string }>(`SELECT current_setting('data_directory') AS folder`)
  if (rows.length !== 1 || !rows.every((row) => path.resolve(row.folder) === cluster)) {
    throw new Error(`The server on this port does not serve ${cluster}`)
  }
}

async function createDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [databaseName])
  if (rowCount === 1) return
  try {
    await client.query(`CREATE DATABASE ${databaseName}`)
  } catch (error) {
    // Another starter was faster: "duplicate database", or its unique index when both were at it.
    if (!['42P04', '23505'].includes(sqlStateOf(error) ?? '')) throw error
  }
}

async function releaseLease(client: pg.Client): Promise<boolean> {
  try {
    await client.query('SELECT pg_advisory_unlock_shared($1)', [leaseLock])
    const { rows } = await client.query<{ alone: boolean }>('SELECT pg_try_advisory_lock($1) AS alone', [leaseLock])
    return rows.some((row) => row.alone)
  } catch {
    return false
  }
}
