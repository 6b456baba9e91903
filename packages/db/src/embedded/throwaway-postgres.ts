import { rmSync } from 'node:fs'
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { isRunning } from './is-running.ts'
import { livingPostmaster, readPostmaster } from './postmaster.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './start-embedded-postgres.ts'

const folderPrefix = 'sasaeai-throwaway-'

/** Starts a server for tests and measurements: fast, because it may lose everything, and gone with `stop`. */
export async function startThrowawayPostgres(): Promise<EmbeddedPostgres> {
  await removeAbandoned()
  const folder = await mkdtemp(path.join(tmpdir(), `${folderPrefix}${process.pid}-`))
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

/** A test run that was killed could not stop its server; the next one does. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const owner = name.startsWith(folderPrefix) ? Number.parseInt(name.slice(folderPrefix.length)) : undefined
    if (owner === undefined || isRunning(owner)) continue
    const folder = path.join(tmpdir(), name)
    const postmaster = await livingPostmaster(path.join(folder, 'postgres'))
    if (postmaster !== undefined) process.kill(postmaster.pid, 'SIGTERM')
    // What another user left behind is that user's to remove.
    await rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => {})
  }
}
