import { readFile, readlink, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { ServerPlace } from './choose-data-directory.ts'
import { isRunning } from './is-running.ts'
import type { PostgresBinaries } from './postgres-binaries.ts'
import { runAs } from './run-as.ts'

/** What the running server, or one that was killed, wrote into its lock file. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
}

/** How the server is tuned; `throwaway` trades the safety of the data for speed and is for tests only. */
export type Durability = 'durable' | 'throwaway'

/** The server's lock file, or undefined when there is none: no server runs, and the last one was stopped properly. */
export async function readPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const text = await readFile(lockFileOf(cluster), 'utf8').catch(() => '')
  const lines = text.split('\n')
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  return pid > 0 && port > 0 ? { pid, port } : undefined
}

/**
 * The server that holds the cluster, whether it answers or not.
 *
 * After a crash the process number in the lock file may belong to another program by now, or to a dead process that
 * nobody buried: both happen in containers, and PostgreSQL would refuse to start as long as they last. On Linux a
 * process tells its folder, and a server's is its cluster, so a lock file that points at anything else is removed.
 * Should a part of the dead server still live, PostgreSQL finds its shared memory and refuses all the same.
 */
export async function livingPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const postmaster = await readPostmaster(cluster)
  if (postmaster === undefined || !isRunning(postmaster.pid)) return undefined
  if (process.platform !== 'linux') return postmaster
  const folder = await readlink(`/proc/${postmaster.pid}/cwd`).catch(() => undefined)
  if (folder === cluster) return postmaster
  const now = await readPostmaster(cluster)
  if (now?.pid === postmaster.pid) await rm(lockFileOf(cluster), { force: true })
  return undefined
}

/** Starts the server on `port` of the loopback interface and waits until it answers. Fails when one runs already. */
export async function launchPostmaster(
  place: ServerPlace,
  binaries: PostgresBinaries,
  { port, durability }: { readonly port: number; readonly durability: Durability },
): Promise<void> {
  const settings = [`port=${port}`, ...baseSettings, ...(durability === 'throwaway' ? throwawaySettings : [])]
  const log = path.join(place.cluster, 'server.log')
  const sizeBefore = await setAsideWhenLarge(log)
  try {
    // pg_ctl puts the server into a session of its own, so Ctrl-C reaches us and not it.
    await runAs(place.account, binaries.pgCtl, [
      'start', '--wait', '--timeout=60', `--pgdata=${place.cluster}`, `--log=${log}`,
      `--options=${settings.map((setting) => `-c ${setting}`).join(' ')}`,
    ])
  } catch (error) {
    const reason = (await lastFatalLine(log, sizeBefore)) ?? String(error)
    throw new Error(`PostgreSQL does not start: ${reason} (see ${log})`, { cause: error })
  }
}

/** Stops the server: connections are ended, everything is written, and the process is gone. */
export function stopPostmaster(place: ServerPlace, binaries: PostgresBinaries): Promise<void> {
  return runAs(place.account, binaries.pgCtl, [
    'stop', '--wait', '--timeout=60', '--mode=fast', `--pgdata=${place.cluster}`,
  ])
}

function lockFileOf(cluster: string): string {
  return path.join(cluster, 'postmaster.pid')
}

/** Keeps the log from growing for ever, and returns how many bytes stand in it now. */
async function setAsideWhenLarge(log: string): Promise<number> {
  const size = await stat(log).then((entry) => entry.size, () => 0)
  if (size < 10 * 1024 * 1024) return size
  await rename(log, `${log}.old`)
  return 0
}

async function lastFatalLine(log: string, from: number): Promise<string | undefined> {
  const bytes = await readFile(log).catch(() => Buffer.alloc(0))
  const lines = bytes.subarray(from).toString('utf8').split('\n')
  return lines.findLast((line) => /(FATAL|PANIC): /.test(line))?.replace(/^.*?(FATAL|PANIC): +/, '')
}

const baseSettings = [
  'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=UTC', 'log_timezone=UTC',
  // One small machine that also runs the product and, often, the office's other programs.
  'shared_buffers=128MB', 'effective_cache_size=512MB', 'work_mem=8MB', 'maintenance_work_mem=64MB',
  'max_connections=60', 'max_wal_size=512MB', 'checkpoint_timeout=15min', 'random_page_cost=1.1', 'jit=off',
  // The log must hold no personal data: neither the values of a refused row nor the statement that carried them.
  'log_error_verbosity=terse', 'log_min_error_statement=panic', 'log_checkpoints=off',
]

const throwawaySettings = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'max_connections=200']
