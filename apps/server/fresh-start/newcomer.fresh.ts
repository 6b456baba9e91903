import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '@sasaeai/testing/browser/running-product'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'

const listSchema = z.object({ result: z.object({ data: z.object({ count: z.int() }) }) })

const repository = path.join(import.meta.dirname, '..', '..', '..')

/** A folder that nobody but us may enter, as a home folder is: the database must find its place all the same. */
let folder: string
let clone: string
let started: ChildProcess | undefined
/** What the started product has said so far. */
let said = ''

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'sasaeai-fresh-'))
  clone = path.join(folder, 'sasaeai')
  const { status, stderr } = spawnSync('git', ['clone', '--quiet', repository, clone], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
})

afterAll(async () => {
  await stop()
  rmSync(folder, { recursive: true, force: true })
})

it('installs, starts, seeds and serves on one command, stops cleanly, and keeps its books', async () => {
  const url = await startAsNewcomer()
  expect(await (await fetch(`${url}/admin`)).text()).toContain('<div id="root">')
  const entries = await entriesInBooks(url)
  expect(entries).toBeGreaterThan(1_000)
  expect(await stop()).toContain('"msg":"stopped"')

  const again = await startAsNewcomer()
  expect(await entriesInBooks(again)).toBe(entries)
  expect(await stop()).toContain('"msg":"stopped"')
})

/** `npm test` leaves it what the browsers do not take: an installation of two minutes may then take seven. */
const patienceMs = 15 * 60_000

/** `npm start` with nothing but a port, waiting as long as an installation may take. */
async function startAsNewcomer(): Promise<string> {
  const port = await freePort()
  const { DATABASE_URL: _ours, DATA_DIR: _alsoOurs, ...environment } = process.env
  const child = spawn('npm', ['start'], {
    cwd: clone,
    // Pages that were built of the very same sources need not be built again.
    env: { ...withoutOwnTools(environment), TURBO_CACHE_DIR: path.join(repository, '.turbo', 'cache'), PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  })
  started = child
  said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const url = `http://localhost:${port}`
  const givingUpAt = performance.now() + patienceMs
  while (performance.now() < givingUpAt) {
    if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}:\n${said}`)
    if (await fetch(`${url}/readyz`).then((answer) => answer.ok, () => false)) return url
    await pause(1_000)
  }
  throw new Error(`npm start did not serve within ${patienceMs / 60_000} minutes:\n${said}`)
}

/** A newcomer's PATH does not lead into this repository's own tools. */
function withoutOwnTools(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = path.join('node_modules', '.bin')
  const entries = (environment['PATH'] ?? '').split(path.delimiter).filter((entry) => !entry.includes(own))
  return { ...environment, PATH: entries.join(path.delimiter) }
}

/** Asks npm to end, as a service manager would, and answers with what was said when the last process had ended. */
async function stop(): Promise<string> {
  if (started === undefined) return said
  // `close`, not `exit`: the output ends with the server, which may outlive npm for a moment.
  const closed = once(started, 'close')
  started.kill('SIGTERM')
  await closed
  started = undefined
  return said
}

/** How many entries the demo's accountant sees after signing in with what the start prints and README says. */
async function entriesInBooks(url: string): Promise<number> {
  const answer = await fetch(`${url}/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: 'kaikei@sasae.example', password: 'sasae-demo-8080' }),
  })
  expect(answer.status).toBe(200)
  const cookie = answer.headers.getSetCookie().map((line) => line.split(';', 1)[0]).join('; ')
  const input = encodeURIComponent(JSON.stringify({ filter: {} }))
  const list = await fetch(`${url}/trpc/ledger.postings?input=${input}`, { headers: { cookie } })
  return listSchema.parse(await list.json()).result.data.count
}
