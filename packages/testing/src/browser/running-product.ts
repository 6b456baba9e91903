import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import path from 'node:path'
import { z } from 'zod'

const repository = path.join(import.meta.dirname, '..', '..', '..', '..')

/** The product as its users run it: the real server in another process. */
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
  const product: RunningProduct = {
    url: `http://localhost:${port}`,
    start: () => order({ do: 'start', databaseUrl, port }),
    kill,
    stop: () => order({ do: 'stop', port }),
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

/** As serve-in-turn.ts of the server, which carries them out, knows them. */
type Order = { readonly do: 'start'; readonly databaseUrl: string; readonly port: number } | { readonly do: 'stop'; readonly port: number }

const answerSchema = z.object({ failure: z.string().nullable() })

/** The process in which the servers of this test process follow each other: reading the program takes longer than a start. */
let host: ChildProcess | undefined
let lastOrder: Promise<unknown> = Promise.resolve()

/** Orders are carried out, and answered, in turn. */
function order(wish: Order): Promise<void> {
  const carriedOut = lastOrder.then(() => carryOut(wish))
  lastOrder = carriedOut.catch(() => {})
  return carriedOut
}

async function carryOut(wish: Order): Promise<void> {
  const child = (host ??= startHost())
  const settled = new AbortController()
  const answered = once(child, 'message', settled).then(([message]) => answerSchema.parse(message).failure)
  const ended = once(child, 'exit', settled).then(([code]) => `the server ended with ${code}`)
  child.send(wish)
  const failure = await Promise.race([answered, ended]).finally(() => settled.abort())
  if (failure !== null) throw new Error(failure)
}

function startHost(): ChildProcess {
  const child = fork('apps/server/src/serve-in-turn.ts', {
    cwd: repository,
    execArgv: [],
    env: { ...process.env, NODE_COMPILE_CACHE: path.join(repository, 'node_modules', '.cache', 'sasaeai') },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  child.once('exit', () => {
    if (host === child) host = undefined
  })
  // It ends when the tests do, and does not keep them from ending.
  child.unref()
  child.channel?.unref()
  return child
}

async function kill(): Promise<void> {
  if (host === undefined) return
  const exit = once(host, 'exit')
  host.kill('SIGKILL')
  await exit
}
