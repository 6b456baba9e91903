import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { isRunning } from './is-running.ts'
import { readPostmaster } from './postmaster.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './start-embedded-postgres.ts'

let dataDir: string
const children: ChildProcess[] = []
const servers: EmbeddedPostgres[] = []

/** For what happens by itself a moment later, on a busy machine. */
const patience = { timeout: 20_000, interval: 50 }

beforeEach(async () => {
  dataDir = await realpath(await mkdtemp(path.join(tmpdir(), 'sasaeai-embedded-')))
  // Run by root, the server works under another account that has to enter.
  await chmod(dataDir, 0o755)
})

afterEach(async () => {
  for (const child of children.splice(0)) await endChild(child)
  for (const server of servers.splice(0)) await server.stop()
  const left = await postmasterPid().catch(() => undefined)
  if (left !== undefined && !(await hasEnded(left))) process.kill(left, 'SIGKILL')
  await rm(dataDir, { recursive: true, force: true })
})

describe('the embedded server', { timeout: 60_000 }, () => {
  test('a stopped server starts again with its data and leaves no process behind', async () => {
    const first = await start()
    await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer')
    const pid = await postmasterPid()
    await first.stop()
    await toHaveEnded(pid)
    const second = await start()
    expect(await query(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }])
  })

  test('two starters share one server, and the last one to leave stops it', async () => {
    const [one, other] = await Promise.all([startInChild(), startInChild()])
    expect(one.url).toBe(other.url)
    const pid = await postmasterPid()
    await endChild(one.child, 'SIGTERM')
    expect(await query(other.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await endChild(other.child, 'SIGTERM')
    await toHaveEnded(pid)
  })

  test('an orphan is adopted', async () => {
    const { child, url } = await startInChild()
    const pid = await postmasterPid()
    await endChild(child, 'SIGKILL')
    expect(await hasEnded(pid)).toBe(false)
    const server = await start()
    expect(server.url).toBe(url)
    expect(await postmasterPid()).toBe(pid)
    // It stays for as long as the one that was killed still seems to use it.
    await vi.waitFor(async () => expect(await query(url, `SELECT FROM pg_stat_activity WHERE application_name = 'sasaeai-lease'`)).toHaveLength(1), patience)
    await server.stop()
    await toHaveEnded(pid)
  })

  test('a killed server is started again at the same address', async () => {
    const announce = vi.fn()
    const server = await start({ announce })
    await query(server.url, 'CREATE TABLE kept AS SELECT 42 AS answer')
    const killed = await postmasterPid()
    process.kill(killed, 'SIGKILL')
    await vi.waitFor(async () => {
      expect(await query(server.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }])
    }, { timeout: 20_000, interval: 100 })
    expect(await postmasterPid()).not.toBe(killed)
    expect(announce).toHaveBeenCalledWith(expect.stringContaining('started again'))
  })

  test('after both the product and the server were killed the next start finds every committed row', async () => {
    const { child, url } = await startInChild()
    await query(url, 'CREATE TABLE kept AS SELECT 42 AS answer')
    const pid = await postmasterPid()
    await endChild(child, 'SIGKILL')
    process.kill(pid, 'SIGKILL')
    const server = await start()
    expect(await query(server.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }])
  })

  test.runIf(process.platform === 'linux')(
    'a lock file whose process number now belongs to another program does not keep it from starting',
    async () => {
      await (await start()).stop()
      const lock = path.join(dataDir, 'postgres', 'postmaster.pid')
      await writeFile(lock, [process.pid, path.dirname(lock), 0, 1, '', '127.0.0.1', '', 'ready', ''].join('\n'))
      const server = await start()
      expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    },
  )

  test('a data folder that cannot be made is told in one sentence', async () => {
    await writeFile(path.join(dataDir, 'file'), '')
    await expect(startEmbeddedPostgres({ dataDir: path.join(dataDir, 'file', 'below') })).rejects.toThrow(
      /^The data folder .* cannot be made \(ENOTDIR\): set DATA_DIR .* or DATABASE_URL/,
    )
  })

  test('data of another PostgreSQL is not touched', async () => {
    await mkdir(path.join(dataDir, 'postgres'))
    await writeFile(path.join(dataDir, 'postgres', 'PG_VERSION'), '15\n')
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(/belongs to PostgreSQL 15/)
  })

  test.runIf(process.getuid?.() === 0)('a data folder that only root may enter is told in one sentence', async () => {
    await chmod(dataDir, 0o700)
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(/may not enter .*: set DATA_DIR/)
  })
})

async function start(options: { announce?: (sentence: string) => void } = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, ...options })
  servers.push(server)
  return server
}

/** Starts the server in a process of its own, which stops it on SIGTERM. */
async function startInChild(): Promise<{ child: ChildProcess; url: string }> {
  const source = `
    import { startEmbeddedPostgres } from ${JSON.stringify(import.meta.resolve('./start-embedded-postgres.ts'))}
    const server = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} })
    process.once('SIGTERM', () => server.stop())
    console.log(server.url)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  const [line] = await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(() => Promise.reject(new Error('The starter ended'))),
  ])
  return { child, url: String(line).trim() }
}

async function endChild(child: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill(signal)
  await once(child, 'exit')
  // A killed process's connections are closed a moment later.
  await pause(50)
}

async function postmasterPid(): Promise<number> {
  const postmaster = await readPostmaster(path.join(dataDir, 'postgres'))
  if (postmaster === undefined) throw new Error('No server has run here')
  return postmaster.pid
}

/** Its lock file goes a moment before the process itself. */
function toHaveEnded(pid: number): Promise<void> {
  return vi.waitFor(async () => expect(await hasEnded(pid)).toBe(true), patience)
}

/** A process that ended but was not buried by its parent yet still has its number; Linux calls it a zombie. */
async function hasEnded(pid: number): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return !isRunning(pid) || status.includes('State:\tZ')
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(url)
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
