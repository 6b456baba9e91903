import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { chooseDataDirectory, systemHome, type ServerPlace } from './choose-data-directory.ts'
import { initialiseCluster } from './initialise-cluster.ts'
import { findPostgresBinaries, type PostgresBinaries } from './postgres-binaries.ts'
import { type Durability, launchPostmaster, livingPostmaster, readPostmaster, stopPostmaster } from './postmaster.ts'
import { joinServer, type ServerLease } from './server-lease.ts'

export interface EmbeddedPostgresOptions {
  /** The folder for all data (DATA_DIR); by default `.data` in the clone. */
  readonly dataDir?: string | undefined
  /** Told in one sentence when something is done otherwise than expected. */
  readonly announce?: (sentence: string) => void
  /** Called when the server died and could not be started again; the product cannot go on. */
  readonly onLost?: (error: unknown) => void
  readonly durability?: Durability
}

/** The embedded server as one of its users sees it. */
export interface EmbeddedPostgres {
  /** The product's database, as its owner; it stays the same when the server has to be started again. */
  readonly url: string
  /** Leaves the server, and stops it when nobody else uses it. */
  stop(): Promise<void>
}

interface Server {
  readonly place: ServerPlace
  readonly binaries: PostgresBinaries
  readonly password: string
  readonly durability: Durability
}

/**
 * Starts the PostgreSQL that npm brought along, or joins the one that runs on the same data already: another
 * starter's, or an orphan whose owner was killed. While in use, a server that dies is started again on its port.
 *
 * @throws Error whose message is one sentence for the person at the console.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions = {}): Promise<EmbeddedPostgres> {
  const { dataDir, announce = () => {}, onLost = () => {}, durability = 'durable' } = options
  const place = await chooseDataDirectory(dataDir, announce)
  const binaries = await findPostgresBinaries(place.account, systemHome())
  const password = await initialiseCluster(place, binaries, durability)
  const server: Server = { place, binaries, password, durability }

  const first = await joinOrLaunch(server)
  let current = Promise.resolve(first)
  let isStopping = false
  const keepRunning = async () => {
    for (;;) {
      await (await current).ended
      if (isStopping) return
      announce('PostgreSQL has ended unexpectedly and is started again.')
      current = joinOrLaunch(server, first.port)
    }
  }
  const watch = keepRunning().catch(onLost)
  return {
    url: first.url,
    async stop() {
      isStopping = true
      const lease = await current.catch(() => undefined)
      if (await lease?.release()) await stopPostmaster(place, binaries)
      await lease?.close()
      await watch
    },
  }
}

const launchAttempts = 8
const silenceLimitMs = 60_000

async function joinOrLaunch(server: Server, port?: number): Promise<ServerLease> {
  const { cluster } = server.place
  const giveUpAt = Date.now() + silenceLimitMs
  for (let attempt = 1; ; await pause(100)) {
    const lease = await joinServer(cluster, server.password)
    if (lease !== undefined && port !== undefined && lease.port !== port) {
      await lease.close()
      throw new Error(`PostgreSQL runs again, but on port ${lease.port} instead of ${port}: start the product anew.`)
    }
    if (lease !== undefined) return lease
    const living = await livingPostmaster(cluster)
    if (living !== undefined) {
      // Another starter's server is on its way up, or the last one on its way down: both end by themselves.
      if (Date.now() < giveUpAt) continue
      throw new Error(`PostgreSQL (process ${living.pid}) holds ${cluster} but does not answer: end that process.`)
    }
    try {
      await launchPostmaster(server.place, server.binaries, {
        port: port ?? (await choosePort(cluster)),
        durability: server.durability,
      })
    } catch (error) {
      // Right after a crash the dead server's last processes may still hold its memory for a moment.
      if (attempt === launchAttempts) throw error
      attempt += 1
      await pause(200)
    }
  }
}

/** The port of the server that was killed, so that those who still know it find the new one; else any free port. */
async function choosePort(cluster: string): Promise<number> {
  const last = await readPostmaster(cluster)
  return (last === undefined ? undefined : await listenBriefly(last.port)) ?? (await listenBriefly(0)) ?? 5432
}

function listenBriefly(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(undefined))
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : undefined))
    })
  })
}
