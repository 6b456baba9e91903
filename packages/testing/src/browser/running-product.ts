import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const repository = path.join(import.meta.dirname, '..', '..', '..', '..')

/** The product as its users run it: the real server in a process of its own. */
export interface RunningProduct {
  /** `http://localhost:<port>`; the same after a restart. */
  readonly url: string
  /** Ends the server as `kill -9` would. */
  kill(): Promise<void>
  /** Starts it again on the same port. */
  start(): Promise<void>
  /** Ends the server as a service manager would, and waits for it. */
  stop(): Promise<void>
}

/** Starts the server on a database that has been migrated already, and waits until it answers. */
export async function startProduct(databaseUrl: string): Promise<RunningProduct> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  let server: ChildProcess | undefined
  const product: RunningProduct = {
    url,
    async start() {
      server = spawn(process.execPath, ['--max-semi-space-size=2', 'apps/server/start.mjs'], {
        cwd: repository,
        env: { ...process.env, DATABASE_URL: databaseUrl, PORT: String(port), SEED: 'none', LOG_LEVEL: 'error' },
        stdio: ['ignore', 'ignore', 'inherit'],
      })
      await untilReady(server, url)
    },
    kill: () => end(server, 'SIGKILL'),
    stop: () => end(server, 'SIGTERM'),
  }
  await product.start()
  return product
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  if (address === null || typeof address === 'string') throw new Error('no port was given')
  return address.port
}

async function untilReady(server: ChildProcess, url: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode} before it was ready`)
    const isReady = await fetch(`${url}/readyz`).then((answer) => answer.ok, () => false)
    if (isReady) return
    await pause(100)
  }
  throw new Error('the server was not ready within 30 seconds')
}

async function end(server: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
  if (server === undefined || server.exitCode !== null || server.signalCode !== null) return
  const exit = once(server, 'exit')
  server.kill(signal)
  await exit
}
