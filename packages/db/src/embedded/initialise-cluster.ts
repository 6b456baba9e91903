import { randomBytes, randomUUID } from 'node:crypto'
import { chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { ServerPlace } from './choose-data-directory.ts'
import { isRunning } from './is-running.ts'
import { postgresMajor, type PostgresBinaries } from './postgres-binaries.ts'
import type { Durability } from './postmaster.ts'
import { runAs } from './run-as.ts'

/** The superuser of the embedded server; migrations and seed work under it. */
export const ownerName = 'sasaeai_owner'

const passwordFile = 'sasaeai-password'

/**
 * Makes the cluster unless it is there, and returns its owner's password. It is made under a temporary name and
 * then renamed, so a half-made cluster is never mistaken for one, and of two starters at once one comes second.
 */
export async function initialiseCluster(
  place: ServerPlace,
  binaries: PostgresBinaries,
  durability: Durability,
): Promise<string> {
  const version = await versionOf(place.cluster)
  if (version !== undefined && version !== postgresMajor) {
    throw new Error(
      `The data in ${place.cluster} belongs to PostgreSQL ${version}, and this release carries ${postgresMajor}: ` +
        'start the release that wrote it, or set DATA_DIR to another folder.',
    )
  }
  if (version === undefined) await makeCluster(place, binaries, durability)
  return readFile(path.join(place.cluster, passwordFile), 'utf8')
}

async function versionOf(cluster: string): Promise<string | undefined> {
  try {
    return (await readFile(path.join(cluster, 'PG_VERSION'), 'utf8')).trim()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT') return undefined
    throw new Error(
      `The data in ${cluster} cannot be read (${String(code)}): start the product as the user who owns it, or set ` +
        'DATA_DIR to another folder.',
      { cause: error },
    )
  }
}

async function makeCluster(
  place: ServerPlace,
  binaries: PostgresBinaries,
  durability: Durability,
): Promise<void> {
  await removeAbandoned(place.cluster)
  const unfinished = `${place.cluster}.${process.pid}.${randomUUID()}.unfinished`
  const password = randomBytes(24).toString('base64url')
  const firstPassword = `${unfinished}.password`
  try {
    await mkdir(unfinished, { recursive: true, mode: 0o700 })
    await giveFile(firstPassword, password, place)
    if (place.account !== undefined) await chown(unfinished, place.account.uid, place.account.gid)
    await runAs(place.account, binaries.initdb, [
      `--pgdata=${unfinished}`, `--username=${ownerName}`, `--pwfile=${firstPassword}`, '--auth=scram-sha-256',
      // ICU differs between platforms; the builtin provider sorts alike everywhere and never changes.
      '--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-locale',
      '--text-search-config=simple', ...(durability === 'throwaway' ? ['--no-sync'] : []),
    ])
    await giveFile(path.join(unfinished, passwordFile), password, place)
    await rename(unfinished, place.cluster)
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    if ((await versionOf(place.cluster)) === undefined) throw error
  } finally {
    await rm(firstPassword, { force: true })
  }
}

async function giveFile(file: string, content: string, { account }: ServerPlace): Promise<void> {
  await writeFile(file, content, { mode: 0o600 })
  if (account !== undefined) await chown(file, account.uid, account.gid)
}

/** A starter that was killed leaves its half-made cluster behind; one that still works on its own is left alone. */
async function removeAbandoned(cluster: string): Promise<void> {
  const parent = path.dirname(cluster)
  for (const name of await readdir(parent)) {
    const pid = new RegExp(`^${path.basename(cluster)}\\.(\\d+)\\..*unfinished`).exec(name)?.[1]
    if (pid === undefined || isRunning(Number(pid))) continue
    await rm(path.join(parent, name), { recursive: true, force: true })
  }
}
