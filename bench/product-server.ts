import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { demoAccounts, demoPassword } from '@sasaeai/domain/user/demo-accounts'
import { openKeepAliveConnection } from './keep-alive-connection.ts'

const repository = path.join(import.meta.dirname, '..')
/** As the script `start` of package.json has it. */
const startCommand = ['--max-semi-space-size=2', 'apps/server/start.mjs']

/** A server in a process of its own. */
export interface ServerProcess {
  readonly url: string
  /** From the start of the process to its first answer out of the database. */
  readonly millisToFirstAnswer: number
  /** Resident memory in MiB. Linux only; not a number elsewhere. */
  memory(): Promise<number>
  stop(): Promise<void>
  /** kill -9 */
  kill(): Promise<void>
}

/** Where the product finds its database: one that runs, or a data folder with one that it starts by itself. */
export type ProductPlace = ({ readonly DATABASE_URL: string } | { readonly DATA_DIR: string; readonly SEED: 'none' }) & Readonly<Record<string, string>>

/** Starts the product as `npm start` does, with the settings of everyday use. */
export function startProductServer(place: ProductPlace): Promise<ServerProcess> {
  return startServer(startCommand, { environment: place, firstQuestion: '/trpc/setUp.frontDoor' })
}

/** Starts what the product is compared with (bare-server.ts). */
export function startBareServer(environment: { DATABASE_URL: string; PAGE_FOLDER?: string }): Promise<ServerProcess> {
  return startServer(['bench/bare-server.ts'], { environment, firstQuestion: '/trpc/ready' })
}

/** Starts what the product's webhooks are compared with (bare-webhooks.ts). */
export function startBareWebhooks(environment: Readonly<Record<string, string>>): Promise<ServerProcess> {
  return startServer(['bench/bare-webhooks.ts'], { environment, firstQuestion: '/ready' })
}

async function startServer(
  command: readonly string[],
  { environment, firstQuestion }: { environment: Readonly<Record<string, string>>; firstQuestion: string },
): Promise<ServerProcess> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const { DATABASE_URL: _, ...surroundings } = process.env
  const startedAt = performance.now()
  const server = spawn(process.execPath, command, {
    cwd: repository,
    env: { ...surroundings, ...environment, PORT: String(port), NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await firstAnswer(server, url, firstQuestion)
  return {
    url,
    millisToFirstAnswer: performance.now() - startedAt,
    memory: () => residentMebibytes(server.pid),
    async stop() {
      if (server.exitCode !== null || server.signalCode !== null) return
      const exit = once(server, 'exit')
      server.kill('SIGTERM')
      await exit
    },
    async kill() {
      const exit = once(server, 'exit')
      server.kill('SIGKILL')
      await exit
    },
  }
}

/** Waits for an answer of the API that has been to the database, as every page asks for one first. */
async function firstAnswer(server: ChildProcess, url: string, question: string): Promise<void> {
  const giveUpAt = performance.now() + 30_000
  while (performance.now() < giveUpAt) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode} before it answered`)
    try {
      const connection = await openKeepAliveConnection(url)
      const { status } = await connection.ask({ method: 'GET', path: question })
      connection.close()
      if (status === 200) return
    } catch {
      await pause(2)
    }
  }
  throw new Error('the server did not answer within 30 seconds')
}

/** Resident memory of a process in MiB. Linux only; not a number elsewhere. */
export async function residentMebibytes(pid: number | undefined): Promise<number> {
  if (process.platform !== 'linux') return Number.NaN
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  if (address === null || typeof address === 'string') throw new Error('no port was given')
  return address.port
}

/** Signs the demo council's accountant in, and answers with the Cookie header of the session. */
export async function signInAsAccountant(url: string): Promise<string> {
  const email = demoAccounts.find(({ role }) => role === 'accountant')?.email
  const answer = await fetch(`${url}/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password: demoPassword }),
  })
  if (!answer.ok) throw new Error(`the accountant could not sign in: ${answer.status} ${await answer.text()}`)
  return answer.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0]).join('; ')
}
