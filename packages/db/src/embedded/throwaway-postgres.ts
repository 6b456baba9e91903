import { rmSync } from 'node:fs'
import { access, chmod, constants, mkdtemp, readdir, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { isRunning } from './is-running.ts'
import { livingPostmaster, readPostmaster } from './postmaster.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './start-embedded-postgres.ts'

const folderPrefix = 'sasaeai-throwaway-'

/** Linux keeps what lies here in memory: a new database is a thousand files, which a disk makes at three times the cost. */
const memoryFolder = '/dev/shm'
/** Tests come near to one; whoever has less keeps the data on the disk. */
const roomInMemory = 3 * 1024 ** 3

/** Starts a server for tests and measurements: fast, because it may lose everything, and gone with `stop`. */
export async function startThrowawayPostgres(): Promise<EmbeddedPostgres> {
  const parent = (await hasRoomInMemory()) ? memoryFolder : tmpdir()
  await removeAbandoned(parent)
  const folder = await mkdtemp(path.join(parent, `${folderPrefix}${process.pid}-`))
  // Run by root, the server works under another account that has to enter.
  await chmod(folder, 0o755)
  const server = await startEmbeddedPostgres({ dataDir: folder, durability: 'throwaway' })
  const postmaster = await readPostmaster(path.join(folder, 'postgres'))
  // Ctrl-C makes a test runner exit without asking anyone; there is only time to kill then.
  const discard = () => {
    if (postmaster !== undefined && isRunning(postmaster.pid)) process.kill(postmaster.pid, 'SIGQUIT')
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
  process.once('exit', discard)
  return {
    url: server.url,
    async stop() {
      try {
        await server.stop()
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
      process.off('exit', discard)
    },
  }
}

async function hasRoomInMemory(): Promise<boolean> {
  try {
    await access(memoryFolder, constants.W_OK)
    const { bavail, bsize } = await statfs(memoryFolder)
    return bavail * bsize >= roomInMemory
  } catch {
    return false
  }
}

/** A test run that was killed could not stop its server; the next one does. */
async function removeAbandoned(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const owner = name.startsWith(folderPrefix) ? Number.parseInt(name.slice(folderPrefix.length)) : undefined
    if (owner === undefined || isRunning(owner)) continue
    const folder = path.join(parent, name)
    const postmaster = await livingPostmaster(path.join(folder, 'postgres'))
    if (postmaster !== undefined) process.kill(postmaster.pid, 'SIGTERM')
    // What another user left behind is that user's to remove.
    await rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => {})
  }
}
