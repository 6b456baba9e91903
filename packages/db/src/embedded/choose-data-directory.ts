import { createHash } from 'node:crypto'
import { chmod, mkdir, realpath } from 'node:fs/promises'
import path from 'node:path'
import { accountForServer, firstClosed, type ServerAccount } from './server-account.ts'

const repository = path.join(import.meta.dirname, '..', '..', '..', '..')

/** Where the cluster lies, and under whose account its server runs (undefined: under our own). */
export interface ServerPlace {
  readonly cluster: string
  readonly account: ServerAccount | undefined
}

/**
 * The folder of the database cluster: `postgres` below `dataDir`, by default below `.data` in the clone. When that
 * clone is closed to PostgreSQL's account, as one below root's home is, it lies in `systemHome()` and that is said.
 *
 * @throws Error naming DATA_DIR and DATABASE_URL when the folder cannot be made or PostgreSQL could not enter it.
 */
export async function chooseDataDirectory(
  dataDir: string | undefined,
  announce: (sentence: string) => void,
): Promise<ServerPlace> {
  const folder = await makeFolder(dataDir ?? path.join(repository, '.data'))
  const cluster = path.join(folder, 'postgres')
  const account = await accountForServer(cluster)
  const closed = account === undefined ? undefined : await firstClosed(cluster, account)
  if (closed === undefined) return { cluster, account }
  const reason = `PostgreSQL does not run as root, and its user "${account?.name}" may not enter ${closed}`
  if (dataDir !== undefined) {
    throw new Error(`${reason}: set DATA_DIR to a folder it may enter, or DATABASE_URL to a PostgreSQL server.`)
  }
  const home = await makeFolder(systemHome())
  await chmod(home, 0o755)
  announce(`${reason}: the data is kept in ${home} instead.`)
  const fallback = path.join(home, 'postgres')
  return { cluster: fallback, account: await accountForServer(fallback) }
}

/**
 * Where root keeps what PostgreSQL's account must reach when the clone is closed to it. It is below /var/lib and not
 * in a temporary folder, because systems empty those.
 */
export function systemHome(): string {
  return path.join('/var/lib', `sasaeai-${createHash('sha256').update(repository).digest('hex').slice(0, 12)}`)
}

/** The folder's true path, by which the server will name it. */
async function makeFolder(folder: string): Promise<string> {
  try {
    await mkdir(folder, { recursive: true })
    return await realpath(folder)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
    throw new Error(
      `The data folder ${folder} cannot be made (${code}): set DATA_DIR to another folder, or DATABASE_URL to a ` +
        'PostgreSQL server.',
      { cause: error },
    )
  }
}
